"""What can be done with several spaces at once. Each is checked and saved as its form does."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spaces.admin.pages import several
from spaces.models import DataVersion, Space

NOT_DELETED = gettext_lazy(
    "A space that the public knows is closed, not deleted: set its status to “closed for good”. "
    "Its page then says so, and its code leads to the nearest spaces."
)


@admin.action(description=gettext_lazy("Publish the selected spaces"), permissions=["curate"])
def publish(desk: Any, request: HttpRequest, chosen: QuerySet[Space]) -> None:
    """Publish the spaces."""
    done = _change_each(desk, request, chosen, {"status": Space.Status.PUBLISHED})
    _say(
        desk,
        request,
        ngettext("%(count)d space is now published.", "%(count)d spaces are now published.", done),
        done,
    )


@admin.action(
    description=gettext_lazy("Set the selected spaces back to draft"), permissions=["curate"]
)
def set_to_draft(desk: Any, request: HttpRequest, chosen: QuerySet[Space]) -> None:
    """Take the spaces off the site."""
    done = _change_each(desk, request, chosen, {"status": Space.Status.DRAFT})
    _say(
        desk,
        request,
        ngettext("%(count)d space is now a draft.", "%(count)d spaces are now drafts.", done),
        done,
    )


@admin.action(
    description=gettext_lazy("Mark the selected spaces as checked by the Region today"),
    permissions=["curate"],
)
def mark_as_checked(desk: Any, request: HttpRequest, chosen: QuerySet[Space]) -> None:
    """Date the check of the listings; say which ones still have invented parts."""
    check = {"checked_on": timezone.localdate(), "checked_by": Space.Checker.REGION}
    done = _change_each(desk, request, chosen, check)
    _say(
        desk,
        request,
        ngettext(
            "%(count)d space is marked as checked today.",
            "%(count)d spaces are marked as checked today.",
            done,
        ),
        done,
    )
    invented = sum(space.is_sample or bool(space.sample_fields) for space in chosen)
    if invented:
        still = ngettext(
            "%(count)d of them still shows something invented: replace it.",
            "%(count)d of them still show something invented: replace it.",
            invented,
        )
        desk.message_user(request, still % {"count": invented}, messages.WARNING)


@admin.action(
    description=gettext_lazy("Close the selected spaces for some days"), permissions=["close"]
)
def close_for_some_days(
    desk: Any, request: HttpRequest, chosen: QuerySet[Space]
) -> HttpResponseBase:
    """Ask for the days, and why."""
    codes = ",".join(chosen.values_list("code", flat=True))
    return several.page(request, several.form_for(request, initial={"chosen": codes}))


@DataVersion.held()
def _change_each(
    desk: Any, request: HttpRequest, chosen: QuerySet[Space], values: dict[str, Any]
) -> int:
    """Give each space these values; return how many took them, name those that did not.

    The spaces are read here, where nobody else changes them any more.
    """
    done = 0
    for space in chosen:
        for field, value in values.items():
            setattr(space, field, value)
        try:
            space.clean_fields()  # the database itself holds the constraints
            space.clean()
        except ValidationError as error:
            words = {"space": space, "why": " ".join(error.messages)}
            refused = _("“%(space)s” was not changed. %(why)s") % words
            desk.message_user(request, refused, messages.ERROR)
            continue
        space.save()
        desk.log_change(request, space, [{"changed": {"fields": _names(desk, values)}}])
        done += 1
    return done


def _names(desk: Any, fields: Iterable[str]) -> list[str]:
    """Return the fields' names in the source language, as Django's own log has them."""
    with translation.override(None):
        return [capfirst(str(desk.opts.get_field(field).verbose_name)) for field in fields]


def _say(desk: Any, request: HttpRequest, sentence: str, count: int) -> None:
    level = messages.SUCCESS if count else messages.WARNING
    desk.message_user(request, sentence % {"count": count}, level)
