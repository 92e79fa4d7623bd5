"""A space's point and its address: found from it, and compared with it when both are saved."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.shared.point import PointAdmin
from spaces.gazetteer import geocoding
from spaces.gazetteer.geocoding import Answer, State
from spaces.geo import outlines
from spaces.geo.points import distance
from spaces.models import Space

FAR = 300  # metres from the address: the point is likely to be another building's
_ADDRESS = {"street_fr", "street_nl", "house_number", "postal_code", "municipality"}
_COMPARED = _ADDRESS | {"latitude", "longitude"}
_MOVED = "dps.moved_space"  # in the request, from the saving to the answer

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


class AddressPointAdmin(PointAdmin[Space]):
    """A space's pages, where the map has a button that finds the point of the address."""

    def get_urls(self) -> list[Any]:
        """Add the address that the button asks."""
        view = self.admin_site.admin_view(self.find_point_view)
        return [path("find-point/", view, name="spaces_space_find_point"), *super().get_urls()]

    def map_settings(self) -> dict[str, Any]:
        """Return what the map's script needs, and where its button asks."""
        settings = super().map_settings()
        settings["find"] = reverse("admin:spaces_space_find_point")
        settings["words"]["silent"] = str(_NOT_FOUND[State.UNAVAILABLE])
        return settings

    def find_point_view(self, request: HttpRequest) -> HttpResponse:
        """Return, as JSON, the point of the address that stands in the form, or why there is none.

        The names are the form's; `municipality` is the name of one.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        typed = {name: request.GET.get(name, "").strip() for name in _ADDRESS}
        if not typed["street_fr"] and not typed["street_nl"]:
            return JsonResponse({"words": _("Write the street first.")})
        answer = _ask(**typed)
        if answer.meaning is None:
            return JsonResponse({"words": str(_NOT_FOUND[answer.state])})
        latitude, longitude = answer.meaning.point
        words = _("Found: %(address)s") % {"address": answer.meaning.name_fr}
        return JsonResponse({"words": words, "lat": latitude, "lng": longitude})

    def save_model(
        self, request: HttpRequest, obj: Space, form: "forms.ModelForm[Space]", change: bool
    ) -> None:
        """Save, and remember a point or address that changed."""
        super().save_model(request, obj, form, change)
        if obj.point and _COMPARED & set(form.changed_data):
            request.META[_MOVED] = obj

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer; then say where a point that changed does not fit its address.

        The address service may be slow, so it is asked once nothing is locked any more.
        """
        response: HttpResponse = super().changeform_view(request, *args, **kwargs)
        if moved := request.META.get(_MOVED):
            for words in _doubts(moved):
                self.message_user(request, words, messages.WARNING)
        return response


def _doubts(space: Any) -> list[str]:
    """Return sentences about a point that is not where the address is."""
    point, nis = space.point, space.municipality.nis
    found = []
    if point and nis in outlines.rings() and not outlines.contains(nis, point):
        outside = _("The point is just outside %(municipality)s. Is it right?")
        found.append(outside % {"municipality": space.municipality})
    if not point or not (space.street_fr or space.street_nl):
        return found
    answer = _ask(
        street_fr=space.street_fr or "",
        street_nl=space.street_nl or "",
        house_number=space.house_number,
        postal_code=space.postal_code,
        municipality=str(space.municipality),
    )
    if answer.unavailable:
        found.append(
            _("The address service does not answer: the point was not compared with the address.")
        )
    if answer.meaning and (metres := distance(point, answer.meaning.point)) > FAR:
        latitude, longitude = answer.meaning.point
        words = {"metres": round(metres, -1), "point": f"{latitude:.5f}, {longitude:.5f}"}
        found.append(
            _(
                "The point is %(metres)d metres from the address, which is at %(point)s. "
                "Is it right?"
            )
            % words
        )
    return found


def _ask(
    *, street_fr: str, street_nl: str, house_number: str, postal_code: str, municipality: str
) -> Answer:
    """Ask the address service for an address, in the language of its street."""
    house = f"{street_fr or street_nl} {house_number}".strip()
    town = f"{postal_code} {municipality}".strip()
    return geocoding.resolve(", ".join(filter(None, [house, town])), "fr" if street_fr else "nl")
