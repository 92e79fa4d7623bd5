"""Many posters in a ZIP that is sent while it is made."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from campaign.models import Poster
from campaign.print import kit
from campaign.print.poster import PaperFormat
from tests.factories import PosterFactory

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Poster]:
    """Return the posters that were set so far: a hundred letters each."""
    posters: list[Poster] = []

    def set_one(poster: Poster, *_args: object, **_options: object) -> bytes:
        posters.append(poster)
        return b"x" * 100

    monkeypatch.setattr(kit, "poster_pdf", set_one)
    return posters


@pytest.mark.django_db
def test_zip_holds_the_posters_in_their_order_then_the_index(asked: list[Poster]) -> None:
    posters = PosterFactory.create_batch(3)

    whole = b"".join(kit.zipped(posters, PaperFormat.A4, AT))

    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        assert [name[:5] for name in archive.namelist()] == [*(p.code for p in posters), "index"]
        assert {file.compress_type for file in archive.infolist()} == {zipfile.ZIP_STORED}


@pytest.mark.django_db
def test_poster_is_set_only_when_the_one_before_is_sent(asked: list[Poster]) -> None:
    posters = PosterFactory.create_batch(2)
    pieces = kit.zipped(posters, PaperFormat.A4, AT)

    sent = b""
    while b"x" * 100 not in sent:
        sent += next(pieces)

    assert asked == posters[:1]


def test_zip_of_no_posters_opens() -> None:
    whole = b"".join(kit.zipped([], PaperFormat.A4, AT))

    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.namelist() == ["index.csv"]
