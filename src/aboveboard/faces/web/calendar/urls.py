"""Addresses of the calendar."""

from django.urls import path

from aboveboard.faces.web.calendar import views

urlpatterns = [
    path("calendar/", views.month, name="calendar"),
    path("calendar/week", views.week, name="week"),
    path("calendar/list", views.listing, name="search"),
    path("calendar/board", views.board, name="board"),
    path("calendar/move/<uuid:post_id>", views.move, name="move"),
]
