"""A sentence tried at the desk: what it becomes, and which words nobody understands."""

import pytest
from django.test import Client

from spaces.models import Topic
from tests.pages import read

pytestmark = pytest.mark.django_db

WHERE = "/admin/spaces/topic/sentence/"


def test_sentence_is_shown_as_it_is_understood(chief: Client) -> None:
    page = read(chief.get(WHERE, {"q": "imprimer zyxomma Simonis"}))

    shown = [item.text for item in page.one("form", class_="desk-form").all("li")]
    assert [" ".join(text.split()) for text in shown] == [
        "q=Simonis",
        "service=printing",
        "zyxomma",
    ]


def test_word_that_staff_add_is_understood_at_once(chief: Client) -> None:
    before = read(chief.get(WHERE, {"q": "zyxomma"})).text
    topic = Topic.objects.get(code="photos")
    topic.words_fr += "\nzyxomma"
    topic.save()

    after = read(chief.get(WHERE, {"q": "zyxomma"})).text

    assert "topic=photos" not in " ".join(before.split())
    assert "topic=photos" in " ".join(after.split())


def test_any_text_is_answered(chief: Client) -> None:
    for text in ("", "\0", "é" * 500, "<b>", "٣٣٣", "-- ' \" %"):
        assert chief.get(WHERE, {"q": text}).status_code == 200, text
