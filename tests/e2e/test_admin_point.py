"""A point is found from the address in a browser; or the desk says why it is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import site as sites
from tests.e2e.conftest import NewPage
from tests.e2e.on_desk import degrees, open_space, save, sign_in, written
from tests.standins import StandIn, urbis, urbis_answer

HERE = (50.8771, 4.3801)  # in Schaerbeek, as the space


@pytest.fixture
def server() -> Iterator[StandIn]:
    """Return a local server that stands in for the address service."""
    with StandIn() as stand_in:
        stand_in.answer(urbis_answer(urbis("Avenue du Test", point=HERE)))
        yield stand_in


@pytest.fixture
def form(prepared: Path, tmp_path: Path, server: StandIn, new_page: NewPage) -> Iterator[Page]:
    """Open a space's form on a site that asks the stand-in."""
    service = {"GEOCODER": "urbis", "GEOCODER_URL": server.url}
    with sites.serve(prepared, tmp_path, **service) as running:
        page = new_page(base_url=running.url)
        sign_in(page)
        open_space(page)
        page.locator("#id_street_fr").fill("Avenue du Test")
        page.locator("#id_house_number").fill("12")
        yield page


def find(page: Page) -> None:
    page.get_by_role("button", name="Find the point from the address").press("Enter")


def test_point_is_found_from_the_address_as_it_is_typed(form: Page, server: StandIn) -> None:
    find(form)

    expect(form.get_by_text("Found: Avenue du Test 12, 1000 Bruxelles")).to_be_visible()
    assert written(form) == HERE
    assert server.asked[0]["address"].startswith("Avenue du Test 12, 1030 S")
    save(form)


def test_point_stays_where_the_service_is_down(form: Page, server: StandIn) -> None:
    before = [field.input_value() for field in degrees(form)]
    server.answer(b"", status=500)

    find(form)

    expect(form.get_by_text("The address service does not answer.")).to_be_visible()
    assert [field.input_value() for field in degrees(form)] == before
    save(form)
    expect(form.get_by_text("the point was not compared with the address")).to_be_visible()
