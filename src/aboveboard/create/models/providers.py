"""Rows of models: where they answer, their limits, what they took and who agreed."""

from django.db import models

from aboveboard.kernel.ids import new_id


class Provider(models.Model):
    """A place where a model answers. The key is sealed and never shown again.

    `makes` is text or pictures; `place` its place in the order of asking. Times in seconds, prices
    per million tokens (a picture's: each), limits per calendar month; None: not told, no limit.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace = models.ForeignKey("people.Workspace", on_delete=models.CASCADE)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=40, default="openai_compatible")
    makes = models.CharField(max_length=8, default="text")
    base_url = models.CharField(max_length=400)
    model = models.CharField(max_length=160)
    sealed_key = models.BinaryField(default=bytes)
    added_at = models.DateTimeField()
    place = models.IntegerField(default=0)
    first_s = models.IntegerField(default=60)
    whole_s = models.IntegerField(default=120)
    price_in = models.DecimalField(max_digits=10, decimal_places=4, null=True)
    price_out = models.DecimalField(max_digits=10, decimal_places=4, null=True)
    monthly_tokens = models.BigIntegerField(null=True)
    monthly_money = models.DecimalField(max_digits=10, decimal_places=2, null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["workspace", "name"], name="provider_name_once"),
        )


class ModelRules(models.Model):
    """What a workspace's models may take together in a calendar month, and who is asked for what.

    `order` holds for a task the ids of the providers to ask, the first one first; a task that it
    does not name is for all of them, in their places.
    """

    workspace = models.OneToOneField(
        "people.Workspace", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    order = models.JSONField(default=dict)
    monthly_tokens = models.BigIntegerField(null=True)
    monthly_money = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, default="EUR")


class Call(models.Model):
    """One asking of a model: what it took, nothing of what was said.

    While `state` is asked, tokens and cost are the most that it may take; then what the provider
    counted, where `counted`, else still the most. `verdict` is the fact lock's: kept or refused.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace = models.ForeignKey("people.Workspace", on_delete=models.CASCADE, related_name="+")
    brand = models.ForeignKey("brand.Brand", null=True, on_delete=models.SET_NULL, related_name="+")
    provider = models.ForeignKey(Provider, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=80)
    model = models.CharField(max_length=160)
    task = models.CharField(max_length=20)
    state = models.CharField(max_length=10, default="asked")
    why = models.CharField(max_length=40, blank=True)
    tokens_in = models.BigIntegerField(default=0)
    tokens_out = models.BigIntegerField(default=0)
    counted = models.BooleanField(default=False)
    cost = models.DecimalField(max_digits=14, decimal_places=6, null=True)
    seconds = models.FloatField(default=0)
    verdict = models.CharField(max_length=8, blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["workspace", "asked_at"], name="call_by_month"),)


class Agreement(models.Model):
    """Somebody has seen what goes to a host outside, and agreed to it for a brand."""

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="+")
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="agreements")
    host = models.CharField(max_length=260)
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["brand", "provider", "host"], name="agreed_once"),
        )
