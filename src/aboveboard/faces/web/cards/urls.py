"""Addresses of making cards."""

from django.urls import path

from aboveboard.faces.web.cards import views

urlpatterns = [
    path("assets/cards/", views.cards, name="cards"),
    path("assets/cards/preview", views.preview, name="card_preview"),
    path("assets/cards/<str:name>.png", views.example, name="card_example"),
]
