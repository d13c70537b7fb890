"""The shapes of what `content/` and `adaptation/` hold."""
