"""What the server itself logs: gunicorn, as the site starts it, before a program that can fail."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
def application(environ, start_response):
    if environ["PATH_INFO"] == "/fails/":
        raise RuntimeError("no reason")
    start_response("200 OK", [("Content-Length", "0")])
    return [b""]
"""
SECRETS = ("SECRETSTREET", "50.847", "SecretBrowser", "secret-site", "127.0.0.1:")
HEADERS = "Host: testserver\r\nUser-Agent: SecretBrowser\r\nReferer: https://secret-site/\r\n"


class Server(NamedTuple):
    """A server that runs, and the file that its log is in."""

    port: int
    log: Path

    def send(self, request: str) -> None:
        """Send a request as it stands, and wait for the whole answer."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request.encode("latin-1"))
            while connection.recv(4096):
                pass

    def lines(self) -> list[dict[str, Any]]:
        """Return what was logged since the server listens: a JSON object a line."""
        rows = [json.loads(line) for line in self.log.read_text().splitlines()]
        started = next(i for i, row in enumerate(rows) if "Booting worker" in row["message"])
        return rows[started + 1 :]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "program.py").write_text(PROGRAM)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "program"]
    environment = os.environ | {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "PYTHONPATH": os.pathsep.join(
            filter(None, (str(tmp_path), str(ROOT), os.environ.get("PYTHONPATH")))
        ),
        "WEB_CONCURRENCY": "1",
    }
    log = tmp_path / "log"
    with log.open("w") as written:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=written, stderr=subprocess.STDOUT
        )
    try:
        _wait_for(log, "Booting worker", process)
        yield Server(port, log)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(log: Path, words: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if words in log.read_text():
            return
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    pytest.fail(f"The server does not start: {log.read_text()}")


def test_server_logs_what_happened_and_nothing_of_the_visitor(server: Server) -> None:
    address = "?q=SECRETSTREET&lat=50.847"

    server.send(f"GET /en/spaces/{address} HTTP/1.0\r\n{HEADERS}\r\n")
    server.send(f"GET /fails/{address} HTTP/1.0\r\n{HEADERS}\r\n")
    server.send(f"GET /en/{address} SECRETSTREET\r\n\r\n")
    server.send(f"GET /tiles/0/fr/14/50.847/SECRETSTREET.svg HTTP/1.0\r\n{HEADERS}\r\n")
    server.send(f"GET /map/0/fr/14/50.847/SECRETSTREET.svg?pins=1.1 HTTP/1.0\r\n{HEADERS}\r\n")

    lines = server.lines()
    text = json.dumps(lines)
    asked = [(line["path"], line["status"]) for line in lines if line["message"] == "request"]
    assert {("/en/spaces/", 200), ("/tiles/", 200), ("/map/", 200)} <= set(asked)
    assert any("/fails/" in line["message"] and "no reason" in line["exc_info"] for line in lines)
    assert any("Invalid request" in line["message"] for line in lines)
    assert [secret for secret in SECRETS if secret in text] == []
