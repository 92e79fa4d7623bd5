"""A door in words: what its map shows, for whoever does not see it, and the way in."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from spaces.directory.published import Near
from spaces.directory.stops import Stop
from spaces.language.bidi import isolated
from spaces.language.localized import localized
from spaces.models import AccessFeature, Space
from spaces.wording.address import one_line, town
from spaces.wording.easy_choices import access_words
from spaces.wording.stops import with_lines


def described(space: Space, stops: Iterable[Near[Stop]]) -> str:
    """Return where the place is, and the stops near it with their lines."""
    if space.real_point is None:
        return _("Map: %(place)s.") % {"place": isolated(town(space))}
    words = _("Map: %(place)s.") % {"place": isolated(one_line(space))}
    names = ", ".join(map(with_lines, stops))
    near = _("Stops nearby: %(stops)s.") % {"stops": names}
    return f"{words} {near}" if names else words


def entrance(space: Space) -> AccessFeature | None:
    """Return what is known of the way through the door, None where that is nothing."""
    step_free = AccessFeature.Feature.STEP_FREE
    known = (each for each in space.access_features.all() if each.feature == step_free)
    return next((each for each in known if access_words(each) or localized(each, "note")), None)
