"""Addresses of campaigns and briefs."""

from django.urls import path

from aboveboard.faces.web.campaigns import views

urlpatterns = [
    path("campaigns/", views.campaigns, name="campaigns"),
    path("campaigns/new", views.new_campaign, name="new_campaign"),
    path("campaigns/<uuid:campaign_id>/", views.campaign, name="campaign"),
    path("briefs/new", views.new_brief, name="new_brief"),
    path("briefs/<uuid:brief_id>/", views.brief, name="brief"),
    path("briefs/<uuid:brief_id>/draft", views.draft, name="draft"),
]
