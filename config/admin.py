"""The staff's site, set up without the `admin` modules that it must not have.

Django finds every application's `admin` module by itself. django-leaflet's needs GDAL, which this
site does without; those of django-otp would show and change everybody's second factor.
"""

from importlib import import_module

from django.apps import apps
from django.contrib.admin.apps import SimpleAdminConfig
from django.utils.module_loading import module_has_submodule

PASSED_OVER = {"leaflet", "django_otp.plugins.otp_static", "django_otp.plugins.otp_totp"}


class AdminConfig(SimpleAdminConfig):
    """Load each application's admin module, save those to pass over."""

    default_site = "config.desk.Desk"

    def ready(self) -> None:
        """Register the staff's pages."""
        super().ready()
        for application in apps.get_app_configs():
            if application.name in PASSED_OVER or application.module is None:
                continue
            if module_has_submodule(application.module, "admin"):
                import_module(f"{application.name}.admin")
