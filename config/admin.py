"""The staff's site, set up without `leaflet.admin`.

Django finds every application's `admin` module by itself; django-leaflet's needs GDAL, which
this site does without, so that one module is passed over.
"""

from importlib import import_module

from django.apps import apps
from django.contrib.admin.apps import SimpleAdminConfig
from django.utils.module_loading import module_has_submodule

NEEDS_GDAL = {"leaflet"}


class AdminConfig(SimpleAdminConfig):
    """Load each application's admin module, those that need GDAL apart."""

    def ready(self) -> None:
        """Register the staff's pages."""
        super().ready()
        for application in apps.get_app_configs():
            if application.name in NEEDS_GDAL or application.module is None:
                continue
            if module_has_submodule(application.module, "admin"):
                import_module(f"{application.name}.admin")
