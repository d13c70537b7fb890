"""Where requests come in: JSON text in, JSON text out."""
