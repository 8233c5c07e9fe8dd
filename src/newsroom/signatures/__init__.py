"""Signatures of OpenSSH and the public keys that they are made with, whatever is signed."""
