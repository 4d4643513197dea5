"""What a clause of a source denies outright and a sentence says: "no interval", "pets not allowed".

The clause has next to no word that the sentence lacks, nothing else that is known says what it
denies, and the sentence itself denies nothing.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence

import regex

from aboveboard.text.facts import Fact, Facts
from aboveboard.text.meaning.terms import Said, Term
from aboveboard.text.quantity import Quantity
from aboveboard.text.segments import between

_CUT = regex.compile(
    r"[,;:.(](?=\s|$)|\s[–—-]\s|\s(?:and|but|en|maar|et|mais|und|aber|sondern|és|de|hanem)\s",
    regex.IGNORECASE,
)
# So much of a clause a sentence holds, and so much a word tells that both have.
_WHOLE, _TELLING = 0.85, 0.45
# How many facts are looked at, those nearest to the sentence.
_LOOKED_AT = 40
# What denies without being a denial: "tandems aside", "skis come on top", "it takes a break".
_APART = regex.compile(
    r"(?<!\p{L})(?:aside|except|apart|without|only|extra|on top|instead|break|skip\p{L}*|"
    r"rests?|resting|clos\p{L}*|shut|forbid\p{L}*|banned|cancel\p{L}*|behalve|uitgezonderd|zonder|"
    r"alleen|apart|bovenop|pauze\p{L}*|rust\p{L}*|gesloten|dicht|verbod\p{L}*|verval\p{L}*|ontbre\p{L}*|"
    r"sauf|hormis|excepté|sans|seul\p{L}*|uniquement|en plus|supplément|relâche|pause|ferm\p{L}*|"
    r"interdit\p{L}*|annul\p{L}*|manqu\p{L}*|außer|nein|ausgenommen|ohne|nur|zusätzlich|Aufpreis|\p{L}*pause|ruh\p{L}*|geschlossen|"
    r"verboten|entf[aä]ll\p{L}*|fehl\p{L}*|kivéve|kivételével|nélkül|csak|kizárólag|külön|felár\p{L}*|"
    r"plusz\p{L}*|szünet\p{L}*|kimarad\p{L}*|zárva|tilos|elmarad\p{L}*|hiány\p{L}*)(?!\p{L})",
    regex.IGNORECASE,
)


def denied_outright(
    said: Said, stated: Sequence[Quantity], scores: Mapping[int, float], facts: Facts
) -> Fact | None:
    """The fact that denies what a sentence says; `scores` are those of the facts it touches."""
    denies = any(q.kind == "negation" for q in stated) or any(term.denied for term in said.terms)
    if denies or _APART.search(said.text):
        return None
    for place in heapq.nlargest(_LOOKED_AT, scores, key=lambda place: (scores[place], -place)):
        fact = facts.all[place]
        if any(fact.keys.values()) and any(
            _denies(clause, said, facts) for clause in _clauses(fact)
        ):
            return fact
    return None


def _denies(clause: Sequence[Term], said: Said, facts: Facts) -> bool:
    shared = [
        (term, ours)
        for term in clause
        if (ours := [one for one in said.terms if not _apart(facts, one, term)])
    ]
    if not shared or not all(term.denied for term, _ in shared):
        return False
    whole = sum(facts.weight(term) for term in clause)
    held = sum(facts.weight(term) for term, _ in shared)
    ours = [one for _, some in shared for one in some]
    return (
        held >= _WHOLE * whole
        and max(facts.weight(one) for one in ours) >= _TELLING
        and any(facts.signs(one) == {True} for one in ours)
    )


def _apart(facts: Facts, one: Term, other: Term) -> bool:
    return facts.meant(one).isdisjoint(facts.meant(other))


def _clauses(fact: Fact) -> Iterator[list[Term]]:
    for first, last in between(fact.said, _CUT):
        if found := [term for term in fact.said.terms if first <= term.start < last]:
            yield found
