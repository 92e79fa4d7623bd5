"""What managers propose, as staff apply or refuse it."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from spaces.models import Proposal, SpaceContact
from tests.factories import ProposalFactory, SpaceContactFactory
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


def test_proposal_shows_what_would_change(chief: Client) -> None:
    ProposalFactory(space__phone="+3225550123")

    response = chief.get(desk.address(Proposal, "changelist"))

    assert "02\N{NO-BREAK SPACE}555\N{NO-BREAK SPACE}01\N{NO-BREAK SPACE}99" in response.text


def test_hours_are_compared_as_weeks_in_words(chief: Client) -> None:
    proposal = ProposalFactory(
        space__opening_hours="Mo-Fr 09:00-17:00", opening_hours="Mo 09:00-12:00; PH off", phone=""
    )

    page = read(chief.get(desk.address(Proposal, "change", proposal.pk)))

    changes = page.one("div", class_="field-differences")
    assert changes.one("del").text == "Monday to Friday: 9:00–17:00 [Mo-Fr 09:00-17:00]"
    assert changes.one("ins").text == "Monday: 9:00–12:00 [Mo 09:00-12:00; PH off]"


def test_proposal_is_applied_from_its_page_as_it_was_corrected(chief: Client) -> None:
    proposal = ProposalFactory(space__name_en="Here", hours_in_words="Mondays, mornings")

    response = desk.save(chief, proposal, **desk.hours("Mo 09:00-12:00"), _apply="1")

    assert response.url == desk.address(Proposal, "changelist") + "?status__exact=new"
    proposal.refresh_from_db()
    assert (proposal.status, proposal.decided_by.username) == ("done", "admin")
    assert proposal.space.opening_hours == "Mo 09:00-12:00"


def test_proposal_without_hours_leaves_those_of_the_space(chief: Client) -> None:
    proposal = ProposalFactory(space__opening_hours="24/7", text="A new phone")

    desk.save(chief, proposal, _apply="1")

    proposal.refresh_from_db()
    assert (proposal.status, proposal.opening_hours) == ("done", "")
    assert proposal.space.opening_hours == "24/7"


def test_proposal_is_applied_once(chief: Client) -> None:
    proposal = ProposalFactory(closed_from=date(2026, 12, 24), closed_until=date(2026, 12, 31))
    where = desk.address(Proposal, "change", proposal.pk)
    form = desk.filled(desk.form_of(read(chief.get(where)), Proposal)) | {"_apply": "1"}

    answers = [chief.post(where, form, follow=True) for _time in range(2)]

    assert "Somebody has decided on this already." in desk.messages(answers[1])[0]
    assert proposal.space.closures.count() == 1


def test_proposal_is_applied_with_a_reason(chief: Client) -> None:
    days = {"closed_from": date(2026, 12, 24), "closed_until": date(2026, 12, 31)}
    proposal = ProposalFactory(
        space__name_en="Here",
        space__hours_of="library",
        opening_hours="Mo 09:00-12:00",
        **days,
    )

    response = desk.act(chief, Proposal, "apply", proposal)

    assert desk.messages(response) == ["Here: applied."]
    proposal.refresh_from_db()
    space = proposal.space
    space.refresh_from_db()
    assert (space.phone, space.opening_hours) == ("+3225550199", "Mo 09:00-12:00")
    assert space.hours_of == "space"
    assert space.checked_by == "space"
    assert space.closures.get().last_day == days["closed_until"]
    assert space.history.first().history_change_reason == "Proposed by the manager"
    assert proposal.status == "done"


def test_proposal_that_cannot_be_applied_waits(chief: Client) -> None:
    proposal = ProposalFactory(opening_hours="when we like", closed_from=None)

    response = desk.act(chief, Proposal, "apply", proposal)

    assert desk.messages(response)
    proposal.refresh_from_db()
    proposal.space.refresh_from_db()
    assert proposal.status == "new"
    assert proposal.space.phone == ""


def test_hours_in_words_are_written_before_they_are_applied(chief: Client) -> None:
    proposal = ProposalFactory(hours_in_words="Closed on Fridays now", opening_hours="")

    response = desk.act(chief, Proposal, "apply", proposal)

    assert "Write them in the table, then apply." in " ".join(desk.messages(response))
    proposal.refresh_from_db()
    proposal.space.refresh_from_db()
    assert (proposal.status, proposal.space.checked_on) == ("new", None)
    assert (
        desk.save(chief, proposal, _apply="1", **desk.hours("Mo-Th 09:00-12:00")).status_code == 302
    )
    proposal.refresh_from_db()
    proposal.space.refresh_from_db()
    assert proposal.status == "done"
    assert proposal.space.opening_hours == "Mo-Th 09:00-12:00"


def test_older_proposal_leaves_a_later_check_alone(chief: Client) -> None:
    later = timezone.localdate() + timedelta(days=1)
    proposal = ProposalFactory(space__checked_on=later, space__checked_by="region")

    desk.act(chief, Proposal, "apply", proposal)

    proposal.space.refresh_from_db()
    assert (proposal.space.checked_on, proposal.space.checked_by) == (later, "region")


def test_proposal_is_corrected_before_it_is_applied(chief: Client) -> None:
    proposal = ProposalFactory(hours_in_words="Mondays, mornings")

    response = desk.save(chief, proposal, **desk.hours("Mo 09:00-12:00"))

    assert response.status_code == 302
    proposal.refresh_from_db()
    assert proposal.opening_hours == "Mo 09:00-12:00"


def test_proposal_is_refused(chief: Client) -> None:
    proposal = ProposalFactory()

    desk.act(chief, Proposal, "refuse", proposal)

    proposal.refresh_from_db()
    assert proposal.status == "refused"


def test_link_of_a_former_manager_is_worth_nothing(chief: Client) -> None:
    contact = SpaceContactFactory()
    call_command("remind")
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert link
    before = chief.get(link[1]).status_code

    desk.save(chief, contact, email="new@example.org")

    assert SpaceContact.objects.get().email == "new@example.org"
    assert (before, chief.get(link[1]).status_code) == (200, 410)
    call_command("remind")
    assert mail.outbox[1].to == ["new@example.org"]
