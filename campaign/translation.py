"""Which of the campaign's free text is written in several languages."""

from modeltranslation.translator import TranslationOptions, register

from campaign.models import Campaign, Character, Poster
from spaces.curation.history import remember


@register(Campaign)
class CampaignTranslation(TranslationOptions):
    """A campaign's texts."""

    fields = ("title", "summary", "story", "dates_note", "plan", "figures_note")
    required_languages = {"fr": ("title",), "nl": ("title",)}


@register(Character)
class CharacterTranslation(TranslationOptions):
    """A character's texts; the name is the same in every language."""

    fields = ("situation", "before", "that_day", "now", "learned")
    required_languages = dict.fromkeys(("fr", "nl"), ("situation", "before", "that_day", "now"))


remember(Campaign)
remember(Character, lists=("needs",))
remember(Poster)
