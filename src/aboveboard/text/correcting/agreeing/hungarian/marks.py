"""Hungarian commas that part what belongs together, and such as somebody called upon asks for.

Source: A magyar helyesírás szabályai, 12th edition, rules 243, 247 and 249 to 253.
"""

from itertools import pairwise

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found, chains
from aboveboard.text.correcting.agreeing.hungarian.groups import beside, head
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    infinite,
    is_verb,
    owned,
    readings,
    several,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.row import fault
from aboveboard.text.correcting.agreeing.why import MARK
from aboveboard.text.tables import words

_EITHER = regex.compile(r"(?<one>\p{Ll}+)(?<gap>, )(?<join>vagy|és|meg) (?<other>\p{Ll}+)(?=[.!?])")
_CALLED = words(
    "gyerekek srácok fiúk lányok barátaim barátaink kedveseim emberek hölgyek urak skacok anyukák "
    "apukák szülők diákok vásárlóink kutyások gazdik vendégeink futók szomszédok kollégák apa "
    "anya barátom kicsim drágám haver kislányom kisfiam bringások kertészek olvasók"
)
_GREETS = words("sziasztok szia helló hello hahó köszönjük köszi gratulálunk szevasztok üdv")
_GREETED = words("reggelt napot estét éjszakát étvágyat")
_LEAD = words("ha amikor mivel miután amíg mire amint ahogy")
_AWAY = words("el be le át ki fel meg vissza ide össze oda")
_SHALL = words("leszünk leszek lesztek lesz lesznek")
_NO_CLAUSE = words("volna lenne mondjuk kérem kérjük legyen tessék")
_JOINS = words(
    "és s is de meg vagy azaz vagyis például mint ha ami aki amely illetve valamint mert hogy nem "
    "sem főleg különösen ahol amikor pedig ráadásul még egy sőt hanem csak de ugye sajnos"
)
_WHEN = words(
    "szombaton vasárnap pénteken hétfőn kedden szerdán csütörtökön szombat péntek délután délelőtt "
    "este reggel ma holnap jövő héten hétvégén a az nyáron télen"
)
_POSSIBLE = ("ható", "hető")


def marks(text: str) -> Found:
    """What stands before or behind a comma that is missing or too much."""
    row = list(chains(text))
    for c in row:
        yield from _called(c)
        if c.at(0) in _LEAD:
            yield from _if(c)
    for one, other in pairwise(row):
        between = text[one.spans[-1][1] : other.spans[0][0]]
        if between == ", " and one.first and other.after in (".", "!", "?"):
            yield from _parted(one, other)
    for match in _EITHER.finditer(text):
        yield from _either(text, match)


def _called(c: Chain) -> Found:
    """ "gyertek gyerekek", "sziasztok lányok", "gyerekek gyertek"."""
    last = len(c.low) - 1
    if c.at(last) in _CALLED and last and c.after in (",", "!", "?") and not c.named(last):
        lead = c.low[last - 1]
        k = last - 2 if lead in _AWAY and last > 1 else last - 1
        greeted = lead in _GREETS or (lead in _GREETED and c.at(last - 2) in ("jó", "szép"))
        if (greeted and last <= 2) or (_told(c.at(k), c.at(last)) and k <= 1):
            yield from c.put(last - 1, last, f"{c.said(last - 1)}, {c.said(last)}", MARK)
    elif c.first and last and c.at(0) in _CALLED and _told(c.at(1), c.at(0)):
        yield from c.put(0, 1, f"{c.said(0)}, {c.said(1)}", MARK)


def _told(word: str, whom: str) -> bool:
    """Whether somebody is told to do it: one, or several."""
    person = "PL_2" if several(whom) else "SG_2"
    forms = verb_forms(word)
    return bool(forms) and is_verb(word) and all(
        (one.startswith("SUBJ") and one.endswith(person)) or word in ("gyertek", "gyere")
        for one in forms
    )  # fmt: skip


