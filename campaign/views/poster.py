"""A poster's own page: what has become of it, and who helps near where it hangs."""

from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from campaign import destinations, snapshot
from campaign.views.unknown import unknown_code
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.hours.opening import TIMEZONE
from spaces.models import codes
from spaces.views.page import Page, public_page

SHOWN = 5  # places


@public_page
def poster(request: HttpRequest, directory: Directory, code: str) -> Page:
    """Say what has become of a poster, and show the operating spaces that are the nearest."""
    now = timezone.now()
    today = now.astimezone(TIMEZONE).date()
    campaigns = snapshot.current(directory.version)
    found = codes.find(code, campaigns.posters)
    if found is None:
        return Page(unknown_code(request, directory, code))
    around = destinations.around(found, directory).first(SHOWN)
    context = {
        "directory": directory,
        "now": now,
        "destination": destinations.destination(found, directory, today),
        "campaign_fate": destinations.fate_of_campaign(found, today),
        "around": around,
        "present": campaigns.present(today),
        "choices": [("need", need.code) for need in found.character.needs.all()[:1]],
    }
    states = (other.thing.hours.state(now) for other in around.all if other.thing.hours)
    return Page(render(request, "campaign/poster.html", context), lifetime.of_states(states, now))
