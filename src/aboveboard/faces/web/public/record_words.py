"""The record in words: rules, roles and entries of the ledger, for people who know none of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.disclose.record import Use

Words = str | Promise

_TASKS: dict[Task, Words] = {
    Task.DRAFT: gettext_lazy("First drafts"),
    Task.REWRITE: gettext_lazy("Rewording"),
    Task.TRANSLATE: gettext_lazy("Translations"),
    Task.ALT_TEXT: gettext_lazy("Descriptions of pictures"),
    Task.REPLY: gettext_lazy("Replies to you"),
    Task.STRATEGY: gettext_lazy("What we talk about, and when"),
    Task.PICTURE: gettext_lazy("Making pictures"),
}
_ALLOWED: dict[Allowance, Words] = {
    Allowance.NEVER: gettext_lazy("people only."),
    Allowance.ASSIST: gettext_lazy("a machine may help with a person’s words."),
    Allowance.DRAFT: gettext_lazy("a machine may write a draft; a person decides."),
}
_LAW: dict[str, Words] = {
    "eu": gettext_lazy("European Union"),
    "us": gettext_lazy("United States"),
    "uk": gettext_lazy("United Kingdom"),
}
ROLES: dict[str, Words] = {
    "owner": gettext_lazy("an owner"),
    "manager": gettext_lazy("a manager"),
    "approver": gettext_lazy("an approver"),
    "client": gettext_lazy("a client"),
}
_ACTS: dict[str, Words] = {
    "post.created": gettext_lazy("The post was begun"),
    "post.moved": gettext_lazy("Its time was changed"),
    "post.renamed": gettext_lazy("It was renamed"),
    "post.declared": gettext_lazy("It was said what somebody gave for it"),
    "post.commented": gettext_lazy("Somebody commented"),
    "post.removed": gettext_lazy("It was taken away"),
    "variant.drafted": gettext_lazy("A text was begun"),
    "variant.imported": gettext_lazy("A text came in by a file"),
    "model.asked": gettext_lazy("A model was asked"),
    "suggestion.taken": gettext_lazy("A model’s words were taken"),
    "suggestion.taken_in_part": gettext_lazy("Some of a model’s words were taken"),
    "suggestion.refused": gettext_lazy("A model’s words were refused"),
    "correction.taken": gettext_lazy("Corrections were taken"),
    "correction.left": gettext_lazy("A correction was left, with a reason"),
    "correction.recalled": gettext_lazy("A correction that was left is shown again"),
    "finding.left": gettext_lazy("A remark of the guards was left, with a reason"),
    "passage.quoted": gettext_lazy("The brand’s knowledge was quoted"),
    "text.sourced": gettext_lazy("It was said where pasted words come from"),
    "text.adapted": gettext_lazy("A text was adapted"),
    "variant.approved": gettext_lazy("Exactly this was approved"),
    "review.asked": gettext_lazy("A review was asked for"),
    "review.sent_back": gettext_lazy("It was sent back to its author"),
    "review.withdrawn": gettext_lazy("The approval was withdrawn"),
    "delivery.sent": gettext_lazy("It went out"),
    "delivery.unknown": gettext_lazy("It was not known whether it went out"),
    "delivery.refused": gettext_lazy("The network refused it"),
    "delivery.held": gettext_lazy("It was held"),
    "delivery.resumed": gettext_lazy("It was let go on"),
    "delivery.retried": gettext_lazy("It was tried once more"),
    "delivery.settled": gettext_lazy("It was found on the network"),
    "delivery.edited": gettext_lazy("The change was made"),
    "delivery.taken_down": gettext_lazy("It was taken down"),
    "amendment.asked.edit": gettext_lazy("Other words were asked for"),
    "amendment.asked.delete": gettext_lazy("Taking it down was asked for"),
    "amendment.approved.edit": gettext_lazy("Exactly this change was approved"),
    "amendment.approved.delete": gettext_lazy("Taking it down was approved"),
    "amendment.withdrawn": gettext_lazy("The change was withdrawn"),
}
_ACTORS: dict[str, Words] = {
    "person": gettext_lazy("a person"),
    "agent": gettext_lazy("a program"),
    "house": gettext_lazy("the studio by itself"),
}


@dataclass(frozen=True)
class Rule:
    """One rule: what it is about, and what holds."""

    about: Words
    says: Words


def rules(policy: Policy) -> list[Rule]:
    """A policy as sentences."""
    found = [Rule(_TASKS[task], _ALLOWED[policy.allows(task)]) for task in Task]
    label = gettext(
        "on the post when a machine wrote %(percent)s %% or more; in this record always."
    ) % {"percent": policy.label_from}
    found.append(Rule(gettext("Label"), label))
    found.append(
        Rule(
            gettext("Law"),
            gettext("labels follow the rules of: %(where)s.")
            % {"where": ", ".join(str(_LAW[one]) for one in _LAW if one in policy.jurisdictions)},
        )
    )
    roles = [ROLES[role] for role in ROLES if role in policy.approvers]
    own = (
        gettext("The author may be the one who approves.")
        if policy.own_work
        else gettext("Never by its author alone.")
    )
    found.append(
        Rule(
            gettext("Approval"),
            gettext("every post, by %(who)s of ours. %(own)s")
            % {"who": _either(roles), "own": own},
        )
    )
    return found


# What is said of the credential in a picture's file.
CREDENTIALS: dict[str, Words] = {
    "trusted": gettext_lazy("signed by us"),
    "valid": gettext_lazy("signed by others; the signature holds"),
    "invalid": gettext_lazy("came with a signature that does not hold"),
    "unreadable": gettext_lazy("came with a signature that cannot be read"),
    "none": gettext_lazy("not signed"),
}


@dataclass(frozen=True)
class Tool:
    """A tool that took part, and what for, in words."""

    task: Words
    name: str


def tools(uses: Sequence[Use]) -> list[Tool]:
    """Which tools took part, in words; a model that is not named is said to be so."""
    return [
        Tool(_TASKS[Task(one.task)], one.tool or gettext("a model that is not named"))
        for one in uses
    ]


@dataclass(frozen=True)
class Gone:
    """How a post is named that is out no more, and what is said of it."""

    title: str
    since: str
    says: str


def gone(when: str, *, taken_down: bool) -> Gone:
    """In words: it was taken down from its network, or away from the studio's plan and site."""
    if taken_down:
        return Gone(
            gettext("A post that was taken down"),
            gettext("Taken down %(when)s") % {"when": when},
            gettext("This post was taken down: %(when)s. Only its record stays.") % {"when": when},
        )
    return Gone(
        gettext("A post that was taken away"),
        gettext("Taken away %(when)s") % {"when": when},
        gettext("This post was taken away: %(when)s. Only its record stays.") % {"when": when},
    )


def act(kind: str) -> Words:
    """What an entry of the ledger tells; its own name where we have no better words."""
    return _ACTS.get(kind, kind)


def actor(kind: str) -> Words:
    return _ACTORS.get(kind, kind)


def _either(words: Sequence[Words]) -> str:
    if len(words) < 2:
        return "".join(str(word) for word in words) or gettext("nobody")
    head = ", ".join(str(word) for word in words[:-1])
    return gettext("%(some)s or %(last)s") % {"some": head, "last": words[-1]}
