"""What speaks for and against a sentence's being borne out, measured from its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from aboveboard.text.bound import holding, other_day
from aboveboard.text.compare import agrees
from aboveboard.text.facts import Fact, Facts, Near
from aboveboard.text.knowledge import Index
from aboveboard.text.limited import LIMITS
from aboveboard.text.meaning.groups import BINDING, COVERS, SCENERY, SOFT
from aboveboard.text.meaning.terms import Said, Term
from aboveboard.text.quantity import Quantity
from aboveboard.text.segments import between
from aboveboard.text.stating import Mood
from aboveboard.text.weights import WEIGHTS

# What a fact counts for that holds a figure of the sentence, beside its words.
_FIGURE = 0.3
_SCENIC = 0.4
# How much of a difference in sign is more than a passing word.
_CLEAR = 0.25
# Figures that seldom agree by chance.
_TELLING = ("price", "percent", "measure", "date", "phone")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The measures of a sentence, with the words and facts that they come from."""

    new: tuple[Term, ...]
    away: tuple[Term, ...]
    near: tuple[Near, ...]
    against: Fact | None
    scores: dict[int, float]
    own: float
    measures: dict[str, float]


def weigh(
    said: Said,
    before: Said | None,
    stated: Sequence[Quantity],
    index: Index,
    lang: str,
    mood: Mood,
) -> Weighed:
    """How far the sources carry the words of a sentence; `before` is the sentence before it."""
    facts = index.facts
    context = [(t, 1.0 if mood.leans else 0.5) for t in before.terms] if before else []
    scores = facts.scores([*((term, 1.0) for term in said.terms), *context])
    near = facts.best(_with_figures(scores, stated, index))
    local = facts.around([one for one in near[:3] if one.score >= 0.6 * near[0].score])
    closest = facts.around([one for one in near[:3] if one.score >= 0.85 * near[0].score])
    if any(one.kind == "percent" for one in stated):
        closest.add("~discount")
        local.add("~discount")
    new: list[Term] = []
    away: list[Term] = []
    sums = dict.fromkeys(("rows", "letters", "bound", "far", "capital", "flipped"), 0.0)
    foreign = lang not in facts.languages
    for term in said.terms:
        if _flipped(facts, term) and not _both_deny(said, near, facts):
            sums["flipped"] += 1
        if "only" in term.names and any(0 <= q.span.start - term.end <= 12 for q in stated):
            # "Only €6" praises a price.
            continue
        held = max(_held(facts, term, None), float("~discount" in local and _is(term, "discount")))
        soft = bool(term.names) and term.names <= SOFT
        if held < 1:
            new.append(term)
            if term.names:
                sums["rows"] += (
                    0.15 if soft else (1 - held) * (_SCENIC if term.names <= SCENERY else 1.0)
                )
            else:
                sums["capital" if _capital(said, term, lang) else "letters"] += 1
        elif term.names & BINDING and _held(facts, term, closest) < 1:
            away.append(term)
            sums["bound"] += 1
        elif _held(facts, term, local) < 1:
            away.append(term)
            if not soft:
                sums["far"] += 1
    against = _against(
        said,
        before,
        [one for one in near if not other_day(stated, one.fact, index)],
        facts,
        timed=any(q.kind == "time" for q in stated),
        leans=mood.leans,
    )
    if against and (_denied_limit(stated, against) or _denied_elsewhere(stated, against)):
        against = None
    held_figures = [q for q in stated if q.kind in _TELLING and holding(index, q)]
    sober = not (mood.fond or mood.calls or mood.laughs or mood.jests or mood.opines)
    earnest = not (mood.laughs or mood.jests or mood.opines)
    own = _own(said, near, facts)
    left = _left(said, before, near, facts)
    surplus = max(sums["letters"] - left, 0.0)
    measures = {
        "rows": min(sums["rows"], 3.0) * sober,
        "any_row": float(sums["rows"] >= 0.5) * sober,
        "rows_moved": min(sums["rows"], 3.0) * (not sober),
        "letters": min(sums["letters"], 3.0) * sober * (not foreign),
        "letters_foreign": min(sums["letters"], 3.0) * sober * foreign,
        "letters_moved": min(sums["letters"], 3.0) * (not sober),
        "capital": min(sums["capital"], 1.0) * sober,
        "bound": min(sums["bound"], 2.0) * sober,
        "far": min(sums["far"], 3.0) * sober,
        "against": float(against is not None) * earnest,
        "flipped": min(sums["flipped"], 2.0) * earnest,
        "opposed": _opposed(said, before, near, facts) * earnest,
        "bound_opposed": float(_bound_opposed(said, near, facts)) * earnest,
        "paid": float(_paid(said, before, stated, index)) * earnest,
        "rows_own": min(sums["rows"], 3.0) * own * sober,
        "surplus": min(surplus, 2.0) * sober * (not foreign),
        "surplus_foreign": min(surplus, 2.0) * sober * foreign,
        "left": min(left, 4.0) * sober,
        "nothing": float(not said.terms),
        "trails": float(mood.trails) * sober,
        "figures": float(min(len(held_figures), 2)) * (against is None),
        "moved": float(not sober and not (against and earnest)),
        "adrift": float(own < 0.1 and not held_figures and not mood.leans) * sober,
        "adrift_told": float(own < 0.1 and not held_figures and mood.addresses) * sober,
    }
    return Weighed(tuple(new), tuple(away), tuple(near), against, scores, own, measures)


