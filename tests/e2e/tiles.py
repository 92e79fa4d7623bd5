"""A local server that stands in for the map's background, at a host that the browser is told of."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

HOST = "tiles.example"
URL = f"http://{HOST}/{{language}}/{{z}}/{{x}}/{{y}}.png"
ALL = f"http://{HOST}/**"
TILE = base64.b64decode(  # one transparent point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(TILE)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(TILE)

    def log_message(self, *_args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """Say nothing: browsers go on to the next page in the middle of an answer."""


@contextmanager
def serve() -> Iterator[int]:
    """Answer every address with an empty tile until the block ends; give the port."""
    server = _Server(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()
