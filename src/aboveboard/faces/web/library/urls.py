"""Addresses of the picture library."""

from django.urls import path

from aboveboard.faces.web.library import views

urlpatterns = [
    path("assets/", views.library, name="assets"),
    path("assets/<uuid:asset_id>", views.picture, name="picture"),
    path("assets/<uuid:asset_id>/describe", views.describe, name="describe"),
]
