"""The directory's tables, a module each, the QuerySet above its model."""

from spaces.models.access import AccessFeature
from spaces.models.announcement import Announcement
from spaces.models.backup import LastBackup
from spaces.models.closure import Closure
from spaces.models.contact import SpaceContact
from spaces.models.course import Course, DayLeftOut
from spaces.models.digest import LastDigest
from spaces.models.distinct import DistinctPair
from spaces.models.given_code import GivenCode
from spaces.models.message import Message
from spaces.models.missing_space import MissingSpace
from spaces.models.municipality import Municipality
from spaces.models.operator import Operator
from spaces.models.place import Place
from spaces.models.proposal import Proposal
from spaces.models.register import RegisterHouse, RegisterStreet
from spaces.models.report import Report
from spaces.models.service import Need, NeedService, Service, Strength
from spaces.models.slug import SpaceSlug
from spaces.models.space import Space
from spaces.models.text_page import TextPage
from spaces.models.topic import Topic
from spaces.models.version import DataVersion

__all__ = [
    "AccessFeature",
    "Announcement",
    "Closure",
    "Course",
    "DataVersion",
    "DayLeftOut",
    "DistinctPair",
    "GivenCode",
    "LastBackup",
    "LastDigest",
    "Message",
    "MissingSpace",
    "Municipality",
    "Need",
    "NeedService",
    "Operator",
    "Place",
    "Proposal",
    "RegisterHouse",
    "RegisterStreet",
    "Report",
    "Service",
    "Space",
    "SpaceContact",
    "SpaceSlug",
    "Strength",
    "TextPage",
    "Topic",
]
