"""Every address of the desk, as the URLconf has them, and what each needs to be a page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from campaign.models import Poster, Scan
from spaces.models import Space
from tests import factories

DESK = "admin/"


def routes() -> list[tuple[str, tuple[str, ...]]]:
    """Return the names of the desk's routes, each with what its address takes."""
    return sorted(set(_within(get_resolver())))


def _within(resolver: URLResolver, before: str = "", space: str = "") -> Iterator[Any]:
    for pattern in resolver.url_patterns:
        where = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _within(pattern, where, inner)
        elif isinstance(pattern, URLPattern) and pattern.name and where.startswith(DESK):
            takes = list(pattern.pattern.converters) + list(pattern.pattern.regex.groupindex)
            yield space + pattern.name, tuple(dict.fromkeys(takes))


def furnish() -> None:
    """Make a row of every model that has none in fixtures/, and a state to go back to of each."""
    factories.AnnouncementFactory()
    factories.ClosureFactory()
    factories.ReportFactory()
    factories.MissingSpaceFactory()
    factories.ProposalFactory()
    factories.SpaceContactFactory()
    Group.objects.get_or_create(name="Editors")
    Scan.add(Poster.objects.all()[0], date(2026, 5, 1), "fr")
    for row in filter(None, map(row_of, apps.get_models())):
        if hasattr(row, "history"):
            row.save()
            row.save()


def row_of(model: type[Model]) -> Any:
    """Return the row that the addresses name."""
    return model._default_manager.order_by("pk").first()  # noqa: SLF001


def address(name: str, takes: tuple[str, ...], language: str) -> str:
    """Return an address of a route that leads somewhere."""
    page = name.removeprefix("admin:")
    known: dict[str, Any] = {"app_label": "spaces", "code": language, "kind": "csv"}
    known |= {"name": "listing", "content_type_id": ContentType.objects.get_for_model(Space).pk}
    if takes and page.count("_"):
        app, model, *_rest = page.split("_")
        if (app, model) in {(m._meta.app_label, m._meta.model_name) for m in apps.get_models()}:  # noqa: SLF001
            row = row_of(apps.get_model(app, model))
            known |= {"object_id": row.pk, "pk": row.pk, "id": row.pk}
            if "key" in takes:
                oldest = row.history.last()
                known["key"] = f"{model}-{oldest.history_id}"
    known.setdefault("object_id", row_of(Space).pk)
    return reverse(name, kwargs={part: known[part] for part in takes})
