"""Sentences of the plan: campaigns, times, ideas; see `sentences`."""

from django.utils.translation import gettext_noop as _

TIMES = (
    _("%(moment)s has passed."),
    _("The time of this post"),
    _("Choose a later time, or leave it empty: it goes out when it is approved."),
    _("There is no time zone named “%(name)s”."),
    _("Use a name like Europe/Amsterdam."),
    _("The clock in %(name)s skips %(time)s on %(day)s."),
    _("Choose an hour earlier or later."),
    _("%(time)s comes twice on %(day)s in %(name)s: the clock goes back."),
    _("Choose the first or the second."),
    _("The calendar does not reach that far."),
    _("Choose another day."),
    _("That is no day to move a post to."),
)

PLANS = (
    _("This has no title yet."),
    _("The title has %(count)s characters; %(most)s is the most."),
    _("%(what)s has %(count)s characters; %(most)s is the most."),
    _("The goal"),
    _("The audience"),
    _("The call to action"),
    _("A message"),
    _("Put longer material into the brand's knowledge."),
    _("There are %(count)s messages; %(most)s is the most."),
    _("Keep those that matter most."),
    _("The link has %(count)s characters; %(most)s is the most."),
    _("Use a shorter address of the same page."),
    _("A brief has at most %(count)s tags of at most %(most)s characters."),
    _("This brief says nothing yet."),
    _("Write at least one key message, a goal or a call to action."),
    _("This brief names no channel."),
    _("Choose at least one in the brief."),
    _("What is left in stock is a whole number from 0 on."),
    _("Enter what is really left, or leave it empty."),
    _("It ends before it starts."),
    _("Change one of the two days."),
    _("%(name)s has a campaign named “%(other)s” already."),
    _("There is no such campaign here."),
    _("There is no such brief here."),
    _("There is no such post here."),
    _("“%(name)s” is not a web address."),
    _("Write it like https://example.org."),
)
