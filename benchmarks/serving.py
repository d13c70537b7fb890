"""Serves files for a measurement: compressed beforehand, over a line as slow as you ask for."""

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_CHUNK = 16 * 1024
_COMPRESSED = {".js", ".mjs", ".wasm", ".json", ".html", ".zip"}


@dataclass(frozen=True)
class Line:
    """How fast a line is: bytes a second shared by all requests, seconds before each answer."""

    name: str
    bytes_per_second: float | None = None
    latency: float = 0.0


LOCALHOST = Line("localhost")
SLOW = Line("10 Mbit/s, 60 ms", bytes_per_second=10e6 / 8, latency=0.06)


class _Pace:
    """Lets bytes through at the line's speed, whoever sends them."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._lock = threading.Lock()
        self._free_at = 0.0

    def before_answer(self) -> None:
        time.sleep(self._line.latency)

    def before_sending(self, size: int) -> None:
        if self._line.bytes_per_second is None:
            return
        with self._lock:
            start = max(self._free_at, time.perf_counter())
            self._free_at = start + size / self._line.bytes_per_second
        time.sleep(max(0.0, self._free_at - time.perf_counter()))


def compressed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The `files` (bytes by address) that are worth compressing, by gzip at level 9."""
    return {
        address: gzip.compress(data, 9, mtime=0)
        for address, data in files.items()
        if "." + address.rsplit(".", 1)[-1] in _COMPRESSED
    }


@contextmanager
def served(
    files: Mapping[str, bytes], line: Line, small: Mapping[str, bytes] | None = None
) -> Iterator[str]:
    """Serve `files` and yield the address; `small` is sent instead where the browser takes gzip."""
    pace = _Pace(line)
    shorter = small or {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = self.path.split("?")[0]
            if address not in files:
                self.send_error(404)
                return
            body = shorter.get(address, files[address])
            pace.before_answer()
            self.send_response(200)
            self.send_header("content-type", _media_type(address))
            self.send_header("cache-control", "max-age=3600")
            if address in shorter:
                self.send_header("content-encoding", "gzip")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            for start in range(0, len(body), _CHUNK):
                chunk = body[start : start + _CHUNK]
                pace.before_sending(len(chunk))
                self.wfile.write(chunk)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the requests are not what is measured."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _media_type(address: str) -> str:
    if address.endswith((".js", ".mjs")):
        return "text/javascript"
    if address.endswith(".wasm"):
        return "application/wasm"
    return mimetypes.guess_type(address)[0] or "application/octet-stream"
