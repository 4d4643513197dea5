"""Every path of the studio: signing in by allauth, programs by REST, the rest by the pages."""

from django.urls import include, path

from aboveboard.faces.rest.api import api

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("api/v1/", api.urls),
    path("", include("aboveboard.faces.web.urls")),
]
