"""The desk's addresses that belong to no model."""

from django.contrib import admin
from django.urls import path

from spaces.admin import handbook

urlpatterns = [
    path("handbook/", admin.site.admin_view(handbook.contents), name="handbook"),
    path("handbook/<slug:name>/", admin.site.admin_view(handbook.chapter), name="handbook_chapter"),
]
