"""Of the people at the desk: whom no mail reaches, and the demonstration's administrator."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from spaces.curation.going_live.core import Item, counted
from spaces.staff.addresses import of_list

_DEMONSTRATION = "admin"  # whom `make run` makes, with a password on the screen


def items() -> Iterator[Item]:
    """Yield what the accounts of staff lack."""
    counts = User.objects.filter(is_active=True, is_staff=True).aggregate(
        unreached=Count("pk", filter=Q(email="")),
        demonstration=Count("pk", filter=Q(username=_DEMONSTRATION)),
    )
    staff = [("is_active__exact", "1"), ("is_staff__exact", "1")]
    yield counted(
        _("Staff without an e-mail address"),
        counts["unreached"],
        _("Write their address: what waits is mailed to them."),
        of_list("auth_user", *staff, ("email__exact", "")),
    )
    yield counted(
        _("The demonstration’s administrator, “admin”"),
        counts["demonstration"],
        _("Give each person an account of their own, then delete this one."),
        of_list("auth_user", *staff, ("username__exact", _DEMONSTRATION)),
    )
