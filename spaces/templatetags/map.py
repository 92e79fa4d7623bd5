"""What the templates of maps ask for: addresses of pictures and tiles, what a pin says."""

from django import template

from spaces.cartography.frame import Frame
from spaces.cartography.pins import Marks
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
