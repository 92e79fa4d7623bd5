"""A forgotten field is loud: all that people write of a row stands everywhere, or a reason is here.

Who adds a column learns here where else it belongs. Nothing is listed by hand but what stays away,
in `LEFT_OUT`: the fields come from the models, the places from the desk, the files and the site.
"""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Any, NamedTuple

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth.models import User
from django.db import IntegrityError, models, transaction
from django.db.models import Model
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import override
from modeltranslation.translator import NotRegistered, translator

from campaign.models import Character, Poster
from config.languages import CONTENT_LANGUAGES
from spaces.admin.shared.exchange import EXCHANGES
from spaces.curation.history import fields_of as remembered_fields
from spaces.models import Course, Place, Space
from tests import factories
from tests.pages import body, read
from tests.spaces.conftest import clock, no_listings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]
__all__ = ["clock", "no_listings"]


def editable(model: type[Model]) -> dict[str, Any]:
    """Return the fields that people write, by name; of a translated text, one for each language."""
    try:
        translated = set(translator.get_options_for_model(model).fields)
    except NotRegistered:
        translated = set()
    return {
        field.name: field
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)  # noqa: SLF001
        if field.editable and not field.primary_key and field.name not in translated
    }


# --- where a field stands -------------------------------------------------------------------


def in_form(model: type[Model]) -> set[str]:
    """Return what stands in the parts of the form, as an administrator gets it."""
    request = RequestFactory().get("/")
    request.user = User.objects.create_superuser("chief")
    return set(flatten_fieldsets(admin.site.get_model_admin(model).get_fieldsets(request)))


def in_file(model: type[Model]) -> set[str]:
    """Return the columns of the files that go out and come in."""
    [resource] = EXCHANGES[model].resource_classes
    return set(resource().fields)


def in_history(model: Any) -> set[str]:
    """Return what is remembered of each change."""
    record = model.history.model
    lists = record._history_m2m_fields  # noqa: SLF001
    return {field.name for field in (*remembered_fields(record()), *lists)}


def in_duplicates(model: type[Model]) -> set[str]:
    """Return the fields that name a row of the page where two listings are compared."""
    names = {"name_fr": "Maison du Web", "name_nl": "Webhuis"}
    factories.SpaceFactory(**names)
    factories.SpaceFactory(**names)
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(User.objects.create_superuser("chief"))
    page = read(client.get(reverse("admin:spaces_space_duplicates")))
    rows = {head.text.casefold() for head in page.one("table").all("th", scope="row")}
    fields = editable(model).items()
    return {name for name, field in fields if str(field.verbose_name).casefold() in rows}


def in_public(model: type[Model]) -> set[str]:
    """Return the fields of which another value changes what the public is answered."""
    rows, addresses = PUBLIC[model]
    found: set[str] = set()
    for row in rows():
        found.update(_shown(row, addresses, editable(model).keys() - found))
    return found


def _shown(row: Any, addresses: Callable[[Any], list[str]], names: set[str]) -> Iterator[str]:
    before: dict[str, Any] = {}
    for name in names:
        field = type(row)._meta.get_field(name)  # noqa: SLF001
        language = next((code for code in CONTENT_LANGUAGES if name.endswith(f"_{code}")), "fr")
        with override(language):
            places = addresses(row)
        before.setdefault(language, [_answer(place) for place in places])
        for value in _other_values(field, getattr(row, name)):
            with transaction.atomic():
                try:
                    _write(row, field, value)
                    is_shown = [_answer(place) for place in places] != before[language]
                except IntegrityError:  # nor may an editor write that here
                    is_shown = False
                transaction.set_rollback(True)
            if is_shown:
                yield name
                break


def _answer(place: str) -> tuple[int, str, bytes]:
    response = Client().get(place)
    return response.status_code, response.get("Location", ""), body(response)


def _write(row: Any, field: Any, value: Any) -> None:
    if field.many_to_many:
        getattr(row, field.name).set(value)
    else:
        type(row)._default_manager.filter(pk=row.pk).update(**{field.name: value})  # noqa: SLF001


def _other_values(field: Any, value: Any) -> list[Any]:
    """Return some values that the field may have beside this one."""
    if field.choices:
        return [code for code, _label in field.flatchoices if code != value]
    if field.many_to_many:
        return [[field.related_model._default_manager.last()]]  # noqa: SLF001
    if field.is_relation:
        others = field.related_model._default_manager.exclude(pk=getattr(value, "pk", None))  # noqa: SLF001
        return [others.last()]
    for kind, other in OTHER.items():
        if isinstance(field, kind):
            new = other(value)
            return [new[: field.max_length] if isinstance(new, str) else new]
    pytest.fail(f"Say in OTHER what another value of a {type(field).__name__} may be.")


