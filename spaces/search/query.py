"""What a visitor asks for, as the address of a results page says it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from spaces.directory.traits import FREE, IN_VIEW, LABELLED, OPEN, WALK_IN, Trait
from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point

NOW = "now"
# What a space is, as far as its listing says it.
KINDS = ("library",)
RADII = (500, 1000, 2000, 5000)  # metres

# Of these one can be chosen: another choice takes its place. Of the others all chosen must hold.
ONE_OF = ("need", "kind", "language", "municipality", "radius")


@dataclass(frozen=True)
class Query:
    """What a visitor asks for."""

    q: str = ""
    position: Point | None = None
    bbox: BoundingBox | None = None
    need: str = ""
    topic: str = ""  # it says what the need is about
    kind: str = ""
    line: str = ""  # of public transport: near its stops
    near: bool = False  # near the visitor, wherever that is
    service: tuple[str, ...] = ()
    label: bool = False
    open: datetime | date | str | None = None  # NOW, a day, or a moment
    part: str = ""  # of the day, which `ask` turns into a span
    until: time | date | None = None  # with a moment its end, with a day the last: any of it
    access: tuple[str, ...] = ()
    language: str = ""
    free: bool = False
    walk_in: bool = False
    municipality: str = ""
    radius: int | None = None
    to_check: bool = False  # rather those of which it is not known whether they fit
    page: int = 1

    @cached_property
    def wanted(self) -> frozenset[Trait]:
        """Return the traits that every result must have."""
        traits: set[Trait] = {("service", code) for code in self.service}
        traits |= {("access", feature) for feature in self.access}
        for name in ("need", "kind", "language", "municipality"):
            if value := getattr(self, name):
                traits.add((name, value))
        for chosen, trait in (
            (self.label, LABELLED),
            (self.free, FREE),
            (self.walk_in, WALK_IN),
            (self.open, OPEN),
            (self.bbox, IN_VIEW),
        ):
            if chosen:
                traits.add(trait)
        if self.line and (self.q or self.position):  # else the line is the place itself
            traits.add(("line", self.line))
        if self.radius:
            traits.add(("radius", str(self.radius)))
        return frozenset(traits)
