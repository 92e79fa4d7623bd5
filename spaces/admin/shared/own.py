"""What a space's own manager sees at the desk: their spaces and what hangs on them, no more."""

from typing import Any, TypeVar

from django import forms
from django.db.models import ForeignKey, Model, QuerySet
from django.http import HttpRequest

from spaces.admin.shared.base import DeskAdmin
from spaces.models import Space

M = TypeVar("M", bound=Model)


def may_see_all(request: HttpRequest) -> bool:
    """Tell whether this person answers for every space, not for their own alone."""
    return request.user.has_perm("spaces.view_every_space")


class OwnSpacesAdmin(DeskAdmin[M]):
    """A model's pages, which hold only what is of one's own spaces unless one may see all.

    Another space's row is not found, by its address neither, and no list offers it.
    """

    managers = "space__managers"  # the way to those who manage a row

    def get_queryset(self, request: HttpRequest) -> QuerySet[M]:
        """Return the rows that this person may see."""
        rows = super().get_queryset(request)
        return rows if may_see_all(request) else rows.filter(**{self.managers: request.user})

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:  # type: ignore[type-arg]  # generic in the stubs only
        """Return the input; one for a space offers, and takes, only what may be seen."""
        if db_field.related_model is Space and not may_see_all(request):
            kwargs["queryset"] = Space.objects.filter(managers=request.user)  # type: ignore[misc]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
