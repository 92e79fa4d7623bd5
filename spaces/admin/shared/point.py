"""A point on the map: two inputs that always work, and a map beside them where scripts run."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import Field, Model
from django.template.loader import render_to_string
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.directory.doors import names_language
from spaces.geo.boxes import REGION
from spaces.views import ground

CREDIT = '© <a href="https://www.openstreetmap.org/copyright" rel="noopener">OpenStreetMap</a>'

_WEST, _SOUTH, _EAST, _NORTH = REGION
_RANGES = {"latitude": (_SOUTH, _NORTH), "longitude": (_WEST, _EAST)}
_OUTSIDE = {
    "latitude": gettext_lazy("In the Brussels Region, the latitude is from {least} to {most}."),
    "longitude": gettext_lazy("In the Brussels Region, the longitude is from {least} to {most}."),
}


class DegreesField(forms.FloatField):
    """Degrees inside the Region's box; a decimal comma will do."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": "12"})
    default_error_messages = {"invalid": gettext_lazy("Write degrees, such as 50.84655.")}

    def to_python(self, value: Any) -> Any:
        """Return the number of degrees."""
        return super().to_python(
            value.strip().replace(",", ".") if isinstance(value, str) else value
        )


def degrees(db_field: "Field[Any, Any]") -> forms.Field:
    """Return the input for a latitude or a longitude."""
    least, most = _RANGES[db_field.name]
    outside = format_lazy(_OUTSIDE[db_field.name], least=str(least), most=str(most))
    return DegreesField(
        label=capfirst(db_field.verbose_name),
        required=not db_field.blank,
        min_value=least,
        max_value=most,
        error_messages={"min_value": outside, "max_value": outside},
    )


INPUTS = {"latitude": degrees, "longitude": degrees}


@admin.display(description=gettext_lazy("map"))
def point_map(obj: Model | None = None) -> str:
    """Return the place of the map, with what its script needs."""
    return drawn(map_settings())


def drawn(settings_of_map: dict[str, Any]) -> str:
    """Return the place of a map with these settings."""
    return render_to_string("admin/spaces/_point_picker.html", {"settings": settings_of_map})


def map_settings() -> dict[str, Any]:
    """Return what the map's script needs."""
    return {
        "tiles": ground.tiles(names_language()),
        "attribution": settings.TILE_ATTRIBUTION or CREDIT,
        "region": [[_SOUTH, _WEST], [_NORTH, _EAST]],
        "words": {
            "map": _("Map. The arrow keys move it, plus and minus zoom."),
            "point": _("The point. The arrow keys move it by 5 metres, with Shift by 50 metres."),
            "zoom_in": _("Zoom in"),
            "zoom_out": _("Zoom out"),
        },
    }
