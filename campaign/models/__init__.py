"""The campaign's tables, a module each, the QuerySet above its model."""

from campaign.models.campaign import Campaign
from campaign.models.character import Character
from campaign.models.poster import Poster
from campaign.models.scan import Scan

__all__ = ["Campaign", "Character", "Poster", "Scan"]
