"""Addresses of the editor."""

from django.urls import path

from aboveboard.faces.web.editor import (
    acts,
    adapting,
    correcting,
    quoting,
    revisions,
    suggesting,
    views,
)

urlpatterns = [
    path("posts/new", views.new_post, name="new_post"),
    path("posts/<uuid:post_id>/edit", views.editor, name="editor"),
    path("posts/<uuid:post_id>/time", views.set_time, name="set_time"),
    path("posts/<uuid:post_id>/rename", acts.rename, name="rename"),
    path("posts/<uuid:post_id>/declare", acts.declare, name="declare"),
    path("posts/<uuid:post_id>/ask", acts.ask, name="ask"),
    path("posts/<uuid:post_id>/withdraw", acts.withdraw, name="withdraw"),
    path("posts/<uuid:post_id>/remove", acts.remove, name="remove"),
    path("posts/<uuid:post_id>/on/<uuid:channel_id>", acts.add_channel, name="add_channel"),
    path("texts/<uuid:variant_id>/save", views.save, name="save"),
    path("texts/<uuid:variant_id>/source", acts.name_source, name="name_source"),
    path("texts/<uuid:variant_id>/pictures", acts.set_pictures, name="set_pictures"),
    path("texts/<uuid:variant_id>/card", acts.set_card, name="set_card"),
    path("texts/<uuid:variant_id>/card/take", acts.take_card, name="take_card"),
    path("texts/<uuid:variant_id>/fit", acts.fit_pictures, name="fit_pictures"),
    path("texts/<uuid:variant_id>/revisions", revisions.revisions, name="revisions"),
    path("texts/<uuid:variant_id>/restore", revisions.restore, name="restore"),
    path("texts/<uuid:variant_id>/adapt", adapting.adapt, name="adapt"),
    path("posts/<uuid:post_id>/translate", adapting.translate, name="translate"),
    path("texts/<uuid:variant_id>/suggest", suggesting.suggest, name="suggest"),
    path("texts/<uuid:variant_id>/request", suggesting.request_text, name="request_text"),
    path("texts/<uuid:variant_id>/corrections", correcting.corrections, name="corrections"),
    path("texts/<uuid:variant_id>/knowledge", quoting.ask_knowledge, name="ask_knowledge"),
    path("texts/<uuid:variant_id>/quote", quoting.quote, name="put_in_quotation"),
    path("texts/<uuid:variant_id>/correct", correcting.take, name="take_correction"),
    path("texts/<uuid:variant_id>/uncorrected", correcting.leave, name="leave_correction"),
    path("texts/<uuid:variant_id>/proofs", correcting.propose, name="ask_proofs"),
    path("texts/<uuid:variant_id>/recorrect", correcting.recall, name="recall_corrections"),
    path("suggestions/<uuid:suggestion_id>/events", suggesting.events, name="suggestion_events"),
    path("suggestions/<uuid:suggestion_id>/take", suggesting.take, name="take"),
    path("suggestions/<uuid:suggestion_id>/part", adapting.take_change, name="take_change"),
    path("suggestions/<uuid:suggestion_id>/refuse", suggesting.refuse, name="refuse"),
    path("findings/<uuid:finding_id>/leave", acts.leave, name="leave"),
]
