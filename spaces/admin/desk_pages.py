"""The table of the desk's pages beside those that Django makes of a model.

Each row: address, name, what answers, who may open it. Other applications add theirs likewise.
"""

from spaces.admin.pages import going_live, handbook, second_factor, several, try_sentence
from spaces.admin.shared import exchange, history
from spaces.admin.shared.desk_page import DeskPage, register
from spaces.admin.shared.rights import anybody, by_row, may
from spaces.admin.space import address, duplicates, hours, preview
from spaces.curation.history import REMEMBERED
from spaces.exchange.closures import ClosureResource
from spaces.exchange.courses import CourseResource
from spaces.exchange.spaces import SpaceResource
from spaces.models import Closure, Space, Topic

for resource in (SpaceResource, ClosureResource, CourseResource):
    exchange.add(exchange.Exchange(resource))

# Of spaces, of closures, of whatever comes and goes as files, of whatever has a history.
_SPACE, _CLOSURE, _TOPIC = (Space,), (Closure,), (Topic,)
_FILED, _REMEMBERED = exchange.EXCHANGES, REMEMBERED

register(
    DeskPage("find-point/", "find_point", address.find_point, may("view"), models=_SPACE),
    DeskPage("hours-preview/", "hours_preview", hours.preview_typed, may("view"), models=_SPACE),
    DeskPage(
        *("duplicates/", "duplicates", duplicates.duplicates, may("curate")),
        template="admin/spaces/space/duplicates.html",
        models=_SPACE,
    ),
    DeskPage(
        *("<path:pk>/preview/<slug:code>/", "preview", preview.preview, by_row),
        template="spaces/space.html",
        models=_SPACE,
    ),
    DeskPage("<path:pk>/photo/", "photo", preview.photo, by_row, models=_SPACE),
    DeskPage(
        *("several/", "several", several.several, may("add")),
        template="admin/spaces/closure/several.html",
        models=_CLOSURE,
    ),
    DeskPage(
        *("sentence/", "try_sentence", try_sentence.page, may("view")),
        template="admin/spaces/topic/try_sentence.html",
        models=_TOPIC,
    ),
    DeskPage(
        *("<path:object_id>/history/<slug:key>/", "put_back", history.put_back, may("change")),
        template="admin/put_back.html",
        models=_REMEMBERED,
    ),
    DeskPage(
        *("import/", "import", exchange.choose, may("import")),
        template="admin/spaces/import.html",
        models=_FILED,
    ),
    DeskPage(
        *("process_import/", "process_import", exchange.confirm, may("import")),
        template="admin/spaces/import.html",
        models=_FILED,
    ),
    DeskPage(
        *("import/template.<str:kind>", "template", exchange.template, may("import")),
        models=_FILED,
    ),
    DeskPage(
        *("export/", "export", exchange.export, may("export")),
        template="admin/spaces/export.html",
        models=_FILED,
    ),
    DeskPage(
        *("going-live/", "going_live", going_live.page, going_live.is_for),
        template="admin/going_live.html",
    ),
    DeskPage(
        *("handbook/", "handbook", handbook.contents, anybody),
        template="admin/handbook/contents.html",
    ),
    DeskPage(
        *("handbook/<slug:name>/", "handbook_chapter", handbook.chapter, anybody),
        template="admin/handbook/page.html",
    ),
    # Open before the second factor was given: each page says to whom.
    DeskPage(
        *("second-factor/", "second_factor", second_factor.ask, anybody),
        template="admin/second_factor/ask.html",
        entrance=second_factor.after_password,
    ),
    DeskPage(
        *("second-factor/new/", "second_factor_new", second_factor.new, anybody),
        template="admin/second_factor/new.html",
        entrance=second_factor.after_password,
    ),
    DeskPage(
        *("second-factor/mine/", "second_factor_mine", second_factor.mine, anybody),
        template="admin/second_factor/mine.html",
        entrance=second_factor.after_password,
    ),
)
