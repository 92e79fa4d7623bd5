"""The way from a poster to a space: how far it is, and a map where that is near."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from campaign.models import Poster
from campaign.models.poster import NEAR
from spaces.directory.doors import names_language
from spaces.geo.points import distance, walking_minutes
from spaces.language.bidi import isolated
from spaces.models import Space
from spaces.wording.address import one_line
from spaces.wording.distances import distance_words

LEAST = 50  # metres: within them one stands before the door
SIZE = (320, 360)  # pixels of its map


class Way(NamedTuple):
    """A poster, a space, and the straight line between them in metres."""

    poster: Poster
    space: Space
    metres: float

    @property
    def picture(self) -> str:
        """Return where the reader finds the map of the two."""
        return reverse("poster_map", args=[names_language(), self.poster.code, self.space.code])

    @property
    def minutes(self) -> int:
        """Return about how long one walks."""
        return walking_minutes(self.metres)

    @property
    def is_near(self) -> bool:
        """Tell whether one would walk it."""
        return self.minutes <= NEAR

    @property
    def far(self) -> str:
        """Return how far it is, in words."""
        return distance_words(self.metres, self.minutes)

    @property
    def described(self) -> str:
        """Return what the map shows, for whoever does not see it."""
        words = {"place": isolated(one_line(self.space)), "far": self.far}
        return _("Map: from the poster to %(place)s, %(far)s.") % words


def way(poster: Poster, space: Space) -> Way | None:
    """Return the way, None where an end of it is not known, or at the door."""
    if poster.point is None or space.real_point is None:
        return None
    metres = distance(poster.point, space.real_point)
    return Way(poster, space, metres) if metres >= LEAST else None
