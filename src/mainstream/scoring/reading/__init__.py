"""Reads text and JSON from outside: what comes in is checked here, once."""
