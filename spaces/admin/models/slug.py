"""The addresses that spaces have and had: to look up, not to change."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from spaces.admin.shared.base import DeskAdmin
from spaces.models import SpaceSlug


@admin.register(SpaceSlug)
class SpaceSlugAdmin(DeskAdmin[SpaceSlug]):
    """Every address; an old one leads to the present one."""

    list_display = ("slug", "space", "is_present", "since")
    list_select_related = ("space",)
    search_fields = ("slug__contains", "space__search_key__contains")

    @admin.display(description=_("present address"), boolean=True)
    def is_present(self, obj: SpaceSlug) -> bool:
        """Tell whether the space has this address now."""
        return obj.slug == obj.space.slug

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: a space's form makes its addresses."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: an address is for ever."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: an address is never used again."""
        return False
