"""Stands in for asyncio, which Pyodide's start imports but uses only to await something."""
