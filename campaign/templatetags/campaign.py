"""What templates show of the campaign, those of the directory's pages too."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django import template

from campaign import addresses, destinations, snapshot, wording
from campaign.models import Campaign, Character, Poster
from campaign.ways import Way, way
from spaces.directory.published import Directory, Near
from spaces.hours.opening import TIMEZONE
from spaces.models import Space, codes
from spaces.templatetags.spaces import bare_address

register = template.Library()


class Scanned(NamedTuple):
    """The poster that brought a visitor to a space's page, and where else there is help."""

    poster: Poster
    fate: destinations.Fate
    present: Campaign | None
    next_open: list[Near[Space]]
    way: Way | None


register.simple_tag(addresses.of_campaign, name="campaign_url")
register.simple_tag(addresses.of_character, name="character_url")
register.filter("origin_sentence", wording.origin_sentence)


@register.filter
def from_origin(characters: Iterable[Character], origin: str) -> str:
    """Return the names of the characters of that origin."""
    return wording.names_by_origin(characters, origin)


@register.simple_tag
def present_campaign(directory: Directory, at: datetime) -> Campaign | None:
    """Return the campaign that is on, or was the last to be."""
    return snapshot.current(directory.version).present(at.astimezone(TIMEZONE).date())


@register.simple_tag(takes_context=True)
def scanned_poster(
    context: Any, space: Space, directory: Directory, at: datetime
) -> Scanned | None:
    """Return the poster that the address names, None where it names none."""
    code = codes.read(context["request"].GET.get("poster", ""))
    campaigns = snapshot.current(directory.version) if code else None
    poster = campaigns.posters.get(code) if campaigns and code else None
    if campaigns is None or poster is None:
        return None
    today = at.astimezone(TIMEZONE).date()
    fate, present = destinations.fate_of_campaign(poster, today), campaigns.present(today)
    near = destinations.next_open(poster, directory, space, at)
    return Scanned(poster, fate, present, near, way(poster, space))


@register.filter
def lines(text: str) -> list[str]:
    """Return the lines of a text, empty ones apart."""
    return list(filter(None, map(str.strip, text.splitlines())))


@register.filter
def campaign_sources(campaign: Campaign) -> list[tuple[str, str]]:
    """Return the web pages that the facts come from, each with the name of its site."""
    return [(bare_address(address), address) for address in campaign.sources.split()]
