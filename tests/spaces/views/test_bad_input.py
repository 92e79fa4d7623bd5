"""What a visitor, a robot or a joker may put into an address: a sentence, and never a failure."""

from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.pages import body, read, slugs

pytestmark = pytest.mark.django_db

RESULTS = {"en": "/en/spaces/", "fr": "/fr/espaces/", "nl": "/nl/ruimtes/"}

UNREADABLE = [
    ("lat=north&lng=4.35", "We could not read where you are."),
    ("lat=50.85", "We could not read where you are."),
    ("lat=nan&lng=nan", "We could not read where you are."),
    ("lat=inf&lng=-inf", "We could not read where you are."),
    ("lat=48.8566&lng=2.3522", "This place is not in the Brussels Region."),
    ("bbox=1,2,3", "We could not read this part of the map."),
    ("bbox=nan,nan,nan,nan", "We could not read this part of the map."),
    ("bbox=4.4,50.9,4.3,50.8", "We could not read this part of the map."),
    ("need=world_peace", "We do not know one of these choices."),
    ("service=sauna", "We do not know one of these choices."),
    ("access=trampoline", "We do not know one of these choices."),
    ("language=klingon", "We do not know one of these choices."),
    ("municipality=99999", "We do not know one of these choices."),
    ("radius=-5", "We could not read a number in this address."),
    ("page=abc", "We could not read a number in this address."),
    ("page=-1", "We could not read a number in this address."),
    ("open=yesterday", "We could not read this date and time."),
    ("open=2027-03-28T02:30", "This time does not exist"),
    ("open=0001-01-01T00:00", "Choose a date nearer to today."),
    (f"q={'a' * 10_000}", "This is too long."),
    ("q=gare%00", "We could not read where you are."),
    ("need=%FF%FE", "We do not know one of these choices."),
]


@pytest.mark.parametrize(("query", "sentence"), UNREADABLE)
def test_unreadable_address_gets_a_sentence_and_the_whole_list(
    client: Client, query: str, sentence: str
) -> None:
    response = client.get(f"/en/spaces/?{query}")

    page = read(response)
    assert response.status_code == 400
    assert sentence in page.one("main").one("div", class_="messages").text
    assert len(slugs(page)) == 20
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(("query", "sentence"), UNREADABLE)
def test_unreadable_address_gets_the_sentence_from_the_api_too(
    client: Client, query: str, sentence: str
) -> None:
    response = client.get(f"/api/spaces.geojson?lang=en&{query}")

    assert response.status_code == 400
    assert sentence in response.json()["errors"][0]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_sentence_is_in_the_language_of_the_page(client: Client, language: str) -> None:
    texts = {
        code: read(client.get(f"{RESULTS[code]}?lat=north&lng=4.35&page=abc&open=x&need=x"))
        .one("main")
        .one("div", class_="messages")
        .text
        for code in ("en", language)
    }

    assert texts["en"].count(".") >= 4
    assert texts[language]
    assert texts[language] != texts["en"]
    assert not [said for said in ("could", "choices", "address") if said in texts[language]]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("page=9999", "There is no page 9999. This is page 3, the last one."),
        ("page=4", "There is no page 4. This is page 3, the last one."),
        ("q=1081&language=tr&page=2", "There is no page 2. This is page 1, the last one."),
    ],
)
def test_page_beyond_the_last_is_not_found_and_shows_the_last(
    client: Client, query: str, sentence: str
) -> None:
    response = client.get(f"/en/spaces/?{query}")

    page = read(response)
    assert response.status_code == 404
    assert sentence in page.text
    assert slugs(page)
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "query",
    [
        "q=%FF%FE%C0",
        "q=%01%02%1F",
        "q=%E2%80%AE%E2%80%8F",  # marks that turn the direction of writing
        "q=%F0%9F%92%A9%F0%9F%92%A9",
        f"q={'%CC%81' * 150}",
        "q=" + quote("'; DROP TABLE spaces_space; --"),
        "q=" + quote("../../../etc/passwd"),
        "q=" + quote("{{ settings.SECRET_KEY }}"),
        "q=" + quote("%(count)s %s {0} {}"),
        "q=12345678901234567890",
        "q=+++",
        "q=a&q=b&q=simonis",
        "free=1&free=1&service=printing&service=printing",
        "need=find_work&need=learn",
        "lat=50.847&lat=50.85&lng=4.35&lng=4.36",
        "free=yes&label=on",
        "bbox=-1e308,-1e308,1e308,1e308",
        "open=2028-02-29T10:00",
        "open=2100-12-31T23:59",
        "open=2000-01-01T00:00",
        "page=%D9%A1",  # 1, in Arabic digits
        "&&&===&?&#",
        "=1&[]=2&q[]=3&q[a]=4",
        ";free=1;q=1081",
    ],
)
def test_odd_address_gets_an_answer(client: Client, query: str) -> None:
    response = client.get(f"/en/spaces/?{query}")

    page = read(response)
    assert response.status_code == 200
    assert "None" not in page.one("main").text
    assert client.get(f"/api/spaces.geojson?{query}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/en/spaces/%00/",
        "/en/spaces/%FF%FE/",
        "/en/spaces/..%2f..%2fetc/",
        "/en/spaces/a/b/c/",
        "/%00",
        "/xx/",
        "/fr/espaces/%F0%9F%92%A9/",
        "/s/%00",
        "/s/" + "A" * 5000,
        "/api/",
        "/api/spaces.geojson/",
        "/%2Fevil.example/",
        "/en//evil.example/",
    ],
)
def test_odd_path_is_not_found(client: Client, path: str) -> None:
    assert client.get(path, headers={"Accept-Language": "en"}).status_code == 404


