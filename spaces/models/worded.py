"""How people ask for a thing: the words that they type or dictate, and a sentence to show."""

from django.db import models
from django.utils.translation import gettext_lazy as _

_HELP = _("What people type or say when they want this. One word or short phrase on each line.")
LONGEST = 4000  # characters for one language


def _words(label: object) -> "models.TextField[str, str]":
    return models.TextField(label, max_length=LONGEST, blank=True, help_text=_HELP)  # type: ignore[arg-type]


class Worded(models.Model):
    """Something that the search box knows by more words than its name.

    No page shows these words, so a language has its own or none: no other one stands in for it.
    """

    words_fr = _words(_("words in French"))
    words_nl = _words(_("words in Dutch"))
    words_en = _words(_("words in English"))
    words_ar = _words(_("words in Arabic"))

    class Meta:
        abstract = True

    @property
    def phrases(self) -> list[tuple[str, str]]:
        """Return each language and phrase of it."""
        return [
            (name.removeprefix("words_"), line.strip())
            for name in WORDS
            for line in getattr(self, name).splitlines()
            if line.strip()
        ]


class Requested(models.Model):
    """Something that a person asks for at a counter, in a sentence of their own."""

    request = models.CharField(
        _("request"),
        max_length=120,
        blank=True,
        help_text=_("What somebody says at the counter: “I would like help with my bank’s app.”"),
    )

    class Meta:
        abstract = True


# The columns, as a form has them.
WORDS = tuple(field.name for field in Worded._meta.fields)  # noqa: SLF001
