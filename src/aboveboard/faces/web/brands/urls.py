"""Addresses of the brand's pages."""

from django.urls import path

from aboveboard.faces.web.brands import pausing, signing_in, uploads, views, voice
from aboveboard.faces.web.brands.record import record

urlpatterns = [
    path("pause", pausing.pause, name="pause"),
    path("unpause", pausing.unpause, name="unpause"),
    path("brand/record/", record, name="record"),
    path("brands/<uuid:brand_id>/work", views.choose, name="work_on"),
    path("brand/", views.profile, name="brand"),
    path("brand/knowledge/", views.knowledge, name="knowledge"),
    path("brand/knowledge/<uuid:source_id>/", views.source, name="source"),
    path("brand/knowledge/<uuid:source_id>/forget", views.forget_source, name="forget_source"),
    path("brand/uploads/<uuid:upload_id>/events", uploads.events, name="upload_events"),
    path("brand/uploads/<uuid:upload_id>/stop", uploads.stop, name="stop_upload"),
    path("brand/voice/", voice.voice, name="voice"),
    path("brand/voice/lines", voice.set_line, name="set_voice_line"),
    path("brand/voice/<uuid:sample_id>/forget", voice.forget_voice, name="forget_voice"),
    path("brand/policy/", views.policy, name="policy"),
    path("brand/channels/", views.channels, name="channels"),
    path("brand/channels/new/<slug:name>/", views.new_channel, name="new_channel"),
    path("brand/channels/app/<slug:name>", signing_in.keep_app, name="keep_app"),
    path("brand/channels/there/<slug:name>", signing_in.sign_in_there, name="sign_in_there"),
    path("brand/channels/back", signing_in.signed_in_there, name="signed_in_there"),
    path("brand/channels/choose", signing_in.choose_account, name="choose_account"),
    path("brand/channels/<uuid:channel_id>/disconnect", views.disconnect, name="disconnect"),
]
