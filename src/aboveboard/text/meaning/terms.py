"""The words of a sentence that say something, with what they mean and whether they are denied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from aboveboard.text.found.names import fold
from aboveboard.text.meaning.denials import AFTER, IDLE, NARROW, WIDE
from aboveboard.text.meaning.lexicon import Sense, lexicon_of, sense, tokens
from aboveboard.text.quantity import Quantity
from aboveboard.text.sentences import sentences

_CLAUSE = {
    lang: regex.compile(rf"[,;:.!?](?=\s|$)|[()•|\n]|\s[–—-]\s|\s(?:{joints})\s", regex.IGNORECASE)
    for lang, joints in {
        "en": "but|however|except", "nl": "maar|behalve", "fr": "mais|sauf",
        "de": "aber|sondern|außer", "hu": "de|hanem",
    }.items()
}  # fmt: skip
# What denies only what follows it in its clause.
_AHEAD = regex.compile(r"no|geen|aucune?|kein(?:e[nmrs]?)?", regex.IGNORECASE)
_FREE = regex.compile(r".{3,}(?:-free|vrije?|frei(?:e[nmrs]?)?|mentes(?:en|ek)?|t[ae]lan(?:ul)?)")


@dataclass(frozen=True, slots=True)
class Term:
    """A word that carries something: its rows, else only its letters (`word`).

    `denied` tells whether its clause says that it is not so, `sharply` whether just it is denied.
    """

    start: int
    end: int
    word: str
    names: frozenset[str]
    denied: bool
    sharply: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence read: its terms, its plain words and words of praise counted."""

    start: int
    end: int
    text: str
    lang: str
    terms: tuple[Term, ...]
    words: int
    fond: int
    denies: bool


def read(text: str, lang: str, stated: Iterable[Quantity]) -> tuple[Said, ...]:
    """The sentences of a text, each with its terms; `stated` are the text's quantities."""
    held, days = [], []
    for q in stated:
        if q.kind not in ("name", "negation"):
            held.append((q.span.start, q.span.end))
        if q.kind == "weekday":
            days.append((q.span.start, q.span.end))
    return tuple(_sentence(one.start, one.text, held, days, lang) for one in sentences(text, lang))


_NTH = {
    lang: {word: at + 1 for at, forms in enumerate(said.split("|")) for word in forms.split()}
    for lang, said in {
        "en": "first|second|third|fourth|last",
        "nl": "eerste|tweede|derde|vierde|laatste",
        "fr": "premier|deuxieme second|troisieme|quatrieme|dernier",
        "de": "erste ersten erster|zweite zweiten|dritte dritten|vierte vierten|letzte letzten",
        "hu": "elso|masodik|harmadik|negyedik|utolso",
    }.items()
}
_Spans = Sequence[tuple[int, int]]


def _sentence(start: int, text: str, held: _Spans, days: _Spans, lang: str) -> Said:
    found = [
        (first, last, _TOLD_APART.get(text[first:last].casefold(), word))
        for first, last, word in tokens(text)
    ]
    flat = [word for _, _, word in found]
    lexicon = lexicon_of(lang)
    denied = _denied(text, lang)
    terms: list[Term] = []
    fond = 0
    at = 0
    while at < len(found):
        first, last, word = found[at]
        size = 1
        if (nth := _NTH.get(lang, {}).get(word)) and any(0 < a - start - last < 4 for a, _ in days):
            # "The first Sunday of the month".
            name = frozenset({f"nth{nth}"})
            terms.append(Term(start + first, start + last, word, name, False))
        if any(a < start + last and start + first < b for a, b in held) or denied.covers(first):
            at += 1
            continue
        if phrase := lexicon.phrase(flat, at):
            size, meant = phrase
            last = found[at + size - 1][1]
        else:
            meant = sense(word, lang)
        at += size
        if meant.fond:
            fond += 1
        if meant.plain and lang != "de" and first > 2 and text[first].isupper():
            # A name that is written like a plain word.
            meant = Sense() if text[first - 2] not in ".!?:…•\n" else meant
        if meant.plain or meant.fond or (not meant.names and not _telling(word)):
            continue
        no = denied(first, last) != meant.opposite
        bare = bool(_FREE.fullmatch(word) and meant.names - {"free"})
        sharp = no and (bare or denied.sharply(first, last))
        terms.append(Term(start + first, start + last, word, meant.names, no != bare, sharp))
    return Said(
        start,
        start + len(text),
        text,
        lang,
        _with_free(terms, text, lang),
        len(found),
        fond,
        denied.any,
    )


