"""Linked data of the campaign's pages (schema.org: WebPage, BreadcrumbList)."""

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from campaign import addresses
from campaign.models import Campaign, Character
from config.languages import current
from spaces.language.localized import localized
from spaces.opendata.jsonld import Data, breadcrumb


def campaign_page(campaign: Campaign, present: Campaign | None) -> Data:
    """Return the page about a campaign."""
    steps = _steps(campaign, present)
    return _page(steps) | {"description": str(localized(campaign, "summary"))}


def character_page(character: Character, present: Campaign | None) -> Data:
    """Return the page about a character."""
    url = settings.SITE_URL + addresses.of_character(character, present)
    return _page([*_steps(character.campaign, present), (character.name, url)]) | {
        "description": str(localized(character, "situation")),
        "primaryImageOfPage": {
            "@type": "ImageObject",
            "url": settings.SITE_URL + static(character.share_image),
        },
    }


def _steps(campaign: Campaign, present: Campaign | None) -> list[tuple[str, str]]:
    return [
        (_("Digital Public Spaces"), settings.SITE_URL + reverse("home")),
        (
            str(localized(campaign, "title")),
            settings.SITE_URL + addresses.of_campaign(campaign, present),
        ),
    ]


def _page(steps: list[tuple[str, str]]) -> dict[str, Any]:
    name, url = steps[-1]
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": name,
        "inLanguage": current().code,
        "breadcrumb": breadcrumb(steps),
    }
