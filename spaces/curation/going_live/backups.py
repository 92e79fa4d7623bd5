"""Of what is lost when a disk dies: how old the last backup is, and what it does not hold."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from spaces.curation.going_live.core import Item, State, judged
from spaces.models import LastBackup, RegisterHouse

_OLDEST = timedelta(days=2)


def items(at: datetime) -> Iterator[Item]:
    """Yield the last backup, then the register of addresses."""
    last = LastBackup.latest()
    found = _("never")
    if last:
        made = date_format(localtime(last.made_at), "DATETIME_FORMAT")
        words = {"moment": made, "size": f"{last.size / 1e6:.1f}"}
        found = _("%(moment)s, %(size)s MB") % words
    yield judged(
        _("Last backup"),
        _("Let “manage.py backup” run every night, and copy its file to another machine."),
        good=last is not None and at - last.made_at <= _OLDEST,
        found=found,
    )
    yield _house_numbers()


def _house_numbers() -> Item:
    title = _("House numbers")
    if count := RegisterHouse.objects.count():
        words = _("%(count)s. No backup holds them: import them again after a restore.")
        return Item(title, State.OK, words % {"count": number_format(count, force_grouping=True)})
    how = _("Import the Region’s register of addresses: “manage.py import_addresses FILE.zip”.")
    return Item(title, State.UNKNOWN, "", how)
