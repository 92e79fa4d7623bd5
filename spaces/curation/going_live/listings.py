"""Of the listings: what is invented, what nobody checked, what is not written in every language."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from spaces import extensions
from spaces.curation import quality
from spaces.curation.going_live.core import Item, counted
from spaces.models import Closure, Course, Space
from spaces.models.course import is_to_come
from spaces.staff.addresses import of_list

_SAMPLE = Space.Provenance.SAMPLE
_REAL = [kind for kind in Space.Provenance if kind != _SAMPLE]
_NOT_CLOSED = [Space.Status.DRAFT, Space.Status.PUBLISHED]


def samples(today: date) -> Iterator[Item]:
    """Yield how much is left of each kind of example."""
    counts = Space.objects.filter(status__in=_NOT_CLOSED).aggregate(
        spaces=Count("pk", filter=Q(provenance=_SAMPLE)),
        cells=Count("pk", filter=Q(provenance__in=_REAL) & ~quality.REAL),
    )
    not_closed = ("status__in", ",".join(_NOT_CLOSED))
    yield counted(
        _("Invented spaces"),
        counts["spaces"],
        _(
            "Import the Region’s own list (“manage.py import_spaces FILE --replace-samples”), or "
            "close them for good."
        ),
        of_list("spaces_space", ("provenance__exact", _SAMPLE), not_closed),
    )
    yield counted(
        _("Real spaces with invented parts"),
        counts["cells"],
        _("Ask the space, then write the real hours and the real point."),
        of_list(
            "spaces_space", ("provenance__in", ",".join(_REAL)), ("invented", "any"), not_closed
        ),
    )
    yield counted(
        _("Invented courses"),
        Course.objects.filter(is_to_come(today), is_sample=True).count(),
        _("Delete them. Add the real ones, or import them."),
        of_list("spaces_course", ("is_sample__exact", "1"), ("to_come", "yes")),
    )
    yield counted(
        _("Closures of invented spaces"),
        Closure.objects.filter(last_day__gte=today, space__provenance=_SAMPLE).count(),
        _("Delete them."),
        of_list("spaces_closure", ("over", "no"), ("space__provenance__exact", _SAMPLE)),
    )
    for extension in extensions.registered():
        yield from extension.samples()


def listings(today: date) -> Iterator[Item]:
    """Yield what the published spaces lack."""
    written = quality.BY_CODE["texts"].condition(today)
    counts = Space.objects.filter(status=Space.Status.PUBLISHED).aggregate(
        all=Count("pk"),
        unchecked=Count("pk", filter=Q(checked_on__isnull=True)),
        unwritten=Count("pk", filter=~written),
    )
    published = ("status__exact", Space.Status.PUBLISHED)
    yield counted(
        _("Published spaces that nobody ever checked"),
        counts["unchecked"],
        _("Ask the space whether all is still right, then write the date under “checked on”."),
        of_list("spaces_space", published, ("checked", "no")),
    )
    yield counted(
        _("Published spaces without all texts in French, Dutch and English"),
        counts["unwritten"],
        _("Write the name and the description in French, Dutch and English."),
        of_list("spaces_space", published, ("missing", "texts")),
    )
