"""The poster campaigns as a Django application."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils.translation import gettext_lazy as _

# Whose rows public pages show: a write there ends the life of what is cached.
SHOWN = {
    "campaign.models.campaign",
    "campaign.models.character",
    "campaign.models.poster",
}


class CampaignConfig(AppConfig):
    """Make every write to what the public sees of a campaign move the data version."""

    name = "campaign"
    verbose_name = _("Campaign")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the campaign's own models."""
        for signal in (post_save, post_delete, m2m_changed):
            signal.connect(_bump, dispatch_uid=f"campaign-version-{id(signal)}")


def _bump(sender: type, **_kwargs: Any) -> None:
    from spaces.models import DataVersion

    if sender.__module__ in SHOWN:
        DataVersion.bump()
