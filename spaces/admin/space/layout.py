"""The parts of a space's form, in the order in which people think."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.languages import CONTENT_LANGUAGES, LANGUAGES
from spaces.admin.models.closure import ClosureInline
from spaces.admin.space.access import AccessFeatureInline
from spaces.admin.space.address import point_map
from spaces.admin.space.columns import courses_here
from spaces.admin.space.hours import hours_preview
from spaces.admin.space.label import charter_table
from spaces.models import Space
from spaces.models.label import DECIDED

_TEXTS = ("description", "what_to_expect", "cost_note", "conditions_note", "appointment_note")
_LANGUAGES = {code: LANGUAGES[code].name for code in CONTENT_LANGUAGES}


def _texts(language: str) -> dict[str, Any]:
    return {"fields": [f"{text}_{language}" for text in _TEXTS]}


FIELDSETS = (
    (
        gettext_lazy("What and where"),
        {
            "fields": (
                ("name_fr", "name_nl", "name_en"),
                "status",
                "operator",
                ("street_fr", "street_nl", "street_en"),
                ("house_number", "postal_code", "municipality"),
                ("latitude", "longitude", "point_quality"),
                point_map,
                ("phone", "email", "website"),
                "slug",
            )
        },
    ),
    (
        gettext_lazy("Photo of the door"),
        {"fields": ("photo", ("photo_alt_fr", "photo_alt_nl", "photo_alt_en"))},
    ),
    (ClosureInline.below, {"fields": ("opening_hours", "hours_of", hours_preview)}),
    (gettext_lazy("Services"), {"fields": ("services", "computers", courses_here)}),
    (AccessFeatureInline.below, {"fields": ("spoken_languages",)}),
    (
        gettext_lazy("Cost, conditions, appointment"),
        {"fields": (("cost", "conditions", "appointment"),)},
    ),
    (
        gettext_lazy("Label"),
        {"fields": (DECIDED, "label_evidence", "label_reason", charter_table)},
    ),
    *((name, _texts(code)) for code, name in _LANGUAGES.items()),
    (
        gettext_lazy("Internal"),
        {
            "fields": (
                "provenance",
                "sample_fields",
                "source",
                "source_note",
                ("checked_on", "checked_by"),
                "managers",
                ("code", "replaced_by", "created_at", "updated_at"),
            )
        },
    ),
)


def with_counts(parts: Any, space: Space | None) -> list[tuple[Any, dict[str, Any]]]:
    """Return the parts; the title of a language's says how many of its texts are written."""
    titles = {name: _title(name, code, space) for code, name in _LANGUAGES.items()}
    return [(titles.get(str(name), name), options) for name, options in parts]


def without(parts: Any, field: str) -> list[tuple[Any, dict[str, Any]]]:
    """Return the parts without a field."""
    return [
        (name, options | {"fields": [one for one in options["fields"] if one != field]})
        for name, options in parts
    ]


def _title(name: str, language: str, space: Space | None) -> str:
    count = sum(bool(getattr(space, field, "")) for field in _texts(language)["fields"])
    words = {"language": name, "count": count, "all": len(_TEXTS)}
    return _("%(language)s: %(count)d of %(all)d texts") % words
