"""Where a campaign and its characters stand: the present one without its year."""

from django.urls import reverse

from campaign.models import Campaign, Character


def of_campaign(campaign: Campaign, present: Campaign | None, ending: str = "") -> str:
    """Return the address of a campaign's page, or of its `easy` twin, in the reader's language."""
    end = f"_{ending}" if ending else ""
    if campaign == present:
        return reverse(f"campaign{end}")
    return reverse(f"campaign_of_year{end}", args=[campaign.year])


def of_character(character: Character, present: Campaign | None, ending: str = "") -> str:
    """Return the address of a character's page, or of its `easy` twin."""
    end = f"_{ending}" if ending else ""
    if present and character.campaign_id == present.pk:
        return reverse(f"character{end}", args=[character.slug])
    return reverse(f"character_of_year{end}", args=[character.campaign.year, character.slug])
