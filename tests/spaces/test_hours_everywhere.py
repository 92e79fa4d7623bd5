"""Wherever hours are told, a closure, a single day and a season are told right.

Each way out of the site is asked of a place that is closed although a dated opening falls into its
closure, and of one whose hours change with the season.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils.translation import override

from campaign.print.forms import PaperFormat
from campaign.print.poster import data as poster_data
from spaces.directory import published
from spaces.models import Space
from spaces.paper import booklet
from spaces.wording.sharing import message
from tests.factories import CharacterFactory, ClosureFactory, PosterFactory, SpaceFactory
from tests.pages import read
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]

TODAY = date(2026, 12, 16)
AT = datetime(2026, 12, 16, 9, tzinfo=UTC)


def _page(address: str) -> Callable[[Space], str]:
    def text(space: Space) -> str:
        response = Client().get(address.format(slug=space.slug))
        assert response.status_code == 200, address
        return read(response).one("main").text

    return text


def _card(space: Space) -> str:
    page = read(Client().get("/en/spaces/"))
    return page.one("li", data_dps_space=space.slug).text


def _message(space: Space) -> Any:
    return message(space, "https://epn.example/S/ZZ222", TODAY)


def _booklet(space: Space) -> str:
    with override("en"):
        return json.dumps(booklet.data(published.current(), AT), ensure_ascii=False)


def _poster(space: Space) -> str:
    poster = PosterFactory(
        character=CharacterFactory(), target="space", space=space, languages=["en"]
    )
    return json.dumps(poster_data(poster, PaperFormat.A4, AT, bleed=False), ensure_ascii=False)


# Read on another day than it is made: it tells the usual hours, and what changes them.
LASTING: dict[str, Callable[[Space], str]] = {
    "text message": lambda space: unquote(_message(space).sms),
    "WhatsApp": lambda space: unquote(_message(space).whatsapp),
    "e-mail": lambda space: unquote(_message(space).email),
    "sheet": _page("/en/sheet/?space={slug}"),
    "list on a phone": _page("/en/on-my-phone/"),
    "page on a phone": _page("/en/on-my-phone/{slug}/"),
    "printed list": _card,
    "booklet": _booklet,
    "poster": _poster,
}


def _linked_data(space: Space) -> dict[str, Any]:
    page = read(Client().get(f"/en/spaces/{space.slug}/"))
    [script] = page.all("script", type="application/ld+json")
    found: dict[str, Any] = json.loads("".join(map(str, script.children)))["mainEntity"]
    return found


def _point(space: Space) -> str:
    answer = Client().get("/api/spaces.geojson?lang=en").json()
    [feature] = answer["features"]
    return str(feature["properties"]["hours"])


@pytest.fixture
def closed() -> Space:
    """Return a place that is closed, with an opening on a date inside the closure."""
    hours = "Mo-Fr 09:00-17:00; 2026 Dec 19 10:00-12:00"
    space: Space = SpaceFactory(opening_hours=hours)
    ClosureFactory(
        space=space, first_day=date(2026, 12, 14), last_day=date(2027, 1, 10), reason_en="works"
    )
    return space


@pytest.fixture
def seasonal() -> Space:
    """Return a place that closes earlier in January."""
    space: Space = SpaceFactory(opening_hours="Mo-Fr 09:00-17:00; Jan Mo-Fr 09:00-13:00")
    return space


@pytest.mark.parametrize("way_out", LASTING)
def test_closure_of_today_is_told_before_the_usual_hours(closed: Space, way_out: str) -> None:
    text = LASTING[way_out](closed)

    assert 0 < text.index("Closed until 10 January (works)") < text.index("9:00–17:00")
    assert "19 December" not in text


@pytest.mark.parametrize("way_out", LASTING)
def test_season_is_told_with_the_day_on_which_it_begins(seasonal: Space, way_out: str) -> None:
    text = LASTING[way_out](seasonal)

    assert text.index("9:00–17:00") < text.index("From 1 January:") < text.index("9:00–13:00")


@pytest.mark.parametrize("address", ["/en/spaces/{slug}/", "/en/spaces/{slug}/easy/"])
def test_pages_tell_the_closure_of_today(closed: Space, address: str) -> None:
    text = _page(address)(closed)

    assert "Closed until 10 January (works)" in text
    assert "19 December" not in text


@pytest.mark.parametrize("address", ["/en/spaces/{slug}/", "/en/spaces/{slug}/easy/"])
def test_pages_tell_the_hours_of_the_season(seasonal: Space, clock: Clock, address: str) -> None:
    clock.set("2027-01-13 10:00")

    text = _page(address)(seasonal)

    assert "13:00" in text
    assert "17:00" not in text


def test_programs_are_told_the_closure(closed: Space) -> None:
    facts = _linked_data(closed)
    [closure] = facts["specialOpeningHoursSpecification"]

    assert "openingHoursSpecification" not in facts
    assert (closure["validFrom"], closure["validThrough"]) == ("2026-12-14", "2027-01-10")
    assert _point(closed) == "Exceptionally closed today. Opens on 11 January at 9:00"
    assert "2026 Dec 14-2027 Jan 10 off" in Client().get("/llms.txt").text


def test_programs_are_told_the_hours_of_the_season(seasonal: Space, clock: Clock) -> None:
    clock.set("2027-01-13 10:00")

    closes = {hours["closes"] for hours in _linked_data(seasonal)["openingHoursSpecification"]}

    assert closes == {"13:00"}
    assert _point(seasonal) == "Open now, until 13:00"
    assert "Jan Mo-Fr 09:00-13:00" in Client().get("/llms.txt").text
