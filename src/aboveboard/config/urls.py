"""Every path of the studio: signing in by allauth, the rest by the pages."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("aboveboard.faces.web.urls")),
]
