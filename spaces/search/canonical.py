"""A question as an address says it: each part in a parameter of its own, in one order."""

from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from django.http import QueryDict
from django.utils.http import urlencode

from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point
from spaces.search.results import Results

# What says nothing of what is asked for.
_NOT_ASKED = ("page", "to_check")


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


def as_understood(found: Results[Any], parameters: QueryDict) -> QueryDict:
    """Return the address's parameters with what its sentence says, each part apart.

    Links made of them take one part off, or change it, and leave the others. What is no part of
    the question (the sheet, a poster) stays.
    """
    query: Any = found.query
    if not found.sentence.says_more_than_place:
        return parameters
    said = parameters.copy()
    for field in fields(query):
        if field.name not in _NOT_ASKED:
            said.pop(field.name, None)
    for name, value in pairs(query):
        if name not in ("lat", "lng"):
            said.appendlist(name, value)
    return said


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "1" if value is True else str(value)
