"""What stands between the site and the public: each thing is found, and gone once it is mended."""

import smtplib
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from campaign.models import Poster
from config.languages import LANGUAGES
from spaces.curation import going_live
from spaces.curation.going_live import State
from spaces.exchange import backup
from spaces.models import LastBackup, Space, TextPage
from tests.factories import (
    ClosureFactory,
    CourseFactory,
    PosterFactory,
    RegisterHouseFactory,
    SpaceFactory,
    complete_space,
)
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db]

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def states(**options: Any) -> dict[str, State]:
    """Return how each thing stands, by its title."""
    found = going_live.sections(AT, **options)
    return {item.title: item.state for section in found for item in section.items}


def words_of(title: str) -> str:
    found = [item for section in going_live.sections(AT) for item in section.items]
    return next(item.words for item in found if item.title == title)


@pytest.fixture
def public(settings: Settings, db: None) -> None:
    """Make a site that may open: settled, without examples, pages written, backed up."""
    settings.DEBUG = False
    settings.SECRET_KEY = "a text that is long, random and known to nobody else: 8f3kq0"
    settings.SITE_URL = "https://spaces.brussels"
    settings.ALLOWED_HOSTS = ["spaces.brussels", "localhost"]
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SAMPLE_DATA = "hide"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
    settings.TRUSTED_PROXIES = 1
    settings.ADMIN_REQUIRE_OTP = True
    settings.SECURITY_CONTACT = "mailto:security@spaces.brussels"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "Spaces <spaces@spaces.brussels>"
    settings.HELP_LINE = "+3222040000"
    for page in TextPage.objects.all():
        for language in LANGUAGES:
            setattr(page, f"body_{language}", "Written. See [the law](https://law.brussels).")
        page.save()
    Poster.objects.all().delete()
    Space.objects.all().delete()
    LastBackup.record(AT - timedelta(hours=9), 1_000_000)
    RegisterHouseFactory()
    complete_space(checked_on=AT.date(), checked_by="region")


@pytest.fixture
def read_by_people(monkeypatch: pytest.MonkeyPatch) -> None:
    for code, language in LANGUAGES.items():
        monkeypatch.setitem(LANGUAGES, code, language._replace(reviewed=True))


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.core.mail.backends.smtp.EmailBackend.open", lambda _self: True)


@pytest.mark.usefixtures("public", "read_by_people", "answering")
def test_nothing_stands_between_a_ready_site_and_the_public(clock: Clock) -> None:
    clock.now = AT
    out = StringIO()

    call_command("golive", stdout=out)

    assert set(states(connect=True).values()) == {State.OK}
    assert "Nothing stands between" in out.getvalue()


def test_fresh_site_is_told_all_that_is_to_do() -> None:
    out = StringIO()

    with pytest.raises(CommandError, match=r"^\d+ to do before the site opens"):
        call_command("golive", stdout=out)

    said = out.getvalue()
    assert "To do      Invented spaces: 15" in said
    assert "/admin/spaces/space/?provenance__exact=sample" in said
    assert "Legal notice: still with brackets in Français, Nederlands, English, العربية" in said
    assert "Last backup: never" in said
    assert "In order   Questions and answers" in said


