"""Campaigns and characters: what the database and the forms refuse, and what moves the version."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campaign.models import Campaign, Character, Poster
from spaces.models import DataVersion
from tests.factories import CampaignFactory, CharacterFactory, PosterFactory

pytestmark = pytest.mark.django_db


def test_campaign_shows_from_its_first_day() -> None:
    CampaignFactory(year=2031, starts=date(2031, 3, 1))

    def years(day: date) -> list[int]:
        return [campaign.year for campaign in Campaign.objects.started(day)]

    assert 2031 not in years(date(2031, 2, 28))
    assert years(date(2031, 3, 1))[0] == 2031


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts": date(2031, 4, 1)},
        {"year": 1999},
        {"year": 2032, "starts": date(2032, 3, 1)},
    ],
)
def test_campaign_is_in_order_and_alone_in_its_year(wrong: dict[str, object]) -> None:
    CampaignFactory(year=2032)

    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignFactory(**{"year": 2031, "ends": date(2031, 3, 31), **wrong})


def test_campaign_that_ends_before_it_begins_gets_a_sentence() -> None:
    campaign = CampaignFactory.build(year=2031, ends=date(2031, 2, 1))

    with pytest.raises(ValidationError, match="The last day comes before the first day"):
        campaign.full_clean()


@pytest.mark.parametrize("field", ["portrait", "palette", "origin"])
def test_character_has_known_choices(field: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CharacterFactory(**{field: "unknown"})


@pytest.mark.parametrize("slug", ["2021", "2-salima", "Salima", "sal ima", ""])
def test_character_slug_is_never_a_year(slug: str) -> None:
    character = CharacterFactory(slug="salima")
    character.slug = slug

    with pytest.raises(ValidationError) as refused:
        character.full_clean()

    assert "slug" in refused.value.message_dict


def test_campaign_keeps_a_slug_once() -> None:
    character = CharacterFactory(slug="salima")
    CharacterFactory(slug="salima")  # in another campaign

    with pytest.raises(IntegrityError), transaction.atomic():
        CharacterFactory(slug="salima", campaign=character.campaign)


def change_a_character() -> None:
    character = Character.objects.all()[0]
    character.now_fr = "Autre chose."
    character.save()


def take_a_need() -> None:
    Character.objects.all()[0].needs.clear()


def update_campaigns() -> None:
    Campaign.objects.update(weak_skills=1)


def delete_a_poster() -> None:
    Poster.objects.all()[0].delete()


def delete_a_character() -> None:
    who = Character.objects.all()[0]
    who.posters.all().delete()
    who.delete()


@pytest.mark.parametrize(
    "write",
    [
        CampaignFactory,
        PosterFactory,
        change_a_character,
        take_a_need,
        update_campaigns,
        delete_a_poster,
        delete_a_character,
    ],
)
def test_version_moves_on_every_kind_of_write(write: Callable[[], object]) -> None:
    CharacterFactory(needs=["learn"])
    before = DataVersion.current()

    write()

    assert DataVersion.current() != before
