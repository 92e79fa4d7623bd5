"""The scans added up: by campaign, by character, by poster, by day."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import models
from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from campaign.models import Campaign, Character, Poster, Scan
from spaces.language.localized import localized


class By(models.TextChoices):
    """What the scans are added up by; the words head its column."""

    CAMPAIGN = "campaign", _("campaign")
    CHARACTER = "character", _("character")
    POSTER = "poster", _("poster")
    DAY = "day", _("day")


class Total(NamedTuple):
    """The scans of one thing; `share` is the length of its bar, in percent of the longest."""

    name: str
    scans: int
    share: int


def totals(by: By) -> list[Total]:
    """Return the scans of each thing, the most scanned first, days the latest first."""
    counted = {
        By.CAMPAIGN: _campaigns,
        By.CHARACTER: _characters,
        By.POSTER: _posters,
        By.DAY: _days,
    }[by]()
    rows = list(counted)
    most = max((scans for _name, scans in rows), default=0) or 1
    return [Total(name, scans, round(100 * scans / most)) for name, scans in rows]


def by_campaign(before: date) -> dict[UUID, int]:
    """Return the scans of each campaign's posters on the days before that one."""
    campaign = "poster__character__campaign"
    scans = Scan.objects.filter(day__lt=before).order_by().values(campaign)
    return {row[campaign]: row["total"] for row in scans.annotate(total=Sum("count"))}


def _campaigns() -> Iterable[tuple[str, int]]:
    total = Coalesce(Sum("characters__posters__scans__count"), 0)
    for campaign in Campaign.objects.annotate(total=total).order_by("-total", "-starts"):
        yield _title(campaign), campaign.total


def _characters() -> Iterable[tuple[str, int]]:
    total = Coalesce(Sum("posters__scans__count"), 0)
    characters = Character.objects.select_related("campaign").annotate(total=total)
    for who in characters.order_by("-total", "campaign", "order"):
        yield f"{who.name} ({who.campaign.year})", who.total


def _posters() -> Iterable[tuple[str, int]]:
    posters = Poster.objects.annotate(total=Coalesce(Sum("scans__count"), 0))
    for poster in posters.order_by("-total", "code"):
        yield str(poster), poster.total


def _days() -> Iterable[tuple[str, int]]:
    for row in Scan.objects.values("day").annotate(total=Sum("count")).order_by("-day"):
        yield date_format(row["day"], "Y-m-d"), row["total"]


def _title(campaign: Campaign) -> str:
    return f"{localized(campaign, 'title')} ({campaign.year})"
