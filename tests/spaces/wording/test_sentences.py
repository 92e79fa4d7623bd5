"""Small words and numbers: said as people say them, in the language of the page."""

import pytest
from django.template import Context, Template
from django.utils import translation

from config.languages import CONTENT_LANGUAGES
from spaces.language import phones
from spaces.language.localized import Text, localized
from spaces.models import Municipality
from spaces.wording import address
from spaces.wording.distances import distance_words, metres, on_foot
from tests.factories import BRUSSELS, SpaceFactory


def said(filter_: str, value: object, language: str = "en") -> str:
    """Return what a template says with one of our filters."""
    with translation.override(language):
        template = Template("{% load spaces %}{{ value|" + filter_ + " }}")
        return template.render(Context({"value": value})).replace("\N{NO-BREAK SPACE}", " ")


def _metres(distance: float, language: str = "en") -> str:
    with translation.override(language):
        return metres(distance).replace("\N{NO-BREAK SPACE}", " ")


# --- distances ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("metres", "expected"),
    [
        (0, "10 m"),
        (4, "10 m"),
        (334, "330 m"),
        (336, "340 m"),
        (994, "990 m"),
        (1000, "1.0 km"),
        (1449, "1.4 km"),
        (12_345, "12.3 km"),
    ],
)
def test_distance_is_said_in_round_numbers(metres: float, expected: str) -> None:
    assert _metres(metres) == expected


def test_distance_has_the_comma_of_the_language() -> None:
    assert {_metres(1400, language) for language in ("fr", "nl")} == {"1,4 km"}


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "1 minute on foot", "12 minutes on foot"),
        ("fr", "1 minute à pied", "12 minutes à pied"),
        ("nl", "1 minuut te voet", "12 minuten te voet"),
    ],
)
def test_walk_is_said_in_minutes(language: str, one: str, many: str) -> None:
    assert said("on_foot", 1, language) == one
    assert said("on_foot", 12, language) == many


# --- phones and addresses of the web --------------------------------------------------------


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("+3225550123", "02 555 01 23"),
        ("+32470123456", "0470 12 34 56"),
        ("+33142685300", "+33 1 42 68 53 00"),
        ("1212", "1212"),
        ("", ""),
        ("call us", "call us"),
    ],
)
def test_phone_is_shown_as_belgians_write_it(kept: str, shown: str) -> None:
    assert phones.display(kept) == (
        shown if shown == kept else shown.replace(" ", "\N{NO-BREAK SPACE}")
    )


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.org/a/b?c=d", "example.org"),
        ("http://espace.example.org", "espace.example.org"),
        ("example", "example"),
    ],
)
def test_web_address_is_shown_as_people_say_it(url: str, shown: str) -> None:
    assert said("bare_address", url) == shown


# --- postal addresses -----------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({}, "Rue Haute 12, 1000 Bruxelles"),
        ({"house_number": ""}, "Rue Haute, 1000 Bruxelles"),
        ({"street_fr": "", "street_nl": ""}, "1000 Bruxelles"),  # a number alone says nothing
        ({"postal_code": ""}, "Rue Haute 12, Bruxelles"),
        ({"street_fr": ""}, "Hoogstraat 12, 1000 Bruxelles"),
    ],
)
def test_address_leaves_out_what_is_not_known(facts: dict[str, str], line: str) -> None:
    space = SpaceFactory(**facts)

    with translation.override("fr"):
        assert address.one_line(space) == line


@pytest.mark.django_db
def test_links_to_a_point_name_it_and_the_place() -> None:
    ways = address.directions(SpaceFactory(name_en="Café (2)"))

    assert ways == (
        "https://www.openstreetmap.org/directions?to=50.8467,4.3525",
        "https://www.openstreetmap.org/?mlat=50.8467&mlon=4.3525#map=17/50.8467/4.3525",
        "geo:50.8467,4.3525?q=50.8467%2C4.3525%28Caf%C3%A9%20%282%29%29",
    )


@pytest.mark.django_db
def test_links_lead_to_an_address_where_the_point_is_not_known() -> None:
    assert address.directions(SpaceFactory(nowhere=True)) == (
        "https://www.openstreetmap.org/directions?to=Rue%20Haute%2012%2C%201000%20Brussels",
        "https://www.openstreetmap.org/search?query=Rue%20Haute%2012%2C%201000%20Brussels",
        "geo:0,0?q=Rue%20Haute%2012%2C%201000%20Brussels",
    )
    assert address.directions(SpaceFactory(nowhere=True, house_number="")) is None
    assert address.directions(SpaceFactory(sample=True)) is None


# --- text in several languages --------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("fr nl en", {"fr": "fr", "nl": "nl", "en": "en"}),
        ("fr nl", {"fr": "fr", "nl": "nl", "en": "fr"}),
        ("fr en", {"fr": "fr", "nl": "fr", "en": "en"}),
        ("nl en", {"fr": "nl", "nl": "nl", "en": "en"}),
        ("en", {"fr": "en", "nl": "en", "en": "en"}),
        ("nl", {"fr": "nl", "nl": "nl", "en": "nl"}),
    ],
)
def test_missing_text_falls_back_french_and_dutch_first(
    written: str, shown: dict[str, str]
) -> None:
    texts = {f"description_{code}": f"text in {code}" for code in written.split()}
    space = SpaceFactory.build(municipality=Municipality(nis=BRUSSELS), **texts)

    told = {}
    for language in CONTENT_LANGUAGES:
        with translation.override(language):
            told[language] = localized(space, "description")

    assert told == {
        language: Text(f"text in {code}", code, is_fallback=code != language)
        for language, code in shown.items()
    }


def test_text_that_nobody_wrote_is_empty() -> None:
    text = localized(SpaceFactory.build(municipality=Municipality(nis=BRUSSELS)), "description")

    assert not text
    assert str(text) == ""


def test_text_of_another_language_is_marked_as_such_and_escaped() -> None:
    space = SpaceFactory.build(
        municipality=Municipality(nis=BRUSSELS), name_fr="<b>Été</b>", name_nl="", name_en=""
    )

    shown = {
        language: Template("{% load spaces %}{{ space|say:'name' }}") for language in ("fr", "en")
    }
    rendered = {}
    for language, template in shown.items():
        with translation.override(language):
            rendered[language] = template.render(Context({"space": space}))

    assert rendered == {
        "fr": "&lt;b&gt;Été&lt;/b&gt;",
        "en": '<span lang="fr" dir="ltr">&lt;b&gt;Été&lt;/b&gt;</span>',
    }


def test_number_is_never_parted_from_what_it_counts() -> None:
    assert metres(350) == "350\N{NO-BREAK SPACE}m"
    assert on_foot(4).startswith("4\N{NO-BREAK SPACE}minutes")


def test_nobody_is_sent_on_foot_for_more_than_an_hour() -> None:
    assert "minutes" in distance_words(4000, 60)
    assert distance_words(4100, 61) == metres(4100)
