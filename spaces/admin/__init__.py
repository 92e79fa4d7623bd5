"""The staff's desk: Django's admin, a module for each model."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from spaces.admin.announcement import AnnouncementAdmin
from spaces.admin.closure import ClosureAdmin
from spaces.admin.course import CourseAdmin
from spaces.admin.message import MissingSpaceAdmin, ReportAdmin
from spaces.admin.municipality import MunicipalityAdmin
from spaces.admin.need import NeedAdmin
from spaces.admin.operator import OperatorAdmin
from spaces.admin.place import PlaceAdmin
from spaces.admin.proposal import ProposalAdmin, SpaceContactAdmin
from spaces.admin.service import ServiceAdmin
from spaces.admin.slug import SpaceSlugAdmin
from spaces.admin.space import SpaceAdmin
from spaces.admin.text_page import TextPageAdmin
from spaces.admin.user import PersonAdmin

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
]

admin.site.site_header = _("Digital Public Spaces")
admin.site.site_title = _("Digital Public Spaces")
admin.site.enable_nav_sidebar = False  # a tablet’s width belongs to the list and the form
admin.site.index_title = _("Staff’s desk")
