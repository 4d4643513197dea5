"""Addresses of clips."""

from django.urls import path, re_path

from aboveboard.faces.web.clips import views

urlpatterns = [
    path("assets/<uuid:asset_id>/clip", views.clip, name="clip"),
    path("assets/<uuid:asset_id>/clips", views.made, name="clips"),
    path("assets/<uuid:asset_id>/cover", views.cover, name="cover"),
    path("assets/<uuid:asset_id>/subtitles", views.check_subtitles, name="check_subtitles"),
    path("clips/<uuid:clip_id>/stop", views.stop, name="stop_clip"),
    path("clips/<uuid:clip_id>/events", views.events, name="clip_events"),
    re_path(
        r"^clips/(?P<clip_id>[0-9a-f-]{36})/subtitles\.(?P<kind>srt|vtt)$",
        views.subtitles,
        name="clip_subtitles",
    ),
]
