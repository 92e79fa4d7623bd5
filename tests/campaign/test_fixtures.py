"""The campaign that `make run` loads: what its sources say, and what is ours."""

import re
import uuid

import pytest

from campaign.models import Campaign, Character
from config.languages import LANGUAGES
from tests.spaces.test_fixtures import NAMESPACE

pytestmark = pytest.mark.django_db

TEXTS = ("situation", "before", "that_day", "now", "learned")


def test_only_the_characters_that_sources_name_come_from_the_campaign() -> None:
    found = {who.name: who.origin for who in Character.objects.all()}

    assert found == {
        "Salima": "campaign",
        "Manu": "campaign",
        "Célestine": "project",
        "Sander": "project",
    }


def test_characters_have_a_portrait_a_colour_and_a_need_each() -> None:
    every = list(Character.objects.all())

    assert len({who.portrait for who in every}) == len({who.palette for who in every}) == 4
    assert all(who.needs.count() for who in every)


def test_keys_come_from_the_natural_keys() -> None:
    campaign = Campaign.objects.get()

    assert campaign.pk == uuid.uuid5(NAMESPACE, "campaign/2021")
    for who in campaign.characters.all():
        assert who.pk == uuid.uuid5(NAMESPACE, f"character/2021/{who.slug}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_stories_are_short_and_in_every_language(language: str) -> None:
    texts = [
        getattr(who, f"{text}_{language}") for who in Character.objects.all() for text in TEXTS
    ]
    sentences = [part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n", text)]

    assert all(texts)
    assert [words for words in sentences if len(words.split()) > 22] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_campaign_is_told_in_every_language(language: str) -> None:
    campaign = Campaign.objects.get()

    told = ("title", "summary", "story", "dates_note", "plan", "figures_note")
    assert all(getattr(campaign, f"{text}_{language}") for text in told)
