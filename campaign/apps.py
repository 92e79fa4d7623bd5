"""The poster campaigns as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignConfig(AppConfig):
    """Bring the campaign's rights, data and checks to the directory."""

    name = "campaign"
    verbose_name = _("Campaign")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what the campaign adds."""
        from campaign.extension import CAMPAIGN
        from spaces import extensions

        extensions.register(CAMPAIGN)
