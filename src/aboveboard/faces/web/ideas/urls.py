"""Addresses of the ideas board and of the days that a brand keeps."""

from django.urls import path

from aboveboard.faces.web.ideas import asking, days, views

urlpatterns = [
    path("ideas/", views.ideas, name="ideas"),
    path("ideas/find", views.find, name="find_ideas"),
    path("ideas/new", views.new_idea, name="new_idea"),
    path("ideas/<uuid:idea_id>/", views.idea, name="idea"),
    path("ideas/<uuid:idea_id>/move", views.move, name="move_idea"),
    path("ideas/<uuid:idea_id>/brief", views.to_brief, name="idea_brief"),
    path("ideas/<uuid:idea_id>/draft", views.to_draft, name="idea_draft"),
    path("ideas/questions", views.note_question, name="note_question"),
    path("ideas/questions/<uuid:question_id>", views.forget_question, name="forget_question"),
    path("ideas/ask", asking.ask, name="ask_ideas"),
    path("ideas/ask/<uuid:search_id>/events", asking.events, name="ask_ideas_events"),
    path("ideas/ask/<uuid:search_id>/stop", asking.stop, name="stop_ideas"),
    path("ideas/days", days.days, name="idea_days"),
    path("ideas/days/<uuid:occasion_id>", days.remove, name="remove_day"),
]
