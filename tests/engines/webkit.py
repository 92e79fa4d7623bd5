"""WebKit, the engine of Safari, as Debian builds it for GTK: Selenium drives its small browser."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains
from selenium.webdriver.remote.webelement import WebElement

from tests.e2e.chromium import with_fonts_of_paper
from tests.engines.engine import HEIGHT, NOWHERE, WIDTH, Engine, NotYetError

ANSWER_SECONDS = 60  # after which a browser that does not answer has failed
PROXY = {
    "proxyType": "manual",
    "httpProxy": "{}:{}".format(*NOWHERE),
    "sslProxy": "{}:{}".format(*NOWHERE),
    "noProxy": ["127.0.0.1"],
}


class WebKit(Engine):
    """Debian's MiniBrowser, on a screen that is only in memory."""

    def __init__(self, site: str, directory: Path, display: str, *, scripts: bool) -> None:
        super().__init__(site)
        options = webdriver.WebKitGTKOptions()
        # Without its bar, which is wider than a phone.
        for argument in ("--automation", "--full-screen", f"--enable-javascript={scripts}".lower()):
            options.add_argument(argument)
        options.set_capability("proxy", PROXY)
        service = webdriver.WebKitGTKService(
            executable_path=shutil.which("WebKitWebDriver"),
            env={**with_fonts_of_paper(directory), "HOME": str(directory), "DISPLAY": display},
        )
        self._driver = webdriver.WebKitGTK(options=options, service=service)
        self._driver.command_executor.client_config.timeout = ANSWER_SECONDS
        self._driver.set_window_rect(0, 0, WIDTH, HEIGHT)

    def go(self, url: str) -> None:
        self._driver.get(url)

    def tap_on(self, element: str) -> None:
        # By where it is: the driver finds no middle in what Leaflet moves.
        box = self.ask(f"({element}).getBoundingClientRect().toJSON()")
        finger = ActionChains(self._driver, duration=0)
        finger.w3c_actions.pointer_action.move_to_location(
            box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        ).click()
        finger.perform()

    def type_into(self, element: str, words: str) -> None:
        self._element(element).send_keys(words)

    def ask(self, expression: str) -> Any:
        try:
            return self._driver.execute_script(f"return ({expression})")
        except WebDriverException as problem:
            raise NotYetError(problem.msg) from problem

    def close(self) -> None:
        self._driver.quit()

    def _element(self, expression: str) -> WebElement:
        found = self.ask(expression)
        assert isinstance(found, WebElement), f"nothing there: {expression}"
        return found


@contextmanager
def screen() -> Iterator[str]:
    """Give a display that nobody sees: WebKit's browser for GTK wants one."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"],
        pass_fds=[write],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        display = f":{number.readline().strip()}"
    try:
        yield display
    finally:
        server.terminate()
        server.wait()
