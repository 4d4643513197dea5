"""Addresses of the library."""

from django.urls import path

from aboveboard.faces.web.library import acts, fitting, one, proposing, uploads, views

urlpatterns = [
    path("assets/", views.shelf, name="assets"),
    path("assets/duplicates", views.duplicates, name="duplicates"),
    path("assets/act", acts.act, name="act_on_assets"),
    path("assets/folder", acts.folder, name="act_on_folder"),
    path("assets/uploads", uploads.begin, name="uploads"),
    path("assets/uploads/<uuid:upload_id>", uploads.upload, name="upload"),
    path("assets/<uuid:asset_id>", views.picture, name="picture"),
    path("assets/<uuid:asset_id>/", one.asset, name="asset"),
    path("assets/<uuid:asset_id>/small", views.small, {"size": "small"}, name="small_picture"),
    path("assets/<uuid:asset_id>/middle", views.small, {"size": "page"}, name="middle_picture"),
    path("assets/<uuid:asset_id>/describe", one.describe, name="describe"),
    path("assets/<uuid:asset_id>/order", one.order, name="order_asset"),
    path("assets/<uuid:asset_id>/rights", one.set_rights, name="asset_rights"),
    path("assets/<uuid:asset_id>/fit", fitting.fit, name="fit"),
    path("assets/<uuid:asset_id>/propose", proposing.propose, name="propose"),
]
