"""The addresses of the pages; each folder holds its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("aboveboard.faces.web.welcome.urls")),
    path("", include("aboveboard.faces.web.today.urls")),
    path("", include("aboveboard.faces.web.calendar.urls")),
    path("", include("aboveboard.faces.web.campaigns.urls")),
    path("", include("aboveboard.faces.web.ideas.urls")),
    path("", include("aboveboard.faces.web.editor.urls")),
    path("", include("aboveboard.faces.web.posts.urls")),
    path("", include("aboveboard.faces.web.brands.urls")),
    path("", include("aboveboard.faces.web.cards.urls")),
    path("", include("aboveboard.faces.web.library.urls")),
    path("", include("aboveboard.faces.web.clips.urls")),
    path("", include("aboveboard.faces.web.pictures.urls")),
    path("", include("aboveboard.faces.web.preferences.urls")),
    path("", include("aboveboard.faces.web.public.urls")),
]
