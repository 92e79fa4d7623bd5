"""Pages that staff write: about the site, questions, accessibility, privacy, legal notice."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager


class TextPage(DirectoryModel):
    """A page of text: each kind has one, at an address of its own in every language.

    Its Arabic stands in columns declared here: listings have none, so modeltranslation makes none.
    """

    class Kind(models.TextChoices):
        """The pages there are; each value names a route and its segment in `config.languages`."""

        ABOUT = "about", _("About this site")
        QUESTIONS = "questions", _("Questions and answers")
        ACCESSIBILITY = "accessibility", _("Accessibility")
        PRIVACY = "privacy", _("Your privacy")
        LEGAL = "legal", _("Legal notice")

    kind = models.CharField(_("page"), max_length=20, choices=Kind, unique=True)
    title = models.CharField(_("title"), max_length=120)
    title_ar = models.CharField(_("title [ar]"), max_length=120, blank=True)
    body = models.TextField(
        _("text"),
        help_text=_(
            "An empty line begins a paragraph. “## ” before a line makes a heading, “### ” a "
            "smaller one, “- ” a list. **Bold**. A link: [words](https://…). “> ” before a line "
            "puts it in a box."
        ),
    )
    body_ar = models.TextField(_("text [ar]"), blank=True)
    checked_on = models.DateField(
        _("last checked on"),
        null=True,
        blank=True,
        help_text=_(
            "When somebody last read the page and found it true. The accessibility statement "
            "must say when the site was last tested."
        ),
    )
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")
        ordering = ["kind"]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        """Return the address in the active language."""
        return reverse(self.kind)
