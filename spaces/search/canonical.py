"""A question as an address says it: each part in a parameter of its own, in one order."""

from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from django.http import QueryDict
from django.utils.http import urlencode

from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point

# What says nothing of what is asked for: the part of the list, the helper's sheet.
_NOT_ASKED = ("page", "to_check")
_BESIDE = (*_NOT_ASKED, "space", "for")


def pairs(query: Any) -> list[tuple[str, str]]:
    """Return the parameters of a query (a dataclass whose fields are named as they are)."""
    found: list[tuple[str, str]] = []
    for field in fields(query):
        value = getattr(query, field.name)
        if isinstance(value, BoundingBox):
            found.append((field.name, ",".join(map(str, value))))
        elif isinstance(value, Point):
            found += [("lat", str(value.latitude)), ("lng", str(value.longitude))]
        elif isinstance(value, tuple):
            found += [(field.name, str(one)) for one in value]
        elif value and field.name not in _NOT_ASKED:
            found.append((field.name, _text(value)))
    return found


def canonical(query: Any) -> str:
    """Return the query as the end of an address, without its page."""
    return urlencode(pairs(query))


def as_understood(query: Any, parameters: QueryDict) -> QueryDict:
    """Return the parameters of an address with what its sentence says, each part apart.

    Links made of them take one part off, or change it, and leave the others. What is no part of
    the question (the page, the sheet) stays; a visitor's position stays as it is.
    """
    said = QueryDict(mutable=True)
    for name, value in pairs(query):
        if name not in ("lat", "lng"):
            said.appendlist(name, value)
    for name in ("lat", "lng", *_BESIDE):
        if given := [value for value in parameters.getlist(name) if value]:
            said.setlist(name, given)
    return said


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "1" if value is True else str(value)
