"""Adapted versions that CI builds, and the language that one of them is in."""
