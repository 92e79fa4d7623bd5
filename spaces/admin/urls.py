"""The desk's addresses that belong to no model."""

from django.urls import path

from spaces.admin import second_factor

urlpatterns = [
    path("second-factor/", second_factor.ask, name="second_factor"),
    path("second-factor/new/", second_factor.new, name="second_factor_new"),
    path("second-factor/mine/", second_factor.mine, name="second_factor_mine"),
]
