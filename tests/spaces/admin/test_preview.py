"""A draft as it will look: for staff, in every language, and for nobody else."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from config.languages import LANGUAGES
from spaces.models import Space
from tests.factories import SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(db: None) -> Space:
    """Make a draft that the public has never seen."""
    return SpaceFactory(
        status=Space.Status.DRAFT, name_fr="Le futur", name_nl="De toekomst", name_en="The future"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_draft_is_shown_in_every_language(chief: Client, draft: Space, language: str) -> None:
    response = chief.get(desk.address(Space, "preview", draft.pk, language))

    page = read(response)
    assert page.one("html")["lang"] == language
    assert page.one("h1").text in {draft.name_fr, draft.name_nl, draft.name_en}
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_preview_says_what_it_is_and_leads_to_its_other_languages(
    chief: Client, draft: Space
) -> None:
    page = read(chief.get(desk.address(Space, "preview", draft.pk, "en")))

    assert "Only staff see this page." in page.one("aside", **{"aria-label": "Preview"}).text
    links = page.one("nav", class_="languages").all("a")
    assert [link["href"] for link in links] == [
        desk.address(Space, "preview", draft.pk, code) for code in LANGUAGES
    ]


def test_form_leads_to_the_preview_of_a_draft(chief: Client, draft: Space) -> None:
    page = read(chief.get(desk.address(Space, "change", draft.pk)))

    link = next(link for link in page.all("a") if link.text == "Preview")
    assert chief.get(link["href"]).status_code == 200


def test_preview_is_for_those_who_may_see_spaces(staff: Client, draft: Space) -> None:
    where = desk.address(Space, "preview", draft.pk, "fr")
    assert staff.get(where).status_code == 404

    rights = Permission.objects.filter(codename__in=["view_space", "view_every_space"])
    User.objects.get(username="somebody").user_permissions.set(rights)

    assert staff.get(where).status_code == 200


def test_public_sees_no_preview(client: Client, draft: Space) -> None:
    where = desk.address(Space, "preview", draft.pk, "fr")

    assert client.get(where).status_code == 302
    assert client.get(f"/fr/espaces/{draft.slug}/").status_code == 404


@pytest.mark.parametrize("language", ["de", "xx"])
def test_preview_in_no_language_of_the_site_is_not_found(
    chief: Client, draft: Space, language: str
) -> None:
    assert chief.get(desk.address(Space, "preview", draft.pk, language)).status_code == 404
