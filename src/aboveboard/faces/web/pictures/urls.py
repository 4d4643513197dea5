"""Addresses of pictures that a model is asked for."""

from django.urls import path

from aboveboard.faces.web.pictures import views

urlpatterns = [
    path("pictures/make", views.make, name="make_pictures"),
    path("pictures/words/<uuid:asset_id>", views.words, name="ask_words"),
    path("pictures/<uuid:ask_id>/events", views.events, name="picture_events"),
    path("pictures/<uuid:ask_id>/leave", views.leave, name="leave_pictures"),
    path("pictures/<uuid:ask_id>/take", views.take, name="take_words"),
    path("pictures/proposals/<uuid:proposal_id>", views.proposal, name="proposal"),
    path("pictures/proposals/<uuid:proposal_id>/keep", views.keep, name="keep_picture"),
]
