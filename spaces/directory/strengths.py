"""How well a space meets a need, as far as its listing says: the best of what it offers for it."""

from collections.abc import Collection, Iterable, Mapping

from spaces.models import Need, Space, Strength

# By the code of a need; a need that is not there is not met.
Strengths = Mapping[str, Strength]

# What a place may be counted by: of the others one has to ask.
SURE = frozenset({Strength.HELPED, Strength.YOURSELF})


def of_space(space: Space, needs: Iterable[Need]) -> Strengths:
    """Return how well a space meets each need that it meets; none where it lists no service."""
    offered = {service.code for service in space.services.all()}
    found = ((need.code, _best(need, offered)) for need in needs)
    return {code: strength for code, strength in found if strength}


def best_of(need: Need) -> Strength:
    """Return how well a need is met where it is met best."""
    return _strongest(met.strength for met in need.met_by.all()) or Strength.ASK


def _best(need: Need, offered: Collection[str]) -> Strength | None:
    return _strongest(met.strength for met in need.met_by.all() if met.service.code in offered)


def _strongest(strengths: Iterable[str]) -> Strength | None:
    found = set(strengths)
    return next((strength for strength in Strength if strength in found), None)
