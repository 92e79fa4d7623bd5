"""The digest: what waits at the desk, by mail, to those who may do something about it."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.core.management import CommandError, call_command
from django.test import Client

from spaces.models import DataVersion, LastDigest
from tests.factories import ReportFactory, SpaceFactory, complete_space
from tests.pages import parse
from tests.spaces.admin import desk
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_listings", "clock")]


def person(name: str, role: str, **more: Any) -> User:
    more = {"email": f"{name}@example.org", "is_staff": True} | more
    user = User.objects.create_user(name, **more)
    user.groups.add(Group.objects.get(name=role))
    return user


def run() -> str:
    out = StringIO()
    call_command("digest", stdout=out, stderr=out)
    return out.getvalue()


def test_digest_is_sent_once_a_day(clock: Clock) -> None:
    person("ada", "Regional editors")
    ReportFactory(space=complete_space(checked_on=clock.now.date(), access={}))
    version = DataVersion.current()

    first, second = run(), run()
    clock.now += timedelta(days=1)
    third = run()

    assert first == third
    assert first.splitlines()[0].startswith("ada: sent (")
    assert first.endswith("Sent 1, failed 0.\n")
    assert second == "Sent 0, failed 0.\n"
    assert [sent.to for sent in mail.outbox] == [["ada@example.org"]] * 2
    assert DataVersion.current() == version, "the public's pages did not change"


def test_digest_is_in_french_then_in_dutch_with_the_lists_that_it_counts(chief: Client) -> None:
    person("ada", "Regional editors")
    ReportFactory.create_batch(2, space=SpaceFactory())

    run()

    [sent] = [message for message in mail.outbox if message.to == ["ada@example.org"]]
    assert isinstance(sent, EmailMultiAlternatives)
    assert sent.subject == "À faire le 16 décembre / Te doen op 16 december"
    text = str(sent.body)
    assert text.index("2 · Erreurs signalées") < text.index("2 · Gemelde fouten")
    [(html, kind)] = sent.alternatives
    assert kind == "text/html"
    page = parse(str(html))
    assert [part["lang"] for part in page.all("div")] == ["fr", "nl"]
    links = [link["href"] for link in page.all("a")]
    assert all(link in text for link in links)
    listed = chief.get(links[0].removeprefix("http://testserver"))
    assert len(desk.found(listed)) == 2


def test_digest_goes_to_those_who_may_change_every_listing() -> None:
    ReportFactory()
    person("editor", "Regional editors")
    person("administrator", "Administrators")
    person("without", "Regional editors", email="")
    person("gone", "Regional editors", is_active=False)
    person("outside", "Regional editors", is_staff=False)
    person("reader", "Readers")
    person("manager", "Space managers")

    run()

    assert {sent.to[0].partition("@")[0] for sent in mail.outbox} == {"editor", "administrator"}


def test_nothing_is_sent_when_nothing_waits() -> None:
    person("ada", "Regional editors")

    assert run() == "Sent 0, failed 0.\n"
    assert mail.outbox == []
    ReportFactory()
    assert run().endswith("Sent 1, failed 0.\n"), "what comes later that day is told that day"


def test_mail_that_is_refused_is_named_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ReportFactory()
    person("ada", "Regional editors")
    person("bea", "Regional editors")
    send = EmailMultiAlternatives.send

    def failing(self: EmailMultiAlternatives, *args: Any, **kwargs: Any) -> int:
        if self.to == ["ada@example.org"]:
            raise ConnectionRefusedError
        return send(self, *args, **kwargs)

    out = StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(EmailMultiAlternatives, "send", failing)
        with pytest.raises(CommandError, match="could not be sent"):
            call_command("digest", stdout=out, stderr=out)

    assert "ada: not sent (ConnectionRefusedError)." in out.getvalue()
    assert [sent.to for sent in mail.outbox] == [["bea@example.org"]]
    assert LastDigest.objects.get(user__username="ada").sent_on is None
    assert run().startswith("ada: sent (")
