"""Linked data for search engines: schema.org's own words, and nothing but facts."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from spaces.models import Space
from tests.factories import ClosureFactory, OperatorFactory, SpaceFactory, complete_space
from tests.pages import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

# What schema.org allows of each type that we use: https://schema.org/<type>
PROPERTIES = {
    "WebPage": {
        *("@context", "@id", "url", "name", "inLanguage", "dateModified", "breadcrumb"),
        "mainEntity",
    },
    "Place Organization": {
        *("@id", "name", "url", "identifier", "description", "telephone", "email", "address"),
        *("geo", "amenityFeature", "isAccessibleForFree", "openingHoursSpecification"),
        *("specialOpeningHoursSpecification", "contactPoint", "parentOrganization"),
        *("publicAccess", "hasMap", "image", "sameAs", "containedInPlace"),
    },
    "PostalAddress": {
        *("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"),
    },
    "GeoCoordinates": {"latitude", "longitude"},
    "OpeningHoursSpecification": {"dayOfWeek", "opens", "closes", "validFrom", "validThrough"},
    "LocationFeatureSpecification": {"name", "description", "value"},
    "ContactPoint": {"telephone", "email", "availableLanguage"},
    "Organization": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


def linked_data(client: Client, space: Space, language: str = "en") -> dict[str, Any]:
    segment = {"fr": "espaces", "nl": "ruimtes", "en": "spaces"}[language]
    page = read(client.get(f"/{language}/{segment}/{space.slug}/"))
    (text,) = page.one("script", type="application/ld+json").children
    data: dict[str, Any] = json.loads(str(text))
    return data


def nodes(data: Any) -> list[dict[str, Any]]:
    """Return everything in the data that has a type."""
    if isinstance(data, list):
        return [node for item in data for node in nodes(item)]
    if not isinstance(data, dict):
        return []
    own = [data] if "@type" in data else []
    return own + [node for value in data.values() for node in nodes(value)]


def kind(node: dict[str, Any]) -> str:
    types = node["@type"]
    return types if isinstance(types, str) else " ".join(types)


def test_every_node_has_a_known_type_and_only_its_properties(client: Client) -> None:
    space = complete_space()
    ClosureFactory(space=space)

    wrong = {
        (kind(node), name)
        for node in nodes(linked_data(client, space))
        for name in node.keys() - {"@type"}
        if name not in PROPERTIES[kind(node)]
    }

    assert wrong == set()


def test_page_says_what_it_is_about(client: Client) -> None:
    space = complete_space(slug="blue", name_en="Blue")

    page = linked_data(client, space)

    assert page["@context"] == "https://schema.org"
    assert page["@type"] == "WebPage"
    assert page["url"] == "http://testserver/en/spaces/blue/"
    assert page["inLanguage"] == "en"
    assert page["dateModified"].startswith("2026-12-16T10:00:00+01:00")
    assert page["breadcrumb"]["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "name": "Brussels",
            "item": "http://testserver/en/spaces/?municipality=21004",
        },
        {
            "@type": "ListItem",
            "position": 2,
            "name": "Blue",
            "item": "http://testserver/en/spaces/blue/",
        },
    ]


def test_space_is_a_place_and_an_organisation_with_its_facts(client: Client) -> None:
    space = complete_space(
        slug="blue", name_en="Blue", operator=OperatorFactory(name_en="The Association")
    )

    entity = linked_data(client, space)["mainEntity"]

    assert entity["@type"] == ["Place", "Organization"]
    assert entity["name"] == "Blue"
    assert entity["identifier"] == str(space.pk)
    assert entity["telephone"] == "+3225550123"
    assert entity["email"] == "bonjour@example.org"
    assert entity["url"] == "https://espace.example.org/"
    assert entity["isAccessibleForFree"] is True
    assert entity["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 50.8467,
        "longitude": 4.3525,
    }
    assert entity["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Rue Haute 12",
        "postalCode": "1000",
        "addressLocality": "Brussels",
        "addressRegion": "Brussels-Capital Region",
        "addressCountry": "BE",
    }
    assert entity["parentOrganization"]["name"] == "The Association"
    assert entity["contactPoint"]["availableLanguage"] == ["fr", "ar"]


def test_features_are_services_and_answers_that_are_plain(client: Client) -> None:
    entity = linked_data(client, complete_space())["mainEntity"]

    features = {feature["name"]: feature["value"] for feature in entity["amenityFeature"]}

    assert features == {
        "Print": True,
        "Take a course": True,
        "learn from the start": True,  # what one has to ask, as the bank's app, is not known
        "print or scan": True,
        "Step-free entrance": True,
        "Lift": False,  # and the hearing loop, which is there in part, is neither
    }
    assert {feature.get("description", "") for feature in entity["amenityFeature"]} == {
        *("", "They sit beside you for this", "You can do it here yourself"),
    }


def test_what_is_not_known_is_not_said(client: Client) -> None:
    entity = linked_data(client, SpaceFactory(nowhere=True))["mainEntity"]

    assert not entity.keys() & {
        *("telephone", "email", "geo", "description", "isAccessibleForFree", "contactPoint"),
        *("openingHoursSpecification", "specialOpeningHoursSpecification", "amenityFeature"),
        "parentOrganization",
    }


def test_what_costs_is_not_free(client: Client) -> None:
    entity = linked_data(client, SpaceFactory(cost="paid"))["mainEntity"]

    assert entity["isAccessibleForFree"] is False


# --- hours ----------------------------------------------------------------------------------


def spans(entity: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (day["validFrom"], day["opens"], day["closes"])
        for day in entity["openingHoursSpecification"]
    ]


def test_hours_are_those_of_the_coming_seven_days(client: Client) -> None:
    space = SpaceFactory(opening_hours="We,Fr 09:00-12:30,13:30-17:00; Mo 18:00-20:00")

    entity = linked_data(client, space)["mainEntity"]

    assert spans(entity) == [
        ("2026-12-16", "09:00", "12:30"),
        ("2026-12-16", "13:30", "17:00"),
        ("2026-12-18", "09:00", "12:30"),
        ("2026-12-18", "13:30", "17:00"),
        ("2026-12-21", "18:00", "20:00"),
    ]
    first = entity["openingHoursSpecification"][0]
    assert first["dayOfWeek"] == "https://schema.org/Wednesday"
    assert first["validThrough"] == first["validFrom"]


def test_hours_leave_out_holidays_and_closures(client: Client, clock: Any) -> None:
    clock.set("2026-12-23 10:00")
    space = SpaceFactory(opening_hours="Mo-Su 09:00-17:00; PH off")
    ClosureFactory(space=space, first_day=date(2026, 12, 27), last_day=date(2026, 12, 28))

    entity = linked_data(client, space)["mainEntity"]

    days = [day for day, _opens, _closes in spans(entity)]
    assert days == ["2026-12-23", "2026-12-24", "2026-12-26", "2026-12-29"]
    assert entity["specialOpeningHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "opens": "00:00",
            "closes": "00:00",
            "validFrom": "2026-12-27",
            "validThrough": "2026-12-28",
        }
    ]


def test_open_day_and_night_does_not_read_as_closed(client: Client) -> None:
    """Opening and closing at the same minute is schema.org's “closed”."""
    entity = linked_data(client, SpaceFactory(opening_hours="24/7"))["mainEntity"]

    assert len(spans(entity)) == 7
    assert {(opens, closes) for _day, opens, closes in spans(entity)} == {("00:00", "23:59")}


