"""Serves a built site under a path prefix, as a static host would."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.stand_in import DOORS, WORKER, StandIn

PREFIX = "/some/toolkit/"  # a site must work below any address


@contextmanager
def serve_folder(
    folder: Path, headers: Mapping[str, str] | None = None, stand_in: StandIn | None = None
) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives the address, ending in a slash.

    `headers` go with every file. Where a `stand_in` is in use, it replaces the engine's worker.
    """
    root = folder.resolve()

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a file goes out at once, not when its head has arrived
        extensions_map = {  # noqa: RUF012 # the base class declares it so
            **SimpleHTTPRequestHandler.extensions_map,
            ".js": "text/javascript",
            ".mjs": "text/javascript",
            ".wasm": "application/wasm",
            ".json": "application/json",
            ".svg": "image/svg+xml",
        }

        def end_headers(self) -> None:
            """Add what this host sends with everything."""
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            super().end_headers()

        def do_GET(self) -> None:
            """Answer with the file, or with the stand-in for the worker's."""
            if stand_in and stand_in.in_use and self.path.endswith(f"/{WORKER}"):
                self._send(200, "text/javascript", stand_in.script)
            else:
                super().do_GET()

        def do_POST(self) -> None:
            """Answer what a stand-in for the worker asks of Python; nothing else is sent here."""
            body = self.rfile.read(int(self.headers["content-length"]))
            if stand_in and self.path.endswith(f"/{DOORS}"):
                is_answer, text = stand_in.answer(body)
                self._send(200 if is_answer else 500, "application/json", text.encode())
            else:
                self.send_error(405)

        def _send(self, status: int, media_type: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", media_type)
            self.send_header("content-length", str(len(body)))
            self.send_header("cache-control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def translate_path(self, path: str) -> str:
            """The file of an address; what stands outside the prefix does not exist."""
            if not urlsplit(path).path.startswith(PREFIX):
                return str(root / "no such file")
            return super().translate_path("/" + path.removeprefix(PREFIX))

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the tests report what matters."""

        def handle(self) -> None:
            """Answer; a browser that is closed in the middle of a file is not an error."""
            with suppress(ConnectionError):
                super().handle()

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
