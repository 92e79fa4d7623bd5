"""The words of `fixtures/` that a further language finds in its catalogue.

Services, needs, topics and municipalities are written by staff, in the languages of the listings.
In any other language the catalogue translates what is shipped, so that a new language needs no
column; what staff write anew is shown as they wrote it, with its language named. Pure.
"""

from django.utils.translation import gettext_noop as _

SHIPPED = frozenset(
    {
        # Needs: they follow “I want to…”.
        _("use a computer"),
        _("fill in a form online"),
        _("learn from the start"),
        _("print or scan"),
        _("use my bank’s app"),
        _("find work"),
        _("send an e-mail"),
        _("ask somebody for help"),
        # Services.
        _("Use a computer"),
        _("You can use a computer there."),
        _("Go online"),
        _("You can use the internet there."),
        _("Get help with forms and paperwork"),
        _("Somebody helps you to fill in a form or to apply for something online."),
        _("Take a course"),
        _("You learn to use a computer and the internet."),
        _("Print"),
        _("You can print a document there."),
        _("Scan"),
        _("You can make a digital copy of a paper there."),
        # Topics.
        _("itsme"),
        _("taxes"),
        _("e-mail"),
        _("bank"),
        _("smartphone"),
        _("Word and Excel"),
        _("CV"),
        _("photos"),
        _("online safety"),
        # What somebody who wants them says at a counter.
        _("I would like to use a computer, with a little help."),
        _("I would like help to fill in a form online."),
        _("I would like to learn to use a computer, from the start."),
        _("I would like to print or scan a document."),
        _("I would like help with my bank’s app."),
        _("I would like help to look for work."),
        _("I would like help to send an e-mail."),
        _("I would like some help, please."),
        _("I would like help with itsme."),
        _("I would like help with my taxes."),
        _("I would like help with my e-mail."),
        _("I would like help with my bank, online."),
        _("I would like help with my smartphone."),
        _("I would like help with Word or Excel."),
        _("I would like help with my CV."),
        _("I would like help with my photos."),
        _("I would like help to stay safe online."),
        # Municipalities, as the signs have them in French.
        _("Anderlecht"),
        _("Auderghem"),
        _("Berchem-Sainte-Agathe"),
        _("Brussels"),
        _("Etterbeek"),
        _("Evere"),
        _("Forest"),
        _("Ganshoren"),
        _("Ixelles"),
        _("Jette"),
        _("Koekelberg"),
        _("Molenbeek-Saint-Jean"),
        _("Saint-Gilles"),
        _("Saint-Josse-ten-Noode"),
        _("Schaerbeek"),
        _("Uccle"),
        _("Watermael-Boitsfort"),
        _("Woluwe-Saint-Lambert"),
        _("Woluwe-Saint-Pierre"),
    }
)
