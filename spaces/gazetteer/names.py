"""A place's name, taken apart into what a search compares."""

from functools import cached_property, lru_cache
from itertools import zip_longest

from spaces.gazetteer.elsewhere import is_elsewhere
from spaces.gazetteer.spelling import (
    LINKS,
    TYPES,
    content,
    is_linked,
    key,
    vocabulary,
    without_type,
    words,
)

# A road that bears the name of the town that it leads to, whatever the article: Chaussée de la
# Hulpe, Route de Lennik.
_ROADS_TO_TOWNS = vocabulary("chaussee route")
# These words are in many names of one sort, so that none of them says which place is meant.
_TOO_COMMON = TYPES | vocabulary(
    "st bibliotheek bibliotheque centrum cpas digital digitale epn espace exemple maison ocmw ocr "
    "openbare ruimte voorbeeld"
)


class Name:
    """One name of a place.

    Part of a name can be enough: “Brugmann” for the avenue. Not so the word after a bare “de”,
    which names something else: “Gand” is not the Chaussée de Gand, nor “Namur” the Porte de Namur.
    The words that are enough are the heads.
    """

    def __init__(self, text: str) -> None:
        self.words = words(text)

    @cached_property
    def full(self) -> str:
        """Return all words, run together."""
        return key(self.words)

    @cached_property
    def short(self) -> str:
        """Return the words but links, run together."""
        return "".join(self.content)

    @cached_property
    def bare(self) -> str:
        """Return the name without “Avenue”, “Gare”, “straat”, …; empty where that names a town."""
        rest = without_type(self.content)
        if all(word in TYPES or word.isdecimal() for word in rest) or is_elsewhere(rest):
            return ""
        return "".join(rest)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """Return the words but links."""
        return content(self.words)

    @cached_property
    def is_linked(self) -> bool:
        """Tell whether there is a link between its words."""
        return is_linked(self.words)

    @cached_property
    def heads(self) -> frozenset[str]:
        """Return the words of which one is enough."""
        said_of = _TOO_COMMON | self._after_bare_de
        return frozenset(w for w in self.content if w not in said_of and not w.isdecimal())

    @cached_property
    def _after_bare_de(self) -> set[str]:
        keys = [word.key for word in self.words]
        leads_to_town = keys[0] in _ROADS_TO_TOWNS
        after: set[str] = set()
        bare_de = False
        for word, following in zip_longest(keys[1:], keys[2:]):
            if word in {"de", "d", "van"}:
                bare_de = leads_to_town or following not in {"la", "l"}
            elif word in LINKS:
                bare_de = bare_de and leads_to_town
            elif bare_de:
                after.add(word)
        return after


@lru_cache(maxsize=64)
def named(text: str) -> Name:
    """Return a name taken apart; once where rows that follow each other share it."""
    return Name(text)
