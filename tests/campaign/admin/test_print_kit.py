"""The print kit at the desk: who may use it, what is asked, what comes out."""

import csv
import io
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from campaign.models import Campaign, Poster
from tests.factories import CampaignFactory, CharacterFactory, PosterFactory
from tests.pages import Element, read
from tests.papers import opened
from tests.spaces.admin.desk import filled
from tests.spaces.admin.test_pages import unsafe

pytestmark = pytest.mark.django_db

LIST = reverse("admin:campaign_poster_changelist")
PRINT = reverse("admin:campaign_poster_print")
IMPORT = reverse("admin:campaign_poster_import")


@pytest.fixture
def chief(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def campaign() -> Campaign:
    return CharacterFactory(name="Salima", slug="salima", campaign=CampaignFactory()).campaign


def allowed(client: Client, *codenames: str) -> Client:
    """Sign somebody in who may do these things with posters."""
    user = User.objects.create_user("somebody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def content(response: HttpResponseBase) -> bytes:
    return b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]


def chosen(client: Client, *posters: Poster) -> Element:
    """Tick posters in the list and choose the action; return the page that asks on what paper."""
    data = {"action": "print_posters", "_selected_action": [poster.pk for poster in posters]}
    return read(client.post(LIST, data))


def printed(client: Client, page: Element, **choices: Any) -> HttpResponseBase:
    form = page.one("form", class_="desk-page")
    data = filled(form) | {"format": "a4"} | choices
    response: HttpResponseBase = client.post(form["action"], data)
    return response


def previewed(client: Client, text: str) -> Element:
    file = SimpleUploadedFile("posters.csv", text.encode())
    return read(client.post(IMPORT, {"import_file": file, "format": "0", "resource": "0"}))


def confirmed(client: Client, preview: Element) -> Any:
    where = reverse("admin:campaign_poster_process_import")
    return client.post(where, filled(preview.one("form", action=where)), follow=True)


# --- printing -------------------------------------------------------------------------------


def test_one_poster_is_a_pdf(chief: Client) -> None:
    poster = PosterFactory(character__slug="salima")

    page = chosen(chief, poster)
    response = printed(chief, page, format="a2")

    assert "1 poster. You get a PDF file." in page.text
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{poster.code}-salima-a2.pdf"'
    assert "no-store" in response["Cache-Control"]
    with opened(content(response)) as paper:
        assert paper.sizes == {(420, 594)}


def test_bleed_is_for_whoever_asks(chief: Client) -> None:
    response = printed(chief, chosen(chief, PosterFactory()), bleed="on")

    with opened(content(response)) as paper:
        assert paper.sizes == {(230, 317)}


def test_several_posters_are_a_zip_with_an_index(chief: Client) -> None:
    posters = sorted(PosterFactory.create_batch(3), key=lambda poster: poster.code)

    page = chosen(chief, *posters)
    response = printed(chief, page)

    assert "3 posters. You get a ZIP file" in page.text
    assert response.streaming
    assert response["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(content(response))) as archive:
        *names, index = archive.namelist()
        rows = list(
            csv.DictReader(io.StringIO(archive.read(index).decode("utf-8-sig")), delimiter=";")
        )
        for name, poster in zip(names, posters, strict=True):
            with opened(archive.read(name)) as paper:
                assert paper.codes(dots=60) == [poster.link.upper()]
    assert [row["file"] for row in rows] == names
    assert [row["code"] for row in rows] == [poster.code for poster in posters]
    assert [row["where it hangs"] for row in rows] == [poster.name for poster in posters]
    assert {row["problem"] for row in rows} == {""}


def test_index_holds_no_formula(chief: Client) -> None:
    posters = [PosterFactory(name="=HYPERLINK(1)"), PosterFactory()]

    response = printed(chief, chosen(chief, *posters))

    with zipfile.ZipFile(io.BytesIO(content(response))) as archive:
        assert "'=HYPERLINK(1)" in archive.read("index.csv").decode("utf-8-sig")


def test_poster_that_cannot_be_set_is_left_out_of_the_zip_and_that_is_said(chief: Client) -> None:
    odd = PosterFactory(character__name="Salima 😀")
    response = printed(chief, chosen(chief, odd, PosterFactory()))

    with zipfile.ZipFile(io.BytesIO(content(response))) as archive:
        assert len(archive.namelist()) == 2
        assert "could not be displayed" in archive.read("index.csv").decode("utf-8-sig")


def test_one_poster_that_cannot_be_set_says_so(chief: Client) -> None:
    page = chosen(chief, PosterFactory(character__name="Salima 😀"))

    again = read(printed(chief, page, format="a2"))

    assert "This poster cannot be printed." in again.one(class_="errorlist").text
    assert again.one("input", name="format", checked=True)["value"] == "a2"


@pytest.mark.parametrize(
    "data", [{"posters": "22222", "format": "a4"}, {"posters": "", "format": "a4"}, {"format": "x"}]
)
def test_what_cannot_be_printed_is_asked_again(chief: Client, data: dict[str, str]) -> None:
    response = chief.post(PRINT, data)

    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")


def test_paper_must_be_one_of_ours(chief: Client) -> None:
    page = chosen(chief, PosterFactory())

    assert printed(chief, page, format="a0")["Content-Type"].startswith("text/html")


# --- those that a file just made ---------------------------------------------------------------


def test_posters_of_a_file_are_previewed_then_made_then_printed(
    chief: Client, campaign: Campaign
) -> None:
    before = Poster.objects.count()
    preview = previewed(chief, "code;character;name;stop\n;salima;Hall;Simonis\n")
    unmade = Poster.objects.count()

    result = read(confirmed(chief, preview))

    poster = Poster.objects.get(name="Hall")
    assert unmade == before
    assert "The file is imported. New: 1. Changed: 0." in result.text
    assert result.one("input", name="posters")["value"] == poster.code
    with opened(content(printed(chief, result))) as paper:
        assert paper.codes(dots=60) == [poster.link.upper()]


def test_posters_that_only_change_lead_back_to_the_list(chief: Client) -> None:
    poster = PosterFactory()
    preview = previewed(chief, f"code;name\n{poster.code};Elsewhere\n")

    response = confirmed(chief, preview)

    assert response.redirect_chain[-1][0] == LIST


# --- who may --------------------------------------------------------------------------------


def test_print_kit_keeps_to_the_rights(client: Client) -> None:
    poster = PosterFactory()
    reader = allowed(client, "view_poster")

    assert reader.get(IMPORT).status_code == 403
    assert read(reader.get(LIST)).all("a", href=IMPORT) == []
    assert printed(reader, chosen(reader, poster))["Content-Type"] == "application/pdf"


def test_who_may_not_see_posters_prints_none(client: Client) -> None:
    nobody = allowed(client)

    assert nobody.get(PRINT).status_code == 403
    assert nobody.post(PRINT, {"posters": "22222"}).status_code == 403


def test_who_may_add_and_change_posters_finds_the_way(client: Client) -> None:
    editor = allowed(client, "view_poster", "add_poster", "change_poster")

    links = [link["href"].split("?")[0] for link in read(editor.get(LIST)).all("a", href=True)]
    assert IMPORT in links
    assert editor.get(IMPORT).status_code == 200


def test_visitor_is_asked_to_sign_in(client: Client) -> None:
    assert [client.get(page).status_code for page in (PRINT, IMPORT)] == [302, 302]


def test_print_page_without_posters_says_what_to_do(chief: Client) -> None:
    assert "No poster is chosen." in read(chief.get(PRINT)).text


def test_poster_that_was_printed_is_kept(chief: Client) -> None:
    poster, other = PosterFactory.create_batch(2)

    printed(chief, chosen(chief, poster))

    poster.refresh_from_db()
    other.refresh_from_db()
    assert (poster.was_printed, other.was_printed) == (True, False)


@pytest.mark.parametrize("language", ["fr", "nl", "en", "ar"])
def test_pages_of_the_kit_keep_to_the_policy(chief: Client, language: str) -> None:
    chief.defaults["HTTP_ACCEPT_LANGUAGE"] = language

    assert unsafe(chosen(chief, PosterFactory())) == []
    assert unsafe(previewed(chief, "code;character;name\n;salima;Hall\n")) == []
