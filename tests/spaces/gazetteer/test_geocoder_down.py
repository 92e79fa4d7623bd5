"""What a visitor gets while the geocoder is down, and once it is back."""

import pytest
from django.test import Client

from spaces.gazetteer import geocoding

pytestmark = pytest.mark.django_db


def test_results_page_is_not_kept_while_the_geocoder_is_down(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    down = geocoding.Answer(geocoding.State.UNAVAILABLE)
    monkeypatch.setattr(geocoding, "resolve", lambda *_: down)
    before = client.get("/en/spaces/?q=nowhere+at+all")

    monkeypatch.setattr(geocoding, "resolve", lambda *_: geocoding.Answer(geocoding.State.NONE))
    after = client.get("/en/spaces/?q=nowhere+at+all")

    assert "does not answer at the moment" in before.content.decode()
    assert before["Cache-Control"] == "private, no-store"
    assert "does not answer at the moment" not in after.content.decode()