def _denied_limit(stated: Sequence[Quantity], fact: Fact) -> bool:
    """Whether the sentence tells a fact's limit by denying what is beyond it."""
    return any(q.kind == "negation" for q in stated) and any(
        q.kind == one.kind and q.hedge in _BEYOND and one.hedge in LIMITS and q.value == one.value
        for q in stated
        for one in fact.stated
    )


_BEYOND = ("over", "under", "min")


def _denied_elsewhere(stated: Sequence[Quantity], fact: Fact) -> bool:
    """Whether all that a fact denies is of other days, in parts that a semicolon sets off."""
    ours = [q for q in stated if q.kind == "weekday"]
    known = [q for q in fact.stated if q.kind == "weekday"]
    denying = [
        [day for day in known if first <= day.span.start < last]
        for first, last in between(fact.said, _PART)
        if any(term.denied and first <= term.start < last for term in fact.said.terms)
    ]
    return bool(ours and denying) and all(
        days and not any(agrees(q, day) for q in ours for day in days) for days in denying
    )


_PART = regex.compile(r";(?=\s)")


def _with_figures(
    scores: Mapping[int, float], stated: Sequence[Quantity], index: Index
) -> dict[int, float]:
    """The scores of facts, raised for those that hold a figure of the sentence."""
    raised = dict(scores)
    for quantity in stated:
        if quantity.kind in ("negation", "name"):
            continue
        for place in holding(index, quantity):
            raised[place] = raised.get(place, 0.0) + _FIGURE
    return raised


def _own(said: Said, near: Sequence[Near], facts: Facts) -> float:
    """The share of its own words that the nearest fact holds, from 0 to 1."""
    if not near or not said.terms:
        return 0.0
    keys = near[0].fact.keys
    whole = sum(facts.weight(term) for term in said.terms)
    shared = sum(facts.weight(t) for t in said.terms if not facts.meant(t).isdisjoint(keys))
    return shared / whole if whole else 0.0


def _left(said: Said, before: Said | None, near: Sequence[Near], facts: Facts) -> float:
    """How many words of the nearest fact the sentence leaves unsaid: room for a paraphrase."""
    if not near:
        return 0.0
    ours = {
        key
        for term in (*said.terms, *(before.terms if before else ()))
        for key in facts.meant(term)
    }
    return float(
        sum(
            ours.isdisjoint(facts.meant(term))
            for term in near[0].fact.said.terms
            if not term.names <= SOFT or not term.names
        )
    )


def _flipped(facts: Facts, term: Term) -> bool:
    """Whether each fact that speaks of a thing denies it and the sentence does not, or reverse."""
    if not term.names or term.names <= SOFT | SCENERY:
        return False
    signs = facts.signs(term)
    return bool(signs) and term.denied not in signs


def _both_deny(said: Said, near: Sequence[Near], facts: Facts) -> bool:
    """Whether the nearest fact denies the very thing that the sentence denies."""
    return bool(near) and any(
        term.denied and near[0].fact.keys.get(key) is True
        for term in said.terms
        for key in facts.meant(term)
    )


def _opposed(said: Said, before: Said | None, near: Sequence[Near], facts: Facts) -> float:
    """How much of what the nearest fact shares with the sentence one of the two denies."""
    if not near or near[0].score < 0.4 or _both_deny(said, near, facts):
        return 0.0
    fact = near[0].fact
    return sum(
        facts.weight(term)
        for term in said.terms
        if any(
            fact.keys.get(key, term.denied) != term.denied and key not in fact.mixed
            for key in facts.meant(term)
        )
    )


def _bound_opposed(said: Said, near: Sequence[Near], facts: Facts) -> bool:
    """Whether a term that binds ("with a reservation") is denied in one of sentence and fact."""
    if not near or near[0].score < 0.35:
        return False
    keys, mixed = near[0].fact.keys, near[0].fact.mixed
    return any(
        keys.get(key, term.denied) != term.denied and key not in mixed
        for term in said.terms
        if term.names & BINDING
        for key in facts.meant(term)
    )


