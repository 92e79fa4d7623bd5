"""A campaign and its characters' stories in easy words, one sentence on a line."""

import re
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from campaign import addresses
from campaign.models import Campaign, Character
from campaign.wording import origin_sentence
from spaces.language.dates import day_in_words
from spaces.language.localized import localized
from spaces.search.links import query
from spaces.wording.easy import Part, Sentence

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?؟])\s+|\n+")


def parts_of_campaign(campaign: Campaign, present: Campaign | None) -> list[Part]:
    """Return what the easy page of a campaign says: what it is, who is in it, when, where to go."""
    first, last = (day_in_words(day, "j F Y") for day in (campaign.starts, campaign.ends))
    days = _("From %(first)s to %(last)s") % {"first": first, "last": last}
    found = [
        Part(_("What is it?"), list(_said(campaign, "summary", "help"))),
        Part(_("Who is it about?"), list(_stories(campaign, present))),
        Part(_("When"), [Sentence(days, "calendar")]),
        Part(_("You too?"), [Sentence(_("See all the places"), "here", reverse("results"))]),
    ]
    return [part for part in found if part.sentences]


def _stories(campaign: Campaign, present: Campaign | None) -> Iterator[Sentence]:
    for character in campaign.characters.all():
        words = _("Read the story of %(name)s") % {"name": character.name}
        yield Sentence(words, "people", addresses.of_character(character, present, "easy"))


def parts_of_character(character: Character) -> list[Part]:
    """Return all that the easy page of a character says; empty parts are left out."""
    learned = _("What %(name)s learned") % {"name": character.name}
    found = [
        Part(
            _("Who is it?"),
            [*_said(character, "situation", "people"), Sentence(origin_sentence(character))],
        ),
        Part(_("Before"), list(_said(character, "before", "clock"))),
        Part(_("That day"), list(_said(character, "that_day", "help"))),
        Part(_("Now"), list(_said(character, "now", "label"))),
        Part(learned, list(_said(character, "learned", "learn"))),
        Part(_("You too?"), list(_places(character))),
    ]
    return [part for part in found if part.sentences]


def _said(of: Campaign | Character, field: str, pictogram: str = "") -> Iterator[Sentence]:
    """Yield the sentences of a text, the first one with a pictogram."""
    text = localized(of, field)
    language = text.language if text.is_fallback else ""
    for number, words in enumerate(filter(None, _BETWEEN_SENTENCES.split(text.value.strip()))):
        yield Sentence(words, "" if number else pictogram, language=language)


def _places(character: Character) -> Iterator[Sentence]:
    for need in character.needs.all():
        words = _("Find a place for this: %(need)s.") % {"need": localized(need, "phrase")}
        yield Sentence(words, need.pictogram, reverse("results") + query([("need", need.code)]))
