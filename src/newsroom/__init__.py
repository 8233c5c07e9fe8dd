"""Newsroom: a static-site generator for bilingual Arabic–English executive newsrooms."""
