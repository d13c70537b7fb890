"""The picture of the repository's rooms, drawn from what they import."""
