"""Timings and sizes, each compared with something measured in the same run, and never a test."""
