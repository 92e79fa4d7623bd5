"""A local server that stands in for an address service, and speaks as UrbIS or Nominatim do."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, repeat
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

TICK = 0.02  # seconds between the bytes of a dripping answer


def urbis(
    name: str = "Rue Haute",
    *,
    number: str = "12",
    post_code: str = "1000",
    municipality: str = "Bruxelles",
    point: tuple[Any, Any] = (50.8419, 4.3489),
    score: Any = 95,
) -> dict[str, Any]:
    """Return one result as UrbIS words it."""
    street = {"name": name, "postCode": post_code, "municipality": municipality}
    return {
        "address": {"number": number, "street": street},
        "point": {"x": point[1], "y": point[0]},
        "score": score,
        "qualificationCode": "1",
    }


def urbis_answer(*results: dict[str, Any], error: bool = False) -> dict[str, Any]:
    """Return an answer as UrbIS words it."""
    return {"error": error, "result": list(results)}


def nominatim(point: tuple[Any, Any] = (50.8419, 4.3489), **address: str) -> dict[str, Any]:
    """Return one result as Nominatim words it."""
    return {
        "lat": str(point[0]),
        "lon": str(point[1]),
        "display_name": "12, Rue Haute, Les Marolles, Bruxelles, 1000, Belgique",
        "address": {"road": "Rue Haute", "postcode": "1000", "city": "Bruxelles"} | address,
    }


class StandIn:
    """A server on 127.0.0.1 that answers as it is told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.agents: list[str] = []
        self.paths: list[str] = []
        self._released = Event()
        self.answer(urbis_answer(urbis()))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/addresses"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, args=(TICK,), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._released.set()
        self._server.shutdown()
        self._server.server_close()

    def answer(self, content: Any, *, status: int = 200) -> None:
        """Answer with this (bytes as they are, anything else as JSON), at once."""
        self._status, self._delay = status, 0.0
        self._body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self._pieces = lambda: iter([self._body])

    def be_slow(self, seconds: float) -> None:
        """Answer as before, but only after so many seconds."""
        self._delay = seconds

    def drip(self) -> None:
        """Answer a byte at a time, without end."""
        self._pieces = lambda: chain([b"{"], self._ticks())

    def _ticks(self) -> Iterator[bytes]:
        return (b" " for _ in repeat(None) if not self._released.wait(TICK))

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                stand_in.serve(self)

            def log_message(self, *_args: Any) -> None:
                pass

        return Handler

    def serve(self, request: BaseHTTPRequestHandler) -> None:
        """Note what was asked, and answer."""
        address = urlsplit(request.path)
        self.paths.append(address.path)
        self.asked.append(dict(parse_qsl(address.query)))
        self.agents.append(request.headers["User-Agent"])
        self._released.wait(self._delay)
        try:
            request.send_response(self._status)
            request.send_header("Content-Type", "application/json")
            request.end_headers()
            for piece in self._pieces():
                request.wfile.write(piece)
                if self._released.is_set():
                    break
        except OSError:
            pass  # the client has left
