"""A character's story in easy words: the same sentences, one on a line. Pure."""

import re
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from campaign.models import Character
from campaign.words import origin_sentence
from spaces.easy import Part, Sentence
from spaces.links import query
from spaces.localized import localized

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?؟])\s+|\n+")


def parts(character: Character) -> list[Part]:
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


def _said(character: Character, field: str, pictogram: str = "") -> Iterator[Sentence]:
    """Yield the sentences of a text, the first one with a pictogram."""
    text = localized(character, field)
    language = text.language if text.is_fallback else ""
    for number, words in enumerate(filter(None, _BETWEEN_SENTENCES.split(text.value.strip()))):
        yield Sentence(words, "" if number else pictogram, language=language)


def _places(character: Character) -> Iterator[Sentence]:
    for need in character.needs.all():
        words = _("Find a place for this: %(need)s.") % {"need": localized(need, "phrase")}
        yield Sentence(words, need.pictogram, reverse("results") + query([("need", need.code)]))
