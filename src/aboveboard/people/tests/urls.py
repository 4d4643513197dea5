"""The pages of allauth alone, as the tests of signing in need them."""

from django.urls import include, path

urlpatterns = [path("accounts/", include("allauth.urls"))]
