"""What the desk decides about messages: who, when, with which button, and what is then deleted."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from spaces.inbox import missing_spaces
from spaces.models import MissingSpace, Proposal, Report, Space
from tests.factories import MissingSpaceFactory, ProposalFactory, ReportFactory, SpaceFactory
from tests.pages import Element, read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

WAITING = "?status__exact=new"


def buttons(page: Element) -> list[str]:
    """Return the names of a message's buttons."""
    rows = page.all("div", class_="decision")
    return [button["name"] for row in rows for button in row.all("input")]


def tap(client: Client, message: Any, button: str, **typed: Any) -> Any:
    """Tap a button of a message's page, and follow."""
    where = desk.address(type(message), "change", message.pk)
    data = desk.filled(desk.form_of(read(client.get(where)), type(message)))
    return client.post(where, data | typed | {button: "1"}, follow=True)


def pending(page: Element) -> Element:
    return page.one("section", class_="pending-messages")


@pytest.mark.parametrize("factory", [ReportFactory, MissingSpaceFactory])
@pytest.mark.parametrize(
    ("button", "status", "sentence"),
    [
        ("_done", "done", "1 message is done."),
        ("_refuse", "refused", "1 message is refused."),
    ],
)
def test_message_is_decided_on_with_one_tap(
    chief: Client, factory: Any, button: str, status: str, sentence: str
) -> None:
    message = factory()
    before = timezone.now()

    response = tap(chief, message, button, note="I called them.")

    message.refresh_from_db()
    assert (message.status, message.note) == (status, "I called them.")
    assert message.decided_by == User.objects.get()
    assert before <= message.decided_at <= timezone.now()
    assert response.redirect_chain == [(desk.address(type(message), "changelist") + WAITING, 302)]
    assert desk.messages(response) == [sentence]
    shown = read(chief.get(desk.address(type(message), "change", message.pk)))
    assert "admin, " in shown.one("div", class_="field-decided").text


def test_second_decision_changes_nothing(chief: Client) -> None:
    report = ReportFactory()
    where = desk.address(Report, "change", report.pk)
    form = desk.filled(desk.form_of(read(chief.get(where)), Report))
    tap(chief, report, "_done")

    response = chief.post(where, form | {"_refuse": "1"}, follow=True)

    assert desk.messages(response) == ["Somebody has decided on this already."]
    report.refresh_from_db()
    assert report.status == "done"


def test_note_that_is_saved_late_leaves_the_decision(chief: Client) -> None:
    report = ReportFactory()
    stale = Report.objects.get(pk=report.pk)
    tap(chief, report, "_done")

    assert not stale.decide(Report.Status.REFUSED, None, timezone.now())
    desk.save(chief, report, note="late")

    report.refresh_from_db()
    assert (report.status, report.note) == ("done", "late")


def test_wrong_decision_is_taken_back(chief: Client) -> None:
    report = ReportFactory()
    tap(chief, report, "_refuse")

    response = tap(chief, report, "_reopen")

    assert desk.messages(response) == ["1 message waits again."]
    report.refresh_from_db()
    assert (report.status, report.decided_by, report.decided_at) == ("new", None, None)


def test_decisions_are_taken_back_several_at_once(chief: Client) -> None:
    now = timezone.now()
    late, wrong = (
        ReportFactory(status="refused", decided_at=now - timedelta(days=days)) for days in (31, 1)
    )

    response = desk.act(chief, Report, "reopen", late, wrong)

    assert desk.messages(response) == ["1 message waits again."]
    assert [report.pk for report in Report.objects.waiting()] == [wrong.pk]


def test_decision_has_a_date_in_the_database() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportFactory(status="done")
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportFactory(decided_at=timezone.now())


def test_who_only_reads_has_no_button(client: Client) -> None:
    user = User.objects.create_user("reader", is_staff=True)
    user.groups.add(Group.objects.get(name="Readers"))
    client.force_login(user)
    report = ReportFactory()
    where = desk.address(Report, "change", report.pk)

    assert buttons(read(client.get(where))) == []
    assert client.post(where, {"_done": "1"}).status_code == 403
    page = read(client.get(desk.address(Space, "change", report.space_id)))
    assert pending(page).all("input") == []


