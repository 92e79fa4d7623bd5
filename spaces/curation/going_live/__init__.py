"""What stands between this site and the public: the one list of the page and of the command."""

from datetime import datetime

from django.utils.translation import gettext as _

from spaces.curation.going_live import backups, listings, mail, people, texts, values
from spaces.curation.going_live.core import Item, Section, State
from spaces.hours.opening import TIMEZONE

__all__ = ["Item", "Section", "State", "sections", "tally"]


def sections(at: datetime, *, connect: bool = False) -> list[Section]:
    """Return all that was looked at, at a moment; `connect` opens a connection to the mail server.

    Ten queries at most, however many listings there are.
    """
    today = at.astimezone(TIMEZONE).date()
    found = [
        Section(_("Examples that are left"), list(listings.samples(today))),
        Section(_("Listings"), list(listings.listings(today))),
        Section(_("Pages of text"), list(texts.pages())),
        Section(_("Languages"), list(texts.languages())),
        Section(_("Settings"), list(values.items())),
        Section(_("Mail and help"), list(mail.items(connect=connect))),
        Section(_("Staff and backups"), [*people.items(), *backups.items(at)]),
    ]
    order = list(State)
    return [
        Section(title, sorted(items, key=lambda item: order.index(item.state)))
        for title, items in found
    ]


def tally(found: list[Section]) -> dict[State, int]:
    """Return how many things are in each state."""
    states = [item.state for section in found for item in section.items]
    return {state: states.count(state) for state in State}
