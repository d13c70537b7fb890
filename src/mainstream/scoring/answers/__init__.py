"""The framework, one person's answers to it, and many people's counted."""
