"""Codes and links: how answers are handed on in a line of text."""
