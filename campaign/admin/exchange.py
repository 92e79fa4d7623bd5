"""Posters in and out as files: those that a file made are printed next."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from campaign.admin.print_kit import MADE
from spaces.admin.shared.exchange import Exchange
from spaces.exchange.resource import Outcome


class PosterExchange(Exchange):
    """The import and the export of posters."""

    def process_result(self, result: Outcome, request: HttpRequest) -> HttpResponse:
        """Go on to print the posters that a file just made."""
        response = super().process_result(result, request)
        made = [row.instance.code for row in result.rows if row.import_type == "new"]
        if not (result.is_good and made):
            return response
        request.session[MADE] = " ".join(made)
        return HttpResponseRedirect(reverse("admin:campaign_poster_print"))
