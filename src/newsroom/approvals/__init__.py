"""The consent that posts need before they are released: what is signed, by whom, and whether it stands."""
