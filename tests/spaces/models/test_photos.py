"""The photo of a space's door: what is taken, what is kept of it, and who may see it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from spaces.models import Space, drawn_photos
from tests.factories import SpaceFactory
from tests.pages import body, read
from tests.spaces.admin import desk
from tests.spaces.conftest import Clock

ORIENTATION, CAMERA, GPS = 0x0112, 0x0110, 0x8825
WORDS = {"photo_alt_fr": "Une porte bleue", "photo_alt_nl": "Een blauwe deur"}


@pytest.fixture(autouse=True)
def _media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def picture(
    width: int = 40, height: int = 20, kind: str = "JPEG", mode: str = "RGB", **options: Any
) -> bytes:
    data = BytesIO()
    Image.new(mode, (width, height), "navy" if mode != "1" else 0).save(data, kind, **options)
    return data.getvalue()


def drawn(data: bytes) -> Image.Image:
    """Return the picture as it is kept."""
    return Image.open(BytesIO(drawn_photos.draw_anew(BytesIO(data), len(data)).data))


def refusal(data: bytes, size: int | None = None) -> str:
    with pytest.raises(drawn_photos.PhotoError) as error:
        drawn_photos.draw_anew(BytesIO(data), len(data) if size is None else size)
    return str(error.value)


def uploaded(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("../My door.PNG", data, "image/png")


def with_photo(**facts: Any) -> Space:
    space: Space = SpaceFactory(**{"photo": uploaded(picture())} | WORDS | facts)
    return space


# --- what is taken --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"),
        ("JPEG", "L"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "1"),
        ("WEBP", "RGB"),
        ("WEBP", "RGBA"),
    ],
)
def test_photo_is_kept_as_a_jpeg(kind: str, mode: str) -> None:
    kept = drawn(picture(kind=kind, mode=mode))

    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (40, 20))


@pytest.mark.parametrize(
    ("size", "kept"),
    [((1280, 10), (1280, 10)), ((2560, 1000), (1280, 500)), ((6000, 2), (1280, 1))],
)
def test_photo_is_at_most_1280_pixels_wide(size: tuple[int, int], kept: tuple[int, int]) -> None:
    assert drawn(picture(*size)).size == kept


def test_photo_is_turned_upright_and_its_metadata_stay_behind() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # a quarter turn
    exif[CAMERA] = "Camera of somebody"
    exif.get_ifd(GPS)[1] = "N"

    kept = drawn_photos.draw_anew(
        BytesIO(data := picture(exif=exif, comment=b"at home")), len(data)
    ).data

    assert Image.open(BytesIO(kept)).size == (20, 40)
    assert not Image.open(BytesIO(kept)).getexif()
    assert b"Camera" in data
    assert not [word for word in (b"Camera", b"at home", b"Exif") if word in kept]


def test_see_through_photo_is_kept_on_white() -> None:
    data = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(data, "PNG")

    assert drawn(data.getvalue()).getpixel((1, 1)) == (255, 255, 255)


NO_PHOTO = "This file is not a photo that we can read: a JPEG, PNG or WebP file."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", NO_PHOTO),
        (b"not a photo", NO_PHOTO),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', NO_PHOTO),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 100, NO_PHOTO),
        (picture(400, 400, "PNG")[:100], NO_PHOTO),
        (picture(400, 400)[:300], NO_PHOTO),
        (picture(kind="GIF"), NO_PHOTO),
        (picture(kind="BMP"), NO_PHOTO),
        (picture(6001, 1), "This photo is too large: 6000 pixels at most on each side."),
        (picture(1, 6001, "PNG"), "This photo is too large: 6000 pixels at most on each side."),
    ],
)
def test_file_that_is_no_photo_is_refused(data: bytes, sentence: str) -> None:
    assert refusal(data) == sentence


def test_photo_of_more_than_8_megabytes_is_refused() -> None:
    assert refusal(picture(), 8 * 1024 * 1024 + 1) == "This photo is too heavy: 8 MB at most."


# --- on a space -----------------------------------------------------------------------------


@pytest.mark.django_db
def test_photo_is_stored_drawn_anew_under_a_name_that_says_nothing() -> None:
    space = with_photo(photo=uploaded(picture(2560, 1280, "PNG")))

    space.refresh_from_db()
    with space.photo.open() as file:
        kept = Image.open(file)
        assert (kept.format, kept.size) == ("JPEG", (1280, 640))
    assert (space.photo_width, space.photo_height) == (1280, 640)
    assert space.photo.name.startswith("photos/")
    assert "door" not in space.photo.name
    assert len(space.photo.name) == len("photos/.jpg") + 32


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "errors"),
    [
        ({}, {"photo_alt_fr", "photo_alt_nl"}),
        ({"photo_alt_fr": "Une porte", "photo_alt_nl": "  "}, {"photo_alt_nl"}),
        (WORDS, set()),
        (WORDS | {"photo": uploaded(b"no photo")}, {"photo"}),
    ],
)
def test_photo_needs_words_in_french_and_dutch(facts: dict[str, Any], errors: set[str]) -> None:
    space = SpaceFactory()
    for name, value in ({"photo": uploaded(picture())} | facts).items():
        setattr(space, name, value)

    found: set[str] = set()
    try:
        space.full_clean()
    except ValidationError as error:
        found = set(error.message_dict)

    assert found == errors


@pytest.mark.django_db
def test_file_that_is_no_photo_is_stored_by_no_way_in() -> None:
    with pytest.raises(ValidationError):
        with_photo(photo=uploaded(b"<html>"))


@pytest.mark.django_db
def test_photo_that_is_replaced_or_taken_away_is_deleted(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks, settings: Settings
) -> None:
    space = with_photo()
    files = Path(settings.MEDIA_ROOT) / "photos"
    first = {path.name for path in files.iterdir()}

    with django_capture_on_commit_callbacks(execute=True):
        space.photo = uploaded(picture())
        space.save()
    second = {path.name for path in files.iterdir()}
    with django_capture_on_commit_callbacks(execute=True):
        space.photo = ""
        space.save()

    assert len(first) == len(second) == 1
    assert first != second
    assert list(files.iterdir()) == []
    assert (space.photo_width, space.photo_height) == (None, None)


# --- on the site ----------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "alt", "lang"),
    [
        ("/fr/espaces/here/", "Une porte bleue", None),
        ("/nl/ruimtes/here/", "Een blauwe deur", None),
        ("/en/spaces/here/", "Une porte bleue", "fr"),
    ],
)
def test_page_shows_the_photo_with_words_in_the_readers_language(
    client: Client, clock: Clock, page: str, alt: str, lang: str | None
) -> None:
    space = with_photo(slug="here")

    image = read(client.get(page)).one("img", class_="photo")

    assert image["src"] == f"/media/{space.photo.name}"
    assert (image["alt"], image.attributes.get("lang")) == (alt, lang)
    assert (image["width"], image["height"], image["loading"]) == ("40", "20", "lazy")


@pytest.mark.django_db
def test_page_without_a_photo_leaves_it_out(client: Client) -> None:
    SpaceFactory(slug="here", **WORDS)

    page = client.get("/en/spaces/here/")

    assert read(page).all(class_="photo") == []
    assert "porte bleue" not in body(page).decode()


@pytest.mark.django_db
def test_photo_is_sent_with_headers_of_its_own(client: Client) -> None:
    space = with_photo()

    response = client.get(space.photo.url)

    content = b"".join(response.streaming_content)
    assert Image.open(BytesIO(content)).size == (40, 20)
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Length"] == str(len(content))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert not response.cookies


@pytest.mark.django_db
def test_photo_of_a_draft_is_shown_to_those_who_may_see_it_at_the_desk(
    client: Client, django_user_model: Any
) -> None:
    space = with_photo(draft=True)
    manager = django_user_model.objects.create_user("manager", is_staff=True)
    manager.groups.add(Group.objects.get(name="Space managers"))
    client.force_login(manager)
    desk_photo = f"/admin/spaces/space/{space.pk}/photo/"
    before = client.get(desk_photo).status_code

    space.managers.add(manager)
    response = client.get(desk_photo)
    assert b"".join(response.streaming_content).startswith(b"\xff\xd8")

    assert (before, response.status_code) == (404, 200)
    assert "private, no-store" in response["Cache-Control"]
    preview = read(client.get(f"/admin/spaces/space/{space.pk}/preview/en/"))
    assert preview.one("img", class_="photo")["src"] == desk_photo
    form = read(client.get(f"/admin/spaces/space/{space.pk}/change/"))
    assert form.all("a", href=desk_photo)


@pytest.mark.django_db
@pytest.mark.parametrize("facts", [{"draft": True}, {"closed_for_good": True}])
def test_photo_of_what_is_not_published_is_not_sent(client: Client, facts: dict[str, Any]) -> None:
    space = with_photo(**facts)

    assert client.get(space.photo.url).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/media/",
        "/media/photos/",
        f"/media/photos/{'0' * 32}.jpg",
        "/media/photos/../../etc/passwd",
        "/media/%2e%2e/site.sqlite3",
        "/media/photos/x.svg",
    ],
)
def test_media_holds_nothing_else(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_photo_whose_file_is_lost_is_not_found(client: Client, settings: Settings) -> None:
    space = with_photo()
    (Path(settings.MEDIA_ROOT) / space.photo.name).unlink()

    assert client.get(space.photo.url).status_code == 404


@pytest.mark.django_db
def test_photo_is_uploaded_at_the_desk(admin_client: Client) -> None:
    space = SpaceFactory()

    bad = desk.save(admin_client, space, photo=uploaded(b"no photo"), **WORDS)
    dumb = desk.save(admin_client, space, photo=uploaded(picture()))
    good = desk.save(admin_client, space, photo=uploaded(picture()), **WORDS)

    assert (bad.status_code, dumb.status_code, good.status_code) == (200, 200, 302)
    space.refresh_from_db()
    assert (space.photo_width, space.photo_alt_nl) == (40, "Een blauwe deur")
