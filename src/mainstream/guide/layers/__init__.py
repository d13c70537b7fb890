"""The toolkit's layer, an organisation's and a translation's, put together."""
