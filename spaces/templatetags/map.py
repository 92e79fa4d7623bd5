"""What the templates of maps ask for: addresses of pictures and tiles, what a pin says."""

from django import template
from django.utils.translation import gettext as _

from spaces.cartography.frame import Frame
from spaces.cartography.pins import Marks
from spaces.language.localized import localized
from spaces.search.pipeline import SpaceResult, SpaceResults
from spaces.search.wording import tagged_hours
from spaces.views import ground

register = template.Library()


@register.simple_tag
def picture(frame: Frame, language: str, marks: Marks) -> str:
    """Return the address of a frame's picture, its names clear of these marks."""
    return ground.address(frame, language, marks)


@register.simple_tag
def tiles(language: str) -> str:
    """Return the address of the tiles, as Leaflet reads it."""
    return ground.tiles(language)


@register.simple_tag
def pin_label(result: SpaceResult, found: SpaceResults) -> str:
    """Return what a pin says, in sentences: its number and name, and its hours."""
    space = result.space
    parts = [f"{result.number}. {localized(space, 'name')}"]
    if space.has_sample_location and not space.is_sample:
        parts.append(_("The point is an example."))
    parts.append(tagged_hours(result, found))
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)
