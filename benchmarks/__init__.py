"""Timings and sizes, each beside something to compare with; no test depends on them."""
