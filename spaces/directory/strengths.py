"""How well a space meets a need, as far as its listing says: the best of what it offers for it."""

from collections.abc import Iterable, Mapping

from spaces.models import Need, Space, Strength

# By the code of a need; a need that is not there is not met.
Strengths = Mapping[str, Strength]

# What a place may be counted by: of the others one has to ask.
SURE = frozenset({Strength.HELPED, Strength.YOURSELF})


def of_space(space: Space, needs: Iterable[Need]) -> Strengths:
    """Return how well a space meets each need that it meets; none where it lists no service."""
    offered = {service.code for service in space.services.all()}
    found = ((need.code, need.met_with(offered)) for need in needs)
    return {code: strength for code, strength in found if strength}
