"""The Margins to Mainstream Toolkit: content, pages, runtime and scoring."""
