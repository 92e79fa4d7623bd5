"""Listings in and out: what an import changes, what it refuses, and that it is all or nothing."""

from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import DjangoAssertNumQueries

from campaign.exchange import PosterResource
from spaces.exchange import files
from spaces.exchange.closures import ClosureResource
from spaces.exchange.courses import CourseResource
from spaces.exchange.resource import Outcome, TableResource
from spaces.exchange.spaces import SpaceResource
from spaces.models import Closure, Course, DataVersion, Space
from tests.factories import ClosureFactory, CourseFactory, SpaceFactory, complete_space

pytestmark = pytest.mark.django_db

RESOURCES = [SpaceResource, ClosureResource, CourseResource, PosterResource]


def table(rows: list[dict[str, Any]]) -> files.Table:
    made = files.Table(headers=list(dict.fromkeys(name for row in rows for name in row)))
    made.lines = list(range(2, len(rows) + 2))
    for row in rows:
        made.append([row.get(name, "") for name in made.headers])
    return made


def bring(
    *rows: dict[str, Any], resource: type[TableResource] = SpaceResource, **how: Any
) -> Outcome:
    made = table(list(rows))
    resource().check(made)
    outcome: Outcome = resource().import_data(
        made, rollback_on_validation_errors=True, file_name="list.csv", **how
    )
    return outcome


def wrong(outcome: Outcome) -> list[tuple[int, str]]:
    return [(problem.line, problem.column) for problem in outcome.problems]


def new_space(**cells: Any) -> dict[str, Any]:
    return {
        "code": "",
        "name_fr": "Le Coin",
        "name_nl": "De Hoek",
        "municipality": "21004",
        "postal_code": "1000",
    } | cells


@pytest.mark.parametrize("kind", files.KINDS)
@pytest.mark.parametrize("resource", RESOURCES)
def test_export_comes_back_and_changes_nothing(resource: type[TableResource], kind: str) -> None:
    space = complete_space(
        slug="all", access={"lift": "no"}, description_fr="=1+1\r\nDeux lignes", source="'+ note"
    )
    ClosureFactory(space=space)
    CourseFactory(space=space, left_out=[date(2026, 9, 8)])
    data = files.write(resource().export(), kind)
    version = DataVersion.current()

    read = files.read(data)
    resource().check(read)
    outcome = resource().import_data(read, dry_run=True)

    assert outcome.problems == []
    assert [row.diff for row in outcome.rows] == []
    assert outcome.totals["skip"] == len(read) > 0
    assert DataVersion.current() == version


def test_phone_number_survives_the_round_trip() -> None:
    space = SpaceFactory(phone="+3225550123")

    data = files.write(SpaceResource().export(Space.objects.filter(pk=space.pk)), "csv")

    assert b"'+3225550123" in data
    read = files.read(data.replace(b"'+3225550123", b"'+3225550124"))
    SpaceResource().import_data(read)
    space.refresh_from_db()
    assert space.phone == "+3225550124"


def test_import_changes_what_the_cells_say_and_nothing_else() -> None:
    space = complete_space(access={"lift": "no"})
    before = space.description_fr

    outcome = bring(
        {
            "code": space.code.lower(),
            "name_nl": "Nieuw",
            "services": "internet, printing",
            "access_lift": "yes",
            "access_hearing_loop": "partly",
            "municipality": "Ixelles" if space.municipality.nis != "21009" else "Bruxelles",
            "latitude": "",
            "longitude": "",
            "postal_code": 1050.0,
        }
    )

    assert outcome.problems == []
    space = Space.objects.get(pk=space.pk)
    assert space.name_nl == "Nieuw"
    assert space.description_fr == before
    assert {service.code for service in space.services.all()} == {"internet", "printing"}
    answers = {row.feature: row.value for row in space.access_features.all()}
    assert answers["lift"] == "yes"
    assert answers["hearing_loop"] == "partly"
    assert space.point is None
    assert space.postal_code == "1050"


def test_preview_shows_the_cells_that_change_and_writes_nothing() -> None:
    space = SpaceFactory(opening_hours="Mo-Fr 09:00-17:00", services=["printing"])
    cells = {"code": space.code, "opening_hours": "Mo 09:00-12:00", "services": "internet"}

    outcome = bring(cells, dry_run=True)

    assert [tuple(change) for change in outcome.rows[0].diff] == [
        ("opening_hours", "Mo-Fr 09:00-17:00", "Mo 09:00-12:00"),
        ("services", "printing", "internet"),
    ]
    space.refresh_from_db()
    assert space.opening_hours == "Mo-Fr 09:00-17:00"


