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
from simple_history.models import HistoricalChanges

from spaces.staff.rights import make_groups


class SpacesConfig(AppConfig):
    """Make every write to the directory move the data version, and every code be given once."""

    name = "spaces"
    verbose_name = _("Directory")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks, and listen to the directory's own models."""
        from spaces import checks  # noqa: F401

        for signal in (post_save, post_delete, m2m_changed):
            signal.connect(_bump, dispatch_uid=f"spaces-version-{id(signal)}")
        pre_save.connect(_keep_code, dispatch_uid="spaces-codes")
        post_migrate.connect(make_groups, dispatch_uid="spaces-groups")


def _bump(sender: type, **_kwargs: Any) -> None:
    from spaces.models import DataVersion, Message

    unseen = (DataVersion, Message, HistoricalChanges)  # on no public page
    if sender.__module__.startswith("spaces.") and not issubclass(sender, unseen):
        DataVersion.bump()


def _keep_code(instance: Any, raw: bool, **_kwargs: Any) -> None:
    """Write down the codes that `loaddata` brings, which passes by `save`."""
    from spaces.models.given_code import WithCode, give_codes

    if raw and isinstance(instance, WithCode):
        give_codes([instance])
