"""The campaign's addresses: those under /fr/, /nl/, … and those that are printed as codes.

A year never takes the place of a character: their slugs begin with a letter, and are not the word
that easy pages end with.
"""

from django.urls import path, re_path

from campaign.views import pages, poster, scan, way
from config.languages import route

_YEAR = "<int:year>/"
_OF_YEAR = f"{_YEAR}<slug:slug>/"

localized_urlpatterns = [
    path(route("campaign"), pages.campaign, name="campaign"),
    path(route("campaign", "", "easy"), pages.campaign_easy, name="campaign_easy"),
    path(route("campaign", _YEAR), pages.campaign, name="campaign_of_year"),
    path(route("campaign", _YEAR, "easy"), pages.campaign_easy, name="campaign_of_year_easy"),
    path(route("campaign", _OF_YEAR), pages.character, name="character_of_year"),
    path(route("campaign", _OF_YEAR, "easy"), pages.character_easy, name="character_of_year_easy"),
    path(route("campaign", "<slug:slug>/"), pages.character, name="character"),
    path(route("campaign", "<slug:slug>/", "easy"), pages.character_easy, name="character_easy"),
    path(route("poster", "<str:code>/"), poster.poster, name="poster"),
]

_CODE = r"^[qQ]/(?P<code>[\w -]{1,20})"

urlpatterns = [
    re_path(r"^[qQ]/?$", scan.typed, name="typed_code"),
    re_path(rf"{_CODE}/?$", scan.scan, name="scan"),
    re_path(rf"{_CODE}/qr\.(?P<kind>svg|png)$", scan.poster_code, name="poster_code"),
    re_path(
        r"^map/poster/(?P<language>fr-nl|fr|nl)/(?P<code>[0-9A-Z]{5})/(?P<to>[0-9A-Z]{5})\.svg$",
        way.poster_map,
        name="poster_map",
    ),
]
