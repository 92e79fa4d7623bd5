"""What a code that no poster has is answered with: how to read it again, and the search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from spaces.directory.published import Directory


def unknown_code(request: HttpRequest, directory: Directory, code: str) -> HttpResponse:
    """Say that we do not know the code; where there is none, ask for it."""
    context = {"directory": directory, "code": code}
    return render(request, "campaign/unknown_code.html", context, status=404 if code else 200)
