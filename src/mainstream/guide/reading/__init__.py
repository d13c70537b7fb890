"""Reads YAML with the place of each value, and tells of problems by place."""
