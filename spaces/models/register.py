"""The Region's register of addresses, once `manage.py import_addresses` has read it.

It is asked by street and number. No page shows it whole and no backup holds it, as it can be
imported again.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterStreet(models.Model):
    """A street in a municipality, by the spelling that searches compare; its point is a house's."""

    id = models.PositiveIntegerField(primary_key=True)
    key_fr = models.CharField(max_length=150)
    key_nl = models.CharField(max_length=150)
    name_fr = models.CharField(_("name in French"), max_length=150)
    name_nl = models.CharField(_("name in Dutch"), max_length=150)
    nis = models.CharField(_("NIS code"), max_length=5)
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))

    class Meta:
        verbose_name = _("street of the register")
        verbose_name_plural = _("streets of the register")
        indexes = [
            models.Index(fields=["key_fr"], name="register_street_fr"),
            models.Index(fields=["key_nl"], name="register_street_nl"),
        ]

    def __str__(self) -> str:
        return f"{self.name_fr} ({self.nis})"


class RegisterHouse(models.Model):
    """A house: all the boxes behind one door are one."""

    street = models.ForeignKey(RegisterStreet, on_delete=models.CASCADE, related_name="houses")
    number = models.PositiveIntegerField(_("number"), help_text=_("12 of “12A” and of “12-14”."))
    house_number = models.CharField(_("house number"), max_length=20)
    postal_code = models.CharField(_("postal code"), max_length=4)
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))

    class Meta:
        verbose_name = _("house of the register")
        verbose_name_plural = _("houses of the register")
        indexes = [models.Index(fields=["street", "number"], name="register_house_number")]
        constraints = [
            models.UniqueConstraint(fields=["street", "house_number"], name="register_house_once")
        ]

    def __str__(self) -> str:
        return self.house_number
