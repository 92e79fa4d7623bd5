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
MANY = reverse("admin:campaign_poster_many")
HEADER = "name;latitude;longitude;stop;character;languages\n"


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


def checked(client: Client, text: str, campaign: Campaign, **more: Any) -> Element:
    return read(client.post(MANY, {"campaign": campaign.pk, "text": text, "check": "1"} | more))


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


# --- many at once ---------------------------------------------------------------------------


def test_table_is_checked_then_made_then_printed(chief: Client, campaign: Campaign) -> None:
    before = Poster.objects.count()
    file = SimpleUploadedFile("posters.csv", (HEADER + "Hall;50.85;4.35;;Salima;").encode())
    page = checked(chief, "", campaign, file=file)
    unmade = Poster.objects.count()
    form = page.one("form", class_="desk-page")

    response = chief.post(MANY, filled(form) | {"make": "1"}, follow=True)

    assert unmade == before
    assert page.one("input", name="make")["value"] == "Make 1 poster"
    assert "Hall" in page.one("table").text
    poster = Poster.objects.get(name="Hall")
    result = read(response)
    assert "1 poster was made." in result.text
    assert result.one("input", name="posters")["value"] == poster.code
    with opened(content(printed(chief, result))) as paper:
        assert paper.codes(dots=60) == [poster.link.upper()]


def test_nothing_is_made_while_a_line_is_wrong_and_nothing_typed_is_lost(
    chief: Client, campaign: Campaign
) -> None:
    before = Poster.objects.count()
    text = HEADER + "Good;50.85;4.35;;Salima;\nBad;48.85;2.35;;Salima;\n"

    pages = [checked(chief, text, campaign), checked(chief, text, campaign, make="1")]

    for page in pages:
        assert "Line 3: This point is not in the Brussels Region." in page.one(role="alert").text
        assert page.all("input", name="make") == []
        assert "".join(map(str, page.one("textarea").children)).strip() == text.strip()
    assert Poster.objects.count() == before


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"where;who\na;b", "The first line must name the columns. Missing: name, character."),
        (HEADER.encode("utf-16"), "This is no CSV file."),
        (b"PK\x03\x04\x00", "This is no CSV file."),
        (b"x" * 1_100_000, "This file is too heavy: 1 MB at most."),
        ((HEADER + "A;50.8;4.4;;Salima;\n" * 2001).encode(), "There are more than 2,000 lines."),
        (HEADER.replace(";", "|").encode(), "The first line must name the columns."),
        (b"", "The submitted file is empty."),
    ],
)
def test_file_that_is_no_table_is_refused(
    chief: Client, campaign: Campaign, data: bytes, sentence: str
) -> None:
    before = Poster.objects.count()

    page = checked(chief, "", campaign, file=SimpleUploadedFile("x.csv", data))

    assert sentence in page.text
    assert Poster.objects.count() == before


def test_table_with_a_first_line_only_makes_nothing(chief: Client, campaign: Campaign) -> None:
    page = checked(chief, HEADER, campaign, make="1")

    assert "There are no posters in this table." in page.text


def test_form_that_is_empty_says_what_to_do(chief: Client, campaign: Campaign) -> None:
    assert "Choose a file, or paste the table." in checked(chief, "", campaign).text


def test_file_that_windows_wrote_is_read(chief: Client, campaign: Campaign) -> None:
    CharacterFactory(name="Célestine", campaign=campaign)
    text = HEADER + "Étangs;50.85;4.35;;Célestine;\r\n"

    page = checked(chief, "", campaign, file=SimpleUploadedFile("x.csv", text.encode("cp1252")))

    assert "Étangs" in page.one("table").text
    assert page.one("input", name="make")["value"] == "Make 1 poster"


def test_many_wrong_lines_are_counted(chief: Client, campaign: Campaign) -> None:
    page = checked(chief, HEADER + "Bad;;;;Salima;\n" * 130, campaign)

    assert len(page.one(role="alert").all("li")) == 101
    assert "and 30 more lines." in page.text


# --- who may --------------------------------------------------------------------------------


def test_print_kit_keeps_to_the_rights(client: Client, campaign: Campaign) -> None:
    poster = PosterFactory()
    reader = allowed(client, "view_poster")

    assert reader.get(MANY).status_code == 403
    assert reader.post(MANY, {"campaign": campaign.pk}).status_code == 403
    assert read(reader.get(LIST)).all("a", href=MANY) == []
    assert printed(reader, chosen(reader, poster))["Content-Type"] == "application/pdf"


def test_who_may_not_see_posters_prints_none(client: Client) -> None:
    nobody = allowed(client)

    assert nobody.get(PRINT).status_code == 403
    assert nobody.post(PRINT, {"posters": "22222"}).status_code == 403


def test_who_may_add_posters_finds_the_way(client: Client) -> None:
    editor = allowed(client, "view_poster", "add_poster")

    assert read(editor.get(LIST)).one("a", href=MANY).text == "Many posters from a table"
    assert editor.get(MANY).status_code == 200


def test_visitor_is_asked_to_sign_in(client: Client) -> None:
    assert [client.get(page).status_code for page in (PRINT, MANY)] == [302, 302]


def test_print_page_without_posters_says_what_to_do(chief: Client) -> None:
    assert "No poster is chosen." in read(chief.get(PRINT)).text


def test_poster_that_was_printed_is_kept(chief: Client) -> None:
    poster, other = PosterFactory.create_batch(2)

    printed(chief, chosen(chief, poster))

    poster.refresh_from_db()
    other.refresh_from_db()
    assert (poster.was_printed, other.was_printed) == (True, False)


@pytest.mark.parametrize("language", ["fr", "nl", "en", "ar"])
def test_pages_of_the_kit_keep_to_the_policy(
    chief: Client, campaign: Campaign, language: str
) -> None:
    chief.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    pages = [
        read(chief.get(MANY)),
        checked(chief, HEADER + "Bad;;;;Salima;", campaign),
        checked(chief, HEADER + "Good;50.85;4.35;;Salima;", campaign),
        chosen(chief, PosterFactory()),
    ]

    assert [unsafe(page) for page in pages] == [[], [], [], []]
