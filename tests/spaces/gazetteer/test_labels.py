"""What places are called on our pages: said with where they are, and taken back."""

import pytest
from django.conf import settings as django_settings

from spaces.gazetteer import Gazetteer
from spaces.models import Place

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", [code for code, _name in django_settings.LANGUAGES])
def test_labels_are_taken_back(known: Gazetteer, db: None, language: str) -> None:
    rows = Place.objects.exclude(latitude=None).values_list("name_fr", "name_nl")
    names = {name for row in rows for name in row}
    meanings = {
        meaning
        for name in sorted(names)
        for resolution in [known.resolve(name)]
        for meaning in (resolution.meaning, *resolution.others)
        if meaning
    }

    assert len(meanings) > 6500
    for meaning in meanings:
        label = meaning.label(language)
        again = known.resolve(label)
        assert again.exact
        assert again.meaning
        assert again.meaning.label(language) == label


def test_labels_say_what_and_where(known: Gazetteer) -> None:
    def label(text: str, language: str) -> str:
        meaning = known.resolve(text).meaning
        assert meaning
        return meaning.label(language)

    assert label("avenue brugmann", "en") == "Avenue Brugmann (Uccle, Forest, Ixelles, …)"
    assert label("avenue brugmann, 1190", "en") == "Avenue Brugmann (Forest)"
    assert label("simonis", "en") == "Simonis (metro station, Koekelberg)"
    assert label("ixelles", "nl") == "1050 Elsene"
    assert label("1020", "fr") == "1020 Laeken"
    assert label("rue royale 140", "nl") == "Koningsstraat 140 (Brussel)"
    assert label("atelier du web", "en") == "Atelier du Web (Saint-Gilles)"
