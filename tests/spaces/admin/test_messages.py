"""The queue of what the public tells us, as the desk works through it."""

from datetime import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.db.models import Model
from django.test import Client

from spaces.hours.opening import TIMEZONE
from spaces.models import DataVersion, MissingSpace, Report
from tests.factories import MissingSpaceFactory, ReportFactory, SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


def received(message: Model, day: int) -> None:
    at = datetime(2026, 12, day, 10, tzinfo=TIMEZONE)
    type(message).objects.filter(pk=message.pk).update(created_at=at)  # type: ignore[attr-defined]


def test_what_waits_comes_first(chief: Client) -> None:
    ReportFactory(space__name_en="Refused", refused=True)
    waiting = ReportFactory(space__name_en="Waiting")
    ReportFactory(space__name_en="Done", done=True)
    received(waiting, 1)

    page = read(chief.get(desk.address(Report, "changelist")))

    rows = page.one("table", id="result_list").one("tbody").all("tr")
    assert rows[0].one("td", class_="field-space").text == "Waiting"


def test_reports_come_newest_first(chief: Client) -> None:
    for day, name in ((1, "First"), (3, "Third"), (2, "Second")):
        received(ReportFactory(space__name_en=name), day)

    page = read(chief.get(desk.address(Report, "changelist")))

    rows = page.one("table", id="result_list").one("tbody").all("tr")
    assert [row.one("td", class_="field-space").text for row in rows] == [
        "Third",
        "Second",
        "First",
    ]


@pytest.mark.parametrize(
    ("choice", "count"),
    [
        ("status__exact=new", 1),
        ("status__exact=done", 0),
        ("kind__exact=hours", 1),
        ("kind__exact=phone", 0),
        ("status__exact=new&kind__exact=hours", 1),
        ("language__exact=nl", 1),
        ("q=wanted", 1),
        ("q=nothing+of+the+kind", 0),
    ],
)
def test_reports_are_narrowed_down(chief: Client, choice: str, count: int) -> None:
    ReportFactory(space__name_en="Wanted", kind="hours", language="nl")

    response = chief.get(f"{desk.address(Report, 'changelist')}?{choice}")

    assert len(desk.found(response)) == count


def test_report_leads_to_the_form_of_its_space(chief: Client) -> None:
    report = ReportFactory(space__name_en="The Blue House")
    form = desk.address(type(report.space), "change", report.space_id) + f"?told=report-{report.pk}"

    in_list = read(chief.get(desk.address(Report, "changelist")))
    alone = read(chief.get(desk.address(Report, "change", report.pk)))

    for page in (in_list, alone):
        assert page.one("a", href=form).text == "Correct The Blue House"


def test_report_is_read_not_rewritten(chief: Client) -> None:
    report = ReportFactory(kind="other", text="<b>The bell</b>\nis broken", language="nl")

    page = read(chief.get(desk.address(Report, "change", report.pk)))
    desk.save(chief, report, text="Other words", kind="phone", status="done", note="New bell.")
    desk.save(chief, report)

    assert "<b>The bell</b> is broken" in page.text
    assert "Nederlands" in page.text
    report.refresh_from_db()
    assert (report.kind, report.text) == ("other", "<b>The bell</b>\nis broken")
    assert (report.status, report.note) == ("new", "New bell."), "a button decides"
    assert LogEntry.objects.count() == 1, "nothing changed, nothing to log"


@pytest.mark.parametrize("model", [Report, MissingSpace])
def test_messages_are_written_by_the_public_alone(chief: Client, model: type[Model]) -> None:
    assert chief.get(desk.address(model, "add")).status_code == 403


@pytest.mark.parametrize("factory", [ReportFactory, MissingSpaceFactory])
@pytest.mark.parametrize(
    ("action", "status", "sentence"),
    [
        ("mark_as_done", "done", "2 messages are done."),
        ("refuse", "refused", "2 messages are refused."),
    ],
)
def test_messages_are_closed_several_at_once(
    chief: Client,
    factory: type[ReportFactory] | type[MissingSpaceFactory],
    action: str,
    status: str,
    sentence: str,
) -> None:
    closed, other = factory.create_batch(2), factory()
    model = type(other)
    version = DataVersion.current()

    response = desk.act(chief, model, action, *closed)

    assert desk.messages(response) == [sentence]
    assert model.objects.filter(status=status).count() == 2
    assert model.objects.get(pk=other.pk).status == "new"
    entries = LogEntry.objects.filter(object_id__in=[message.pk for message in closed])
    assert [entry.get_change_message() for entry in entries] == ["Changed Status."] * 2
    assert DataVersion.current() == version, "the public's pages did not change"


def test_draft_with_reports_can_be_deleted(chief: Client) -> None:
    space = SpaceFactory(draft=True)
    ReportFactory(space=space)

    chief.post(desk.address(type(space), "delete", space.pk), {"post": "yes"})

    assert not Report.objects.exists()


def test_missing_space_is_found(chief: Client) -> None:
    MissingSpaceFactory(name="Café Éclair", where="Place Flagey", text="Cours le mardi")
    where = desk.address(MissingSpace, "changelist")

    found = [len(desk.found(chief.get(where, {"q": words}))) for words in ("eclair", "MARDI", "x")]

    assert found == [1, 1, 0]
