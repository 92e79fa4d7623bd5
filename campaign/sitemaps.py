"""The campaign's part of the site map."""

from datetime import date

from django.utils import timezone

from campaign import addresses, snapshot
from campaign.models import Campaign, Character
from spaces.models import DataVersion
from spaces.sitemaps import OurSitemap


class _CampaignSitemap(OurSitemap):
    """Pages of campaigns that have started."""

    def started(self) -> list[Campaign]:
        """Return the campaigns, the present one first."""
        return snapshot.current(DataVersion.current()).started(self.today())

    def today(self) -> date:
        """Return the day on which the map is asked for."""
        return timezone.localdate()


class CampaignSitemap(_CampaignSitemap):
    """The campaigns."""

    def items(self) -> list[Campaign]:
        """Return the campaigns, the present one first."""
        return self.started()

    def location(self, item: Campaign) -> str:
        """Return the address in the active language."""
        return addresses.of_campaign(item, self.started()[0])


class CharacterSitemap(_CampaignSitemap):
    """The characters, and their pages in easy words."""

    def items(self) -> list[tuple[Character, str]]:
        """Return each character with each kind of page."""
        return [
            (character, ending)
            for campaign in self.started()
            for character in campaign.characters.all()
            for ending in ("", "easy")
        ]

    def location(self, item: tuple[Character, str]) -> str:
        """Return the address in the active language."""
        character, ending = item
        return addresses.of_character(character, self.started()[0], ending)


SITEMAPS = {"campaigns": CampaignSitemap, "characters": CharacterSitemap}
