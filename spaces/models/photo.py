"""The photo of a space's door, and the words for those who do not see it."""

import secrets
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from spaces.models import drawn_photos


def file_name(_space: models.Model, _given: str) -> str:
    """Return a name that says nothing and that nobody guesses."""
    return f"photos/{secrets.token_hex(16)}.jpg"


class _DrawnAnew(ContentFile):  # type: ignore[type-arg]  # generic in the stubs only
    """A photo that was checked, and holds nothing but its picture."""


class WithPhoto(models.Model):
    """A photo of the door: whatever is uploaded is drawn anew before it is stored."""

    photo = models.FileField(
        _("photo of the door"),
        upload_to=file_name,
        blank=True,
        help_text=_("As one sees it from the street. JPEG, PNG or WebP, 8 MB at most. No faces."),
    )
    photo_alt = models.CharField(
        _("what the photo shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who do not see it: “A blue door, two steps, a bell on the left.”"),
    )
    photo_width = models.PositiveSmallIntegerField(null=True, editable=False)
    photo_height = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let the file of a photo go that is replaced or taken away."""
        self._draw_anew()
        stored = type(self)._default_manager.filter(pk=self.pk).values_list("photo", flat=True)  # noqa: SLF001
        before = stored.first()
        super().save(*args, **kwargs)
        if before and before != self.photo.name:
            transaction.on_commit(partial(self.photo.storage.delete, before))

    @property
    def photo_url(self) -> str:
        """Return the public address of the photo, '' if there is none."""
        return str(self.photo.url) if self.photo else ""

    def clean_photo(self, errors: dict[str, Any]) -> None:
        """Refuse a file that is no photo, and a photo without words in French and Dutch."""
        try:
            self._draw_anew()
        except ValidationError as error:
            errors.update(error.message_dict)
        for name in ("photo_alt_fr", "photo_alt_nl"):
            if self.photo and not (getattr(self, name) or "").strip():
                errors[name] = _("Say what the photo shows.")

    def _draw_anew(self) -> None:
        """Put the picture alone in the place of a file that was uploaded."""
        if not self.photo:
            self.photo_width = self.photo_height = None
        elif not self._is_stored() and not isinstance(self.photo.file, _DrawnAnew):
            try:
                photo = drawn_photos.draw_anew(self.photo.file, self.photo.size)
            except drawn_photos.PhotoError as error:
                raise ValidationError({"photo": error.args[0]}) from error
            self.photo_width, self.photo_height = photo.width, photo.height
            self.photo = _DrawnAnew(photo.data, name="photo.jpg")

    def _is_stored(self) -> bool:
        return bool(getattr(self.photo, "_committed", True))
