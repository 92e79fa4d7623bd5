"""What a place that is being typed may become."""

import pytest

from spaces.gazetteer import Gazetteer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bo", "1170 Watermael-Boitsfort"),
        ("bock", "Bockstael (metro station, Brussels)"),
        ("sai", "1060 Saint-Gilles"),
        ("108", "1082 Berchem-Sainte-Agathe"),
        ("zwarte v", "Étangs Noirs (metro station, Koekelberg)"),
        ("av lou", "Avenue Louise (Brussels, Ixelles, Saint-Gilles)"),
        ("avenue louise 192", "Avenue Louise 192 (Brussels)"),
        ("chée de wav", "Chaussée de Wavre (Auderghem, Etterbeek, Ixelles)"),
        ("grandpla", "Grand-Place (square, Brussels)"),
        ("simonn", "Simonis (metro station, Koekelberg)"),
        ("bockst", "Bockstael (metro station, Brussels)"),
        ("bokst", "Bockstael (metro station, Brussels)"),
    ],
)
def test_suggestions_begin_with_the_likeliest(known: Gazetteer, text: str, first: str) -> None:
    suggestions = [meaning.label("en") for meaning in known.suggest(text, "en")]

    assert first in suggestions[:2]
    assert len(suggestions) == len(set(suggestions)) <= 8


@pytest.mark.parametrize("text", ["", "b", "?", "xyzzy", "\0"])
def test_nothing_is_suggested_for_nothing(known: Gazetteer, text: str) -> None:
    assert known.suggest(text, "fr") == []
