"""The staff's desk for campaigns: a module for each model."""

from campaign.admin.campaign import CampaignAdmin
from campaign.admin.character import CharacterAdmin
from campaign.admin.poster import PosterAdmin

__all__ = ["CampaignAdmin", "CharacterAdmin", "PosterAdmin"]
