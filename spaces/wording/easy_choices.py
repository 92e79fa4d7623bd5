"""Easy sentences for what can be chosen from: cost, appointment, who can come, access."""

from django.utils.translation import gettext as _

from spaces.models import AccessFeature, Space


def cost_words(cost: str) -> str:
    """Return whether one pays."""
    return {
        Space.Cost.FREE: _("It is free."),
        Space.Cost.PAID: _("You pay something."),
    }.get(Space.Cost(cost), _("We do not know if you pay."))


def appointment_words(appointment: str) -> str:
    """Return whether one needs an appointment."""
    return {
        Space.Appointment.WALK_IN: _("You do not need an appointment."),
        Space.Appointment.EITHER: _("You can come with or without an appointment."),
        Space.Appointment.REQUIRED: _("You must make an appointment first."),
    }.get(
        Space.Appointment(appointment),
        _("We do not know if you need an appointment."),
    )


def conditions_words(space: Space, town: str) -> list[str]:
    """Return who can come, in a sentence or two; nothing where that is not known."""
    return {
        Space.Conditions.EVERYONE: [_("Everybody can come.")],
        Space.Conditions.RESIDENTS: [
            _("It is for people who live in %(town)s.") % {"town": town},
        ],
        Space.Conditions.MEMBERS: [
            _("It is for members."),
            *([_("Ask there how you become a member.")] if space.can_be_reached else []),
        ],
        Space.Conditions.OTHER: [
            _("It is for some people only."),
            *([_("Ask before you come.")] if space.can_be_asked else []),
        ],
    }.get(Space.Conditions(space.conditions), [])


def access_words(feature: AccessFeature) -> str:
    """Return what is known of an access feature, '' where that is nothing."""
    name, value = AccessFeature.Feature(feature.feature), AccessFeature.Value(feature.value)
    if value == AccessFeature.Value.PARTLY:
        return _("In part: %(feature)s.") % {"feature": name.label}
    if value == AccessFeature.Value.UNKNOWN:
        return ""
    return _there(name) if value == AccessFeature.Value.YES else _not_there(name)


def _there(name: AccessFeature.Feature) -> str:
    return {
        AccessFeature.Feature.STEP_FREE: _("There is no step at the door."),
        AccessFeature.Feature.TOILET: _("There is a toilet for people in a wheelchair."),
        AccessFeature.Feature.LIFT: _("There is a lift."),
        AccessFeature.Feature.HEARING_LOOP: _("There is a hearing loop for hearing aids."),
        AccessFeature.Feature.SCREEN_READER: _("There is a computer that reads aloud."),
        AccessFeature.Feature.CHILDREN: _("You can bring children."),
    }[name]


def _not_there(name: AccessFeature.Feature) -> str:
    return {
        AccessFeature.Feature.STEP_FREE: _("There is a step at the door."),
        AccessFeature.Feature.TOILET: _("There is no toilet for people in a wheelchair."),
        AccessFeature.Feature.LIFT: _("There is no lift."),
        AccessFeature.Feature.HEARING_LOOP: _("There is no hearing loop for hearing aids."),
        AccessFeature.Feature.SCREEN_READER: _("There is no computer that reads aloud."),
        AccessFeature.Feature.CHILDREN: _("You cannot bring children."),
    }[name]
