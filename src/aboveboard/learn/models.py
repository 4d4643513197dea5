"""Rows of the learn stage: asking a model for ideas, from the wish to the cards."""

from uuid import UUID

from django.db import models

from aboveboard.kernel.ids import new_id


class Search(models.Model):
    """Somebody asked a model for ideas. `state`: asked, done, stopped or failed (`why`).

    `found` came onto the board; `invented` were dropped because they state what no source does or
    name no source, `doubles` because something says the same already.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="searches")
    campaign = models.ForeignKey("plan.Campaign", null=True, on_delete=models.SET_NULL)
    asked_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    language = models.CharField(max_length=2)
    count = models.SmallIntegerField()
    provider = models.CharField(max_length=80)
    model = models.CharField(max_length=160)
    state = models.CharField(max_length=8, default="asked")
    why = models.TextField(blank=True)
    found = models.SmallIntegerField(default=0)
    invented = models.SmallIntegerField(default=0)
    doubles = models.SmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    at = models.DateTimeField(null=True)

    brand_id: UUID