def test_row_without_code_makes_a_draft_with_a_new_code() -> None:
    bring(new_space(services="internet", access_lift="yes"))

    space = Space.objects.get(name_fr="Le Coin")
    assert space.status == Space.Status.DRAFT
    assert len(space.code) == 5
    assert space.provenance == Space.Provenance.SOURCED
    assert [service.code for service in space.services.all()] == ["internet"]
    assert space.access_features.get().value == "yes"


def test_row_is_also_known_by_its_slug() -> None:
    space = SpaceFactory(slug="here")

    outcome = bring({"code": "", "slug": "here", "name_fr": "Autre"})

    space.refresh_from_db()
    assert (space.name_fr, outcome.totals["new"]) == ("Autre", 0)


def test_history_says_which_file() -> None:
    space = SpaceFactory()

    bring({"code": space.code, "name_fr": "Autre"})

    assert space.history.first().history_change_reason == "Import of list.csv"


def test_real_cell_takes_the_place_of_a_sample() -> None:
    space = SpaceFactory(
        opening_hours="Mo 09:00-12:00",
        provenance=Space.Provenance.SOURCED,
        sample_fields=["opening_hours", "location"],
    )
    row = {"code": space.code, "opening_hours": "Tu 09:00-12:00"}

    bring(row | {"sample_fields": "opening_hours, location"})

    space.refresh_from_db()
    assert space.sample_fields == ["location"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"municipality": "Namur"}, "municipality"),
        ({"municipality": ""}, "municipality"),
        ({"name_nl": ""}, "name_nl"),
        ({"opening_hours": "every day"}, "opening_hours"),
        ({"latitude": "48.85", "longitude": "2.35"}, "latitude"),
        ({"latitude": "50.8467", "longitude": ""}, ""),
        ({"phone": "12"}, "phone"),
        ({"postal_code": "5000"}, "postal_code"),
        ({"services": "internet, coffee"}, "services"),
        ({"access_lift": "perhaps"}, "access_lift"),
        ({"cost": "cheap"}, "cost"),
        ({"operator": "Nobody"}, "operator"),
        ({"computers": "many"}, "computers"),
        ({"label_year": "1999"}, "label_year"),
        ({"checked_on": "2026-02-31"}, "checked_on"),
        ({"checked_on": "2026-02-01"}, ""),
        ({"status": "published"}, "status"),
        ({"code": "22222"}, "code"),
        ({"code": "no code"}, "code"),
        ({"slug": "with space"}, "slug"),
        ({"email": "nobody"}, "email"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"description_fr": "a\x00b"}, "description_fr"),
        ({"name_fr": "x" * 200}, "name_fr"),
    ],
)
def test_wrong_cell_is_named_and_nothing_of_the_file_is_written(
    cells: dict[str, str], column: str
) -> None:
    good = new_space()
    number = Space.objects.count()

    outcome = bring(good, new_space(**cells))

    assert (3, column) in wrong(outcome)
    assert {line for line, _column in wrong(outcome)} == {3}
    assert Space.objects.count() == number


def test_second_line_of_the_same_space_is_refused() -> None:
    space = SpaceFactory()

    outcome = bring(
        {"code": space.code, "name_fr": "Un"}, {"code": space.code.lower(), "name_fr": "Deux"}
    )

    assert wrong(outcome) == [(3, "code")]
    assert "Line 2" in outcome.problems[0].sentence


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (["code", "naam"], "no column “naam”"),
        (["code", "opening_hour"], "Did you mean “opening_hours”"),
        (["name_fr", "name_nl"], "The column “code” is missing"),
    ],
)
def test_wrong_head_is_refused_in_a_sentence(head: list[str], words: str) -> None:
    made = files.read((",".join(head) + "\na,b\n").encode())

    with pytest.raises(files.FileError, match=words):
        SpaceResource().check(made)


def test_import_reaches_only_the_rows_that_it_is_given() -> None:
    mine, other = SpaceFactory(), SpaceFactory()
    resource = SpaceResource(rows=Space.objects.filter(pk=mine.pk))

    outcome = resource.import_data(table([{"code": other.code, "name_fr": "Autre"}]))

    assert wrong(outcome) == [(2, "code")]


