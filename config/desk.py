"""The staff's desk as one site: who may enter it."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse


class Desk(AdminSite):
    """Django's site for staff, closed until the second factor where one is required."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Let staff in, once they have proved who they are."""
        user: Any = request.user
        proved = not settings.ADMIN_REQUIRE_OTP or user.is_verified()
        return super().has_permission(request) and proved

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Tell every page whether there is a second factor."""
        return super().each_context(request) | {"second_factor": settings.ADMIN_REQUIRE_OTP}

    def get_urls(self) -> list[Any]:
        """Let people sign out before the second factor, too."""
        return [path("logout/", self.leave, name="logout"), *super().get_urls()]

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask for the password; of whoever gave it, for the second factor."""
        if request.method == "GET" and self._gave_password(request):
            onward = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index")
            query = {REDIRECT_FIELD_NAME: onward}
            return HttpResponseRedirect(reverse("second_factor", query=query))
        return super().login(request, extra_context)

    def leave(self, request: HttpRequest) -> HttpResponse:
        """Sign out whoever is signed in, if only by the password."""
        if self._gave_password(request):
            return self.logout(request)
        return self.admin_view(self.logout)(request)

    def _gave_password(self, request: HttpRequest) -> bool:
        """Tell whether the second factor alone is missing."""
        return super().has_permission(request) and not self.has_permission(request)
