"""The addresses that everybody may open: a brand's site, its record, and counted links."""

from django.urls import URLPattern, URLResolver, path

from aboveboard.faces.web.public import checking, pages, record_feed, record_pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("s/<slug:slug>/", pages.site, name="public_site"),
    path("s/<slug:slug>/feed.atom", pages.atom, name="public_atom"),
    path("s/<slug:slug>/feed.json", pages.json, name="public_json"),
    path("s/<slug:slug>/media/<slug:digest>", pages.media, name="public_media"),
    path("s/<slug:slug>/<uuid:key>", pages.post, name="public_post"),
    path("s/<slug:slug>/<uuid:key>/", pages.post),
    path("m/<str:token>", pages.handed, name="handed"),
    path("l/<slug:code>", pages.short_link, name="short_link"),
    path("record/<slug:slug>/", record_pages.record_page, name="public_record"),
    path("record/<slug:slug>/feed.json", record_feed.feed, name="public_record_json"),
    path("record/<slug:slug>/download", record_feed.download, name="public_record_file"),
    path("record/<slug:slug>/check", checking.check, name="public_check"),
    path("record/<slug:slug>/<uuid:delivery>", record_pages.record_post, name="public_record_post"),
]
