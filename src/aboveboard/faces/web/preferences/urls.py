"""Addresses of the settings."""

from django.urls import path

from aboveboard.faces.web.preferences import views

urlpatterns = [
    path("settings/", views.profile, name="settings"),
    path("settings/members/", views.members, name="members"),
    path("settings/members/<uuid:user_id>/role", views.change_role, name="change_role"),
    path("settings/members/<uuid:user_id>/remove", views.remove, name="remove_member"),
    path("settings/programs/", views.programs, name="programs"),
    path("settings/programs/<uuid:token_id>/end", views.end_program, name="end_program"),
    path("settings/models/", views.models, name="models"),
    path("settings/models/local", views.local_models, name="local_models"),
    path("settings/models/<uuid:provider_id>/forget", views.forget_model, name="forget_model"),
]
