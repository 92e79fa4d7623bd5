"""The campaign's tables, a module each, the QuerySet above its model."""

from campaign.models.campaign import Campaign
from campaign.models.character import Character

__all__ = ["Campaign", "Character"]
