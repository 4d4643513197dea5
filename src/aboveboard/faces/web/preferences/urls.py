"""Addresses of the settings."""

from django.urls import path

from aboveboard.faces.web.preferences import providers, views

urlpatterns = [
    path("settings/", views.profile, name="settings"),
    path("settings/members/", views.members, name="members"),
    path("settings/members/<uuid:user_id>/role", views.change_role, name="change_role"),
    path("settings/members/<uuid:user_id>/remove", views.remove, name="remove_member"),
    path("settings/programs/", views.programs, name="programs"),
    path("settings/programs/<uuid:token_id>/end", views.end_program, name="end_program"),
    path("settings/models/", providers.models, name="models"),
    path("settings/models/local", providers.local_models, name="local_models"),
    path("settings/models/month", providers.month_limits, name="month_limits"),
    path("settings/models/order", providers.model_order, name="model_order"),
    path("settings/models/<uuid:provider_id>/terms", providers.model_terms, name="model_terms"),
    path("settings/models/<uuid:provider_id>/move", providers.move_model, name="move_model"),
    path("settings/models/<uuid:provider_id>/agree", providers.agree, name="agree_model"),
    path("settings/models/<uuid:provider_id>/forget", providers.forget_model, name="forget_model"),
]
