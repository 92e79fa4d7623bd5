"""The campaigns in memory, as the directory holds the listings: loaded once a data version."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from campaign import tally
from campaign.models import Campaign, Character, Poster
from spaces.directory.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Campaigns:
    """Every campaign with its characters and their needs, the latest first; posters by code."""

    version: int
    every: tuple[Campaign, ...]
    posters: dict[str, Poster] = field(repr=False)
    _scans: dict[date, dict[UUID, int]] = field(default_factory=dict, repr=False)

    def started(self, on: date) -> list[Campaign]:
        """Return the campaigns that the public may see on a day."""
        return [campaign for campaign in self.every if campaign.starts <= on]

    def present(self, on: date) -> Campaign | None:
        """Return the latest started."""
        return next(iter(self.started(on)), None)

    def of_year(self, year: int, on: date) -> Campaign | None:
        """Return the campaign of a year, if it has started."""
        return next((found for found in self.started(on) if found.year == year), None)

    def scans(self, campaign: Campaign, before: date) -> int:
        """Return how often a campaign's posters were scanned before a day: one query a day."""
        if before not in self._scans:
            self._scans[before] = tally.by_campaign(before)
        return self._scans[before].get(campaign.pk, 0)

    def character(self, slug: str, on: date, year: int | None = None) -> Character | None:
        """Return the character of a year's campaign, else of the latest one that has it."""
        return next(
            (
                character
                for campaign in self.started(on)
                if year in (None, campaign.year)
                for character in campaign.characters.all()
                if character.slug == slug
            ),
            None,
        )


def current(version: int) -> Campaigns:
    """Return the campaigns as they stood at a data version."""
    return _snapshot.at(version)


def _load(version: int) -> Campaigns:
    with_needs = Character.objects.prefetch_related("needs__met_by__service")
    characters = with_needs.order_by("order", "slug")
    query = Campaign.objects.prefetch_related(Prefetch("characters", characters))
    campaigns = tuple(query.order_by("-starts"))
    return Campaigns(version, campaigns, {poster.code: poster for poster in _posters(campaigns)})


_snapshot = Snapshot(_load)


def _posters(campaigns: Iterable[Campaign]) -> Iterable[Poster]:
    """Yield the posters; those of a character share it, with all its texts."""
    characters = {who.pk: who for campaign in campaigns for who in campaign.characters.all()}
    for poster in Poster.objects.select_related(
        "stop", "space__municipality", "space__replaced_by__municipality"
    ):
        poster.character = characters[poster.character_id]
        yield poster
