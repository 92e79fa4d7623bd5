"""“Is everything still right?”: the mail, the link in it, and what a manager answers."""

import re
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.core.management import CommandError, call_command
from django.test import Client

from spaces.inbox import reminders
from spaces.models import Proposal, SpaceContact
from tests.factories import SpaceContactFactory
from tests.pages import read
from tests.spaces.admin import desk
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LINK = re.compile(r"http://testserver(/\S+)")


@pytest.fixture
def contact(clock: Clock) -> SpaceContact:
    return SpaceContactFactory(space__name_en="The Blue House", space__slug="blue")


def run(**options: Any) -> str:
    out = StringIO()
    call_command("remind", stdout=out, stderr=out, **options)
    return out.getvalue()


def link(number: int = -1) -> str:
    """Return the link of a mail that was sent."""
    found = LINK.search(str(mail.outbox[number].body))
    assert found
    return found[1]


def send(client: Client, **changes: Any) -> Any:
    """Change some inputs of the form behind the link, and send it."""
    [_right, form] = read(client.get(link())).one("main").all("form")
    return client.post(link(), desk.filled(form) | {"answer": "changed"} | changes)


def problems(response: Any) -> list[str]:
    return [line.text for line in read(response).one(id="problems").all("p")]


def test_mail_is_sent_once_however_often_the_command_runs(contact: SpaceContact) -> None:
    first, second = run(), run()

    assert first == "The Blue House: sent (en).\nSent 1, failed 0.\n"
    assert second == "Sent 0, failed 0.\n"
    [sent] = mail.outbox
    assert isinstance(sent, EmailMultiAlternatives)
    assert sent.to == [contact.email]
    assert sent.subject == "The Blue House: is everything still right?"
    [(html, kind)] = sent.alternatives
    assert kind == "text/html"
    assert link() in str(html)


@pytest.mark.parametrize(
    ("language", "subject", "address"),
    [
        ("fr", "tout est encore juste", "/fr/toujours-exact/?t="),
        ("nl", "klopt alles nog", "/nl/nog-juist/?t="),
        ("ar", "ما زال صحيحًا", "/ar/still-right/?t="),
    ],
)
def test_mail_is_in_the_managers_language(language: str, subject: str, address: str) -> None:
    SpaceContactFactory(language=language)

    run()

    assert subject in mail.outbox[0].subject
    assert link().startswith(address)


def test_mail_goes_only_to_whom_it_is_due(clock: Clock) -> None:
    today = clock.now.date()
    SpaceContactFactory(space__checked_on=today - timedelta(days=170), space__checked_by="region")
    SpaceContactFactory(space__draft=True)
    SpaceContactFactory(space__sample=True)
    SpaceContactFactory(reminded_at=clock.now - timedelta(days=29))
    old = SpaceContactFactory(
        space__checked_on=today - timedelta(days=190), space__checked_by="region"
    )
    again = SpaceContactFactory(reminded_at=clock.now - timedelta(days=31))

    run()

    assert {message.to[0] for message in mail.outbox} == {old.email, again.email}


def test_mail_server_down_stops_no_other_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    contacts = [SpaceContactFactory() for _number in range(3)]
    send = EmailMultiAlternatives.send

    def failing(self: EmailMultiAlternatives, *args: Any, **kwargs: Any) -> int:
        if self.to == [contacts[1].email]:
            raise ConnectionRefusedError
        return send(self, *args, **kwargs)

    monkeypatch.setattr(EmailMultiAlternatives, "send", failing)
    with pytest.raises(CommandError, match="could not be sent"):
        run()
    monkeypatch.undo()

    assert len(mail.outbox) == 2
    assert SpaceContact.objects.get(pk=contacts[1].pk).reminded_at is None


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(client: Client, contact: SpaceContact, method: str) -> None:
    run()

    response = getattr(client, method)(link())

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert not response.cookies
    contact.space.refresh_from_db()
    assert contact.space.checked_on is None
    assert client.get(link()).status_code == 200


