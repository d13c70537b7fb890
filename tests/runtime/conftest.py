"""What the runtime's tests share: a built runtime, a server that remembers."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.profiles import Profiles

ROOT = Path(__file__).parents[2]
NODE_MODULES = ROOT / "node_modules"
PACKAGE = ROOT / "src" / "mainstream"
MEDIA_TYPES = {".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript"}


@dataclass
class Host:
    """A web host: `files` by address, what was asked of it, and the address it answers at."""

    address: str = ""
    files: dict[str, Path | bytes] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)

    def add_folder(self, prefix: str, folder: Path) -> None:
        """Serve every file of `folder` below `prefix`, which ends in a slash."""
        for path in folder.rglob("*"):
            if path.is_file():
                self.files[prefix + path.relative_to(folder).as_posix()] = path


@pytest.fixture
def host() -> Iterator[Host]:
    """A web host on this machine that serves what a test puts into it."""
    served = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.requests.append(self.path)
            found = served.files.get(self.path)
            if found is None:
                self.send_error(404)
                return
            body = found if isinstance(found, bytes) else found.read_bytes()
            kind = MEDIA_TYPES.get(Path(self.path).suffix, "application/octet-stream")
            self.send_response(200)
            self.send_header("content-type", kind)
            self.send_header("cache-control", "no-store")  # so that each download is counted
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            with suppress(ConnectionError):  # the page has stopped its worker, as it may
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: `requests` is what a test reads."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(profiles: Profiles, host: Host) -> Iterator[Page]:
    """An empty tab. The host lets nothing be cached."""
    profile = profiles.take(host.address)
    yield profile.new_page()
    profiles.give_back(profile)
