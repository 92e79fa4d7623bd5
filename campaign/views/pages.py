"""The present campaign and the earlier ones, and their characters."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from campaign import addresses, jsonld, snapshot
from campaign.easy import parts_of_campaign, parts_of_character
from campaign.models import Campaign, Character
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.hours.opening import TIMEZONE
from spaces.views.page import Page, public_page


@public_page
def campaign(request: HttpRequest, directory: Directory, year: int | None = None) -> Page:
    """Show the present campaign, or that of a year."""
    found, present = _campaign(directory, year)
    campaigns, today = snapshot.current(directory.version), _today()
    context = {
        "campaign": found,
        "characters": found.characters.all(),
        "scans": campaigns.scans(found, today),
        "others": [other for other in campaigns.started(today) if other != found],
        "linked_data": jsonld.campaign_page(found, present),
    }
    address = addresses.of_campaign(found, present)
    return _page(request, directory, address, "campaign/campaign.html", context, present)


@public_page
def campaign_easy(request: HttpRequest, directory: Directory, year: int | None = None) -> Page:
    """Show a campaign one sentence on a line."""
    found, present = _campaign(directory, year)
    context = {"campaign": found, "parts": parts_of_campaign(found, present)}
    context["full_page"] = addresses.of_campaign(found, present)
    address = addresses.of_campaign(found, present, "easy")
    return _page(request, directory, address, "campaign/campaign_easy.html", context, present)


@public_page
def character(
    request: HttpRequest, directory: Directory, slug: str, year: int | None = None
) -> Page:
    """Show a character: before, that day, now, and the places that help with this."""
    found, present = _character(directory, slug, year)
    needs = list(found.needs.all())
    context = {
        "character": found,
        "campaign": found.campaign,
        "needs": needs,
        "choices": [("need", need.code) for need in needs[:1]],
        "others": [other for other in found.campaign.characters.all() if other != found],
        "linked_data": jsonld.character_page(found, present),
    }
    address = addresses.of_character(found, present)
    return _page(request, directory, address, "campaign/character.html", context, present)


@public_page
def character_easy(
    request: HttpRequest, directory: Directory, slug: str, year: int | None = None
) -> Page:
    """Show a character's story one sentence on a line."""
    found, present = _character(directory, slug, year)
    context = {"character": found, "campaign": found.campaign, "parts": parts_of_character(found)}
    context["full_page"] = addresses.of_character(found, present)
    address = addresses.of_character(found, present, "easy")
    return _page(request, directory, address, "campaign/character_easy.html", context, present)


def _campaign(directory: Directory, year: int | None) -> tuple[Campaign, Campaign | None]:
    campaigns, today = snapshot.current(directory.version), _today()
    present = campaigns.present(today)
    found = campaigns.of_year(year, today) if year else present
    if found is None:
        raise Http404
    return found, present


def _character(
    directory: Directory, slug: str, year: int | None
) -> tuple[Character, Campaign | None]:
    campaigns, today = snapshot.current(directory.version), _today()
    found = campaigns.character(slug, today, year)
    if found is None:
        raise Http404
    return found, campaigns.present(today)


def _page(
    request: HttpRequest,
    directory: Directory,
    address: str,
    template: str,
    context: dict[str, Any],
    present: Campaign | None,
) -> Page:
    """Return the page, or lead to where it now stands: not for good, as campaigns follow on."""
    if request.path != address:
        query = request.META.get("QUERY_STRING", "")
        return Page(HttpResponseRedirect(f"{address}?{query}" if query else address))
    response = render(request, template, {"directory": directory, "present": present, **context})
    return Page(response, lifetime.midnight(timezone.now()))


def _today() -> date:
    return timezone.localdate(timezone=TIMEZONE)
