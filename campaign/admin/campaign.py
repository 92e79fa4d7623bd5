"""Campaigns."""

from typing import Any, ClassVar

from django.contrib import admin

from campaign.models import Campaign
from spaces.admin.shared.translated import TranslatedAdmin, fieldsets


@admin.register(Campaign)
class CampaignAdmin(TranslatedAdmin[Campaign]):
    """A campaign: its dates, the figures of its time, its words."""

    translated_field = "title"
    list_display = ("title", "year", "starts", "ends", "written_in")
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("year", ("starts", "ends"), "sources")}),
        (
            None,
            {"fields": (("weak_skills", "no_skills"), ("about_spaces", "labelled_spaces"))},
        ),
        *fieldsets(Campaign, "title", "summary", "story", "dates_note", "plan", "figures_note"),
    )
