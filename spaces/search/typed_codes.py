"""A code that somebody types in the box: that of a space, or of something else that is printed."""

import re

from spaces import extensions
from spaces.directory.published import Directory
from spaces.language.localized import localized
from spaces.models import codes

# What people type around it, and the address that is printed before it.
_AROUND = re.compile(
    r"^.*/|\b(?:le|la|de|het|the)\b|\b(?:codes?|numero|numéro|nummer|number)\b"
    r"|\b(?:affiches?|posters?)\b|رمز|الرمز|كود|[:#.?!“”\"']",
    re.IGNORECASE,
)


def without_code(text: str, directory: Directory) -> str:
    """Return the name of the space whose code the text is, else the text."""
    space = codes.find(_AROUND.sub("", text), directory.by_code)
    return str(localized(space, "name")) if space else text


def leads_to(text: str, directory: Directory) -> str:
    """Return the address that a code leads to which is no space's, '' where the text is none."""
    return extensions.address_of_code(_AROUND.sub("", text), directory.version)
