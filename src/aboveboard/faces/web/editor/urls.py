"""Addresses of the editor."""

from django.urls import path

from aboveboard.faces.web.editor import suggesting, views

urlpatterns = [
    path("posts/new", views.new_post, name="new_post"),
    path("posts/<uuid:post_id>/edit", views.editor, name="editor"),
    path("posts/<uuid:post_id>/time", views.set_time, name="set_time"),
    path("posts/<uuid:post_id>/rename", views.rename, name="rename"),
    path("posts/<uuid:post_id>/ask", views.ask, name="ask"),
    path("posts/<uuid:post_id>/withdraw", views.withdraw, name="withdraw"),
    path("posts/<uuid:post_id>/remove", views.remove, name="remove"),
    path("posts/<uuid:post_id>/on/<uuid:channel_id>", views.add_channel, name="add_channel"),
    path("texts/<uuid:variant_id>/save", views.save, name="save"),
    path("texts/<uuid:variant_id>/pictures", views.set_pictures, name="set_pictures"),
    path("texts/<uuid:variant_id>/revisions", views.revisions, name="revisions"),
    path("texts/<uuid:variant_id>/restore", views.restore, name="restore"),
    path("texts/<uuid:variant_id>/suggest", suggesting.suggest, name="suggest"),
    path("suggestions/<uuid:suggestion_id>/events", suggesting.events, name="suggestion_events"),
    path("suggestions/<uuid:suggestion_id>/take", suggesting.take, name="take"),
    path("suggestions/<uuid:suggestion_id>/refuse", suggesting.refuse, name="refuse"),
    path("findings/<uuid:finding_id>/leave", views.leave, name="leave"),
]
