"""What stands beside the code, for whoever takes the project up: whole, and as the code says."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

from config.languages import CONTENT_LANGUAGES, LANGUAGES
from scripts import architecture, screenshots
from scripts.imports import rooms
from scripts.test import STYLE_AND_TYPES

ROOT = Path(__file__).resolve().parent.parent
DECISIONS = ROOT / "docs" / "decisions"
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
PATH = re.compile(
    r"`((?:config|campaign|spaces|templates|static|scripts|tests|fixtures|locale|docs)/[\w./-]*)`"
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def of_yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text())


def papers() -> list[Path]:
    """Return every file of Markdown that the project writes."""
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("fixtures/*.md")])


def test_links_between_papers_lead_somewhere() -> None:
    lost = [
        f"{paper.relative_to(ROOT)}: {target}"
        for paper in papers()
        for target in LINK.findall(paper.read_text())
        if not (paper.parent / target).exists()
    ]

    assert lost == []


def test_papers_name_files_that_are_there() -> None:
    lost = [
        f"{paper.relative_to(ROOT)}: {path}"
        for paper in papers()
        if paper.parent != DECISIONS  # they tell of their day
        for path in PATH.findall(paper.read_text())
        if not (ROOT / path).exists()
    ]

    assert lost == []


def test_readme_is_a_screen_and_a_half() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) <= 130


# --- the house ------------------------------------------------------------------------------


def test_picture_is_what_the_code_says() -> None:
    assert architecture.DRAWING.read_text() == architecture.draw(), "make drawing"


def test_picture_has_a_place_for_every_room() -> None:
    assert architecture.places().keys() == architecture.graph().keys(), "see FLOORS of the script"


def test_every_arrow_of_the_picture_goes_down() -> None:
    row = {name: place.row for name, place in architecture.places().items()}
    up = {(a, b) for a, others in architecture.graph().items() for b in others if row[a] >= row[b]}

    assert up == set()


def test_architecture_names_every_room_with_what_it_says_of_itself() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()

    said = re.findall(r"^\| `([\w/]+)/` \| (.+) \|$", page, re.MULTILINE)

    assert said == [(name.replace(".", "/"), words) for name, words in rooms().items()]


def test_pictures_are_those_that_the_script_takes_and_each_is_shown() -> None:
    taken = screenshots.names()
    shown = {
        (paper.parent / target).resolve()
        for paper in papers()
        for target in LINK.findall(paper.read_text())
        if target.endswith(".png")
    }

    assert {path.name for path in screenshots.FOLDER.glob("*.png")} == taken
    assert shown == {screenshots.FOLDER / name for name in taken}


# --- decisions ------------------------------------------------------------------------------


def test_index_of_decisions_lists_each_with_its_title() -> None:
    written = [
        (path.name, path.read_text().partition("\n")[0].removeprefix("# "))
        for path in sorted(DECISIONS.glob("[0-9]*.md"))
    ]

    index = (DECISIONS / "README.md").read_text()

    assert re.findall(r"^- \[\d{4}\]\((.+)\) (.+)$", index, re.MULTILINE) == written


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted(DECISIONS.glob("[0-9]*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


def test_each_decision_says_when_why_what_and_what_it_costs() -> None:
    whole = re.compile(
        r"# [^\n]+\n\nDate: \d{4}-\d\d-\d\d\n\n## Context\n\n\S.+"
        r"\n\n## Decision\n\n\S.+\n\n## Price\n\n\S.+\n",
        re.DOTALL,
    )
    paths = DECISIONS.glob("[0-9]*.md")

    assert [path.name for path in paths if not whole.fullmatch(path.read_text())] == []


# --- changes --------------------------------------------------------------------------------


def test_changelog_begins_with_what_is_not_released_and_knows_the_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text()

    first, second, *_older = re.findall(r"^## (.+)$", log, re.MULTILINE)
    kinds = set(re.findall(r"^### (.+)$", log, re.MULTILINE))

    assert first == "[Unreleased]"
    assert re.fullmatch(rf"\[{re.escape(PROJECT['version'])}\] - \d{{4}}-\d\d-\d\d", second)
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


# --- licences -------------------------------------------------------------------------------


def test_licence_is_the_one_that_the_project_names() -> None:
    assert PROJECT["license"] == "EUPL-1.2"
    assert (ROOT / "LICENSE").read_text().startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")


def test_every_file_of_data_has_its_licence_beside_it() -> None:
    names = {path.name for path in (ROOT / "fixtures").iterdir()} - {"LICENSES.md"}

    said = (ROOT / "fixtures" / "LICENSES.md").read_text()

    assert {name for name in names if f"`{name}`" not in said} == set()


def test_every_source_of_a_place_has_its_licence() -> None:
    places = json.loads((ROOT / "fixtures" / "places.json").read_text())

    said = (ROOT / "fixtures" / "LICENSES.md").read_text()

    assert {source for row in places if (source := row["fields"]["source"]) not in said} == set()


# --- for catalogues of public software (publiccode.yml) -------------------------------------

MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}


def test_publiccode_has_what_the_standard_asks_for() -> None:
    described = of_yaml("publiccode.yml")

    assert MANDATORY - {key for key, value in described.items() if value} == set()
    assert described["localisation"]["localisationReady"] is True
    assert described["maintenance"]["type"] == "none" or described["maintenance"]["contacts"]


def test_publiccode_says_what_the_code_says() -> None:
    described = of_yaml("publiccode.yml")

    assert described["softwareVersion"] == PROJECT["version"]
    assert described["legal"]["license"] == PROJECT["license"]
    assert described["localisation"]["availableLanguages"] == list(LANGUAGES)
    assert f">={described['dependsOn']['open'][0]['versionMin']}" == PROJECT["requires-python"]


def test_publiccode_describes_the_software_in_the_languages_of_the_listings() -> None:
    descriptions = of_yaml("publiccode.yml")["description"]

    assert descriptions.keys() == set(CONTENT_LANGUAGES)
    for text in descriptions.values():
        assert 0 < len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert len(text["features"]) == len(descriptions["en"]["features"])


def test_publiccode_shows_pictures_that_are_there() -> None:
    described = of_yaml("publiccode.yml")
    shown = [described["logo"], *described["description"]["en"]["screenshots"]]

    assert [path for path in shown if not (ROOT / path).is_file()] == []


# --- before a commit ------------------------------------------------------------------------


def test_hooks_before_a_commit_ask_what_make_check_asks() -> None:
    (repository,) = of_yaml(".pre-commit-config.yaml")["repos"]
    asked = [(hook["name"], hook["entry"]) for hook in repository["hooks"]]

    assert repository["repo"] == "local"
    assert {hook["language"] for hook in repository["hooks"]} == {"system"}
    assert asked == [
        (step.name, f".venv/bin/python -m {step.arguments}") for step in STYLE_AND_TYPES
    ]
