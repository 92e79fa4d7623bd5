"""The directory as a Django application."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_migrate,
    post_save,
    pre_save,
)
from django.utils.translation import gettext_lazy as _


class SpacesConfig(AppConfig):
    """Make every write to the directory move the data version, and every code be given once."""

    name = "spaces"
    verbose_name = _("Directory")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks, and listen to every model that pages show."""
        from spaces import checks  # noqa: F401
        from spaces.staff.rights import make_groups

        for signal in (post_save, post_delete, m2m_changed):
            signal.connect(_bump, dispatch_uid=f"spaces-version-{id(signal)}")
        pre_save.connect(_note_code, dispatch_uid="spaces-codes")
        post_migrate.connect(make_groups, dispatch_uid="spaces-groups")


def _bump(sender: Any, **_kwargs: Any) -> None:
    from spaces.models import DataVersion
    from spaces.models.base import DirectoryModel

    model = sender._meta.auto_created or sender  # noqa: SLF001  a list's rows belong to its owner
    if issubclass(model, DirectoryModel):
        DataVersion.bump(model)


def _note_code(instance: Any, raw: bool, **_kwargs: Any) -> None:
    """Write down the codes that `loaddata` brings, which passes by `save`."""
    from spaces.models.given_code import WithCode, give_codes

    if raw and isinstance(instance, WithCode):
        give_codes([instance])
