"""How well a place meets a need, in words: somebody helps, one does it oneself, or one asks."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from spaces.directory.published import Directory
from spaces.models import Need, Space, Strength

PICTOGRAMS = {Strength.HELPED: "help", Strength.YOURSELF: "computer", Strength.ASK: "call"}


class Met(NamedTuple):
    """The needs that a place meets equally well, and how well, in words."""

    strength: Strength
    words: str
    pictogram: str
    needs: list[Need]


def why(strength: Strength) -> str:
    """Return why a place is in a list of those for a need."""
    return {
        Strength.HELPED: _("They sit beside you for this"),
        Strength.YOURSELF: _("You can do it here yourself"),
        Strength.ASK: _("Ask first"),
    }[strength]


def pictogram_of(strength: Strength) -> str:
    """Return the name of the pictogram beside the words."""
    return PICTOGRAMS[strength]


def met_at(space: Space, directory: Directory) -> list[Met]:
    """Return the needs that a space meets, by how well, the best first; none where unknown."""
    strengths = directory.strengths(space)
    found = []
    for strength in Strength:
        needs = [directory.needs[code] for code, given in strengths.items() if given == strength]
        if needs:
            found.append(Met(strength, why(strength), PICTOGRAMS[strength], needs))
    return found
