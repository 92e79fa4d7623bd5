"""What another application of this site adds to the directory; it registers that when it starts.

The directory names no other application: whoever stands on it brings along the rights of its
groups, its data, the codes that it prints, and what must be mended before the site goes live.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spaces.curation.going_live.core import Item

Rights = Mapping[str, str]  # “application.model” → what may be done, see `spaces.staff.rights`


class Chapter(NamedTuple):
    """A page of the handbook, whose template has its name: its title, and whose work it tells."""

    title: Any
    permission: str


@dataclass(frozen=True)
class Extension:
    """An application, by its label, and what it brings along."""

    label: str
    groups: Mapping[str, Rights] = field(default_factory=dict)
    fixtures: tuple[str, ...] = ()  # in the order in which they point at each other
    late_fixtures: Mapping[str, str] = field(default_factory=dict)  # see `manage.py seed`
    chapters: Mapping[str, Chapter] = field(default_factory=dict)  # of the handbook, by their name
    samples: Callable[[], Iterable["Item"]] = tuple  # the examples that are left, for going live
    # From a text and the data version to where the code leads that the text is, '' for none.
    address_of_code: Callable[[str, int], str] = lambda _text, _version: ""


_registered: dict[str, Extension] = {}


def register(extension: Extension) -> None:
    """Add an application; once for each label."""
    _registered[extension.label] = extension


def registered() -> tuple[Extension, ...]:
    """Return the applications that stand on the directory."""
    return tuple(_registered.values())


def address_of_code(text: str, version: int) -> str:
    """Return where the code leads that the text is, at a data version; '' where it is none."""
    found = (extension.address_of_code(text, version) for extension in registered())
    return next(filter(None, found), "")
