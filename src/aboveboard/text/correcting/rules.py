"""Rules of our own: slips of the hand and of typography that can be judged without a dictionary.

Sources: Butterick's Practical Typography (quotes, dashes, apostrophes); Lexique des règles
typographiques de l'Imprimerie nationale (French spaces and capitals); Duden D 12–D 71; Onze Taal
(Dutch capitals); A magyar helyesírás szabályai, 12th edition (rules 145, 298, 299).
"""

from collections.abc import Callable, Iterator

import regex

from aboveboard.text.abbreviations import MONTHS
from aboveboard.text.correcting.correction import Correction, Sure
from aboveboard.text.correcting.veiled import VEIL
from aboveboard.text.languages import COMMON
from aboveboard.text.tables import words

SOURCE = "A rule of the studio"
NARROW, FIXED = "\u202f", "\u00a0"
_GAP = rf"[ {FIXED}{NARROW}]"
# Words that are said twice in a row rightly, or as often as not.
TWICE = {
    "en": words("that had it is in on an by this"),
    "nl": words("dat die zijn het is van je er en"),
    "fr": words("nous vous il en elle que est"),
    "de": words("die das der sie den dem ihr sind"),
    "hu": words("az ez már még itt ott el ki be csak"),
}
_DOUBLED = regex.compile(r"(?<![\p{L}\p{N}'’-])(\p{L}+)[ \n]+(\1)(?![\p{L}\p{N}'’-])", regex.I)
_DAYS = {
    "en": words("monday tuesday wednesday thursday friday saturday sunday"),
    "nl": words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    "fr": words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "de": words("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    "hu": words(
        "hétfő kedd szerda csütörtök péntek szombat vasárnap hétfőn kedden szerdán "
        "csütörtökön pénteken szombaton"
    ),
}
# Months that are something else as well: a verb, a name, an adjective.
_AMBIGUOUS = words("may march august mars mei mai")
_LANGUAGES_EN = words(
    "english dutch french german hungarian spanish italian british american european"
)
_PEOPLE_NL = words(
    "nederlands engels frans duits hongaars spaans italiaans belgisch europees "
    "nederlandse engelse franse duitse hongaarse spaanse italiaanse belgische "
    "europese amsterdamse"
)
_OPENS = regex.compile(
    r"(?:^|[.!?…:;•|→–—\n(\[\"“„«»‘>*_\uE000]|\p{Emoji_Presentation}\uFE0F?|- )\s*$"
)
_STRAIGHT = regex.compile(r'(?<![\p{L}\p{N}"])"([^"\n]{1,200}?)"(?![\p{L}\p{N}"])')
_QUOTED = {
    "fr": (regex.compile(r"[“„]([^“”„\n]{1,200})[”“]"), f"«{NARROW}", f"{NARROW}»"),
    "de": (regex.compile(r"“([^“”„\n]{1,200})”"), "„", "“"),
    "hu": (regex.compile(r"“([^“”„\n]{1,200})”"), "„", "”"),
    "en": (regex.compile(r"„([^“”„\n]{1,200})[“”]|«\s?([^«»\n]{1,200}?)\s?»"), "“", "”"),
    "nl": (regex.compile(r"«\s?([^«»\n]{1,200}?)\s?»"), "‘", "’"),
}

Rule = Callable[[str, str], Iterator[Correction]]


def rule_corrections(text: str, lang: str) -> Iterator[Correction]:
    """What these rules say of a veiled text; some may touch each other."""
    for rule in (_doubled, _spaces, _quotes, _marks, _capitals):
        yield from rule(text, lang)


def found(
    text: str, start: int, end: int, instead: str, *, kind: str, why: str, sure: Sure = "sure"
) -> Correction:
    return Correction(start, end, text[start:end], (instead,), kind, why, SOURCE, sure)


def _doubled(text: str, lang: str) -> Iterator[Correction]:
    for match in _DOUBLED.finditer(text):
        word = match[1].casefold()
        if word in COMMON[lang] and word not in TWICE[lang]:
            yield found(
                text,
                match.end(1),
                match.end(),
                "",
                kind="doubled",
                why="This word stands here twice.",
            )


def _spaces(text: str, lang: str) -> Iterator[Correction]:
    if lang == "fr":
        yield from _french(text)
        before = ",.…"
    else:
        before = ",.;:!?"
    for match in regex.finditer(
        rf"(?<=[\p{{L}}\p{{N}}]){_GAP}+(?=[{before}](?![\p{{L}}\p{{N}}.,)(\]\\/DPp-]))", text
    ):
        yield found(
            text, *match.span(), "", kind="space_before", why="No space stands before this mark."
        )
    for match in regex.finditer(r"(?<=\p{L}) ,(?=\p{L}{2})", text):
        yield found(
            text, *match.span(), ", ", kind="space_before", why="No space stands before this mark."
        )
    for match in regex.finditer(r"(?<=\p{L}{2})([,;!?])(?=\p{L}{2})", text):
        yield found(
            text,
            *match.span(),
            f"{match[0]} ",
            kind="space_after",
            why="A space is missing after this mark.",
        )
    for match in regex.finditer(r"(?<=\p{Ll}{3})\.(?=\p{Lu}\p{Ll}+\b)", text):
        yield found(
            text,
            *match.span(),
            ". ",
            kind="space_after",
            why="A space is missing after this mark.",
            sure="likely",
        )
    for match in regex.finditer(r"(?<=[\p{L},;])(?: {2,})(?=\p{L})", text):
        yield found(text, *match.span(), " ", kind="spaces", why="One space is enough here.")