@pytest.mark.parametrize(
    "text", ["", "%00", "%FF", "a" * 10_000, "%01%02", "%F0%9F%92%A9", "a b  c"]
)
def test_suggestions_for_an_odd_text_are_an_empty_or_short_list(client: Client, text: str) -> None:
    response = client.get(f"/api/places?q={text}&lang=en&lang=%00")

    assert response.status_code == 200
    assert len(response.json()["places"]) <= 8


# --- whatever it is -------------------------------------------------------------------------

NAMES = st.sampled_from(
    [
        *("q", "lat", "lng", "bbox", "need", "service", "label", "open", "access", "language"),
        *("free", "walk_in", "municipality", "radius", "page", "lang", "to_check"),
    ]
)
VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.floats().map(str),
    st.integers().map(str),
    st.datetimes().map(lambda moment: moment.isoformat()[:30]),
    st.lists(st.floats(-180, 180), min_size=2, max_size=5).map(
        lambda numbers: ",".join(map(str, numbers))
    ),
    st.sampled_from(
        [
            *("now", "1", "0", "fr", "nl", "ar", "printing", "find_work", "lift", "step_free"),
            *("21004", "1081", "simonis", "50.847", "4.353", "500", "4.3,50.8,4.4,50.9"),
        ]
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(NAMES, VALUES), max_size=6), language=st.sampled_from([*RESULTS]))
@example(
    pairs=[("lat", "50.847"), ("lng", "4.353"), ("open", "now"), ("radius", "1")], language="nl"
)
@example(pairs=[("open", "9999-12-31T23:59:59.999999")], language="fr")
def test_no_query_makes_a_page_fail(
    client: Client, pairs: list[tuple[str, str]], language: str
) -> None:
    query = urlencode(pairs)

    response = client.get(f"{RESULTS[language]}?{query}")
    points = client.get(f"/api/spaces.geojson?{query}")

    assert response.status_code in (200, 400, 404)
    assert read(response).one("h1").text
    assert points.status_code == (400 if response.status_code == 400 else 200)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=40))
def test_no_bytes_make_a_page_fail(client: Client, raw: bytes) -> None:
    address = quote(raw, safe="=&")

    codes = {
        client.get(f"/en/spaces/?{address}").status_code,
        client.get(f"/api/places?q={address}").status_code,
    }

    assert codes <= {200, 400, 404}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_path_makes_the_site_fail(client: Client, path: str) -> None:
    for prefix in ("/", "/en/", "/nl/espaces/", "/en/spaces/", "/s/", "/api/"):
        response = client.get(prefix + quote(path))
        assert response.status_code < 500
        assert b"Traceback" not in body(response)
