"""The results page and its feed answer what a sentence means, and say what they understood."""

from urllib.parse import parse_qs

import pytest
from django.test import Client
from django.utils.http import urlencode
from pytest_django import DjangoAssertNumQueries

from spaces.gazetteer import geocoding
from tests.pages import Element, body, read
from tests.spaces.conftest import Clock, clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
__all__ = ["clock"]

SENTENCE = "imprimer près de Simonis samedi"


def results(client: Client, text: str, address: str = "/fr/espaces/") -> Element:
    return read(client.get(f"{address}?{urlencode({'q': text})}"))


def understood(page: Element, list_id: str = "places") -> dict[str, list[str]]:
    return parse_qs(page.one("ol", id=list_id)["data-dps-query"])


def slugs(page: Element) -> list[str]:
    cards = page.all("li")
    return [card["data-dps-space"] for card in cards if "data-dps-space" in card.attributes]


def test_list_says_what_was_understood(client: Client) -> None:
    page = results(client, SENTENCE)

    assert understood(page) == {
        "q": ["Simonis"],
        "service": ["printing"],
        "open": ["2026-12-19"],
    }
    assert page.one("input", id="where")["value"] == "Simonis"


def test_each_part_is_a_chip_that_takes_it_off(client: Client) -> None:
    page = results(client, SENTENCE)

    links = {chip["href"] for chip in page.all("a", class_="chip--on")}

    assert links == {
        "?service=printing&open=2026-12-19",
        "?q=Simonis&service=printing",
        "?q=Simonis&open=2026-12-19",
    }


def test_sentence_and_its_parameters_give_the_same_list(client: Client) -> None:
    typed = results(client, SENTENCE)
    asked = read(client.get("/fr/espaces/?q=Simonis&service=printing&open=2026-12-19"))

    assert slugs(typed) == slugs(asked) != []


def test_feed_of_the_map_gives_the_spaces_of_the_list(client: Client) -> None:
    listed = slugs(results(client, SENTENCE))

    feed = client.get("/api/spaces.geojson", {"q": SENTENCE, "lang": "fr"}).json()

    drawn = [feature["properties"]["slug"] for feature in feed["features"]]
    assert drawn == [slug for slug in listed if slug in drawn]
    assert set(drawn) <= set(listed)
    assert drawn


def test_words_that_nobody_understands_are_said_and_not_kept(client: Client) -> None:
    response = client.get("/en/spaces/?q=print+zyxomma")

    assert "We did not understand “zyxomma”." in read(response).one(class_="messages").text
    assert understood(read(response)) == {"service": ["printing"]}
    assert response["Cache-Control"] == "private, no-store"


def test_typing_error_is_forgiven_and_said(client: Client) -> None:
    page = results(client, "bibliotheqe", "/en/spaces/")

    assert "We understood “bibliotheque”." in page.one(class_="messages").text


