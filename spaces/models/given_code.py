"""The codes that spaces and posters have and had: one space of codes, none given twice."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models import codes
from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedQuerySet


class GivenCode(models.Model):
    """A code and the UUID of what has it; it stays when that is deleted."""

    code = models.CharField(_("short code"), max_length=codes.LENGTH, primary_key=True)
    holder = models.UUIDField(_("holder"))

    class Meta:
        verbose_name = _("given code")
        verbose_name_plural = _("given codes")

    def __str__(self) -> str:
        return self.code


class CodedQuerySet(VersionedQuerySet):
    """A QuerySet of things with a code."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Create the rows as Django does, each with a code of its own."""
        things = list(objs)
        give_codes(things)
        return super().bulk_create(things, *args, **kwargs)


class WithCode(DirectoryModel):
    """Something whose code may be printed: permanent, and of nothing else, ever."""

    code = models.CharField(
        _("short code"),
        max_length=codes.LENGTH,
        unique=True,
        default=codes.make,
        editable=False,
        validators=[RegexValidator(codes.PATTERN)],
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, a new row with a code that nothing else has or had."""
        if self._state.adding:
            give_codes([self])
        super().save(*args, **kwargs)


def give_codes(things: Iterable[WithCode]) -> None:
    """Write down the code of each thing; draw another one where something else has or had it."""
    waiting = list(things)
    for thing in waiting:
        thing.pk = thing.pk or uuid.uuid4()  # the admin's inlines take it away from a new row
    while waiting:
        rows = [GivenCode(code=thing.code, holder=thing.pk) for thing in waiting]
        GivenCode.objects.bulk_create(rows, ignore_conflicts=True)
        given = GivenCode.objects.filter(code__in=[thing.code for thing in waiting])
        holders = dict(given.values_list("code", "holder"))
        waiting = [thing for thing in waiting if holders[thing.code] != thing.pk]
        for thing in waiting:
            thing.code = codes.make()