def test_export_asks_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(5):
        SpaceResource().export()


def test_closure_is_known_by_its_space_and_days() -> None:
    space = SpaceFactory()
    row = {"space": space.code, "first_day": "24/12/2026", "last_day": "2026-12-31"}

    bring(row | {"reason_fr": "Fêtes"}, resource=ClosureResource)
    outcome = bring(row | {"reason_fr": "Vacances"}, resource=ClosureResource)

    closure = Closure.objects.get(space=space)
    assert (outcome.totals["new"], closure.reason_fr) == (0, "Vacances")


def test_closure_that_ends_before_it_begins_is_refused() -> None:
    row = {"space": SpaceFactory().code, "first_day": "2026-12-31", "last_day": "2026-12-24"}

    assert wrong(bring(row, resource=ClosureResource)) == [(2, "last_day")]


def test_course_is_made_and_changed() -> None:
    cells = {
        "slug": "",
        "space": SpaceFactory().code,
        "title_fr": "Écrire un e-mail",
        "title_nl": "Een e-mail schrijven",
        "first_day": "2026-09-01",
        "weekdays": "Tu",
        "starts": "14:00",
        "ends": "16h00",
        "days_left_out": "2026-09-08",
    }

    bring(cells, resource=CourseResource)
    course = Course.objects.get(title_fr="Écrire un e-mail")
    outcome = bring(cells | {"slug": course.slug, "days_left_out": ""}, resource=CourseResource)

    assert outcome.problems == []
    assert course.weekdays == ["Tu"]
    assert not course.days_left_out.exists()


def test_day_left_out_without_session_is_refused() -> None:
    course = CourseFactory(weekdays=["Tu"], first_day=date(2026, 9, 1))
    row = {"slug": course.slug, "space": course.space.code, "days_left_out": "2026-09-09"}

    assert wrong(bring(row, resource=CourseResource)) == [(2, "days_left_out")]


def test_command_replaces_the_samples(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    shown = SpaceFactory(sample=True)
    draft = SpaceFactory(sample=True, draft=True)
    kept, real = SpaceFactory(sample=True), SpaceFactory()
    for space in (shown, draft, kept, real):
        CourseFactory(space=space, is_sample=True, title_en="Invented")
    taught = CourseFactory(space=real)
    ClosureFactory(space=shown)
    file = tmp_path / "list.csv"
    file.write_text(f"code;provenance;sample_fields\n{kept.code};sourced;\n")

    call_command("import_spaces", str(file), "--replace-samples", "--dry-run")
    assert Space.objects.get(pk=shown.pk).status == Space.Status.PUBLISHED
    assert Course.objects.filter(title_en="Invented").count() == 4
    call_command("import_spaces", str(file), "--replace-samples")

    assert Space.objects.get(pk=shown.pk).status == Space.Status.CLOSED
    assert not Space.objects.filter(pk=draft.pk).exists()
    assert Space.objects.get(pk=kept.pk).status == Space.Status.PUBLISHED
    assert Space.objects.get(pk=real.pk).status == Space.Status.PUBLISHED
    assert not Space.objects.published().filter(provenance="sample").exists()
    assert not Course.objects.filter(is_sample=True).exists()
    assert Course.objects.filter(pk=taught.pk).exists()
    assert not shown.closures.exists()
    said = capsys.readouterr().out
    assert f"sample deleted: {draft.name}" in said
    assert "sample deleted: Invented" in said


def test_commands_write_and_read_the_same_file(
    tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in files.KINDS:
        file = tmp_path / f"list.{kind}"
        call_command("export_spaces", "--format", kind, "--output", str(file))
        call_command("import_spaces", str(file))

        assert "Imported: 0 new, 0 changed" in capsys.readouterr().out


def test_command_says_line_and_column(tmp_path: Any) -> None:
    file = tmp_path / "list.csv"
    file.write_text("code,name_fr,name_nl,municipality\n,a,b,Namur\n")

    with pytest.raises(CommandError, match="line 2, municipality: No municipality"):
        call_command("import_spaces", str(file))


def test_command_without_file_says_so(tmp_path: Any) -> None:
    with pytest.raises(CommandError, match="could not be read"):
        call_command("import_spaces", str(tmp_path / "none.csv"))
