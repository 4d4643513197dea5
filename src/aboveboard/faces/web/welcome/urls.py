"""Addresses of coming in."""

from django.urls import path

from aboveboard.faces.web.welcome import views

urlpatterns = [
    path("welcome/<str:token>", views.sign_in_link, name="sign_in_link"),
    path("invitation/<str:token>", views.invitation, name="invitation"),
    path("first-brand", views.first_brand, name="first_brand"),
    path("demo", views.demo, name="demo"),
]
