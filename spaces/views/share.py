"""What other sites show beside a link to a place, at an address of its own."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import override

from config.languages import LANGUAGES
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.paper import share
from spaces.paper.typesetting import TypesettingError
from spaces.views.page import Page, public_page

log = logging.getLogger(__name__)


@public_page
def share_image(request: HttpRequest, directory: Directory, language: str, code: str) -> Page:
    """Send the picture of a published space whose door is known."""
    space = directory.by_code.get(code)
    if space is None or space.real_point is None or language not in LANGUAGES:
        raise Http404
    try:
        with override(language):
            picture = share.picture(space, directory)
    except TypesettingError as error:
        log.exception("No picture to share can be made of %s.", space.slug)
        raise Http404 from error
    response = HttpResponse(picture, content_type="image/png")
    response["Content-Language"] = language
    return Page(response, lifetime.midnight(timezone.now()))
