"""What holds for every sentence: it is answered, in any order, and read alike again."""

from itertools import permutations

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spaces.directory import published
from spaces.search import pipeline
from spaces.search.canonical import as_understood, canonical, pairs
from spaces.search.filters import Filters
from spaces.search.forms import SearchForm
from spaces.search.links import Links
from spaces.search.query import Query
from tests.spaces.conftest import Clock
from tests.spaces.search.sentence.conftest import Asks, Understands
from tests.spaces.search.sentence.test_sentences import MOMENTS, SENTENCES

pytestmark = pytest.mark.django_db

PARTS = ("imprimer", "près de Simonis", "samedi", "sans rendez-vous", "parle arabe", "itsme")
_KNOWN_WORDS = sorted({word for text in (*SENTENCES, *MOMENTS) for word in text.split()})
ANY_TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*_KNOWN_WORDS, "24/7", "99/99", "25h", "٣", "\0", "–"])).map(
        " ".join
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
def test_no_text_raises(asks: Asks, text: str) -> None:
    asked = asks(text)

    assert canonical(asked.query) is not None
    assert asked.sentence.place in asked.sentence.text or asked.sentence.place.split()


def test_order_of_parts_does_not_matter(understands: Understands) -> None:
    for chosen in (
        *(PARTS[:3], PARTS[2:5], ("na 17 uur", "Flagey", "scannen"), ("طباعة", "السبت")),
        ("ce week-end", "bibliothèque", "tram 51", "gratuit"),
        ("tomorrow morning", "in Jette", "mot de passe", "itsme"),
        ("ik woon in Elsene", "belastingen", "zonder afspraak", "maandag"),
        ("mon fils", "3 pages", "imprimer", "gare du Midi"),
    ):
        meanings = [understands(" ".join(order)) for order in permutations(chosen)]

        assert all(meaning == meanings[0] for meaning in meanings), chosen


def test_canonical_query_read_again_is_the_same(asks: Asks) -> None:
    directory = published.current()
    for text in (*SENTENCES, *MOMENTS):
        query = asks(text).query

        again = SearchForm(QueryDict(canonical(query)), directory).query()

        assert again == query, text
        assert asks(query.q).query.q == query.q, text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "imprimer près de Simonis samedi matin sans rendez-vous fauteuil roulant parle arabe",
            {"q", "service", "open", "walk_in", "access", "language"},
        ),
        ("itsme ce week-end tram 51 gratuit", {"topic", "need", "open", "line", "free"}),
        ("bibliotheek in mijn buurt nu open", {"kind", "near", "open"}),
    ],
)
def test_chip_taken_off_gives_the_query_without_it(
    clock: Clock, text: str, names: set[str]
) -> None:
    directory = published.current()
    found = pipeline.run(Query(q=text), directory, timezone.now())
    links = Links(as_understood(found.query, QueryDict(f"q={text}")))
    before = set(pairs(found.query))

    chosen = Filters(found, directory, links).asked

    assert {chip.choice.name for chip in chosen} == names
    for choice, href in chosen:
        form = SearchForm(QueryDict(href.removeprefix("?")), directory)
        after = pipeline.run(form.query(), directory, timezone.now())
        gone = before - set(pairs(after.query))
        assert set(pairs(after.query)) < before
        along = {"until", "topic"} - {choice.name}  # the end of a moment, what a need is about
        assert {name for name, _value in gone} - along == {choice.name}
