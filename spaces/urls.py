"""The directory's addresses: those under a language, and those that speak to programs."""

from django.urls import path, re_path

from config.languages import SPACES_SEGMENTS, spaces_route
from spaces.views import api, health, home, results, segment, short_links, space

# Under /fr/, /nl/, …
localized_urlpatterns = [
    path("", home.home, name="home"),
    path(spaces_route(), results.results, name="results"),
    path(spaces_route("<slug:slug>/"), space.space, name="space"),
    re_path(
        rf"^(?P<segment>{'|'.join(SPACES_SEGMENTS)})/(?P<rest>(?:.*/)?)$", segment.right_segment
    ),
]

urlpatterns = [
    path("", home.choose_language, name="choose_language"),
    re_path(r"^[sS]/(?P<code>\w{1,20})/?$", short_links.short_link, name="short_link"),
    path("s/<str:code>/qr.svg", short_links.short_link_code, name="short_link_code"),
    path("api/spaces.geojson", api.spaces_geojson, name="spaces_geojson"),
    path("api/places", api.places, name="places"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
