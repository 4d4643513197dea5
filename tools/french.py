"""Adds to the French dictionary what each word is a form of, which npm's package leaves out.

Number and gender follow from its rules of endings; the gender of nouns and the forms of verbs come
from Lefff (B. Sagot, LGPL for linguistic resources) by npm's `french-words-gender-lefff` and
`french-verbs-lefff`. The tags are those of the dictionary that systems have.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from hunspell_files import put, words

# Rules of endings: of nouns, and of what has a feminine too.
_NOUNS = frozenset(("S.", "S=", "X.", "A.", "I."))
_BOTH = frozenset(("F.", "Fs", "Fc", "Fe", "F+", "Fx", "W.", "Wx"))
_RULE = re.compile(r"(SFX (\S\S) \S+ )([^\s/]+)(\S*) (\S+)$")
# The forms of verbs, whose entries say nothing themselves.
_VERB = re.compile(r"[a-pr-z][0-9A-Z]|q\w")
_SILENT = re.compile(r"aye(?:s|nt|r\w+)?$")
# Adjectives that have one form for both genders, by their ending or by themselves.
_EITHER = re.compile(r"\w{3,}(?:ique|iste|ible|able|aire|oire|phile|logue|estre|forme)$")
_ALSO = words(
    """
    rouge jaune rose mauve beige libre riche pauvre jeune large tendre sobre simple double triple
    rapide facile difficile utile inutile agile fragile habile sale propre calme triste drôle bête
    sage sévère moderne célèbre énorme immense unique même autre tiède acide humide solide timide
    vide souple complice solidaire classe adulte bio stable durable confortable rare maigre mince
    ferme juste honnête fidèle aimable chic sympa super local artiste élève enfant collègue membre
    quelque chaque notre votre leur maire capitaine juge ministre guide bénévole responsable
    gendarme pirate arbitre interprète architecte chef prof kiné vôtre nôtre goulasch soprano
    comptable psychologue maître touriste ivre âpre mixte vaste chaste digne
    """
)
_NUMBERS = words(
    """
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt
    trente quarante cinquante soixante cent mille mil septante octante nonante
    """
)
_ADVERBS = words(
    """
    tôt tard plus moins très trop assez aussi bien mal vite souvent toujours jamais encore déjà
    ici là loin près hier demain ensemble plutôt peu beaucoup tant autant presque surtout dehors
    dedans
    """
)
# What Lefff has otherwise than it is written.
_MENDED = {"inclure": ["inclus", "inclus", "incluse", "incluses"]}
_TENSES = {
    "P": "ipre", "S": "spre", "Y": "impe", "I": "iimp", "J": "ipsi", "T": "simp", "F": "ifut",
    "C": "cond",
}  # fmt: skip
_PERSONS = ("1sg", "2sg", "3sg", "1pl", "2pl", "3pl")
_PARTICIPLES = ("is:mas is:sg", "is:mas is:pl", "is:fem is:sg", "is:fem is:pl")


def add(folder: Path, verbs: Path, genders: Path) -> None:
    """Make `fr.dic` and `fr.aff` in a folder tell it, from Lefff's files."""
    affixes, entries = folder / "fr.aff", folder / "fr.dic"
    put(affixes, map(_rule, affixes.read_text("utf-8").splitlines()))
    known: Mapping[str, str] = json.loads(genders.read_text("utf-8"))
    told = [_entry(one, known) for one in entries.read_text("utf-8").splitlines()[1:]]
    told += _forms(json.loads(verbs.read_text("utf-8")))
    put(entries, [str(len(told)), *told])


def _rule(line: str) -> str:
    """A rule of an ending with the number, and the gender, of what it makes."""
    found = _RULE.match(line)
    if not found or found[2] not in _NOUNS | _BOTH:
        return line
    added, both = found[3], found[2] in _BOTH
    if added == "0":
        still = found[2] == "S=" or found[5].endswith(("x", "[sxz]"))
        tags = ("is:mas " if both else "") + ("is:inv" if still else "is:sg")
    elif both and added not in ("s", "x", "ux"):
        tags = "is:fem is:pl" if added.endswith("es") else "is:fem is:sg"
    else:
        tags = "is:mas is:pl" if both else "is:pl"
    return f"{line} {tags}"


def _entry(entry: str, genders: Mapping[str, str]) -> str:
    word, _, flags = entry.partition("/")
    told = genders.get(word) or genders.get(word.replace("œ", "oe"), "")
    gender = {"M": "mas", "F": "fem"}.get(told, "")
    first = flags[:2]
    if word in _NUMBERS:
        return f"{entry} po:nb is:epi is:inv"
    if first in _BOTH:
        return f"{entry} po:adj{' po:nom' if gender else ''}"
    if first in _NOUNS:
        if word in _ALSO or _EITHER.match(word) or not gender:
            return f"{entry} po:nom po:adj is:epi"
        return f"{entry} po:nom is:{gender}"
    if word in _ADVERBS or (word.endswith("ment") and not gender):
        return f"{entry} po:adv"
    if _VERB.match(flags):
        return entry
    if gender:
        still = word.endswith(("s", "x", "z"))
        return f"{entry} po:nom is:{gender} {'is:inv' if still else 'is:sg'}"
    return f"{entry} po:mot"


def _forms(verbs: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    for verb, tenses in verbs.items():
        if not verb.endswith(("er", "ir", "re")):
            continue
        yield f"{verb} st:{verb} po:v is:infi"
        for form in tenses.get("G", ()):
            yield f"{form} st:{verb} po:v is:ppre"
        made = _MENDED.get(verb, tenses.get("K", ()))
        for form, tags in zip(made, _PARTICIPLES, strict=False):
            if form != "NA":
                yield f"{form} st:{verb} po:v is:ppas {tags}"
        for code, tense in _TENSES.items():
            persons: dict[str, list[str]] = {}
            for form, person in zip(tenses.get(code, ()), _PERSONS, strict=False):
                if form != "NA":
                    persons.setdefault(form, []).append(f"is:{person}")
            for form, told in persons.items():
                yield f"{form} st:{verb} po:v is:{tense} {' '.join(told)}"
                if verb.endswith("ayer") and _SILENT.search(form):
                    # "Je paie" beside "je paye".
                    other = form.replace("aye", "aie")
                    yield f"{other} st:{verb} po:v is:{tense} {' '.join(told)}"
