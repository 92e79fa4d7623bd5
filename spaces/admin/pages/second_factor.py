"""The second factor's pages: set it up, give it when signing in, change it.

They are open to staff who gave their password, and there is nothing of the desk on them. Keys and
recovery codes stand in the answer that shows them and nowhere else.
"""

from functools import wraps
from typing import Any

import django_otp
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django_otp.plugins.otp_static.models import StaticDevice

from spaces.admin.pages.second_factor_forms import CodeForm, EnrolForm
from spaces.admin.shared.desk_page import View
from spaces.paper import qr
from spaces.staff import second_factor

_KEY = "second_factor_key"  # in the session: the key that an app is to hold, until it does


def after_password(view: View) -> View:
    """Open a page to staff who gave their password, where a second factor is required at all."""

    @never_cache
    @wraps(view)
    def inner(request: HttpRequest) -> HttpResponseBase:
        if not settings.ADMIN_REQUIRE_OTP:
            raise Http404
        if not (request.user.is_active and request.user.is_staff):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        return view(request)

    return inner


def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a code after the password; lead whoever has no second factor to setting one up."""
    user: Any = request.user
    if user.is_verified():
        return HttpResponseRedirect(_onward(request))
    if second_factor.device_of(user) is None:
        return _go(request, "second_factor_new")
    form = CodeForm(user, timezone.now(), request.POST or None)
    form.fields["code"].widget.attrs["autofocus"] = True
    if form.is_valid():
        _enter(request, form.device)
        return HttpResponseRedirect(_onward(request))
    return _page(request, "ask", _("Your second factor"), form=form)


def new(request: HttpRequest) -> HttpResponse:
    """Show a new key to an app; once it shows the right code, keep it and show recovery codes."""
    user: Any = request.user
    present = second_factor.device_of(user)
    if present and not user.is_verified():
        return _go(request, "second_factor")
    key = request.session.get(_KEY) or second_factor.new_key()
    request.session[_KEY] = key
    form = EnrolForm(user, key, present, timezone.now(), request.POST or None)
    if form.is_valid() and (codes := second_factor.enrol(form.device, present)):
        del request.session[_KEY]
        _enter(request, form.device)
        return _codes(request, codes)
    link = second_factor.address(user, key)
    shown = {"picture": qr.data_address(link), "spelled": second_factor.spelled(key)}
    title = _("Use another phone or app") if present else _("Set up your second factor")
    return _page(request, "new", title, form=form, **shown)


def mine(request: HttpRequest) -> HttpResponse:
    """Show somebody their second factor; give new recovery codes for a code."""
    user: Any = request.user
    if not user.is_verified():
        return _go(request, "second_factor", onward=request.path)
    form = CodeForm(user, timezone.now(), request.POST or None)
    if form.is_valid():
        return _codes(request, second_factor.new_codes(user))
    device, left = second_factor.device_of(user), second_factor.codes_left(user)
    return _page(request, "mine", _("My second factor"), form=form, device=device, left=left)


def _enter(request: HttpRequest, device: Any) -> None:
    """Open the desk for this session; warn whoever used up a recovery code."""
    request.session.cycle_key()
    django_otp.login(request, device)
    if isinstance(device, StaticDevice):
        left = second_factor.codes_left(request.user)
        words = ngettext(
            "You used a recovery code. %(count)d is left. Make new ones under “My second factor”.",
            "You used a recovery code. %(count)d are left. Make new ones under “My second factor”.",
            left,
        )
        messages.warning(request, words % {"count": left})


def _codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    title = _("Your recovery codes")
    return _page(request, "codes", title, codes=codes, onward=_onward(request))


def _go(request: HttpRequest, name: str, onward: str = "") -> HttpResponse:
    """Lead to another of these pages, and from there to where the person wanted to go."""
    query = {REDIRECT_FIELD_NAME: onward or _onward(request)}
    return HttpResponseRedirect(reverse(name, query=query))


def _onward(request: HttpRequest) -> str:
    """Return where the person wanted to go, on this site; the desk's first page otherwise."""
    wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
    hosts, secure = {request.get_host()}, request.is_secure()
    is_ours = url_has_allowed_host_and_scheme(wanted, hosts, require_https=secure)
    return wanted if is_ours else reverse("admin:index")


def _page(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    context |= admin.site.each_context(request) | {"title": title}
    return TemplateResponse(request, f"admin/second_factor/{name}.html", context)
