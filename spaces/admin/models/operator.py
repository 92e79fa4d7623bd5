"""Operators."""

from django.contrib import admin
from modeltranslation.admin import TranslationAdmin

from spaces.admin.shared.history import HistoryAdmin
from spaces.models import Operator


@admin.register(Operator)
class OperatorAdmin(HistoryAdmin[Operator], TranslationAdmin[Operator]):
    """Who runs spaces."""

    list_display = ("name", "website")
    folded_fields = ("name_fr", "name_nl", "name_en")
    fields = ("name", "website")
