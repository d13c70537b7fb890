"""The drawings, as SVG text."""
