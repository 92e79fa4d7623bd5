"""Firefox, over WebDriver BiDi: `tests/node/firefox.mjs` drives it, and is told so line by line."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from spaces.paper.letters import font_files
from tests.e2e.chromium import with_fonts_of_paper
from tests.engines.engine import HEIGHT, NOWHERE, WIDTH, Engine, NotYetError

DRIVER = Path(__file__).parent.parent / "node" / "firefox.mjs"
FONTS = {f"{file.parent.resolve()}/" for file in font_files()}
# It finds this machine, and no other: not those of its maker either.
HOST, PORT = NOWHERE
PREFERENCES = {
    "intl.accept_languages": "de",  # none of ours
    "network.proxy.type": 1,
    "network.proxy.http": HOST,
    "network.proxy.http_port": PORT,
    "network.proxy.ssl": HOST,
    "network.proxy.ssl_port": PORT,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "security.sandbox.content.read_path_whitelist": ",".join(FONTS),
    "ui.useOverlayScrollbars": 1,  # as on a phone, where they take no width
}


class Firefox(Engine):
    """Debian's Firefox without windows."""

    def __init__(self, site: str, directory: Path) -> None:
        super().__init__(site)
        settings = {
            "executablePath": shutil.which("firefox-esr"),
            "defaultViewport": {"width": WIDTH, "height": HEIGHT},
            "extraPrefsFirefox": PREFERENCES,
        }
        self._driver = subprocess.Popen(
            ["node", str(DRIVER), json.dumps(settings)],
            env=with_fonts_of_paper(directory) | {"HOME": str(directory)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def go(self, url: str) -> None:
        self._do("go", url)

    def tap_on(self, element: str) -> None:
        self._do("tap", element)

    def type_into(self, element: str, words: str) -> None:
        self._do("type", element, words)

    def ask(self, expression: str) -> Any:
        return self._do("ask", expression)

    def problems(self) -> list[str]:
        return [*super().problems(), *self._do("problems")]

    def close(self) -> None:
        self._driver.communicate()  # its driver ends with its input, and Firefox with its driver

    def _do(self, name: str, *given: str) -> Any:
        assert self._driver.stdin
        assert self._driver.stdout
        print(json.dumps([name, *given]), file=self._driver.stdin, flush=True)
        answer = json.loads(self._driver.stdout.readline() or '{"error": "Firefox has ended"}')
        if "error" in answer:
            raise NotYetError(answer["error"])
        return answer.get("value")
