"""The Nu HTML checker, which the W3C runs too, finds no error on any kind of page."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.conftest import require
from tests.kinds import HELP_LINE, everywhere, furnish
from tests.pages import body

pytestmark = [pytest.mark.node, pytest.mark.django_db]

CHECKER = Path(__file__).parent / "node/node_modules/vnu-jar/build/dist/vnu.jar"


def test_html_is_valid_on_every_kind_of_page(settings: Settings, tmp_path: Path) -> None:
    require("vnu-jar", CHECKER.exists())
    settings.HELP_LINE = HELP_LINE
    furnish()
    client = Client(enforce_csrf_checks=True, headers={"Accept-Language": "de"})
    for kind, language in everywhere():
        address = kind.address(language)
        response = client.post(address, kind.sent()) if kind.sent else client.get(address)
        assert response.status_code == kind.status, address
        name = re.sub(r"\W+", "-", f"{kind.name} {language}")
        (tmp_path / f"{name}.html").write_bytes(body(response))

    command = ["java", "-Xss8m", "-jar", CHECKER, "--format", "json", "--stdout", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)

    told = json.loads(done.stdout)["messages"]
    errors = {
        f"{Path(message['url']).name}: {message['message']} {message.get('extract', '')}"
        for message in told
        if message["type"] != "info"
    }
    assert errors == set()
