"""What the pages say about who made the characters up."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from campaign.models import Character
from spaces.language.lists import enumeration


def names_by_origin(characters: Iterable[Character], origin: str) -> str:
    """Return the names of those who come from there, as one says them; '' if there are none."""
    names = [who.name for who in characters if who.origin == origin]
    return enumeration(names) if names else ""


def origin_sentence(character: Character) -> str:
    """Return who made the character up."""
    if character.origin == Character.Origin.CAMPAIGN:
        return _(
            "%(name)s is a character from the posters of the campaign. This site drew the "
            "portrait and wrote the story."
        ) % {"name": character.name}
    return _("%(name)s is an invented person. This site drew the portrait and wrote the story.") % {
        "name": character.name
    }
