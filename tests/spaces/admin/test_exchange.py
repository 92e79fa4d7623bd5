"""Import and export at the desk: preview, confirmation, rights, and what the pages keep to."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from campaign.models import Poster
from spaces.exchange import files
from spaces.models import Closure, Course, DataVersion, Space
from tests.factories import SpaceFactory
from tests.pages import body, read
from tests.spaces.admin import desk
from tests.spaces.admin.test_pages import unsafe

pytestmark = pytest.mark.django_db

MODELS = [Space, Closure, Course, Poster]


def send(client: Client, text: str | bytes, name: str = "list.csv", model: Any = Space) -> Any:
    """Choose a file on the import page."""
    data = text.encode() if isinstance(text, str) else text
    sent = SimpleUploadedFile(name, data)
    return client.post(
        desk.address(model, "import"), {"import_file": sent, "format": "0", "resource": "0"}
    )


def confirm(client: Client, response: Any, **changes: str) -> Any:
    """Confirm a preview."""
    where = desk.address(Space, "process_import")
    form = read(response).one("form", action=where)
    return client.post(where, desk.filled(form) | changes, follow=True)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("page", ["import", "export"])
@pytest.mark.parametrize("language", ["fr", "nl", "ar", "en"])
def test_page_keeps_to_the_policy(
    chief: Client,
    model: Any,
    page: str,
    language: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(12):
        response = chief.get(desk.address(model, page), headers={"accept-language": language})

    assert response.status_code == 200
    assert unsafe(read(response)) == []


def test_list_leads_to_import_and_export(chief: Client) -> None:
    page = read(chief.get(desk.address(Space, "changelist")))

    links = [link["href"].split("?")[0] for link in page.all("a", href=True)]
    assert desk.address(Space, "import") in links
    assert desk.address(Space, "export") in links


def test_import_shows_the_changes_then_makes_them(chief: Client) -> None:
    space = SpaceFactory(name_fr="Avant", phone="+3225550123")

    preview = send(chief, f"code;name_fr;phone\n{space.code};<b>Après</b>;'+32 2 555 01 24\n")

    page = read(preview)
    assert unsafe(page) == []
    assert [cell.text for cell in page.all("del")] == ["Avant", "+3225550123"]
    assert [cell.text for cell in page.all("ins")] == ["<b>Après</b>", "+3225550124"]
    space.refresh_from_db()
    assert space.name_fr == "Avant"

    done = confirm(chief, preview)

    assert desk.messages(done) == ["The file is imported. New: 0. Changed: 1."]
    space.refresh_from_db()
    assert (space.name_fr, space.phone) == ("<b>Après</b>", "+3225550124")
    assert space.history.first().history_change_reason == "Import of list.csv"
    assert space.history.first().history_user.username == "admin"
    assert LogEntry.objects.get(object_id=str(space.pk)).change_message == "Import of list.csv"


def test_import_says_line_column_and_reason(chief: Client) -> None:
    version = DataVersion.current()

    response = send(chief, "code,name_fr,name_nl,municipality\n,a,b,21004\n,c,d,<i>Namur</i>\n")

    page = read(response)
    assert unsafe(page) == []
    row = page.all("table")[0].one("tbody").one("tr")
    line, (column, cell, sentence) = row.one("th").text, [cell.text for cell in row.all("td")]
    assert (line, column, cell) == ("3", "municipality", "<i>Namur</i>")
    assert "No municipality" in sentence
    assert not Space.objects.filter(name_fr="a").exists()
    assert DataVersion.current() == version


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.7\n", "list.csv", "This file is not a table."),
        (b"", "list.csv", "empty"),
        (b"code,naam\na,b\n", "list.csv", "There is no column “naam”."),
        (b"name_fr\na\n", "list.csv", "The column “code” is missing."),
        (b"x" * (files.LARGEST + 1), "list.csv", "larger than 5 MB"),
        (b"PK\x03\x04", "list.xlsx", "not a spreadsheet"),
    ],
)
def test_bad_file_is_refused_beside_the_input(
    chief: Client, data: bytes, name: str, words: str
) -> None:
    problems = desk.problems(send(chief, data, name))

    assert words in " ".join(problems)


def test_what_became_wrong_since_the_preview_is_said_and_nothing_written(chief: Client) -> None:
    one, other = SpaceFactory(), SpaceFactory()
    preview = send(chief, f"code,name_fr\n{one.code},Un\n{other.code},Deux\n")
    Space.objects.filter(pk=other.pk).delete()

    response = confirm(chief, preview)

    assert "No space has this code." in body(response).decode()
    one.refresh_from_db()
    assert one.name_fr != "Un"


def test_preview_cannot_be_confirmed_twice_or_with_another_file(chief: Client) -> None:
    preview = send(chief, f"code,name_fr\n{SpaceFactory().code},Un\n")

    forged = confirm(chief, preview, import_file_name="passwd")
    done = confirm(chief, preview)
    again = confirm(chief, preview)

    assert desk.messages(forged) == ["The preview is too old. Choose the file again."]
    assert "imported" in desk.messages(done)[0]
    assert desk.messages(again) == ["The preview is too old. Choose the file again."]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_exported_list_comes_back_unchanged(chief: Client, kind: str) -> None:
    number = str(list(files.KINDS).index(kind))
    form = {"format": number, "resource": "0"}

    sent = chief.post(f"{desk.address(Space, 'export')}?status__exact=published", form)
    response = send(chief, sent.content, f"list.{kind}")

    assert sent["Content-Type"].startswith(files.KINDS[kind].split(";")[0])
    assert "This file changes nothing" in body(response).decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("model", MODELS)
def test_template_has_the_columns(chief: Client, model: Any, kind: str) -> None:
    response = chief.get(desk.address(model, "template", kind))

    assert "attachment" in response["Content-Disposition"]
    with pytest.raises(files.FileError, match="no line"):
        files.read(response.content)


def test_template_of_another_kind_is_not_found(chief: Client) -> None:
    assert chief.get(desk.address(Space, "template", "exe")).status_code == 404


@pytest.mark.parametrize(
    ("rights", "may_import", "may_export"),
    [
        ((), False, False),
        (("view_space",), False, True),
        (("view_space", "add_space"), False, True),
        (("view_space", "change_space"), False, True),
        (("add_space", "change_space"), True, True),
    ],
)
def test_import_and_export_want_their_rights(
    staff: Client, rights: tuple[str, ...], may_import: bool, may_export: bool
) -> None:
    user = User.objects.get(username="somebody")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))

    answers = {
        page: staff.get(where).status_code == 200
        for page, where in (
            ("import", desk.address(Space, "import")),
            ("template", desk.address(Space, "template", "csv")),
            ("export", desk.address(Space, "export")),
        )
    }

    assert answers == {"import": may_import, "template": may_import, "export": may_export}
    assert (staff.post(desk.address(Space, "process_import")).status_code != 403) == may_import


def test_label_is_changed_by_an_administrator_alone(chief: Client) -> None:
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Regional editors"))
    text = f"code,label_status\n{SpaceFactory().code},labelled\n"

    as_editor = Client()
    as_editor.force_login(user)
    as_editor.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"

    assert "Only an administrator changes the label." in send(as_editor, text).text
    assert "Say why the label changes." in send(chief, text).text


def test_label_changes_for_a_reason_that_the_history_keeps(chief: Client) -> None:
    space = SpaceFactory()
    text = f"code,label_status,label_reason\n{space.code},labelled,Decision of May\n"

    confirm(chief, send(chief, text))

    space.refresh_from_db()
    assert space.label_status == "labelled"
    reason = space.history.first().history_change_reason
    assert reason == "Decision of May (Import of list.csv)"


def test_preview_that_is_no_longer_true_is_not_imported(chief: Client) -> None:
    space, other = SpaceFactory(phone="+3225550100"), SpaceFactory()
    preview = send(chief, f"code,phone\n{space.code},+3225550111\n{other.code},+3225550122\n")
    space.phone = "+3225550133"
    space.save()

    response = confirm(chief, preview)

    assert "Somebody changed the same things after your preview." in response.text
    for row, phone in ((space, "+3225550133"), (other, "")):
        row.refresh_from_db()
        assert row.phone == phone


def test_preview_stays_true_when_something_else_changes(chief: Client) -> None:
    space = SpaceFactory(phone="+3225550100")
    preview = send(chief, f"code,phone\n{space.code},+3225550111\n")
    space.website = "https://example.org/"
    space.save()

    confirm(chief, preview)

    space.refresh_from_db()
    assert (space.phone, space.website) == ("+3225550111", "https://example.org/")


@pytest.mark.parametrize("format", ["5", "x"])
def test_other_format_than_ours_is_no_failure(chief: Client, format: str) -> None:  # noqa: A002
    space = SpaceFactory()

    confirm(chief, send(chief, f"code,phone\n{space.code},+3225550111\n"), format=format)

    space.refresh_from_db()
    assert space.phone == "+3225550111"