def test_days_have_english_names_in_every_language(client: Client) -> None:
    space = SpaceFactory(with_hours=True)

    days = {
        day["dayOfWeek"]
        for language in ("fr", "nl")
        for day in linked_data(client, space, language)["mainEntity"]["openingHoursSpecification"]
    }

    assert days == {
        f"https://schema.org/{day}"
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    }


# --- nothing invented -----------------------------------------------------------------------


def test_invented_space_is_no_entity(client: Client) -> None:
    space = complete_space(sample=True)

    data = linked_data(client, space)

    assert "mainEntity" not in data
    assert "+3225550123" not in json.dumps(data)


def test_invented_cells_are_left_out_and_the_others_stay(client: Client) -> None:
    space = complete_space(sample_fields=["opening_hours", "location"])

    entity = linked_data(client, space)["mainEntity"]

    assert not entity.keys() & {"geo", "openingHoursSpecification"}
    assert entity["telephone"] == "+3225550123"


def test_every_listing_of_the_site_is_honest(client: Client) -> None:
    wrong = []
    for space in Space.objects.published():
        entity = linked_data(client, space).get("mainEntity")
        if (
            (entity is None) is not space.is_sample
            or (entity and "geo" in entity and space.has_sample_location)
            or (entity and "openingHoursSpecification" in entity and space.has_sample_hours)
        ):
            wrong.append(space.slug)

    assert wrong == []


# --- in the page ----------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["</script><b>", "<!-- <script>", "a & b ' \" \u2028 é"])
def test_text_that_could_end_the_script_is_only_text(client: Client, text: str) -> None:
    space = SpaceFactory(name_en=text, description_en=text)

    raw = client.get(f"/en/spaces/{space.slug}/").text
    entity = linked_data(client, space)["mainEntity"]

    block = raw.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert "<" not in block
    assert entity["name"] == entity["description"] == text


def test_addresses_are_those_of_the_site(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://spaces.example"

    data = linked_data(client, SpaceFactory(slug="blue"), "nl")

    assert data["url"] == "https://spaces.example/nl/ruimtes/blue/"
    assert data["mainEntity"]["@id"].startswith("https://spaces.example/nl/ruimtes/blue/")
