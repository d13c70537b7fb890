"""The Margins to Mainstream Toolkit: content, pages, runtime and scoring."""

__version__ = "0.1.0"
