"""The guided way to a space, for people whom a list of filters would lose."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from spaces.directory.published import Directory
from spaces.search import pipeline as search
from spaces.search.canonical import as_understood
from spaces.search.filters import Filters
from spaces.search.forms import SearchForm
from spaces.search.guide import Question, Step, step_address
from spaces.search.links import Links
from spaces.search.sentence import ask
from spaces.views.lists import answered_elsewhere, has_to_be_said_again
from spaces.views.page import Page, Same, public_page


def first_question(request: HttpRequest) -> HttpResponse:
    """Lead to the first question."""
    return HttpResponseRedirect(step_address(Step.NEED))


@public_page
def question(request: HttpRequest, directory: Directory, step: str) -> Page | Same:
    """Ask one question, and say how many places the answers so far leave."""
    if step not in list(Step):
        raise Http404
    form, now = SearchForm(request.GET, directory), timezone.now()
    asked = ask(form.query(), directory, now)
    if elsewhere := answered_elsewhere(request, form, asked, directory):
        return elsewhere
    found = search.answer(asked, directory, now)
    links = Links(as_understood(asked.query, request.GET))
    question = Question(Step(step), found, Filters(found, directory, links))
    if instead := _instead(question, again=has_to_be_said_again(form, found)):
        return Page(HttpResponseRedirect(instead))
    context = {"question": question, "results": found, "directory": directory, "form": form}
    response = render(request, "spaces/guide.html", context, status=400 if form.errors else 200)
    cacheable = not form.errors and not form.has_position
    return Page(response, found.fresh_until if cacheable else None)


def _instead(question: Question, *, again: bool) -> str:
    """Return where to go on instead: a place not understood is asked for once more; '' for here."""
    if again and question.step.number > Step.WHERE.number:
        return question.at(Step.WHERE)
    if question.is_worth_asking:
        return ""
    return question.skip if question.step.next else question.places
