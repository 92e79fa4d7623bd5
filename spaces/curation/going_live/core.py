"""What a thing that may stand between the site and the public is made of."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How a thing stands; the order is that of the page."""

    TODO = "todo", _("To do")
    UNKNOWN = "unknown", _("Not known")
    OK = "ok", _("In order")


class Item(NamedTuple):
    """A thing to look at: what it is, what was found, how to mend it and where."""

    title: str
    state: State
    found: str = ""
    mend: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        """Return what it is, with what was found."""
        if not self.found:
            return self.title
        return gettext("%(title)s: %(found)s") % {"title": self.title, "found": self.found}


class Section(NamedTuple):
    """Things that belong together, those to do first."""

    title: str
    items: list[Item]


def judged(title: str, mend: str, *, good: bool, found: str = "", address: str = "") -> Item:
    """Return a thing that is in order or to do; the way to mend it is said where it is needed."""
    if good:
        return Item(title, State.OK, found, "", address)
    return Item(title, State.TODO, found, mend, address)


def counted(title: str, count: int, mend: str, address: str) -> Item:
    """Return a thing that is in order where there are none."""
    return judged(title, mend, good=not count, found=str(count), address=address)
