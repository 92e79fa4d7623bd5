"""What the list of spaces says of each, and what its form says of it beside the inputs."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.models import Space
from spaces.wording.sentences import tagged


def address_on_site(space: Space) -> str | None:
    """Return the address of the page, None where the public sees none."""
    hidden = space.is_sample and settings.SAMPLE_DATA == "hide"
    if space.status == Space.Status.DRAFT or hidden:
        return None
    return space.get_absolute_url()


@admin.display(description=gettext_lazy("name"), ordering="search_key")
def list_name(space: Space) -> str:
    """Return the name, sorted without regard to accents."""
    return space.name


@admin.display(description=gettext_lazy("quality"), ordering="quality")
def score(space: Any) -> str:
    """Return the score, out of a hundred."""
    return f"{space.quality}/100"


@admin.display(description=gettext_lazy("hours now"))
def hours_now(space: Space) -> str:
    """Return whether the space is open now."""
    if space.hours is None:
        return _("not known")
    sentence = space.hours.state(timezone.now()).sentence
    if space.has_sample_hours:
        return _("Example: %(sentence)s") % {"sentence": sentence}
    return tagged(space, sentence)


@admin.display(description=gettext_lazy("page"))
def page(space: Space) -> str:
    """Return a link to the page on the site, where there is one."""
    address = address_on_site(space)
    if address is None:
        return "–"
    label = _("See %(name)s on the site") % {"name": space.name}
    return format_html('<a href="{}" aria-label="{}">{}</a>', address, label, _("See"))


@admin.display(description=gettext_lazy("courses"))
def courses_here(space: Space) -> str:
    """Return links to the space's courses, and to a new one."""
    if space._state.adding:  # noqa: SLF001
        return "–"
    courses, new = reverse("admin:spaces_course_changelist"), reverse("admin:spaces_course_add")
    return format_html(
        '<a href="{}?space__id__exact={}">{}</a> · <a href="{}?space={}">{}</a>',
        *(courses, space.pk, _("See its courses"), new, space.pk, _("Add a course")),
    )
