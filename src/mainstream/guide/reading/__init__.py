"""Reads YAML with the place of each value, and reports problems by place."""