def _french(text: str) -> Iterator[Correction]:
    """A narrow no-break space before ; ! ? and », a full one before a colon."""
    why = "In French a no-break space stands before this mark."
    for match in regex.finditer(r"(?<=[\p{L}\p{N})%€])( ?)([;!?:»]+)(?=\s|$)", text):
        gap = FIXED if match[2][0] == ":" else NARROW
        kind = "no_break" if match[1] else "french_space"
        sure: Sure = "likely" if match[1] else "sure"
        yield found(text, *match.span(), gap + match[2], kind=kind, why=why, sure=sure)
    for match in regex.finditer(r"«( ?)(?=[\p{L}\p{N}])", text):
        yield found(
            text,
            *match.span(),
            f"«{NARROW}",
            kind="no_break" if match[1] else "french_space",
            why="In French a no-break space stands after this mark.",
        )


def _quotes(text: str, lang: str) -> Iterator[Correction]:
    pattern, opening, closing = _QUOTED[lang]
    patterns = [pattern] if lang in ("en", "nl") else [pattern, _STRAIGHT]
    why = "This language has other quotation marks."
    for one in patterns:
        for match in one.finditer(text):
            inside = next(group for group in match.groups() if group is not None)
            if VEIL in inside:
                continue
            yield found(
                text,
                *match.span(),
                f"{opening}{inside.strip()}{closing}",
                kind="quotes",
                why=why,
                sure="likely" if one is _STRAIGHT else "sure",
            )


def _marks(text: str, lang: str) -> Iterator[Correction]:
    for match in regex.finditer(
        r"(?<=[\p{L}\p{N}.,!?)”“\"»]) (?:-|--) (?=[\p{L}\p{N}„“\"«(])", text
    ):
        yield found(
            text,
            *match.span(),
            " – ",
            kind="dash",
            why="A dash is longer than a hyphen.",
            sure="likely",
        )
    for match in regex.finditer(r"(?<=\p{L})[´`](?=\p{L})", text):
        yield found(
            text, *match.span(), "’", kind="apostrophe", why="This is an accent, not an apostrophe."
        )
    for match in regex.finditer(r"(?<=\p{L})\.\.(?![.\p{N}\p{L}/])", text):
        yield found(
            text,
            *match.span(),
            "…",
            kind="dots",
            why="One full stop or three, not two.",
            sure="likely",
        )


def _capitals(text: str, lang: str) -> Iterator[Correction]:
    names = _DAYS[lang] | {month for month in MONTHS[lang] if len(month) > 4} - _AMBIGUOUS
    upper = lang in ("en", "de")
    for match in regex.finditer(r"(?<![\p{L}\p{N}'’_-])\p{L}+(?![\p{L}\p{N}_-])", text):
        word, start = match[0], match.start()
        folded = word.casefold()
        if upper and word.islower() and folded in names:
            yield found(
                text,
                *match.span(),
                word.capitalize(),
                kind="capital",
                why="Days and months are written with a capital here.",
            )
        elif not upper and word.istitle() and folded in names and not _stands_first(text, start):
            if not _festive(text, match.start(), match.end(), lang):
                yield found(
                    text,
                    *match.span(),
                    folded,
                    kind="capital",
                    why="Days and months are written without a capital here.",
                    sure="likely",
                )
        elif word.islower() and (
            (lang == "en" and folded in _LANGUAGES_EN) or (lang == "nl" and folded in _PEOPLE_NL)
        ):
            yield found(
                text,
                *match.span(),
                word.capitalize(),
                kind="capital",
                why="Languages and what belongs to a country take a capital here.",
            )


def _stands_first(text: str, start: int) -> bool:
    """Whether a capital is due anyway: a sentence or line begins here, or a heading in capitals."""
    if _OPENS.search(text, max(0, start - 8), start):
        return True
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    long = [word for word in regex.findall(r"\p{L}+", line) if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.6 * len(long)


def _festive(text: str, start: int, end: int, lang: str) -> bool:
    """Days with a name of their own: Goede Vrijdag, le 14 Juillet, Vendredi saint."""
    before, after = text[max(0, start - 12) : start], text[end : end + 8]
    if regex.search(r"\p{Lu}\p{Ll}+ $", before):
        return True
    if lang == "fr":
        return bool(
            regex.search(r"(?:14|11|8|1er|1ᵉʳ) $", before) or after.startswith((" saint", " Saint"))
        )
    return bool(regex.search(r"\d\.? $", before)) and lang == "hu"
