"""The second factor: set up once, asked at each sign-in, and nothing of the desk before it."""

import re
from base64 import b32decode
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from spaces.staff import second_factor
from tests.pages import Element, body, read
from tests.spaces.admin import desk
from tests.spaces.admin.test_pages import unsafe
from tests.spaces.authenticator import PASSWORD, code, enrolled, forgive, key_of, sign_in, wrong

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor_required")]

ASK, NEW, MINE = (f"/admin/second-factor/{page}" for page in ("", "new/", "mine/"))


@pytest.fixture
def known(client: Client, anna: User) -> Client:
    """Sign Anna in by her password alone."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    sign_in(client, "anna")
    return client


@pytest.fixture
def codes(anna: User) -> list[str]:
    """Give Anna a second factor; return her recovery codes."""
    return enrolled(anna)


def offered(page: Element) -> str:
    """Return the key that the page spells out, in hexadecimal digits."""
    shown = page.one(class_="second-factor__key").text
    assert re.fullmatch(r"([A-Z2-7]{4} ){7}[A-Z2-7]{4}", shown)
    return b32decode(shown.replace(" ", "")).hex()


def is_in(client: Client) -> bool:
    return bool(client.get("/admin/spaces/space/").status_code == 200)


def shown_codes(response: Any) -> list[str]:
    return [line.text for line in read(response).one(class_="second-factor__codes").all("li")]


def addresses(resolver: URLResolver, within: str = "/") -> list[str]:
    """Return an address for every route of the desk, something in each of its gaps."""
    found = []
    for pattern in resolver.url_patterns:
        where = within + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            found += addresses(pattern, where)
        elif isinstance(pattern, URLPattern) and where.startswith("/admin/"):
            where = re.sub(r"\(\?P<app_label>[^)]*\)", "spaces", where)
            where = re.sub(r"\(\?P<url>[^)]*\)", "nowhere/", where)
            found.append(re.sub(r"<[^>]+>", "1", where).rstrip("$"))
    return found


def test_nothing_of_the_desk_is_reached_by_the_password_alone(known: Client) -> None:
    open_to_all = {"/admin/login/", "/admin/logout/", ASK, NEW, MINE}
    walked = set(addresses(get_resolver())) - open_to_all

    assert len(walked) > 100
    for where in walked:
        for answer in (known.get(where), known.post(where, {"post": "yes", "_save": "1"})):
            assert answer.status_code == 302, where
            assert answer["Location"].startswith("/admin/login/?next=/admin/"), where


def test_pages_before_it_hold_nothing_of_the_desk(known: Client, codes: list[str]) -> None:
    page = read(known.get(ASK))

    assert page.all(id="user-tools") == []
    assert [link["href"] for link in page.all("a") if "admin" in link["href"]] == ["/admin/"]


def test_first_sign_in_sets_it_up_and_leads_on(client: Client, anna: User) -> None:
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    where = "/admin/spaces/space/?q=sesame"
    setting_up = sign_in(client, "anna", where)
    page = read(setting_up)
    key = offered(page)
    assert page.one("img", class_="second-factor__picture")["src"].startswith("data:image/svg+xml")
    assert "no-store" in setting_up["Cache-Control"]
    assert not is_in(client)

    last = setting_up.redirect_chain[-1][0]
    done = client.post(last, {"new_code": code(key)})

    assert done.status_code == 200
    shown = shown_codes(done)
    assert len(set(shown)) == 10
    assert all(re.fullmatch(r"\d{4} \d{4} \d{4}", line) for line in shown)
    assert read(done).all("a", href=where)
    assert is_in(client)
    assert key_of(anna) == key


def test_key_stays_until_it_is_proved_and_is_never_shown_again(known: Client, anna: User) -> None:
    key = offered(read(known.get(NEW)))
    refused = known.post(NEW, {"new_code": wrong(key)})
    assert "not right" in desk.problems(refused)[0]
    assert offered(read(refused)) == key
    assert not TOTPDevice.objects.exists()

    done = known.post(NEW, {"new_code": code(key)})
    kept = shown_codes(done)

    spelled, page = second_factor.spelled(key), body(known.get(MINE)).decode()
    assert spelled not in page
    assert spelled not in body(known.get(NEW)).decode()
    assert not any(line in page for line in kept)
    assert not StaticToken.objects.filter(token__in=[x.replace(" ", "") for x in kept]).exists()


def test_keys_offered_to_two_sessions_differ(known: Client, anna: User) -> None:
    other = Client()
    sign_in(other, "anna")

    assert offered(read(known.get(NEW))) != offered(read(other.get(NEW)))


def test_second_session_cannot_set_up_another(known: Client, anna: User) -> None:
    thief = Client()
    sign_in(thief, "anna")
    key = offered(read(thief.get(NEW)))
    enrolled(anna)

    answer = thief.post(NEW, {"new_code": code(key)}, follow=True)

    assert answer.redirect_chain[-1][0].startswith(ASK)
    assert key_of(anna) != key
    assert not is_in(thief)


def test_code_lets_in_and_leads_to_where_one_wanted(
    client: Client, anna: User, codes: list[str]
) -> None:
    asked = sign_in(client, "anna", "/admin/spaces/place/")
    where = asked.redirect_chain[-1][0]
    box = read(asked).one("input", name="code")
    assert (box["autocomplete"], box["inputmode"]) == ("one-time-code", "numeric")
    before = client.session.session_key

    answer = client.post(where, {"code": f"{code(key_of(anna))[:3]} {code(key_of(anna))[3:]}"})

    assert answer["Location"] == "/admin/spaces/place/"
    assert is_in(client)
    assert client.session.session_key != before


def test_digits_of_other_scripts_are_codes(known: Client, anna: User, codes: list[str]) -> None:
    arabic = code(key_of(anna)).translate({ord(str(n)): 0x660 + n for n in range(10)})

    assert known.post(ASK, {"code": arabic}).status_code == 302


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "1234567", "\x00", "1" * 50, "²²²²²²"])
def test_what_is_no_code_is_refused_and_costs_nothing(
    known: Client, anna: User, codes: list[str], typed: str
) -> None:
    assert desk.problems(known.post(ASK, {"code": typed}))
    assert TOTPDevice.objects.get(user=anna).throttling_failure_count == 0


def test_wrong_code_is_refused_and_the_next_must_wait(
    known: Client, anna: User, codes: list[str]
) -> None:
    assert "not right" in desk.problems(known.post(ASK, {"code": wrong(key_of(anna))}))[0]
    TOTPDevice.objects.update(
        throttling_failure_timestamp=timezone.now(), throttling_failure_count=8
    )

    refused = known.post(ASK, {"code": code(key_of(anna))})

    assert re.search(r"Too many wrong codes. Wait [23] minutes", desk.problems(refused)[0])
    assert not is_in(known)
    forgive(anna)
    assert known.post(ASK, {"code": code(key_of(anna))}).status_code == 302


def test_recovery_codes_are_not_guessed_either(known: Client, anna: User, codes: list[str]) -> None:
    StaticDevice.objects.update(
        throttling_failure_timestamp=timezone.now(), throttling_failure_count=6
    )

    refused = known.post(ASK, {"code": codes[0]})

    assert re.search(r"Wait \d\d seconds", desk.problems(refused)[0])
    assert second_factor.codes_left(anna) == 10


def test_code_is_good_for_once(known: Client, anna: User, codes: list[str]) -> None:
    used = code(key_of(anna))
    assert known.post(ASK, {"code": used}).status_code == 302

    thief = Client()
    sign_in(thief, "anna")
    refused = thief.post(ASK, {"code": used})

    assert refused.status_code == 200
    assert not is_in(thief)


def test_code_that_set_it_up_does_not_sign_in_again(known: Client, anna: User) -> None:
    used = code(offered(read(known.get(NEW))))
    known.post(NEW, {"new_code": used})

    thief = Client()
    sign_in(thief, "anna")

    assert thief.post(ASK, {"code": used}).status_code == 200
    assert not is_in(thief)


def test_recovery_code_works_once_and_says_what_is_left(
    known: Client, anna: User, codes: list[str]
) -> None:
    entered = known.post(ASK, {"code": codes[3]}, follow=True)
    assert "9 are left" in desk.messages(entered)[0]
    assert is_in(known)

    again = Client()
    sign_in(again, "anna")
    assert again.post(ASK, {"code": codes[3]}).status_code == 200
    assert not is_in(again)


def test_code_of_somebody_else_is_worth_nothing(
    known: Client, anna: User, codes: list[str]
) -> None:
    other = User.objects.create_superuser("bram", password=PASSWORD)
    others = enrolled(other)

    assert known.post(ASK, {"code": code(key_of(other))}).status_code == 200
    assert known.post(ASK, {"code": others[0]}).status_code == 200
    assert not is_in(known)


def test_new_recovery_codes_want_a_code_and_end_the_old(
    known: Client, anna: User, codes: list[str]
) -> None:
    known.post(ASK, {"code": codes[0]})
    assert "9 recovery codes left" in read(known.get(MINE)).text

    assert desk.problems(known.post(MINE, {"code": wrong(key_of(anna))}))
    forgive(anna)
    fresh = shown_codes(known.post(MINE, {"code": code(key_of(anna))}))

    assert not set(fresh) & set(codes)
    assert second_factor.verify(anna, second_factor.digits(codes[1]), timezone.now()) is None
    StaticDevice.objects.update(throttling_failure_timestamp=None)
    assert second_factor.verify(anna, second_factor.digits(fresh[1]), timezone.now())


def test_device_is_changed_with_a_code_of_the_present_one(
    known: Client, anna: User, codes: list[str]
) -> None:
    known.post(ASK, {"code": codes[0]})
    old, key = key_of(anna), offered(read(known.get(NEW)))

    assert desk.problems(known.post(NEW, {"new_code": code(key)}))
    assert desk.problems(known.post(NEW, {"new_code": code(key), "code": wrong(old)}))
    assert key_of(anna) == old
    forgive(anna)
    done = known.post(NEW, {"new_code": code(key), "code": code(old)})

    assert len(shown_codes(done)) == 10
    assert key_of(anna) == key
    assert is_in(known)


def test_wrong_new_code_does_not_spend_the_present_one(
    known: Client, anna: User, codes: list[str]
) -> None:
    known.post(ASK, {"code": codes[0]})
    key = offered(read(known.get(NEW)))

    known.post(NEW, {"new_code": wrong(key), "code": codes[1]})

    assert second_factor.codes_left(anna) == 9


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:1"])
def test_nobody_is_led_to_another_site(
    known: Client, anna: User, codes: list[str], target: str
) -> None:
    answer = known.post(f"{ASK}?next={target}", {"code": code(key_of(anna))})

    assert answer["Location"] == "/admin/"


@pytest.mark.parametrize("page", [ASK, NEW, MINE])
def test_pages_are_for_staff_who_gave_their_password(client: Client, page: str) -> None:
    assert client.get(page)["Location"] == f"/admin/login/?next={page}"
    client.force_login(User.objects.create_user("visitor"))
    assert client.get(page)["Location"] == f"/admin/login/?next={page}"


def test_own_page_is_not_shown_before_the_code(known: Client, codes: list[str]) -> None:
    assert known.get(MINE)["Location"].startswith(f"{ASK}?next=")


def test_signing_out_needs_no_second_factor(known: Client) -> None:
    known.post("/admin/logout/")

    assert "_auth_user_id" not in known.session


def test_signing_out_ends_the_second_factor(known: Client, anna: User, codes: list[str]) -> None:
    known.post(ASK, {"code": codes[0]})
    known.post("/admin/logout/")
    sign_in(known, "anna")

    assert not is_in(known)


def test_pages_keep_to_the_policy_and_have_one_heading(
    known: Client, anna: User, codes: list[str]
) -> None:
    asked = known.get(ASK)
    known.post(ASK, {"code": codes[0]})
    answers = [asked, known.get(NEW), known.get(MINE)]
    answers.append(known.post(MINE, {"code": codes[1]}))

    for answer in answers:
        assert unsafe(read(answer)) == []
        assert len(read(answer).all("h1")) == 1


def test_without_the_setting_nothing_changes(
    client: Client, settings: Settings, anna: User, codes: list[str]
) -> None:
    settings.ADMIN_REQUIRE_OTP = False

    entered = sign_in(client, "anna")

    assert entered.redirect_chain == [("/admin/", 302)]
    assert is_in(client)
    assert "second-factor" not in body(entered).decode()
    assert [client.get(page).status_code for page in (ASK, NEW, MINE)] == [404, 404, 404]
    assert client.get("/admin/logout/").status_code == 405
    users = body(client.get("/admin/auth/user/")).decode()
    assert "remove_second_factor" not in users


def test_public_pages_know_nothing_of_it(
    known: Client, codes: list[str], django_assert_num_queries: Any
) -> None:
    known.post(ASK, {"code": codes[0]})
    known.get("/en/")

    with django_assert_num_queries(1):
        answer = known.get("/en/")

    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
