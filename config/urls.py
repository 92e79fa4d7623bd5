"""The site's addresses."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from spaces.urls import localized_urlpatterns

handler400 = "spaces.views.errors.bad_request"
handler403 = "spaces.views.errors.forbidden"
handler404 = "spaces.views.errors.not_found"
handler500 = "spaces.views.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("spaces.urls")),
    *i18n_patterns(*localized_urlpatterns),
]