def test_one_tap_says_that_all_is_right(client: Client, contact: SpaceContact) -> None:
    run()
    button = read(client.get(link())).one("button", value="right")

    response = client.post(link(), {button["name"]: "right"}, follow=True)

    assert response.redirect_chain == [("/en/still-right/thanks/", 302)]
    contact.space.refresh_from_db()
    assert (contact.space.checked_on, contact.space.checked_by) == (date(2026, 12, 16), "space")
    assert client.post(link(), {"answer": "right"}).status_code == 410


def test_page_says_what_is_to_be_checked(client: Client) -> None:
    SpaceContactFactory(space__with_hours=True, space__phone="+3225550123")
    run()

    main = read(client.get(link())).one("main").text

    assert "Monday to Friday: 9:00–17:00" in main
    assert "02 555 01 23" in main.replace("\N{NO-BREAK SPACE}", " ")


def test_changes_wait_for_staff(client: Client, contact: SpaceContact) -> None:
    run()

    response = send(client, opening_hours_mo="9h-12h30", phone="02 555 01 99")

    assert response.status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.space, proposal.opening_hours) == (contact.space, "Mo 09:00-12:30")
    assert (proposal.phone, proposal.status) == ("02 555 01 99", "new")
    assert client.get(link()).status_code == 410


@pytest.mark.parametrize(
    ("stored", "typed", "proposed"),
    [
        (
            "Mo-Fr 09:00-17:00; PH off",
            {"tu": "10-12"},
            "Mo,We-Fr 09:00-17:00; Tu 10:00-12:00; PH off",
        ),
        ("Mo 09:00-12:00; Sa[1] 10:00-12:00", {"mo": "9-13"}, "Mo 09:00-13:00; Sa[1] 10:00-12:00"),
        ("Mo 09:00-12:00", {"holidays": "closed"}, "Mo 09:00-12:00; PH off"),
        (
            "Mo 09:00-12:00; Jul-Aug off; 2026 Dec 24 09:00-10:00",
            {"su": "14-16"},
            "Mo 09:00-12:00; Su 14:00-16:00; Jul-Aug off; 2026 Dec 24 09:00-10:00",
        ),
    ],
)
def test_day_changes_and_all_other_hours_stay(
    client: Client, stored: str, typed: dict[str, str], proposed: str
) -> None:
    SpaceContactFactory(space__opening_hours=stored)
    run()

    send(client, **{f"opening_hours_{name}": value for name, value in typed.items()})

    assert Proposal.objects.get().opening_hours == proposed


@pytest.mark.parametrize(
    "stored", ["Mo-Fr 9:00-17:00;Sa[1] 10:00-12:00", "24/7", "We,Fr 10:00-12:00 ; PH off", None]
)
def test_hours_that_nobody_touched_are_not_proposed(client: Client, stored: str | None) -> None:
    SpaceContactFactory(space__opening_hours=stored)
    run()

    response = send(client, text="A new door")

    assert response.status_code == 302
    assert Proposal.objects.get().opening_hours == ""


def test_hours_that_no_grid_shows_are_asked_for_in_words(client: Client) -> None:
    SpaceContactFactory(space__opening_hours="Sa[1] 10:00-12:00")
    run()

    page = read(client.get(link()))
    send(client, hours="Every Saturday now")

    assert page.all("input", name="opening_hours_mo") == []
    proposal = Proposal.objects.get()
    assert (proposal.hours_in_words, proposal.opening_hours) == ("Every Saturday now", "")


@pytest.mark.parametrize(
    ("stored", "name", "typed", "problem"),
    [
        (None, "tu", "17-9", "Tuesday: “17:00-09:00” closes before it opens."),
        (None, "tu", "when we like", "Tuesday: “when we like” is not understood. "),
        ("Mo 09:00-12:00", "mo", "-", "No day has hours. Closed for good? "),
        (None, "holiday_hours", "9-12", "Public holidays: you wrote hours. "),
    ],
)
def test_hours_that_cannot_be_are_refused_and_kept(
    client: Client, stored: str | None, name: str, typed: str, problem: str
) -> None:
    SpaceContactFactory(space__opening_hours=stored)
    run()

    response = send(client, **{f"opening_hours_{name}": typed})

    assert response.status_code == 400
    assert problems(response)[0].startswith(problem)
    assert read(response).one("input", name=f"opening_hours_{name}")["value"] == typed
    assert not Proposal.objects.exists()