OTHER: dict[type[Any], Callable[[Any], Any]] = {
    models.BooleanField: lambda value: not value,
    models.URLField: lambda _value: "https://zyxomma.example/",
    models.DateField: lambda value: (value or date(2026, 11, 1)) + timedelta(days=7),
    models.TimeField: lambda value: time(value.hour + 1),
    models.IntegerField: lambda value: (value or 0) + 1,
    models.FloatField: lambda value: (value or 50.8) + 0.001,
    models.JSONField: lambda value: value[1:],
    models.FileField: lambda _value: "photos/zyxomma.jpg",
    models.CharField: lambda _value: "zyxomma",
    models.TextField: lambda _value: "zyxomma",
}


def _space(**facts: Any) -> Space:
    """Make a space of which all is known, and another one to change to."""
    factories.SpaceFactory()
    words = {f"photo_alt_{language}": "A blue door." for language in CONTENT_LANGUAGES}
    return factories.complete_space(photo="photos/door.jpg", **words | facts)


def _courses() -> list[Course]:
    return [factories.CourseFactory(space=_space(), last_day=date(2027, 6, 1))]


def _posters() -> list[Poster]:
    """Make the posters of today that lead in each way: all depends on which one it is."""
    today = {"character": Character.objects.order_by("campaign__year").last()}
    return [
        factories.PosterFactory(**today, target="space", space=_space()),
        factories.PosterFactory(**today),
        factories.PosterFactory(**today, stop=Place.objects.exclude(lines=[])[0], **NO_POINT),
    ]


NO_POINT = {"latitude": None, "longitude": None}
# Rows of which all is known, and the addresses where the public sees them.
PUBLIC: dict[type[Model], tuple[Callable[[], list[Any]], Callable[[Any], list[str]]]] = {
    Space: (
        lambda: [_space(sample_fields=["opening_hours"]), _space()],
        lambda space: [
            reverse("space", args=[space.slug]),
            reverse("space_easy", args=[space.slug]),
            reverse("spaces_geojson"),
        ],
    ),
    Course: (
        _courses,
        lambda course: [
            reverse("course", args=[course.slug]),
            reverse("course_easy", args=[course.slug]),
        ],
    ),
    Poster: (
        _posters,
        lambda poster: [
            reverse("poster", args=[poster.code]),
            reverse("scan", args=[poster.code]),
        ],
    ),
}


# --- what is asked of every field -----------------------------------------------------------


class Where(NamedTuple):
    """A place: what stands there, and what to do with a field that does not."""

    fields: Callable[[Any], set[str]]
    models: tuple[type[Model], ...]
    help: str


ALL = (Space, Course, Poster)
PLACES = {
    "form": Where(in_form, ALL, "put it into `fieldsets` of the model's admin"),
    "file": Where(in_file, ALL, "add its column in `build` of the model's resource (exchange)"),
    "history": Where(in_history, ALL, "see `remember` in the app's translation.py"),
    "duplicates": Where(in_duplicates, (Space,), "add it to `_COMPARED` of admin/…/duplicates.py"),
    "public site": Where(
        in_public, ALL, "show it on the page in templates/, or in spaces/opendata/"
    ),
}


def _texts(*names: str) -> list[str]:
    return [f"{name}_{language}" for name in names for language in CONTENT_LANGUAGES]


# What stays away from a place, by the reason.
LEFT_OUT: dict[tuple[str, type[Model]], dict[str, list[str]]] = {
    ("file", Space): {
        "a picture, and the words for it, do not fit in a table": ["photo", *_texts("photo_alt")],
        "files hold no names of people with an account": ["managers"],
    },
    ("duplicates", Space): {
        "how a space works does not say which one it is": [
            *("cost", "conditions", "appointment", "spoken_languages", "hours_of"),
            *_texts("cost_note", "conditions_note", "appointment_note"),
            *_texts("description", "what_to_expect"),
        ],
        "a picture does not fit in the table": ["photo", *_texts("photo_alt")],
        "the metres between both points are said above": [
            *("latitude", "longitude", "point_quality"),
        ],
        "streets of the Region are written in French and Dutch": ["street_en"],
        "about the listing rather than the space; its date and label are compared": [
            *("source", "source_note", "sample_fields", "checked_by", "managers"),
            *("label_year", "label_evidence"),
        ],
    },
    ("public site", Space): {
        "internal": ["source", "source_note", "label_evidence", "managers"],
    },
    ("public site", Poster): {
        "internal": ["name", "print_run", "hung_on"],
        "it says what is printed": ["languages"],
        "for who hangs it; a visitor stands before it": ["address"],
    },
}


@pytest.mark.sql
@pytest.mark.parametrize(
    ("place", "model"),
    [(place, model) for place, where in PLACES.items() for model in where.models],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_every_field_stands_where_it_belongs(place: str, model: type[Model]) -> None:
    where = PLACES[place]
    excused = {name for names in LEFT_OUT.get((place, model), {}).values() for name in names}

    missing = editable(model).keys() - where.fields(model)

    assert missing - excused == set(), (
        f"{model.__name__} has fields that are not in the {place}: {where.help}, "
        "or say in LEFT_OUT of tests/test_fields.py why they stay away."
    )
    assert excused - missing == set(), "LEFT_OUT excuses what is there, or is no field"
