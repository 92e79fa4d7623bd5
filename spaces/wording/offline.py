"""What a visitor may keep on their phone: every space with its phone and hours, in few words.

It is read later, without a connection: so it says the usual hours, and never “open now”.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby

from django.utils.translation import gettext as _

from spaces.directory.published import Directory
from spaces.hours.opening import TIMEZONE
from spaces.hours.words import clock
from spaces.language.dates import day_in_words
from spaces.language.folding import fold
from spaces.models import Municipality, Space
from spaces.wording.hours import LastingHours


def towns(directory: Directory, today: date) -> Iterator[tuple[Municipality, list[LastingHours]]]:
    """Yield the municipalities in the reader's alphabet, real spaces first in each."""
    spaces: Iterable[Space] = directory.spaces.values()
    ranked = sorted(spaces, key=_rank)
    for _nis, found in groupby(ranked, lambda space: space.municipality.nis):
        weeks = [LastingHours(space, today) for space in found]
        yield weeks[0].space.municipality, weeks


def offline_since(at: datetime) -> str:
    """Return the words that a page from the phone begins with."""
    local = at.astimezone(TIMEZONE)
    words = {"day": day_in_words(local, "j F Y"), "time": clock(local.time())}
    return _("Kept on %(day)s at %(time)s. You have no connection.") % words


def _rank(space: Space) -> tuple[str, bool, str]:
    return fold(str(space.municipality.name)), space.is_sample, fold(str(space.name))
