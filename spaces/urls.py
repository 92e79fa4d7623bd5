"""The directory's addresses: those under a language, and those that speak to programs."""

from django.urls import path, re_path

from config.languages import SEGMENTS, TEXTS, route
from spaces.api import views as api
from spaces.views import (
    booklet,
    counter_card,
    courses,
    door,
    easy,
    ground,
    ground_files,
    guide,
    health,
    home,
    machines,
    offline,
    photo,
    report,
    results,
    segment,
    share,
    sheet,
    short_links,
    space,
    still_right,
    text_page,
)

# Under /fr/, /nl/, …
localized_urlpatterns = [
    path("", home.home, name="home"),
    path("manifest.webmanifest", machines.manifest, name="manifest"),
    path(route("spaces"), results.results, name="results"),
    path(route("spaces", "<slug:slug>/"), space.space, name="space"),
    path(route("spaces", "<slug:slug>/", "easy"), easy.easy, name="space_easy"),
    path(route("spaces", "<slug:slug>/", "card"), counter_card.counter_card, name="counter_card"),
    path(route("spaces", "<slug:slug>/report/"), report.report, name="report"),
    path(route("spaces", "<slug:slug>/report/thanks/"), report.report_thanks, name="report_thanks"),
    path(route("missing"), report.missing_space, name="missing_space"),
    path(route("missing", "thanks/"), report.missing_space_thanks, name="missing_space_thanks"),
    path(route("still_right"), still_right.still_right, name="still_right"),
    path(
        route("still_right", "thanks/"), still_right.still_right_thanks, name="still_right_thanks"
    ),
    path(route("guide"), guide.first_question, name="guide"),
    path(route("guide", "<slug:step>/"), guide.question, name="guide_step"),
    path(route("courses"), courses.courses, name="courses"),
    path(route("courses", "<slug:slug>/"), courses.course, name="course"),
    path(route("courses", "<slug:slug>/", "easy"), courses.easy, name="course_easy"),
    path(route("sheet"), sheet.sheet, name="sheet"),
    path(route("offline"), offline.offline_list, name="offline"),
    path(route("offline", "<slug:slug>/"), offline.offline_space, name="offline_space"),
    *(path(route(kind), text_page.text_page, {"kind": kind}, name=kind) for kind in TEXTS),
    re_path(rf"^(?P<name>{'|'.join(SEGMENTS)})/(?P<rest>(?:.*/)?)$", segment.right_segment),
]

urlpatterns = [
    path("", home.choose_language, name="choose_language"),
    re_path(r"^[sS]/(?P<code>[\w -]{1,20})/?$", short_links.short_link, name="short_link"),
    path("s/<str:code>/qr.svg", short_links.short_link_code, name="short_link_code"),
    re_path(
        r"^map/door/(?P<language>fr-nl|fr|nl)/(?P<code>[0-9A-Z]{5})(?P<size>|-small)\.svg$",
        door.door,
        name="door",
    ),
    re_path(
        r"^map/ride/(?P<language>fr-nl|fr|nl)/(?P<code>[0-9A-Z]{5})/(?P<line>[0-9A-Z]{1,4})"
        r"/(?P<at>[0-9]{1,2}\.[0-9]{5},[0-9]{1,2}\.[0-9]{5})\.svg$",
        door.ride,
        name="ride",
    ),
    re_path(
        r"^map/doors/(?P<language>fr-nl|fr|nl)/(?P<codes>[0-9A-Z]{5}(-[0-9A-Z]{5}){0,4})\.svg$",
        door.overview,
        name="overview",
    ),
    re_path(
        r"^tiles/(?P<asked>[0-9a-z]{1,16})/(?P<language>fr-nl|fr|nl)"
        r"/(?P<zoom>[0-9]{1,2})/(?P<column>[0-9]{1,9})/(?P<row>[0-9]{1,9})\.svg$",
        ground.tile,
        name="tile",
    ),
    re_path(
        r"^map/(?P<asked>[0-9a-z]{1,16})/(?P<language>fr-nl|fr|nl)/(?P<zoom>[0-9]{1,2})"
        r"/(?P<corner>-?[0-9]{1,9},-?[0-9]{1,9})/(?P<size>[0-9]{1,9}x[0-9]{1,9})\.svg$",
        ground.picture,
        name="map",
    ),
    re_path(
        r"^share/(?P<language>[a-z]{2})/(?P<code>[0-9A-Z]{5})\.png$",
        share.share_image,
        name="share_image",
    ),
    path("api/spaces.geojson", api.spaces_geojson, name="spaces_geojson"),
    path("api/ground/", ground_files.files, name="ground_files"),
    path("api/ground/<str:name>", ground_files.file, name="ground_file"),
    path("api/places", api.places, name="places"),
    path("sw.js", offline.worker, name="worker"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security_txt, name="security_txt"),
    path("llms.txt", machines.llms, name="llms"),
    re_path(r"^media/(?P<name>photos/[0-9a-f]{32}\.jpg)$", photo.photo, name="photo"),
    path("booklet/<str:language>.pdf", booklet.booklet, name="booklet"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
