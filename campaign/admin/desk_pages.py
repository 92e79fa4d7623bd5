"""The desk's pages of campaigns, beside those that Django makes."""

from campaign.admin import print_kit
from campaign.admin.exchange import PosterExchange
from campaign.exchange import PosterResource
from campaign.models import Poster
from spaces.admin.shared import exchange
from spaces.admin.shared.desk_page import DeskPage, register
from spaces.admin.shared.rights import may

exchange.add(PosterExchange(PosterResource))

register(
    DeskPage(
        "print/",
        "print",
        print_kit.print_page,
        may("view"),
        template="admin/campaign/poster/print.html",
        models=(Poster,),
    ),
)
