"""Which free text is written in several languages (French, Dutch, English).

Below it, what is remembered of changes: the translated columns must be there before.
"""

from modeltranslation.translator import TranslationOptions, register

from spaces.curation.history import remember
from spaces.models import (
    AccessFeature,
    Announcement,
    Closure,
    Course,
    DayLeftOut,
    Municipality,
    Need,
    NeedService,
    Operator,
    Place,
    Service,
    Space,
    TextPage,
    Topic,
)


@register(Space)
class SpaceTranslation(TranslationOptions):
    """A space's texts."""

    fields = (
        "name",
        "description",
        "what_to_expect",
        "street",
        "cost_note",
        "conditions_note",
        "appointment_note",
        "photo_alt",
    )
    required_languages = {"fr": ("name",), "nl": ("name",)}


@register(Municipality)
class MunicipalityTranslation(TranslationOptions):
    """A municipality's name."""

    fields = ("name",)


@register(Operator)
class OperatorTranslation(TranslationOptions):
    """An operator's name."""

    fields = ("name",)


@register(Service)
class ServiceTranslation(TranslationOptions):
    """A service's words."""

    fields = ("name", "description")


@register(Need)
class NeedTranslation(TranslationOptions):
    """A need's words."""

    fields = ("phrase", "request")


@register(Topic)
class TopicTranslation(TranslationOptions):
    """A topic's words."""

    fields = ("name", "request")


@register(AccessFeature)
class AccessFeatureTranslation(TranslationOptions):
    """The note on an access feature."""

    fields = ("note",)


@register(Closure)
class ClosureTranslation(TranslationOptions):
    """Why a space is closed."""

    fields = ("reason",)


@register(TextPage)
class TextPageTranslation(TranslationOptions):
    """A page of text."""

    fields = ("title", "body")
    required_languages = ("fr", "nl")


@register(Announcement)
class AnnouncementTranslation(TranslationOptions):
    """An announcement."""

    fields = ("text",)
    required_languages = ("fr", "nl")


@register(Course)
class CourseTranslation(TranslationOptions):
    """A course's texts."""

    fields = ("title", "what_you_learn", "for_whom", "cost_note", "registration_note")
    required_languages = {"fr": ("title",), "nl": ("title",)}


remember(Space, lists=("services", "managers"))
for model in (
    AccessFeature,
    Announcement,
    Closure,
    Course,
    DayLeftOut,
    Municipality,
    Need,
    NeedService,
    Operator,
    Place,
    Service,
    TextPage,
    Topic,
):
    remember(model)
