"""The staff's desk for campaigns: a module for each model."""

from campaign.admin import desk_pages  # noqa: F401  it adds them to the desk
from campaign.admin.campaign import CampaignAdmin
from campaign.admin.character import CharacterAdmin
from campaign.admin.poster import PosterAdmin
from campaign.admin.scan import ScanAdmin

__all__ = ["CampaignAdmin", "CharacterAdmin", "PosterAdmin", "ScanAdmin"]
