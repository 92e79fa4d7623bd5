"""What other sites show beside a link to a place: its name, its address, the map of its door."""

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image

from config.languages import current
from spaces.directory import doors
from spaces.directory.published import Directory
from spaces.language import phones
from spaces.language.bidi import isolated, left_to_right
from spaces.language.localized import localized
from spaces.models import Space
from spaces.paper.letters import printable
from spaces.paper.typesetting import in_its_language, rasterized
from spaces.wording import address

SIZE = (1200, 630)  # pixels, as sites ask for (Open Graph)
MAP = (300, 315)  # pixels of the map, which has half of it: its letters are twice as large
COLOURS = 128  # enough for flat ones; a third of the bytes


def picture(space: Space, directory: Directory) -> bytes:
    """Return the picture of a space whose door is known, as PNG, in the active language.

    Raise TypesettingError where it cannot be set.
    """
    lines = [address.street_line(space), address.town_line(space)]
    data = {
        "language": current().code,
        "is_right_to_left": current().rtl,
        "site": _("Digital Public Spaces"),
        "name": in_its_language(localized(space, "name")),
        "address": [isolated(line) for line in lines if line],
        "phone": left_to_right(phones.display(space.phone)) if space.phone else "",
        "map": doors.drawn(space, directory, doors.names_language(), size=MAP, on_paper=True),
        "credit": _("© OpenStreetMap contributors"),
    }
    found = Image.open(BytesIO(rasterized("share.typ", printable(data))))
    smaller = BytesIO()
    found.convert("RGB").quantize(COLOURS).save(smaller, "PNG", optimize=True)
    return smaller.getvalue()