def test_page_is_kept_once_however_it_was_asked_for(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    asked = client.get("/fr/espaces/?q=Simonis&service=printing&open=2026-12-19")

    for query in (
        urlencode({"q": SENTENCE}),
        urlencode({"q": "samedi imprimer Simonis svp", "need": "", "utm_source": "mail"}),
        "open=2026-12-19&service=printing&q=Simonis",
    ):
        with django_assert_num_queries(1):
            again = client.get(f"/fr/espaces/?{query}")
        assert again.content == asked.content, query


def test_geocoder_is_asked_for_the_place_alone(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def resolve(text: str, _language: str) -> geocoding.Answer:
        asked.append(text)
        return geocoding.Answer(geocoding.State.NOT_FOUND)

    monkeypatch.setattr(geocoding, "resolve", resolve)

    for text in (
        *("imprimer mon CV rue Inventée 12 samedi", "je suis sourd et je cherche rue Inventée 12"),
        *("imprimer zyxomma", "itsme près de Simonis", "mon numéro est le 0470 12 34 56"),
        *("anna@example.org", "zyx " * 20),
    ):
        results(client, text)

    assert asked == ["rue Inventée 12", "rue Inventée 12"]


def test_typing_error_is_said_and_not_kept(client: Client) -> None:
    response = client.get("/fr/espaces/?q=imprmer+Simonis")

    assert response["Cache-Control"] == "private, no-store"


def test_relative_day_is_kept_until_midnight_alone(client: Client, clock: Clock) -> None:
    clock.set("2026-12-16 23:59:30")
    response = client.get("/fr/espaces/?q=imprimer+demain")
    clock.set("2026-12-17 00:01")
    later = client.get("/fr/espaces/?q=imprimer+demain")

    assert response["Cache-Control"] == "public, max-age=30"  # until midnight
    assert understood(read(response))["open"] == ["2026-12-17"]
    assert understood(read(later))["open"] == ["2026-12-18"]


def test_wish_without_a_place_asks_for_one(client: Client) -> None:
    for text, wanted in {"print": True, "near me": True, "print Simonis": False}.items():
        page = results(client, text, "/en/spaces/")
        box = page.one("details", class_="asked__box")
        assert (box.one("summary").text == "Where are you?") == wanted, text
        assert [form.one("button").text for form in page.all("form", class_="locate")] == (
            ["Use my position"] if wanted else []
        ), text
    assert "Where are you?" not in body(client.get("/en/spaces/")).decode()


def test_span_finds_what_opens_in_it(client: Client) -> None:
    for query in ("open=2026-12-19", "open=2026-12-19T08:00&until=12:00"):
        page = read(client.get(f"/en/spaces/?{query}"))
        assert "bibliotheque-sesame" in slugs(page), query  # Saturday from 9:30
    page = read(client.get("/en/spaces/?open=2026-12-19T08:00&until=09:00"))

    title = page.one("h1").text
    assert "Nothing is open then." in title or "bibliotheque-sesame" not in slugs(page)


def test_span_and_topic_go_with_what_they_belong_to(client: Client) -> None:
    page = results(client, "itsme samedi matin", "/fr/espaces/")
    links = [chip["href"] for chip in page.all("a", class_="chip--on")]

    assert "?need=fill_in_a_form&topic=itsme" in links  # without the day and its end
    assert any("need" not in link and "topic" not in link for link in links)


def test_parameters_that_cannot_be_read_are_said(client: Client) -> None:
    for query in ("topic=zyxomma", "kind=castle", "line=zyxomma", "open=2026-12-19&until=late"):
        assert client.get(f"/en/spaces/?{query}").status_code == 400, query


def test_line_and_place_together_keep_the_spaces_near_the_line(client: Client) -> None:
    near_line = slugs(results(client, "tram 51", "/en/spaces/"))
    both = slugs(results(client, "tram 51 Anderlecht", "/en/spaces/"))

    assert both
    assert near_line != both


def test_courses_understand_the_same_box(client: Client) -> None:
    page = results(client, "cours word gratuit à Anderlecht samedi", "/fr/apprendre/")

    assert understood(page, "courses") == {
        "q": ["Anderlecht"],
        "topic": ["office"],
        "time": ["weekend"],
        "free": ["1"],
    }


def test_courses_are_filtered_by_what_their_title_names(client: Client) -> None:
    for text, slugs_ in {
        "cours itsme": ["sample-itsme"],
        "apprendre excel": ["sample-spreadsheet"],
        "cours pour envoyer des mails": ["sample-email"],
        "lettre de motivation": ["sample-job"],
        "arnaques": ["sample-safe-online"],
    }.items():
        page = results(client, text, "/fr/apprendre/")
        links = {a["href"] for a in page.one("ol", id="courses").all("a")}
        assert {f"/fr/apprendre/{slug}/" for slug in slugs_} == {
            link for link in links if link.startswith("/fr/apprendre/sample")
        }, text


def test_suggestions_offer_wishes_beside_places(client: Client) -> None:
    def suggested(text: str, language: str) -> list[tuple[str, str]]:
        found = client.get("/api/places", {"q": text, "lang": language}).json()["places"]
        return [(each["label"], each["kind"]) for each in found]

    assert ("Imprimer", "service") in suggested("impri", "fr")
    assert ("belastingen", "topic") in suggested("belast", "nl")
    assert ("الضرائب", "topic") in suggested("tax", "ar")
    assert {kind for _label, kind in suggested("simon", "fr")} & {"need", "topic", "service"} == (
        set()
    )
    assert len(suggested("com", "en")) <= 8
