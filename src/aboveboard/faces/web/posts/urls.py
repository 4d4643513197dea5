"""Addresses of a post's page and its review."""

from django.urls import path, re_path

from aboveboard.faces.web.posts import amending, deciding, views

urlpatterns = [
    path("posts/<uuid:post_id>/", views.post, name="post"),
    path("posts/<uuid:post_id>/curve", views.curve, name="curve"),
    path("posts/<uuid:post_id>/sending", views.sending, name="sending"),
    path("posts/<uuid:post_id>/review", deciding.decide, name="review"),
    path("posts/<uuid:post_id>/send-back", deciding.send_back, name="send_back"),
    path("posts/<uuid:post_id>/comment", views.comment, name="comment"),
    re_path(
        r"^deliveries/(?P<delivery_id>[0-9a-f-]{36})/(?P<act>hold|resume|retry|reached|absent)$",
        views.delivery,
        name="delivery",
    ),
    path("deliveries/<uuid:delivery_id>/there", views.there, name="there"),
    re_path(
        r"^deliveries/(?P<delivery_id>[0-9a-f-]{36})/ask/(?P<kind>edit|delete)$",
        amending.amend,
        name="amend",
    ),
    re_path(
        r"^changes/(?P<amendment_id>[0-9a-f-]{36})/(?P<act>approve|withdraw)$",
        amending.amendment,
        name="amendment",
    ),
]
