"""People whom the sources name with what they are, and whether a sentence names them rightly."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

import regex

from aboveboard.text.found.calendar_words import FULL_MONTHS, WEEKDAYS
from aboveboard.text.found.names import fold, same_name
from aboveboard.text.knowledge import Index, Passage
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity
from aboveboard.text.spans import Span
from aboveboard.text.tables import words

_NAME = r"\p{Lu}\p{Ll}[\p{L}\p{M}'’]*"
_RUN = regex.compile(
    rf"(?<![\p{{L}}-]){_NAME}(?:-{_NAME})*(?:[ \u00a0](?:van|de|der|den|von|zu|du|la|le|ten|ter|"
    rf"{_NAME}(?:-{_NAME})*))*[ \u00a0]{_NAME}(?:-{_NAME})*"
)
# What somebody is or does, in five languages, by how the words begin (`~`) or as they are; one is
# another's rival where both are of a kind.
_ROLES = {
    "lead": words(
        "led leads lead run runs manage~ head headed director boss ceo leid~ geleid directeur "
        "directrice chef~ bedrijfsleid~ dirige gérant gérante responsable leit~ geleitet führt "
        "geführt~ geschäftsführ~ vezet~ igazgató~ ügyvezető~ vezérigazgató~ irányít~ "
        "at_the_helm in_charge aan_het_roer de_scepter aan_het_hoofd aan_de_leiding à_la_tête "
        "à_la_barre aux_commandes an_der_spitze am_ruder élén"
    ),
    "found": words(
        "founded founder founders opricht~ opgericht fondé fondée fondateur fondatrice gründ~ "
        "gegründet alapít~ fonda"
    ),
    "own": words("owner owners owned owns eigena~ propriétaire inhaber~ besitzer~ tulajdonos~"),
    "make": words(
        "roast~ baker bakes baked brewer brews brewed cook~ chemist maker makes made brander "
        "brandt bakker bakt brouw~ kok torréf~ boulang~ brass~ cuisin~ röst~ bäck~ brau~ koch "
        "köchin pörkö~ pék~ sörfőz~ szakács~"
    ),
    "teach": words(
        "teach~ instructor instructors trainer trainers coach~ tutor~ docent~ leraar lerares "
        "enseign~ professeur professeure moniteur monitrice lehr~ kursleit~ oktat~ tanár~ edző~"
    ),
    "heal": words(
        "doctor vet nurse dentist therapist arts dokter dierenarts médecin vétérinaire dentiste "
        "arzt ärztin tierarzt tierärztin zahnarzt orvos~ állatorvos~ fogorvos~ szakorvos~ "
        "gyermekfogász~ szájsebész~ fogszabályoz~ gyógytornász~"
    ),
}


def _any_of(some: Iterable[str]) -> str:
    return "|".join(
        regex.escape(one).replace(r"\~", r"\p{L}*").replace("_", r"\s") for one in sorted(some)
    )


_ROLE = regex.compile(
    rf"(?<!\p{{L}})(?:{'|'.join(f'(?P<{role}>{_any_of(some)})' for role, some in _ROLES.items())})"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
# A role and a name stand so many letters apart at most, with none of these marks between, further
# where a pronoun takes the name up; a comma parts them as so many letters do.
_NEAR, _FAR, _COMMA = 40, 80, 10
_TAKEN_UP = regex.compile(
    r"(?<!\p{L})(?:s?he(?:['’]s| is)|(?:zij|ze|hij) is|is (?:zij|ze|hij)|(?:elle|il) est|"
    r"ist (?:sie|er)|(?:sie|er) ist|ő) (?:\p{L}+ ){0,4}$",
    regex.IGNORECASE,
)
_APART = regex.compile(r"[;!?()]|(?<!\d)\.")
_IN_BRACKETS = regex.compile(r" \(")
# So many letters of a word tell it, whatever its ending.
_STEM = 5
_BEFORE = regex.compile(r"(\p{L}+)[ \u00a0]$")
# What stands before a family's name and is no given name.
_TITLES = regex.compile(
    r"(?:famili\p{L}*|famille|family|frau|herrn?|mevrouw|meneer|mr|mrs|ms|madame|monsieur|dr|doktor|"
    r"dokter|docteur|prof\p{L}*|firma|team|haus|hof|mester|meister\p{L}*|chef\p{L}*|maître|meester|"
    r"unser\p{L}*|our|onze|notre|nos|de|het|the|der|die|das|le|la|les|az?|und|and|en|et|és)",
    regex.IGNORECASE,
)
# Of whom "Harold's granddaughter" speaks is not Harold.
_KIN = regex.compile(r"(?<=['’]s)\s|['’]s?\s\p{Ll}|s?\s(?:Sohn|Tochter|Enkel)")
_BY = regex.compile(r"\s(?:by|door|par|von|durch)\s", regex.IGNORECASE)
_RELATED = (
    r"son|daughter|wife|husband|brother|sister|widow|zoon|dochter|vrouw|man|broer|zus|fils|fille|"
    r"femme|mari|frère|sœur|Sohn|Tochter|Frau|Mann|Bruder|Schwester|Enkel\p{L}*|Witwe"
)
_KIN_AFTER = regex.compile(
    rf"['’]s\s(?:{_RELATED})(?!\p{{L}})|\s(?:fi[aá]|lány|testvér|feleség|férj|báty|öccs|unok)\p{{L}}*",
    regex.IGNORECASE,
)
_KIN_BEFORE = regex.compile(
    rf"(?<!\p{{L}})(?:{_RELATED}) (?:of|van|de|du|des|der|von)(?: the| de| la| het| dem| der)? ?$",
    regex.IGNORECASE,
)
_JOINT = regex.compile(r",? ?(?:and|&|en|und|et|és|sowie|with|met|avec|mit) |, ", regex.IGNORECASE)
# A single word behind an article is no person's name.
_ONE = regex.compile(
    rf"(?<!(?:^|\W)(?i:the|de|het|la|le|die|der|das|dem|den|az?)\s)(?<![\p{{L}}-]){_NAME}(?![\p{{L}}-])"
)
_NUMBERED = regex.compile(r" \d")
_FIRST = regex.compile(r"(\p{L}+)[.:]?[ \u00a0]")
_NOUN = regex.compile(
    r"(?:ei|ung|heit|keit|schaft|statt|haus|hof|laden|halle|kurs|schule|tag|saal)$"
)
# With what a name may end that is known without it, folded.
_ENDING = regex.compile(
    r"(?<=\p{L}{3})(?:s|es|t|ee?|[aeo]t|n[ae]k|v[ae]l|tol|[oe]k|b[ae]n|h[oe]z|r[ae]|n[ae]l)$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a passage names beside what they are: the words of the name, folded."""

    passage: Passage
    words: frozenset[str]
    roles: frozenset[str]
    told: frozenset[str]
    """The beginnings of the words that tell the roles, and of those right before them."""
    span: Span


