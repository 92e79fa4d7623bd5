"""What a manager's proposal would change, and how it is applied."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from spaces.hours.opening import HoursError, parse
from spaces.hours.usual import usual_hours
from spaces.language import phones
from spaces.models import Closure, DataVersion, Proposal, Space


class Change(NamedTuple):
    """A part that would change: its label, what it says now, and then."""

    label: str
    now: str
    then: str


def changes(proposal: Proposal, today: date) -> list[Change]:
    """Compare a proposal with the space as it is now; hours are said in words, and as stored."""
    space = proposal.space
    phone = phones.read(proposal.phone) or proposal.phone
    found = []
    if proposal.opening_hours and proposal.opening_hours != space.opening_hours:
        now, then = (_hours(text, today) for text in (space.opening_hours, proposal.opening_hours))
        found.append(Change(_("opening hours"), now, then))
    if phone and phone != space.phone:
        found.append(Change(_("phone"), space.phone or "–", phones.display(phone)))
    if proposal.closed_from and proposal.closed_until:
        days = (proposal.closed_from, proposal.closed_until)
        then = " – ".join(formats.date_format(day, "SHORT_DATE_FORMAT") for day in days)
        found.append(Change(_("closure"), "–", then))
    return found


def _hours(text: str | None, today: date) -> str:
    """Return stored hours as a week in words, then as they are stored: words leave holidays out."""
    if not text:
        return "–"
    try:
        lines = usual_hours(parse(text), today)
    except HoursError:
        return text
    return f"{'; '.join(lines)} [{text}]"


@DataVersion.held()
def apply(proposal: Proposal, by: Any, at: datetime) -> None:
    """Give the space what its manager proposes; raise ValidationError where that is refused.

    Hours that are given in words alone are: the listing would pass for checked with the old ones.
    """
    if proposal.hours_in_words and not proposal.opening_hours:
        raise ValidationError(
            _("The manager gave the hours in words. Write them in the table, then apply.")
        )
    if not proposal.decide(Proposal.Status.DONE, by, at):
        raise ValidationError(_("Somebody has decided on this already."))
    space = Space.objects.select_for_update().get(pk=proposal.space_id)
    changed = set()
    for field in ("opening_hours", "phone"):
        value = getattr(proposal, field)
        if value and value != getattr(space, field):
            setattr(space, field, value)
            changed.add(field)
    if "opening_hours" in changed:
        space.hours_of = Space.HoursOf.SPACE
    space.mark_real(changed)
    seen_on = timezone.localdate(proposal.created_at)
    if space.checked_on is None or space.checked_on <= seen_on:
        space.checked_on, space.checked_by = seen_on, Space.Checker.SPACE
    space.full_clean()
    space._change_reason = _("Proposed by the manager")  # type: ignore[attr-defined]  # noqa: SLF001
    space.save()
    if proposal.closed_from and proposal.closed_until:
        closure = Closure(
            space=space, first_day=proposal.closed_from, last_day=proposal.closed_until
        )
        closure.full_clean()
        closure.save()
