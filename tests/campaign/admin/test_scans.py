"""The count at the desk: totals by four things, drawn, and as a table to take along."""

import csv
import io
from datetime import date

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from campaign.models import Poster, Scan
from spaces.models import DataVersion
from tests.factories import CampaignFactory, CharacterFactory, PosterFactory
from tests.pages import Element, body, read
from tests.spaces.admin import desk
from tests.spaces.admin.conftest import chief, staff

__all__ = ["chief", "staff"]

pytestmark = pytest.mark.django_db

WHERE = desk.address(Scan, "changelist")


@pytest.fixture(autouse=True)
def posters() -> list[Poster]:
    """Count the scans of two characters' posters on two days."""
    campaign = CampaignFactory(year=2001, title_en="Once")
    anna, bram = (CharacterFactory(campaign=campaign, name=name) for name in ("Anna", "Bram"))
    made = [
        PosterFactory(character=anna, code="ZYXWV", name="Hall"),
        PosterFactory(character=anna, code="ZYXWT", name="=HYPERLINK(1)"),
        PosterFactory(character=bram, code="ZYXWS", name="Door"),
    ]
    for poster, day, language, count in (
        (made[0], date(2001, 3, 1), "fr", 3),
        (made[0], date(2001, 3, 2), "fr", 1),
        (made[1], date(2001, 3, 1), "nl", 4),
        (made[2], date(2001, 3, 2), "ar", 2),
    ):
        Scan.objects.create(poster=poster, day=day, language=language, count=count)
    return made


def table(page: Element) -> list[tuple[str, str]]:
    rows = page.one("table", class_="tally").one("tbody").all("tr")
    return [(row.one("th").text, row.all("td")[0].text) for row in rows]


@pytest.mark.parametrize(
    ("by", "first"),
    [
        ("", [("Once (2001)", "10")]),
        ("?by=campaign", [("Once (2001)", "10"), ("Now they know (2021)", "0")]),
        ("?by=character", [("Anna (2001)", "8"), ("Bram (2001)", "2"), ("Salima (2021)", "0")]),
        (
            "?by=poster",
            [("ZYXWT · =HYPERLINK(1)", "4"), ("ZYXWV · Hall", "4"), ("ZYXWS · Door", "2")],
        ),
        ("?by=day", [("2001-03-02", "3"), ("2001-03-01", "7")]),
        ("?by=nothing", [("Once (2001)", "10")]),
        ("?by=%00", [("Once (2001)", "10")]),
    ],
)
def test_scans_are_added_up(chief: Client, by: str, first: list[tuple[str, str]]) -> None:
    page = read(chief.get(WHERE + by))

    assert table(page)[: len(first)] == first
    assert (
        page.one("table", class_="tally").one("tfoot").one("td", class_="tally__count").text == "10"
    )


def test_bars_are_as_long_as_the_share_of_the_largest(chief: Client) -> None:
    page = read(chief.get(f"{WHERE}?by=character", headers={"Accept-Language": "fr"}))

    assert [bar["width"] for bar in page.all("rect")][:3] == ["100", "25", "0"]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_totals_go_along_as_csv_without_formulas(chief: Client, language: str) -> None:
    response = chief.get(f"{WHERE}?by=poster&csv", headers={"Accept-Language": language})
    rows = list(csv.reader(io.StringIO(body(response).decode("utf-8-sig")), delimiter=";"))

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="scans-poster-')
    assert ["ZYXWT · =HYPERLINK(1)", "4"] in rows
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_title_that_is_a_formula_is_none_in_the_table(chief: Client) -> None:
    CampaignFactory(year=2002, title_en="=1+1")

    assert "'=1+1 (2002)" in body(chief.get(f"{WHERE}?by=campaign&csv")).decode()


def test_count_is_for_those_who_may_see_it(staff: Client) -> None:
    refused = [staff.get(WHERE).status_code, staff.get(f"{WHERE}?csv").status_code]
    User.objects.get(username="somebody").user_permissions.set(
        Permission.objects.filter(codename="view_scan")
    )

    assert refused == [403, 403]
    assert staff.get(WHERE).status_code == 200


def test_count_is_not_written_at_the_desk(chief: Client) -> None:
    scan = Scan.objects.all()[0]

    assert chief.get(desk.address(Scan, "add")).status_code == 403
    assert chief.post(desk.address(Scan, "change", scan.pk), {"count": 99}).status_code == 403
    assert chief.post(desk.address(Scan, "delete", scan.pk), {"post": "yes"}).status_code == 403
    assert sum(Scan.objects.values_list("count", flat=True)) == 10


def test_page_of_totals_takes_few_queries(
    chief: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for by in ("campaign", "character", "poster", "day"):
        with django_assert_max_num_queries(4):
            chief.get(f"{WHERE}?by={by}")


def test_site_without_scans_says_so(chief: Client) -> None:
    Scan.objects.all().delete()

    assert "Nothing was scanned yet." in read(chief.get(f"{WHERE}?by=day")).text


# --- what the public is told ----------------------------------------------------------------


def test_campaign_page_shows_the_total_of_the_days_before(client: Client) -> None:
    page = read(client.get("/en/campaign/2001/"))

    figures = page.one("dl", class_="figures").text
    assert "scans of the posters’ codes until yesterday 10" in figures
    assert "ZYXW" not in page.text


def test_scan_ends_no_cached_page(client: Client, posters: list[Poster]) -> None:
    client.get("/en/campaign/2001/")
    before = DataVersion.current()

    Scan.add(posters[0], date(2001, 3, 2), "fr")

    assert DataVersion.current() == before


def test_campaign_without_scans_shows_no_total(client: Client) -> None:
    assert "scans of" not in read(client.get("/en/campaign/")).text