# Words that only an accent tells from others: closed, and a farm.
_TOLD_APART = {"fermé": "fermee", "fermés": "fermee"}
_NOTHING = {
    "en": r"nothing|an? (?:penny|cent)", "nl": r"niets|niks|geen cent", "fr": r"rien|un centime",
    "de": r"nichts|keinen Cent", "hu": r"semmi(?:be|t)?|egy fillér\p{L}*"
}  # fmt: skip


def _with_free(terms: list[Term], text: str, lang: str) -> tuple[Term, ...]:
    """The terms, where "costs nothing" and "pays nothing" are read as "free"."""
    paid = [t for t in terms if not t.names.isdisjoint({"price", "pay"})]
    if not paid or not _found(_NOTHING.get(lang, "(?!)"), text):
        return tuple(terms)
    return tuple(
        replace(t, names=frozenset({"free"}), denied=False)
        if t in paid
        else replace(t, denied=False)
        for t in terms
    )


def _telling(word: str) -> bool:
    return len(word) >= 3 and not word[0].isdigit()


class _Denials:
    def __init__(self, text: str, lang: str) -> None:
        lang = lang if lang in WIDE else "en"
        cuts = [0, *(m.start() for m in _CLAUSE[lang].finditer(text)), len(text) + 1]
        idle = [m.span() for m in _found(IDLE[lang], text)]
        self._spans: list[tuple[int, int]] = []
        self._sharp: list[tuple[int, int]] = []
        self._words = [m.span() for m in _found(WIDE[lang], text) if " " in m.group()]
        for match in _found(WIDE[lang], text):
            at = match.start()
            if not any(a <= at < b for a, b in idle):
                left = max(cut for cut in cuts if cut <= at)
                right = min(cut for cut in cuts if cut > at)
                # "Elefanten gibt es keine" denies what stands before.
                more = any(c.isalpha() for c in text[match.end() : right])
                left = at if more and _AHEAD.fullmatch(match.group()) else left
                self._spans.append((left, right))
                if left == at:
                    self._sharp.append((left, right))
        for match in _found(NARROW[lang], text):
            right = min(cut for cut in cuts if cut > match.start())
            self._sharp.append((match.end(), _after(text, match.end(), right)))
        for match in _found(AFTER.get(lang, "(?!)"), text):
            self._sharp.append((_before(text, match.start()), match.start()))
        self._spans += self._sharp

    @property
    def any(self) -> bool:
        """Whether anything is denied."""
        return bool(self._spans)

    def sharply(self, start: int, end: int) -> bool:
        """Whether a place is what is denied itself: the thing after "without" or "no"."""
        return any(a <= start and end <= b for a, b in self._sharp)

    def covers(self, at: int) -> bool:
        """Whether a place is inside a denial of several words ("stay outside")."""
        return any(a <= at < b for a, b in self._words)

    def __call__(self, start: int, end: int) -> bool:
        return any(a <= start and end <= b for a, b in self._spans)


@lru_cache(maxsize=4_000)
def _denied(text: str, lang: str) -> _Denials:
    return _Denials(text, lang)


@lru_cache(maxsize=64)
def _pattern(words: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{words})(?:(?<=['’])|(?!\p{{L}}))", regex.IGNORECASE)


def _found(words: str, text: str) -> list[regex.Match[str]]:
    # French denies with two words; they are one denial.
    found = list(_pattern(words).finditer(text))
    kept: list[regex.Match[str]] = []
    for match in found:
        flat = fold(match.group())
        if kept and flat in ("pas", "jamais", "rien", "aucun", "aucune"):
            before = fold(kept[-1].group())
            if before.startswith("n") and match.start() - kept[-1].end() < 30:
                continue
        kept.append(match)
    return kept


def _after(text: str, at: int, stop: int) -> int:
    """The end of the second word after a place, within the clause."""
    words = [m.end() for m in regex.finditer(r"\p{L}[\p{L}\p{M}'’-]*", text[at:stop])][:2]
    return at + words[-1] if words else stop


def _before(text: str, at: int) -> int:
    words = [m.start() for m in regex.finditer(r"\p{L}[\p{L}\p{M}'’-]*", text[:at])][-1:]
    return words[0] if words else at