@pytest.mark.parametrize(
    ("setting", "value", "title"),
    [
        ("DEBUG", True, "DEBUG"),
        ("SECRET_KEY", "short", "SECRET_KEY"),
        ("SITE_URL", "http://spaces.brussels", "SITE_URL"),
        ("SITE_URL", "https://spaces.example", "SITE_URL"),
        ("SITE_URL", "https://www.example.org", "SITE_URL"),
        ("SITE_URL", "https://127.0.0.1:8000", "SITE_URL"),
        ("SITE_URL", "https://localhost", "SITE_URL"),
        ("SESSION_COOKIE_SECURE", False, "SITE_URL"),
        ("SECURE_HSTS_SECONDS", 0, "SITE_URL"),
        ("ALLOWED_HOSTS", ["*"], "ALLOWED_HOSTS"),
        ("ALLOWED_HOSTS", ["other.brussels"], "ALLOWED_HOSTS"),
        ("SAMPLE_DATA", "show", "SAMPLE_DATA"),
        (
            "CACHES",
            {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
            "CACHE_URL",
        ),
        ("TRUSTED_PROXIES", 0, "TRUSTED_PROXIES"),
        ("ADMIN_REQUIRE_OTP", False, "ADMIN_REQUIRE_OTP"),
        ("SECURITY_CONTACT", "", "SECURITY_CONTACT"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "EMAIL_URL"),
        ("DEFAULT_FROM_EMAIL", "webmaster@localhost", "DEFAULT_FROM_EMAIL"),
        ("DEFAULT_FROM_EMAIL", "Spaces <spaces@example.org>", "DEFAULT_FROM_EMAIL"),
        ("DEFAULT_FROM_EMAIL", "nobody", "DEFAULT_FROM_EMAIL"),
        ("HELP_LINE", "", "HELP_LINE"),
        ("HELP_LINE", "call us", "HELP_LINE"),
        ("X_FRAME_OPTIONS", "SAMEORIGIN", "security.W019"),
    ],
)
@pytest.mark.usefixtures("public")
def test_setting_that_is_not_fit_for_the_public_is_to_do(
    settings: Settings, setting: str, value: Any, title: str
) -> None:
    setattr(settings, setting, value)

    waiting = {title for title, state in states().items() if state == State.TODO}

    follows = {"ALLOWED_HOSTS"} if title == "SITE_URL" else set()  # another host than is allowed
    assert waiting - follows == {title, "Read by a person (العربية)"}


@pytest.mark.usefixtures("public")
def test_secret_key_is_never_shown(settings: Settings) -> None:
    settings.SECRET_KEY = "hush"

    assert words_of("SECRET_KEY") == "SECRET_KEY"


@pytest.mark.usefixtures("public")
def test_examples_that_are_left_are_counted() -> None:
    sample = SpaceFactory(sample=True, draft=True)
    SpaceFactory(sample=True, closed_for_good=True)
    SpaceFactory(sample_fields=["location"], draft=True)
    CourseFactory(is_sample=True, first_day=AT.date(), weekdays=["Mo"], last_day=None)
    CourseFactory(is_sample=True, once=True, first_day=AT.date() - timedelta(days=1))
    for days in (-1, 3):
        day = AT.date() + timedelta(days=days)
        ClosureFactory(space=sample, first_day=day, last_day=day)
    PosterFactory(name="Exemple : Simonis")
    PosterFactory(name="Simonis")

    assert words_of("Invented spaces") == "Invented spaces: 1"
    assert words_of("Real spaces with invented parts") == "Real spaces with invented parts: 1"
    assert words_of("Invented courses") == "Invented courses: 1"
    assert words_of("Closures of invented spaces") == "Closures of invented spaces: 1"
    assert words_of("Example posters") == "Example posters: 1"


@pytest.mark.usefixtures("public")
def test_listings_that_lack_a_text_or_a_check_are_to_do() -> None:
    complete_space(checked_on=None, checked_by="")
    complete_space(checked_on=AT.date(), checked_by="region", description_nl="")
    SpaceFactory(draft=True)

    unchecked, unwritten = (item.found for item in going_live.sections(AT)[1].items)
    assert (unchecked, unwritten) == ("1", "1")


@pytest.mark.usefixtures("public")
def test_page_of_text_is_whole_in_every_language() -> None:
    TextPage.objects.filter(kind="legal").update(body_nl="[À compléter : le nom]", body_ar=" ")
    TextPage.objects.filter(kind="about").delete()

    assert words_of("Legal notice") == (
        "Legal notice: no text in العربية; still with brackets in Nederlands"
    )
    assert words_of("About this site") == "About this site: not there"
    assert states()["Questions and answers"] == State.OK


def test_language_without_a_catalogue_is_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANGUAGES, "xx", LANGUAGES["en"]._replace(code="xx", name="Xish"))

    assert states()["Texts without a translation (Xish)"] == State.TODO
    assert states()["Texts without a translation (Nederlands)"] == State.OK


@pytest.mark.usefixtures("public")
def test_staff_are_to_have_an_address_and_a_name_of_their_own() -> None:
    User.objects.create_user("anna", is_staff=True)
    User.objects.create_user("left", is_staff=True, is_active=False)
    User.objects.create_superuser("admin", "chief@spaces.brussels")

    assert words_of("Staff without an e-mail address").endswith(": 1")
    assert words_of("The demonstration’s administrator, “admin”").endswith(": 1")


@pytest.mark.usefixtures("public")
def test_backup_older_than_two_days_is_to_do() -> None:
    LastBackup.record(AT - timedelta(hours=47), 5_300_000)
    assert states()["Last backup"] == State.OK
    assert "5.3 MB" in words_of("Last backup")

    LastBackup.record(AT - timedelta(hours=49), 5_300_000)
    assert states()["Last backup"] == State.TODO


def test_house_numbers_are_to_be_imported_again() -> None:
    assert states()["House numbers"] == State.UNKNOWN

    RegisterHouseFactory()

    assert states()["House numbers"] == State.OK
    assert words_of("House numbers").startswith("House numbers: 1. No backup holds them")


def test_backup_leaves_its_trace(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    path, _counts = backup.write(tmp_path / "backup.zip", AT)

    last = LastBackup.latest()

    assert last
    assert (last.made_at, last.size) == (AT, path.stat().st_size)


@pytest.mark.usefixtures("public")
def test_mail_server_is_tried_by_the_command_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise smtplib.SMTPAuthenticationError(535, b"wrong password")

    monkeypatch.setattr("django.core.mail.backends.smtp.EmailBackend.open", refuse)

    assert states()["The mail server answers"] == State.UNKNOWN
    assert states(connect=True)["The mail server answers"] == State.TODO


def test_list_takes_as_many_queries_for_many_listings(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    assert Space.objects.count() == 52

    with django_assert_num_queries(9):
        going_live.sections(timezone.now())
