"""What ends a cached page's life: writing any model moves the data version, or no page shows it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Model
from django.utils import timezone
from simple_history.models import HistoricalChanges

from campaign.models import Scan
from spaces.models import (
    DataVersion,
    DayLeftOut,
    DistinctPair,
    GivenCode,
    LastBackup,
    LastDigest,
    Space,
)
from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedQuerySet
from tests import factories

pytestmark = pytest.mark.django_db

# No page shows these, so that writing them may leave every page in the cache.
ON_NO_PAGE = {
    "spaces.DataVersion": "it is the version",
    "spaces.GivenCode": "which codes were ever given; what has a code is shown, and moves it",
    "spaces.LastBackup": "the desk alone shows it",
    "spaces.LastDigest": "whom the desk wrote to",
    "spaces.MissingSpace": "waits at the desk",
    "spaces.Proposal": "waits at the desk; what is applied is written to its space",
    "spaces.RegisterHouse": "imported whole, and that moves it",
    "spaces.RegisterStreet": "imported whole, and that moves it",
    "spaces.Report": "waits at the desk",
    "spaces.SpaceContact": "whom we ask; never shown",
    "campaign.Scan": "counted all day; the public total is that of the days before",
}


def _day_left_out() -> Model:
    course = factories.CourseFactory()
    return DayLeftOut.objects.create(course=course, day=course.first_day)


def _distinct_pair() -> Model:
    one, other = sorted([factories.SpaceFactory(), factories.SpaceFactory()], key=lambda s: s.pk)
    return DistinctPair.objects.create(first=one, second=other)


def _given_code() -> Model:
    return GivenCode.objects.create(code="22222", holder=factories.SpaceFactory().pk)


def _last_digest() -> Model:
    return LastDigest.objects.create(user=User.objects.create(username="anna"))


def _scan() -> Model:
    poster = factories.PosterFactory()
    return Scan.objects.create(poster=poster, day=timezone.localdate(), language="fr", count=1)


MADE: dict[str, Callable[[], Any]] = {
    "spaces.DayLeftOut": _day_left_out,
    "spaces.DistinctPair": _distinct_pair,
    "spaces.GivenCode": _given_code,
    "spaces.LastBackup": lambda: LastBackup.objects.create(made_at=timezone.now(), size=1),
    "spaces.LastDigest": _last_digest,
    "campaign.Scan": _scan,
}


def our_models() -> list[type[Model]]:
    return [
        model
        for config in apps.get_app_configs()
        if config.name in ("spaces", "campaign")
        for model in config.get_models()
        if not issubclass(model, HistoricalChanges)
    ]


def written(model: type[Model]) -> Model:
    """Return a row of the model: one of fixtures/, else one made for this."""
    row = model._default_manager.first()  # noqa: SLF001
    factory = getattr(factories, f"{model.__name__}Factory", None)
    made = row or MADE.get(model._meta.label, factory)  # noqa: SLF001
    assert made, f"Say in MADE how a row of {model._meta.label} is made."  # noqa: SLF001
    return made if isinstance(made, Model) else made()


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)  # noqa: SLF001
def test_writing_what_a_page_shows_moves_the_version(model: type[Model]) -> None:
    row = written(model)
    before = DataVersion.current()

    row.save()

    moved = DataVersion.current() != before
    named = model._meta.label in ON_NO_PAGE  # noqa: SLF001
    assert moved != named, (
        f"{model._meta.label}: derive it from DirectoryModel, which moves the data version, or "  # noqa: SLF001
        "say in ON_NO_PAGE why no page shows it."
    )


def test_writing_many_rows_at_once_moves_it_too() -> None:
    plain = {
        model._meta.label  # noqa: SLF001
        for model in our_models()
        if issubclass(model, DirectoryModel)
        and not isinstance(model._default_manager.all(), VersionedQuerySet)  # noqa: SLF001
    }

    assert plain == set(), "Their manager has to be made of VersionedQuerySet."


def test_list_of_a_shown_row_moves_the_version() -> None:
    space = Space.objects.first()
    assert space is not None
    before = DataVersion.current()

    space.services.clear()

    assert DataVersion.current() != before
