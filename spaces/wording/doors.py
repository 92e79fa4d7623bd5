"""What the map of a door shows, in words, for whoever does not see it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from spaces.directory.published import Near
from spaces.directory.stops import Stop
from spaces.language.bidi import isolated
from spaces.models import Space
from spaces.wording.address import one_line, town
from spaces.wording.stops import with_lines


def described(space: Space, stops: Iterable[Near[Stop]]) -> str:
    """Return where the place is, and the stops near it with their lines."""
    if space.real_point is None:
        return _("Map: %(place)s.") % {"place": isolated(town(space))}
    words = _("Map: %(place)s.") % {"place": isolated(one_line(space))}
    names = ", ".join(map(with_lines, stops))
    return f"{words} {_('Stops nearby: %(stops)s.') % {'stops': names}}" if names else words