def people(index: Index) -> list[Person]:
    """Those whom the sources name with a role, read once for an index."""
    if index not in _READ:
        _READ[index] = [one for passage in index.passages for one in _in_passage(passage)]
    return _READ[index]


_READ: WeakKeyDictionary[Index, list[Person]] = WeakKeyDictionary()


def _in_passage(passage: Passage) -> Iterator[Person]:
    text = passage.source.text
    for name, roles, told in _named(text, _names(text)):
        yield Person(passage, _words(name.text), roles, told, name)


def _named(
    text: str, found: Iterable[Span]
) -> Iterator[tuple[Span, frozenset[str], frozenset[str]]]:
    """Names with the roles that stand beside them, nearer to no other, and how these are told."""
    names = list(found)
    beside: list[set[str]] = [set() for _ in names]
    told: list[set[str]] = [set() for _ in names]
    for role in _ROLE.finditer(text):
        if _KIN_AFTER.match(text, role.end()) or _KIN_BEFORE.search(
            text, max(0, role.start() - 24), role.start()
        ):
            continue
        near = []
        # "Otterbank is run by Nell Carrow"
        behind = _BY.match(text, role.end())
        for n, name in enumerate(names):
            left, right = sorted((role.span(), (name.start, name.end)))
            gap = right[0] - left[1]
            if not 0 <= gap <= _FAR or (behind and name.start < role.end()):
                continue
            if gap > _NEAR and not _TAKEN_UP.search(text, left[1], right[0]):
                continue
            inside = left[1] == name.end and _IN_BRACKETS.fullmatch(text, left[1], right[0])
            if inside or not _APART.search(text, left[1], right[0]):
                near.append((gap + _COMMA * text.count(",", left[1], right[0]), n))
        if near and role.lastgroup:
            beside[min(near)[1]].add(role.lastgroup)
            told[min(near)[1]] |= _told(text, role)
    for n, (one, other) in enumerate(pairwise(names)):
        if _JOINT.fullmatch(text, one.end, other.start):
            # "Founded by Aoife Brannigan and Luca Ferri"
            beside[n] |= beside[n + 1]
            beside[n + 1] |= beside[n]
            told[n] |= told[n + 1]
            told[n + 1] |= told[n]
    yield from zip(names, map(frozenset, beside), map(frozenset, told), strict=True)


def _told(text: str, role: regex.Match[str]) -> set[str]:
    """How a role is told: "műszaki igazgatónk" by "musza" and "igazg"."""
    if " " in role.group():
        # "At the helm" tells no more than who leads.
        return set()
    before = _BEFORE.search(text, max(0, role.start() - 24), role.start())
    said = [role.group(), *([before[1]] if before else [])]
    return {fold(word)[:_STEM] for word in said if len(word) >= _STEM}


