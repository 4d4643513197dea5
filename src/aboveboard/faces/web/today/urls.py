"""Address of Today."""

from django.urls import path

from aboveboard.faces.web.today import views

urlpatterns = [path("", views.today, name="today")]