# --- a report and the form of its space ---------------------------------------------------------


def test_report_leads_to_the_form_and_is_done_when_that_is_saved(chief: Client) -> None:
    report = ReportFactory(kind="other", text="<b>The bell</b>")
    other = ReportFactory(space=report.space, kind="hours")

    response = tap(chief, report, "_mend", note="Bell")

    [(address, _status)] = response.redirect_chain
    page = read(response)
    assert "<b>The bell</b>" in pending(page).text
    boxes = pending(page).all("input", name="told")
    assert {box["value"]: box.has("checked", True) for box in boxes} == {
        f"report-{report.pk}": True,
        f"report-{other.pk}": False,
    }
    form = desk.filled(desk.form_of(page, Space))
    saved = chief.post(address, form | {"computers": "4", "_save": "1"}, follow=True)
    assert saved.redirect_chain == [(desk.address(Report, "changelist") + WAITING, 302)]
    report.refresh_from_db()
    assert (report.status, report.note, report.space.computers) == ("done", "Bell", 4)
    assert [waiting.pk for waiting in Report.objects.waiting()] == [other.pk]


def test_form_that_is_refused_leaves_the_report_and_its_tick(chief: Client) -> None:
    report = ReportFactory()
    address = desk.address(Space, "change", report.space_id)
    form = desk.filled(desk.form_of(read(chief.get(address)), Space))

    response = chief.post(address, form | {"phone": "12", "told": f"report-{report.pk}"})

    assert pending(read(response)).one("input", name="told").has("checked", True)
    report.refresh_from_db()
    assert report.status == "new"


@pytest.mark.parametrize("key", ["report-0", "report-", "nonsense", "missingspace-x", "\x00"])
def test_form_ignores_what_it_is_not_about(chief: Client, key: str) -> None:
    other = ReportFactory()
    space = SpaceFactory()
    address = desk.address(Space, "change", space.pk)

    page = read(chief.get(address, {"told": key}))
    form = desk.filled(desk.form_of(page, Space)) | {"told": [key, f"report-{other.pk}"]}
    response = chief.post(address, form | {"_save": "1"})

    assert page.all("section", class_="pending-messages") == []
    assert response.status_code == 302
    other.refresh_from_db()
    assert other.status == "new"
    assert chief.get(desk.address(Space, "add"), {"told": key}).status_code == 200


def test_manager_reads_reports_and_closes_none(client: Client) -> None:
    user = User.objects.create_user("manager", is_staff=True)
    user.groups.add(Group.objects.get(name="Space managers"))
    client.force_login(user)
    report = ReportFactory(text="Shut")
    report.space.managers.add(user)
    address = desk.address(Space, "change", report.space_id)

    page = read(client.get(address))
    form = desk.filled(desk.form_of(page, Space))
    client.post(address, form | {"told": f"report-{report.pk}"})

    assert "Shut" in pending(page).text
    assert pending(page).all("input") == []
    report.refresh_from_db()
    assert report.status == "new"


# --- a missing place and its draft --------------------------------------------------------------


def test_missing_place_becomes_one_draft(chief: Client) -> None:
    missing = MissingSpaceFactory(name="Café Éclair", where="Boulevard Anspach 12, 1000 Bruxelles")

    first, second = (tap(chief, missing, "_draft") for _time in range(2))

    missing.refresh_from_db()
    draft = missing.draft
    address = f"{desk.address(Space, 'change', draft.pk)}?told=missingspace-{missing.pk}"
    assert [response.redirect_chain for response in (first, second)] == [[(address, 302)]] * 2
    assert Space.objects.filter(name_fr="Café Éclair").count() == 1
    assert draft.status == Space.Status.DRAFT
    assert "Boulevard Anspach 12" in pending(read(second)).text
    assert LogEntry.objects.filter(object_id=str(draft.pk)).count() == 1


