"""Addresses of the library."""

from django.urls import path

from aboveboard.faces.web.library import fitting, proposing, uploads, views

urlpatterns = [
    path("assets/", views.library, name="assets"),
    path("assets/uploads", uploads.begin, name="uploads"),
    path("assets/uploads/<uuid:upload_id>", uploads.upload, name="upload"),
    path("assets/<uuid:asset_id>", views.picture, name="picture"),
    path("assets/<uuid:asset_id>/fit", fitting.fit, name="fit"),
    path("assets/<uuid:asset_id>/propose", proposing.propose, name="propose"),
    path("assets/<uuid:asset_id>/describe", views.describe, name="describe"),
]
