"""The staff's desk: Django's admin. Each folder says in its first line what it holds."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from spaces.admin import desk_pages  # noqa: F401  it adds them to the desk
from spaces.admin.inbox.missing_space import MissingSpaceAdmin
from spaces.admin.inbox.proposal import ProposalAdmin, SpaceContactAdmin
from spaces.admin.inbox.report import ReportAdmin
from spaces.admin.models.announcement import AnnouncementAdmin
from spaces.admin.models.closure import ClosureAdmin
from spaces.admin.models.course import CourseAdmin
from spaces.admin.models.municipality import MunicipalityAdmin
from spaces.admin.models.need import NeedAdmin
from spaces.admin.models.operator import OperatorAdmin
from spaces.admin.models.place import PlaceAdmin
from spaces.admin.models.service import ServiceAdmin
from spaces.admin.models.slug import SpaceSlugAdmin
from spaces.admin.models.text_page import TextPageAdmin
from spaces.admin.models.topic import TopicAdmin
from spaces.admin.models.user import PersonAdmin
from spaces.admin.space.space import SpaceAdmin

__all__ = [
    "AnnouncementAdmin",
    "ClosureAdmin",
    "CourseAdmin",
    "MissingSpaceAdmin",
    "MunicipalityAdmin",
    "NeedAdmin",
    "OperatorAdmin",
    "PersonAdmin",
    "PlaceAdmin",
    "ProposalAdmin",
    "ReportAdmin",
    "ServiceAdmin",
    "SpaceAdmin",
    "SpaceContactAdmin",
    "SpaceSlugAdmin",
    "TextPageAdmin",
    "TopicAdmin",
]

admin.site.site_header = _("Digital Public Spaces")
admin.site.site_title = _("Digital Public Spaces")
admin.site.enable_nav_sidebar = False  # a tablet’s width belongs to the list and the form
admin.site.index_title = _("Staff’s desk")
