"""The site's addresses."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

import campaign.sitemaps
import campaign.urls
import spaces.admin.urls
import spaces.opendata.sitemaps
import spaces.urls

handler400 = "spaces.views.errors.bad_request"
handler403 = "spaces.views.errors.forbidden"
handler404 = "spaces.views.errors.not_found"
handler500 = "spaces.views.errors.server_error"

SITEMAPS = spaces.opendata.sitemaps.SITEMAPS | campaign.sitemaps.SITEMAPS

urlpatterns = [
    path("admin/", include(spaces.admin.urls)),
    path("admin/", admin.site.urls),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("", include("campaign.urls")),
    path("", include("spaces.urls")),
    # The directory's own come last: among them is what puts a segment of another language right.
    *i18n_patterns(*campaign.urls.localized_urlpatterns, *spaces.urls.localized_urlpatterns),
]