def test_hours_too_long_to_keep_are_refused(client: Client) -> None:
    SpaceContactFactory()
    run()
    week = ("mo", "tu", "we", "th", "fr", "sa", "su")
    hours = ", ".join(f"{hour}:00-{hour}:50" for hour in range(8, 18))

    response = send(
        client,
        **{f"opening_hours_{day}": f"{hours}, 19:0{n}-20:00" for n, day in enumerate(week)},
    )

    assert problems(response)[0].startswith("Write at most 500 characters")


def test_characters_that_no_database_takes_are_left_out(client: Client) -> None:
    SpaceContactFactory()
    run()

    send(client, opening_hours_mo="9-12\x00")

    assert Proposal.objects.get().opening_hours == "Mo 09:00-12:00"


def test_another_language_keeps_the_link(client: Client, contact: SpaceContact) -> None:
    run()
    page = read(client.get(link()))

    french = next(a["href"] for a in page.all("a", hreflang="fr") if "?t=" in a["href"])

    assert client.get(french).status_code == 200
    assert french.partition("?")[2] == link().partition("?")[2]


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({}, "Write what has changed, or tap “All still right”."),
        ({"phone": "12"}, "This is not a phone number that can be called."),
        ({"closed_from": "2026-12-24"}, "Give the first and the last day closed."),
        (
            {"closed_from": "2026-12-24", "closed_until": "2026-12-23"},
            "The last day comes before the first day.",
        ),
        (
            {"closed_from": "soon"},
            "Give the day as day/month/year, for example 24/12/2026.",
        ),
    ],
)
def test_what_was_typed_is_kept(
    client: Client, contact: SpaceContact, sent: dict[str, str], problem: str
) -> None:
    run()

    response = client.post(link(), {"answer": "changed", **sent})

    assert response.status_code == 400
    assert problems(response) == [problem]
    page = read(response)
    assert all(page.one("input", name=name)["value"] == value for name, value in sent.items())
    assert not Proposal.objects.exists()


def test_link_ends_after_thirty_days(client: Client, contact: SpaceContact) -> None:
    run()
    address = link()
    reminders_valid = reminders.VALID

    try:
        reminders.VALID = timedelta(seconds=-1)
        response = client.get(address)
    finally:
        reminders.VALID = reminders_valid

    assert response.status_code == 410
    assert "too old" in read(response).one("p", class_="lead").text


def test_tampered_link_is_refused(client: Client, contact: SpaceContact) -> None:
    run()

    response = client.post(link() + "x", {"answer": "right"})

    assert response.status_code == 410
    contact.space.refresh_from_db()
    assert contact.space.checked_on is None


def test_newer_mail_replaces_the_link(client: Client, clock: Clock, contact: SpaceContact) -> None:
    run()
    clock.now += timedelta(days=31)
    run()

    assert client.get(link(0)).status_code == 410
    assert client.get(link(1)).status_code == 200


def test_another_sites_page_is_refused(client: Client, contact: SpaceContact) -> None:
    run()

    response = client.post(link(), {"answer": "right"}, headers={"Origin": "https://evil.example"})

    assert response.status_code == 403
    contact.space.refresh_from_db()
    assert contact.space.checked_on is None


def test_managers_of_two_spaces_answer_for_their_own(client: Client, contact: SpaceContact) -> None:
    other = SpaceContactFactory()
    run()

    client.post(link([m.to[0] for m in mail.outbox].index(other.email)), {"answer": "right"})

    contact.space.refresh_from_db()
    other.space.refresh_from_db()
    assert (contact.space.checked_on, other.space.checked_on) == (None, date(2026, 12, 16))