@pytest.mark.parametrize(
    ("where", "streets", "rest"),
    [
        (
            "Boulevard Anspach 12, 1000 Bruxelles",
            ("Boulevard Anspach", "Anspachlaan"),
            ("12", "1000", "Bruxelles"),
        ),
        ("Rue Inconnue 3b, 1070", ("Rue Inconnue", None), ("3b", "1070", "Anderlecht")),
        ("near my aunt’s, Anderlecht", (None, None), ("", "", "Anderlecht")),
    ],
)
def test_draft_has_the_address_as_far_as_it_is_given(
    where: str, streets: tuple[str, str], rest: tuple[str, str, str]
) -> None:
    draft = missing_spaces.draft_of(MissingSpaceFactory(name="Ici", where=where))

    assert draft
    assert (draft.name_fr, draft.name_nl) == ("Ici", "Ici")  # type: ignore[attr-defined]
    assert (draft.street_fr, draft.street_nl) == streets  # type: ignore[attr-defined]
    assert (draft.house_number, draft.postal_code, draft.municipality.name_fr) == rest  # type: ignore[attr-defined]


def test_draft_that_is_saved_closes_the_message(chief: Client) -> None:
    missing = MissingSpaceFactory(where="Anderlecht")
    response = tap(chief, missing, "_draft")
    [(address, _status)] = response.redirect_chain

    chief.post(address, desk.filled(desk.form_of(read(response), Space)) | {"_save": "1"})

    missing.refresh_from_db()
    assert missing.status == "done"
    page = read(chief.get(desk.address(MissingSpace, "change", missing.pk)))
    assert page.one("a", href=address).text == missing.name


@pytest.mark.parametrize("where", ["Paris", "near my aunt’s", "12"])
def test_missing_place_somewhere_asks_for_the_municipality(chief: Client, where: str) -> None:
    missing = MissingSpaceFactory(name="Chez Ahmed & Zoé", where=where)

    response = tap(chief, missing, "_draft")

    assert desk.messages(response) == [f"The municipality is not clear from “{where}”: choose it."]
    page = read(response)
    form = desk.filled(desk.form_of(page, Space))
    assert form["name_fr"] == form["name_nl"] == "Chez Ahmed & Zoé"
    assert form["municipality"] in ([], [""])
    assert where in pending(page).text
    town = SpaceFactory().municipality_id
    [(address, _status)] = response.redirect_chain
    chief.post(address, form | {"municipality": town, "_save": "1"})
    missing.refresh_from_db()
    assert (missing.draft.name, missing.status) == ("Chez Ahmed & Zoé", "done")


def test_draft_needs_the_right_to_add_spaces(client: Client) -> None:
    user = User.objects.create_user("half", is_staff=True)
    rights = Group.objects.get(name="Regional editors").permissions
    user.user_permissions.add(*rights.filter(codename__endswith="_missingspace"))
    client.force_login(user)
    missing = MissingSpaceFactory(where="Anderlecht")
    where = desk.address(MissingSpace, "change", missing.pk)

    assert buttons(read(client.get(where))) == ["_done", "_refuse"]
    client.post(where, {"note": "", "_draft": "1"})

    missing.refresh_from_db()
    assert missing.draft is None


# --- what is deleted ----------------------------------------------------------------------------


def test_words_are_deleted_thirty_days_after_the_decision() -> None:
    now = timezone.now()
    old, young = ({"status": "done", "decided_at": now - timedelta(days=d)} for d in (31, 29))
    ReportFactory(kind="other", text="old", **old)
    ReportFactory(text="young", **young)
    ReportFactory(text="waiting", created_at=now - timedelta(days=99))
    MissingSpaceFactory(text="old", **old)
    ProposalFactory(text="old", **old)
    out = StringIO()

    call_command("forget", stdout=out)

    assert sorted(Report.objects.values_list("text", flat=True)) == ["", "waiting", "young"]
    assert MissingSpace.objects.get().text == Proposal.objects.get().text == ""
    assert out.getvalue() == "0 failed tries deleted, the words of 3 messages too.\n"
