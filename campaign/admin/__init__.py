"""The staff's desk for campaigns: a module for each model."""

from campaign.admin.campaign import CampaignAdmin
from campaign.admin.character import CharacterAdmin

__all__ = ["CampaignAdmin", "CharacterAdmin"]
