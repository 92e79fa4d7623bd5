"""The directory's addresses: those under a language, and those that speak to programs."""

from django.urls import path, re_path

from config.languages import SEGMENTS, route
from spaces.views import api, guide, health, home, photo, report, results, segment, space

# Under /fr/, /nl/, …
localized_urlpatterns = [
    path("", home.home, name="home"),
    path(route("spaces"), results.results, name="results"),
    path(route("spaces", "<slug:slug>/"), space.space, name="space"),
    path(route("spaces", "<slug:slug>/report/"), report.report, name="report"),
    path(route("spaces", "<slug:slug>/report/thanks/"), report.report_thanks, name="report_thanks"),
    path(route("missing"), report.missing_space, name="missing_space"),
    path(route("missing", "thanks/"), report.missing_space_thanks, name="missing_space_thanks"),
    path(route("guide"), guide.first_question, name="guide"),
    path(route("guide", "<slug:step>/"), guide.question, name="guide_step"),
    re_path(rf"^(?P<name>{'|'.join(SEGMENTS)})/(?P<rest>.*)$", segment.right_segment),
]

urlpatterns = [
    path("", home.choose_language, name="choose_language"),
    re_path(r"^[sS]/(?P<code>\w{1,20})/?$", space.short_link, name="short_link"),
    path("s/<str:code>/qr.svg", space.short_link_code, name="short_link_code"),
    path("api/spaces.geojson", api.spaces_geojson, name="spaces_geojson"),
    path("api/places", api.places, name="places"),
    re_path(r"^media/(?P<name>photos/[0-9a-f]{32}\.jpg)$", photo.photo, name="photo"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
