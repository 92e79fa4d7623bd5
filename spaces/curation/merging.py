"""Two listings of one space: find them, keep one, or remember that they are two."""

from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from config.languages import CONTENT_LANGUAGES
from spaces.curation.duplicates import Entry, Reason, suspects
from spaces.language.folding import fold
from spaces.models import DataVersion, DistinctPair, Space, SpaceContact

_COMPARED = (
    *(f"{text}_{language}" for text in ("name", "street") for language in CONTENT_LANGUAGES),
    *("house_number", "postal_code", "municipality", "phone"),
    *("provenance", "sample_fields", "latitude", "longitude"),
)


class Suspects(NamedTuple):
    """The keys of two spaces that may be one, and why."""

    first: UUID
    second: UUID
    reasons: tuple[Reason, ...]


def suspected() -> list[Suspects]:
    """Return the pairs to look at: none that is closed, invented or set apart.

    All are compared once for each version of the data: three queries, else two.
    """
    apart = {frozenset(pair) for pair in DistinctPair.objects.values_list("first", "second")}
    pairs = _compared(DataVersion.current())
    return [pair for pair in pairs if frozenset((pair.first, pair.second)) not in apart]


@lru_cache(maxsize=1)
def _compared(_version: int) -> list[Suspects]:
    spaces = list(
        Space.objects.exclude(status=Space.Status.CLOSED)
        .exclude(provenance=Space.Provenance.SAMPLE)
        .order_by("created_at", "pk")
        .only(*_COMPARED)
    )
    return [
        Suspects(spaces[pair.first].pk, spaces[pair.second].pk, pair.reasons)
        for pair in suspects(map(entry_of, spaces))
    ]


def entry_of(space: Space) -> Entry:
    """Return what is compared of a space; an invented point is none."""
    names, streets = _folded(space, "name"), _folded(space, "street")
    ending = f"{fold(space.house_number)} {space.postal_code}"
    return Entry(
        names,
        space.municipality_id,
        space.phone,
        tuple(f"{street} {ending}" for street in streets if space.house_number),
        space.real_point,
    )


@DataVersion.held()
def merge(remaining: Space, other: Space) -> None:
    """Close the other space for good: its addresses, code and courses become those of the kept.

    So do its managers, what they were asked, and what visitors and they wrote about it.
    Raise ValidationError, with a sentence, where the kept one is not on the site or the other is
    closed already.
    """
    held = Space.objects.select_for_update().in_bulk([remaining.pk, other.pk])
    if len(held) != 2 or held[other.pk].status == Space.Status.CLOSED:
        raise ValidationError(_("Somebody has changed this pair meanwhile. Nothing was done."))
    remaining, other = held[remaining.pk], held[other.pk]
    if remaining.status != Space.Status.PUBLISHED:
        raise ValidationError(
            _("“%(name)s” is not on the site: publish it first, then keep it.")
            % {"name": remaining}
        )
    for course in other.courses.all():
        course.space = remaining
        course.save()
    remaining.managers.add(*other.managers.all())
    for messages in (other.reports, other.proposals):
        messages.update(space=remaining)
    if not SpaceContact.objects.filter(space=remaining).exists():
        SpaceContact.objects.filter(space=other).update(space=remaining)
    for space in [*other.replaced.all(), other]:
        space.status = Space.Status.CLOSED
        space.replaced_by = remaining
        space._change_reason = _("The same space as %(code)s") % {"code": remaining.code}  # type: ignore[attr-defined]  # noqa: SLF001
        space.save()


def set_apart(one: Space, other: Space) -> None:
    """Remember that two spaces are not the same."""
    first, second = sorted((one, other), key=lambda space: space.pk)
    DistinctPair.objects.get_or_create(first=first, second=second)


def _folded(space: Space, field: str) -> tuple[str, ...]:
    texts = (getattr(space, f"{field}_{language}") for language in CONTENT_LANGUAGES)
    return tuple(dict.fromkeys(fold(text) for text in texts if text))
