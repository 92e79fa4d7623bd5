"""The people who work at the desk: Django's own pages, and the second factor's removal."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_otp.plugins.otp_totp.models import TOTPDevice

from spaces.staff import second_factor


@admin.action(
    description=gettext_lazy("Remove the second factor of the selected people"),
    permissions=["change"],
)
def remove_second_factor(desk: Any, request: HttpRequest, chosen: QuerySet[User]) -> None:
    """Take it away from people who lost their phone: they set up another when they sign in."""
    own: Any = request.user.pk
    if chosen.filter(pk=own).exists():
        words = _("You change your own under “My second factor”.")
        desk.message_user(request, words, messages.WARNING)
    removed = [user for user in chosen.exclude(pk=own) if second_factor.remove(user)]
    for user in removed:
        desk.log_change(request, user, "Second factor removed.")
    words = ngettext(
        "The second factor of %(count)d person is removed.",
        "The second factor of %(count)d people is removed.",
        len(removed),
    )
    level = messages.SUCCESS if removed else messages.WARNING
    desk.message_user(request, words % {"count": len(removed)}, level)


admin.site.unregister(User)


@admin.register(User)
class PersonAdmin(UserAdmin[User]):
    """Django's pages of users; who has a second factor is seen, its secret never."""

    actions = (remove_second_factor,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Look up who has a second factor."""
        device = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        return super().get_queryset(request).annotate(has_device=Exists(device))

    def get_list_display(self, request: HttpRequest) -> Any:
        """Show who has a second factor, where one is required."""
        more = ["second_factor"] if settings.ADMIN_REQUIRE_OTP else []
        return [*super().get_list_display(request), *more]

    def get_actions(self, request: HttpRequest) -> Any:
        """Offer to remove it, where one is required."""
        actions = super().get_actions(request)
        if not settings.ADMIN_REQUIRE_OTP:
            actions.pop("remove_second_factor", None)
        return actions

    @admin.display(description=gettext_lazy("second factor"), boolean=True)
    def second_factor(self, user: Any) -> bool:
        """Tell whether this person has one."""
        return bool(user.has_device)
