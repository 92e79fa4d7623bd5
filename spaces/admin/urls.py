"""The desk's addresses that belong to no model."""

from django.contrib import admin
from django.urls import path

from spaces.admin.pages import going_live, handbook, second_factor

urlpatterns = [
    path("going-live/", admin.site.admin_view(going_live.page), name="going_live"),
    path("handbook/", admin.site.admin_view(handbook.contents), name="handbook"),
    path("handbook/<slug:name>/", admin.site.admin_view(handbook.chapter), name="handbook_chapter"),
    # Open before the second factor was given: each page says to whom.
    path("second-factor/", second_factor.ask, name="second_factor"),
    path("second-factor/new/", second_factor.new, name="second_factor_new"),
    path("second-factor/mine/", second_factor.mine, name="second_factor_mine"),
]
