"""The HTML of every kind of page: valid, and each part in the language that it says it is in."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, override_settings

from config.languages import LANGUAGES
from tests.conftest import require
from tests.kinds import HELP_LINE, Kind, everywhere, furnish
from tests.pages import body, read

pytestmark = pytest.mark.django_db  # alone in a run, it has the database made
CHECKER = Path(__file__).parent / "node/node_modules/vnu-jar/build/dist/vnu.jar"

Answers = list[tuple[Kind, str, HttpResponse]]


@pytest.fixture(scope="module")
def answers(module_db: None) -> Answers:
    """Give every kind of page, its language and the site's answer, asked once."""
    cache.clear()
    furnish()
    client = Client(enforce_csrf_checks=True, headers={"Accept-Language": "de"})
    with override_settings(HELP_LINE=HELP_LINE):
        return [(kind, language, kind.answer(language, client)) for kind, language in everywhere()]


@pytest.mark.node
def test_html_is_valid(answers: Answers, tmp_path: Path) -> None:
    """The Nu checker is the one that the W3C runs."""
    require("vnu-jar", CHECKER.exists())
    for kind, language, response in answers:
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


def test_words_in_another_language_say_in_which(answers: Answers) -> None:
    only_french = "Des ordinateurs et de l’aide."
    seen, unsaid = 0, []
    for kind, language, response in answers:
        page = read(response)
        if language == "fr" or only_french not in page.text:
            continue
        seen += 1
        marked = sum(part.text.count(only_french) for part in page.all(lang="fr", dir="ltr"))
        if marked < page.one("body").text.count(only_french):
            unsaid.append((kind.name, language))

    assert seen
    assert unsaid == []


def test_page_says_its_language_and_its_direction(answers: Answers) -> None:
    for kind, language, response in answers:
        root = read(response).one("html")
        if kind.address(language).startswith(f"/{language}/"):  # else it is the browser's
            spoken = LANGUAGES[language]
            assert (root["lang"], root["dir"]) == (spoken.code, spoken.direction), kind.name