def _paid(
    said: Said,
    before: Said | None,
    stated: Sequence[Quantity],
    index: Index,
) -> bool:
    """Whether it says "free" of what the nearest fact has a price for, or the other way round."""
    facts = index.facts
    free = any("free" in term.names and not term.denied for term in said.terms)
    ours = [one for one in stated if one.kind == "price"]
    if not free and not ours and not _ONE_COIN.search(said.text):
        return False
    topic = [
        term
        for term in (*said.terms, *(before.terms if before else ()))
        if "free" not in term.names and not (term.names and term.names <= SOFT)
    ]
    near = facts.best(facts.scores([(term, 1.0) for term in topic]))
    if not near or near[0].score < 0.3:
        return False
    fact = max(near, key=lambda one: one.score + 0.2 * _priced(one.fact, index)).fact
    prices = [one for one in fact.stated if one.kind == "price"]
    if free:
        return (
            bool(prices)
            and "~free" not in fact.keys
            and not any(one.kind in ("percent", "price", "duration", "number") for one in stated)
        )
    return not prices and fact.keys.get("~free") is False


_ONE_COIN = regex.compile(
    r"(?<!\p{L})(?:ein(?:en)?|one|a|un|een|één|egy) (?:euro|euró|pound|pond|livre|pfund|font)",
    regex.I,
)


def _priced(fact: Fact, index: Index) -> bool:
    """Whether a fact tells what something costs, or that it is free."""
    return "~free" in fact.keys or any(one.kind == "price" for one in fact.stated)


def _is(term: Term, name: str) -> bool:
    return term.names == {name}


def _capital(said: Said, term: Term, lang: str) -> float:
    """Whether a word looks like a name: a capital within, or (but for German) not at the start."""
    at = term.start - said.start
    word = said.text[at : term.end - said.start]
    if any(letter.isupper() for letter in word[1:]):
        return 1.0
    return float(lang != "de" and word[0].isupper() and at > 2)


def _held(facts: Facts, term: Term, keys: set[str] | None) -> float:
    held = facts.held(term, keys)
    if held < 1 and term.names:
        for name in term.names:
            for other in COVERS.get(name, ()):
                if facts.has(f"~{other}", keys):
                    return 1.0
    return held


def _against(
    said: Said,
    before: Said | None,
    near: Sequence[Near],
    facts: Facts,
    *,
    timed: bool,
    leans: bool,
) -> Fact | None:
    """The fact nearest to a sentence when it denies what the sentence says, or says what it denies.

    Words of both that carry a sign are compared, each weighed by how rare it is.
    """
    if not near:
        return None
    best = near[0].score
    agreeing: float = 0.0
    worst: tuple[float, Fact] | None = None
    for one in near:
        if one.score < 0.75 * best:
            break
        balance = _balance(said, before, one.fact, facts, timed=timed, leans=leans)
        if balance > 0:
            agreeing = max(agreeing, one.score)
        elif balance < -_CLEAR and worst is None:
            worst = one.score, one.fact
    if worst and worst[0] >= 0.25 and worst[0] > agreeing:
        return worst[1]
    return None


def _balance(
    said: Said, before: Said | None, fact: Fact, facts: Facts, *, timed: bool, leans: bool
) -> float:
    """Over 0 when the signs of the shared words agree, under 0 when they differ."""
    total = 0.0
    ours: dict[str, bool] = {}
    sharp = {k for t in said.terms if t.sharply for k in facts.meant(t)} | fact.sharp
    for term in said.terms:
        for key in facts.meant(term):
            ours[key] = term.denied
    denied = any(term.denied for term in said.terms) or _bare_denial(said)
    for term in before.terms if before else ():
        # What was named before is meant by a sentence that points to it or names nothing.
        if leans or not said.terms:
            for key in facts.meant(term):
                ours.setdefault(key, denied)
    for key, sign in ours.items():
        if key in fact.keys and key not in fact.mixed and not (timed and key == "~open"):
            faint = 0.3 if key[1:] in SCENERY | SOFT - BINDING - {"open"} else 1.0
            weight = faint * facts.rarity(key) * (2.0 if key[1:] in BINDING else 1.0)
            weight *= 3.0 if key in sharp and fact.keys[key] != sign else 1.0
            # Two denials of one thing seldom stand there by chance.
            weight *= 2.0 if sign and fact.keys[key] else 1.0
            total += weight if fact.keys[key] == sign else -weight
    return total


def _bare_denial(said: Said) -> bool:
    return said.denies


def doubt(measures: Mapping[str, float]) -> float:
    """The log odds that a sentence with these measures is not borne out."""
    return WEIGHTS[""] + sum(WEIGHTS.get(name, 0.0) * value for name, value in measures.items())
