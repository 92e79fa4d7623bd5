"""The campaign's part of the site map."""

from datetime import datetime
from functools import cached_property

from django.utils import timezone

from campaign import addresses, snapshot
from campaign.models import Campaign, Character
from campaign.snapshot import Campaigns
from spaces.models import DataVersion
from spaces.opendata.sitemaps import OurSitemap


class _CampaignSitemap(OurSitemap):
    """Pages of campaigns that have started."""

    def started(self) -> list[Campaign]:
        """Return the campaigns, the present one first."""
        return self._campaigns.started(timezone.localdate())

    @cached_property
    def _campaigns(self) -> Campaigns:
        return snapshot.current(DataVersion.current())


class CampaignSitemap(_CampaignSitemap):
    """The campaigns."""

    def items(self) -> list[Campaign]:
        """Return the campaigns, the present one first."""
        return self.started()

    def location(self, item: Campaign) -> str:
        """Return the address in the active language."""
        return addresses.of_campaign(item, self.started()[0])

    def lastmod(self, item: Campaign) -> datetime:
        """Return when the campaign last changed."""
        return item.updated_at


class CharacterSitemap(_CampaignSitemap):
    """The characters."""

    def items(self) -> list[Character]:
        """Return the characters of all campaigns."""
        return [who for campaign in self.started() for who in campaign.characters.all()]

    def location(self, item: Character) -> str:
        """Return the address in the active language."""
        return addresses.of_character(item, self.started()[0])

    def lastmod(self, item: Character) -> datetime:
        """Return when the character's story last changed."""
        return item.updated_at


SITEMAPS = {"campaigns": CampaignSitemap, "characters": CharacterSitemap}