def _if(c: Chain) -> Found:
    """ "ha van kedved gyere el", "ha esik az eső a teremben tartjuk"."""
    done = [k for k, one in enumerate(c.low) if k and (is_verb(one) or one in _SHALL)]
    if len(done) != 2 or _NO_CLAUSE & set(c.low):
        return
    k, m = done
    if any(infinite(one) and j != m - 1 for j, one in enumerate(c.low)):
        return
    at = 0
    if m == k + 1:
        at = m
    elif m == k + 2 and (c.at(k + 1) in _AWAY or "NOM" in cases(c.at(k + 1))):
        at = m if c.at(k + 1) in _AWAY or owned(c.at(k + 1)) else 0
    elif c.at(k + 1) in ("a", "az"):
        j = head(c, k + 1)
        if cases(c.at(j)) != {"NOM"}:
            return
        aims = j + 2 == m and infinite(c.at(j + 1)) == "bare"
        there = j + 2 == m and c.at(j + 1) in ("ott", "itt", "bent", "kint", "otthon")
        if j + 1 == m or aims or there or (c.at(j + 1) in ("a", "az") and beside(c, j + 1) == m):
            at = j + 1
    if at and not c.named(at - 1):
        yield from c.put(at - 1, at, f"{c.said(at - 1)}, {c.said(at)}", MARK)


def _parted(one: Chain, other: Chain) -> Found:
    """ "a szombati piacon, lekvárt árulunk", "az új tárlatunk, május végéig látható"."""
    if all(each in _WHEN for each in one.low) and len(one.low) < 4 and len(other.low) < 9:
        forms = verb_forms(other.at(0))
        if forms and all(each.startswith("PRES_INDIC") and "PL_1" in each for each in forms):
            a, b = one.spans[-1][0], other.spans[0][1]
            yield fault(one.text, (a, b), f"{one.said(len(one.low) - 1)} {other.said(0)}", MARK)
        return
    if one.at(0) not in ("a", "az") or other.at(0) in _JOINS or len(other.low) < 2:
        return
    j = head(one, 0)
    if j != len(one.low) - 1 or one.named(j) or not 1 <= j <= 3:
        return
    kinds = cases(one.at(j))
    start = next(({"ACC"} for each in other.low[:3] if cases(each) == {"ACC"}), set())
    verbs = [verb_forms(each) for each in other.low if is_verb(each)]
    if (
        len(verbs) > 1
        or {"nincs", "van", "más"} & set(other.low)
        or any("NOM" in kinds and other.named(k) for k in range(len(other.low)))
    ):
        return
    fits = False
    if kinds in ({"SUE"}, {"INE"}):
        ours = [form[-4:] in ("PL_1", "SG_1") for forms in verbs for form in forms]
        fits = bool(ours) and all(ours) and (start == {"ACC"} or is_verb(other.at(0)))
    elif "NOM" in kinds and any(each.part == "noun" or each.made for each in readings(one.at(j))):
        k = beside(other, 0)
        if not k and other.at(1).endswith("ig") and cases(other.at(1)) == {"TERM"}:
            k = 2
        last = other.at(k)
        third = all(tag.endswith("SG_3") for forms in verbs for tag in forms) and verbs
        may = last.endswith(_POSSIBLE) and k == len(other.low) - 1
        apart = verb_forms(last) and other.at(k + 1) in _AWAY and k == len(other.low) - 2
        fits = bool(k) and bool(
            may or apart or (third and is_verb(last)) or last in ("lesz", "játszik")
        )
        fits = fits and not any(
            "NOM" in cases(each) and each != last and not infinite(each) for each in other.low[2:]
        )
    if fits:
        a, b = one.spans[-1][0], other.spans[0][1]
        yield fault(one.text, (a, b), f"{one.said(j)} {other.said(0)}", MARK)


def _either(text: str, match: "regex.Match[str]") -> Found:
    """ "kávézni, vagy sütizni"."""
    one, other = match["one"], match["other"]
    lead = regex.split(r"[.!?:;(–\n]", text[max(0, match.start() - 200) : match.start()])[-1]
    if f" {match['join']} " in f" {lead.lower()}" or "," in lead:
        return
    bare = infinite(one) == "bare" and infinite(other) == "bare"
    kinds = cases(one)
    same = kinds == cases(other) and len(kinds) == 1 and "" not in kinds and kinds != {"NOM"}
    if bare or (same and match["join"] == "vagy"):
        a, b = match.span("one")[0], match.end()
        yield fault(text, (a, b), f"{one} {match['join']} {other}", MARK)
