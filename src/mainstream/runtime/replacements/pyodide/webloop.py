"""Stands in for Pyodide's event loop, which would bring asyncio, ssl and subprocess with it.

The scoring package answers one request at a time and waits for nothing.
"""


def _initialize_event_loop() -> None:
    """Leave Python without an event loop; Pyodide calls this as it starts."""