def _names(text: str) -> Iterator[Span]:
    """Runs of two capitalised words and more, less what stands before them as a title or role."""
    for run in _RUN.finditer(text):
        start = run.start()
        while (first := _FIRST.match(text, start, run.end())) and (
            _ROLE.fullmatch(first[1]) or _TITLES.fullmatch(first[1])
        ):
            start = first.end()
        name = text[start : run.end()]
        # "Alte Ziegelei 3" is an address.
        if len(_words(name)) > 1 and not _NUMBERED.match(text, run.end()) and not _dated(name):
            yield Span(start, run.end(), name)


def _dated(name: str) -> bool:
    """Whether a day or month is in it: "Von Montag" is nobody."""
    return any(part.casefold() in _DAYS for part in regex.split(r"[ \u00a0-]+", name))


_DAYS = frozenset(
    name for table in (WEEKDAYS, FULL_MONTHS) for names in table.values() for name in names
)


def _words(name: str) -> frozenset[str]:
    parts = (part for part in regex.split(r"[ \u00a0-]+", name) if not _TITLES.fullmatch(part))
    return frozenset(fold(regex.sub(r"['’]s?$", "", part)) for part in parts)


def misnamed(said: Said, index: Index) -> Iterator[tuple[Quantity, tuple[Passage, Quantity], bool]]:
    """Names that are not those of the sources, with whom these name and whether that is a role's.

    Of a name one word is that of somebody known and another nobody's; or somebody known has a
    role that only others have.
    """
    known = people(index)
    if not known:
        return
    names = list(_names(said.text))
    for name, roles, told in _named(said.text, [*names, *_first_names(said.text, names, known)]):
        if _KIN.match(said.text, name.end):
            continue
        ours = _words(name.text)
        first = len(ours) == 1
        if own := [
            one for one in known if (ours <= one.words if first else _same(one.words, ours))
        ]:
            if other := _rival(roles, told, own, known):
                yield _stated(said, name), _known(other), True
            continue
        strange = [w for w in ours if not any(map(index.stands, (w, _ENDING.sub("", w))))]
        alike = [one for one in known if one.roles and _shared(ours, one.words)]
        if alike and strange and not any(_NOUN.search(word) for word in strange):
            yield _stated(said, name), _known(alike[0]), False


def _rival(
    roles: frozenset[str], told: frozenset[str], own: Sequence[Person], known: Sequence[Person]
) -> Person | None:
    """Who has the role that is told of somebody who has another."""
    rivals = [one for one in known if roles & one.roles and one not in own]
    if not any(one.roles for one in own):
        # Of whom no role is known, another may be: not the very same, nor the helm.
        same = [one for one in rivals if told <= one.told] if told else rivals
        return same[0] if len(same) == 1 else None
    if not any(roles & one.roles for one in own):
        return rivals[0] if rivals else None
    # Both lead, one as a technical director.
    mine = frozenset[str]().union(*(one.told for one in own))
    return next((one for one in rivals if told and told <= one.told - mine), None)


def _given(person: Person) -> str:
    """The name before the family's, in Hungarian behind it."""
    parts = person.span.text.split()
    return fold(parts[1 if person.passage.source.lang == "hu" else 0])


def _first_names(text: str, names: Sequence[Span], known: Sequence[Person]) -> Iterator[Span]:
    """Words that are the given name of one known person alone, outside the names found."""
    of: dict[str, set[frozenset[str]]] = defaultdict(set)
    for one in known:
        of[_given(one)].add(one.words)
    start = next((at for at, c in enumerate(text) if c.isalpha()), len(text))
    for match in _ONE.finditer(text):
        span = Span(match.start(), match.end(), match.group())
        alone = len(of.get(fold(match.group()), ())) == 1 and span.start != start
        if alone and not any(span.overlaps(name) for name in names):
            yield span


def _stated(said: Said, name: Span) -> Quantity:
    span = Span(said.start + name.start, said.start + name.end, name.text)
    return Quantity("name", same_name(name.text), "", span)


def _known(person: Person) -> tuple[Passage, Quantity]:
    return person.passage, Quantity("name", same_name(person.span.text), "", person.span)


def _same(known: frozenset[str], words: frozenset[str]) -> bool:
    """Whether all words of somebody known are among these."""
    return all(any(_inflected(word, one) for word in words) for one in known)


def _shared(words: frozenset[str], others: frozenset[str]) -> bool:
    return any(_inflected(word, other) for word in words for other in others)


def _inflected(word: str, known: str) -> bool:
    """Whether a word is a known one, perhaps with an ending ("Annának")."""
    return known in (word, _ENDING.sub("", word))
