"""`manage.py seed`: fills what is empty, changes nothing else, prints a password once."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from campaign.models import Poster
from spaces.gazetteer import openstreetmap
from spaces.models import Municipality, Place, Space

pytestmark = pytest.mark.django_db


def seed(*arguments: str) -> str:
    out = StringIO()
    call_command("seed", *arguments, stdout=out)
    return out.getvalue()


def test_seed_keeps_what_staff_changed() -> None:
    space = Space.objects.first()
    assert space
    space.phone = "+3225550000"
    space.save()
    Poster.objects.all().delete()
    Space.objects.exclude(pk=space.pk).delete()

    said = seed()

    assert "already" in said
    assert [kept.phone for kept in Space.objects.all()] == ["+3225550000"]


def test_seed_fills_an_empty_directory() -> None:
    spaces = Space.objects.count()
    for model in (Poster, Space):
        model.objects.all().delete()
    for model in (Place, Municipality):  # thousands: without a signal for each
        model.objects.all()._raw_delete("default")  # noqa: SLF001

    said = seed()

    assert said == f"Loaded {spaces} spaces from fixtures/.\n"
    assert Municipality.objects.count() == 19
    assert Place.objects.count() > 7000


def test_seed_adds_the_streets_that_an_older_site_lacks() -> None:
    streets = Place.objects.filter(source=openstreetmap.SOURCE)
    before = streets.count()
    streets._raw_delete("default")  # noqa: SLF001

    seed()

    assert streets.count() == before


def test_seed_makes_an_administrator_once() -> None:
    said = seed("--administrator=admin")
    again = seed("--administrator=admin")

    password = said.split("password ")[1].split("\n")[0]
    administrator = get_user_model().objects.get(username="admin")
    assert administrator.check_password(password)
    assert administrator.is_superuser
    assert "password" not in again
    assert get_user_model().objects.count() == 1


def test_seed_makes_no_administrator_unasked() -> None:
    seed()

    assert not get_user_model().objects.exists()
