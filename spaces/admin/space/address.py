"""A space's point and its address: found from it, and compared with it when both are saved."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.shared import point
from spaces.gazetteer import geocoding
from spaces.gazetteer.geocoding import Answer, State
from spaces.geo import outlines
from spaces.geo.points import distance
from spaces.models import Space

FAR = 300  # metres from the address: the point is likely to be another building's
_ADDRESS = {"street_fr", "street_nl", "house_number", "postal_code", "municipality"}
_COMPARED = _ADDRESS - {"municipality"} | {"municipality_id", "latitude", "longitude"}

_NOT_FOUND = {
    State.NONE: gettext_lazy(
        "No address service is set up here. Put the point on the map yourself."
    ),
    State.UNAVAILABLE: gettext_lazy(
        "The address service does not answer. Try again later, or put the point on the map."
    ),
    State.NOT_FOUND: gettext_lazy(
        "The address service does not know this address. Put the point on the map yourself."
    ),
}


@admin.display(description=gettext_lazy("map"))
def point_map(obj: Space) -> str:
    """Return the place of the map, which has a button that finds the point of the address."""
    settings = point.map_settings() | {"find": reverse("admin:spaces_space_find_point")}
    settings["words"]["silent"] = str(_NOT_FOUND[State.UNAVAILABLE])
    return point.drawn(settings)


def find_point(request: HttpRequest, *, desk: Any) -> HttpResponse:
    """Return, as JSON, the point of the address that stands in the form, or why there is none.

    The names are the form's; `municipality` is the name of one.
    """
    typed = {name: request.GET.get(name, "").strip() for name in _ADDRESS}
    if not typed["street_fr"] and not typed["street_nl"]:
        return JsonResponse({"words": _("Write the street first.")})
    answer = _ask(**typed)
    if answer.meaning is None:
        return JsonResponse({"words": str(_NOT_FOUND[answer.state])})
    latitude, longitude = answer.meaning.point
    words = _("Found: %(address)s") % {"address": answer.meaning.name_fr}
    return JsonResponse({"words": words, "lat": latitude, "lng": longitude})


def last_record() -> int:
    """Return the number of the last change of a space that is remembered."""
    return Space.history.aggregate(last=Max("history_id"))["last"] or 0  # type: ignore[attr-defined]


def doubts_since(number: int, user: Any) -> list[str]:
    """Return where the point of the space that a person saved since does not fit its address.

    The history tells what they saved, once nothing is locked any more: the address service, which
    is asked where a point or an address changed, may be slow.
    """
    records = Space.history.filter(history_id__gt=number, history_user=user)  # type: ignore[attr-defined]
    saved = records.first()
    if saved is None:
        return []
    moved = any(_is_moved(record) for record in records.filter(id=saved.id))
    space = Space.objects.select_related("municipality").filter(pk=saved.id).first()
    return list(_doubts(space)) if moved and space else []


def _is_moved(record: Any) -> bool:
    """Tell whether a record has another point or address than the one before it."""
    before = record.prev_record
    if before is None:
        return True
    return any(getattr(record, name) != getattr(before, name) for name in _COMPARED)


def _doubts(space: Any) -> Iterator[str]:
    """Yield what is odd about a point: another municipality's, or far from the address."""
    if not space.point:
        return
    nis = space.municipality.nis
    if nis in outlines.rings() and not outlines.contains(nis, space.point):
        outside = _("The point is just outside %(municipality)s. Is it right?")
        yield outside % {"municipality": space.municipality}
    if space.street_fr or space.street_nl:
        yield from _distance_doubts(space)


def _distance_doubts(space: Any) -> Iterator[str]:
    """Yield that the address is elsewhere, or that nobody knows."""
    answer = _ask(
        street_fr=space.street_fr or "",
        street_nl=space.street_nl or "",
        house_number=space.house_number,
        postal_code=space.postal_code,
        municipality=str(space.municipality),
    )
    if answer.unavailable:
        yield _("The address service does not answer: the point was not compared with the address.")
    if answer.meaning and (metres := distance(space.point, answer.meaning.point)) > FAR:
        latitude, longitude = answer.meaning.point
        far = _(
            "The point is %(metres)d metres from the address, which is at %(point)s. Is it right?"
        )
        yield far % {"metres": round(metres, -1), "point": f"{latitude:.5f}, {longitude:.5f}"}


def _ask(
    *, street_fr: str, street_nl: str, house_number: str, postal_code: str, municipality: str
) -> Answer:
    """Ask the address service for an address, in the language of its street."""
    house = f"{street_fr or street_nl} {house_number}".strip()
    town = f"{postal_code} {municipality}".strip()
    return geocoding.resolve(", ".join(filter(None, [house, town])), "fr" if street_fr else "nl")
