"""From a place that somebody misses to a draft of its listing, as far as its words go."""

import re
from typing import Any

from spaces import gazetteer
from spaces.models import DataVersion, MissingSpace, Municipality, Place, Space

_POSTAL_CODE = re.compile(r"\b1[0-2]\d\d\b")
_HOUSE = re.compile(r"\b\d{1,4}[a-z]?\b", re.IGNORECASE)
_STREETS = {Place.Kind.STREET, Place.Kind.SQUARE}


def known(message: MissingSpace) -> dict[str, Any]:
    """Return the fields of a listing that the message fills in.

    There is no `municipality` among them where the words may mean several, or none.
    """
    found = gazetteer.resolve(message.where, DataVersion.current())
    towns = {m.municipality.nis for m in (found.meaning, *found.others) if m and m.municipality}
    fields: dict[str, Any] = {"name_fr": message.name, "name_nl": message.name}
    if code := _POSTAL_CODE.search(message.where):
        fields["postal_code"] = code[0]
    if len(towns) == 1:
        fields["municipality"] = Municipality.objects.get(nis=towns.pop())
    return fields | _street(message, found)


def _street(message: MissingSpace, found: gazetteer.Resolution) -> dict[str, str]:
    """Return the street, in both languages if the gazetteer knows it, and the house number."""
    house = _HOUSE.search(_POSTAL_CODE.sub("", message.where))
    number = {"house_number": house[0]} if house else {}
    if found.meaning and found.meaning.kind in _STREETS:
        return number | {"street_fr": found.meaning.name_fr, "street_nl": found.meaning.name_nl}
    if house and found.unknown:
        language = "nl" if message.language == "nl" else "fr"
        return number | {f"street_{language}": _HOUSE.sub("", found.unknown).strip(" ,")}
    return {}


@DataVersion.held()
def draft_of(message: MissingSpace) -> Space | None:
    """Return the draft made of a message, a new one the first time; None without a municipality."""
    message = MissingSpace.objects.select_for_update().get(pk=message.pk)
    fields = known(message)
    if message.draft_id or not fields.get("municipality"):
        return message.draft
    draft: Space = Space.objects.create(status=Space.Status.DRAFT, **fields)
    MissingSpace.objects.filter(pk=message.pk).update(draft=draft)
    return draft
