"""Where people say they are: from the words to a place, in French or Dutch, typing errors and all.

`meaning` is what a text can mean; `spelling` and `names` bring words to one spelling; `entries`
brings rows together that are one place; `index` finds names; `reading` takes a text apart into a
name, a municipality and a house number; `answer` ranks; `core` puts it together; `loading` keeps
the directory's gazetteer in memory.
"""

from spaces.gazetteer.core import Gazetteer
from spaces.gazetteer.loading import current, forget, is_current, prepare, resolve, suggest
from spaces.gazetteer.meaning import (
    ADDRESS,
    MUNICIPALITY,
    SPACE,
    Meaning,
    Municipality,
    Resolution,
    Row,
)

__all__ = [
    "ADDRESS",
    "MUNICIPALITY",
    "SPACE",
    "Gazetteer",
    "Meaning",
    "Municipality",
    "Resolution",
    "Row",
    "current",
    "forget",
    "is_current",
    "prepare",
    "resolve",
    "suggest",
]
