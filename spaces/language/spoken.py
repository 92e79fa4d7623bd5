"""The languages that people speak in a space: ISO 639-1 codes and names."""

from django.utils.translation import gettext_lazy as _

SPOKEN_LANGUAGES = {
    "fr": _("French"),
    "nl": _("Dutch"),
    "en": _("English"),
    "ar": _("Arabic"),
    "tr": _("Turkish"),
    "es": _("Spanish"),
    "pt": _("Portuguese"),
    "it": _("Italian"),
    "de": _("German"),
    "pl": _("Polish"),
    "ro": _("Romanian"),
    "bg": _("Bulgarian"),
    "sq": _("Albanian"),
    "uk": _("Ukrainian"),
    "ru": _("Russian"),
    "fa": _("Persian"),
    "ps": _("Pashto"),
    "ur": _("Urdu"),
    "so": _("Somali"),
    "sw": _("Swahili"),
    "ln": _("Lingala"),
}
