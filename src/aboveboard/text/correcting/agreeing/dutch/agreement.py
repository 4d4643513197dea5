"""Dutch words that do not agree: d and t, de and het, endings, and small words that sound alike."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.dutch.clauses import CLAUSE_RULES, finite
from aboveboard.text.correcting.agreeing.dutch.endings import ENDING_RULES
from aboveboard.text.correcting.agreeing.dutch.forms import (
    compared,
    finite_of,
    is_infinitive,
    noun_of_many,
    past_of,
)
from aboveboard.text.correcting.agreeing.dutch.infinitives import INFINITIVE_RULES
from aboveboard.text.correcting.agreeing.dutch.names import NAME_RULES
from aboveboard.text.correcting.agreeing.dutch.nouns import nouns, relative
from aboveboard.text.correcting.agreeing.dutch.order import ORDER_RULES
from aboveboard.text.correcting.agreeing.dutch.phrases import phrases
from aboveboard.text.correcting.agreeing.dutch.subjects import SUBJECT_RULES
from aboveboard.text.correcting.agreeing.dutch.verbs import VERB_RULES
from aboveboard.text.correcting.agreeing.dutch.words import (
    AUXILIARIES,
    COMMON_ENDS,
    COMPARED,
    COUNTED,
    DETERMINERS,
    FINITE,
    NEUTER_ENDS,
    NUMBERS,
    OWNED,
    PAST,
    PEOPLE,
    PLAIN,
    PREPOSITIONS,
    STEMS,
    TWOFOLD,
    plain,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import AGREE, FORM, OTHER, SLIP
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_THIRD = words("hij men iedereen niemand iemand wie jij je u")
_WHEN = words(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag morgen vandaag vanavond "
    "vanmiddag dan nu daar hier er zo straks binnenkort hoe wat wanneer waar waarom daarom "
    "overmorgen volgens dit dat dus alles"
)
_SUBJECTS = words("hij ze men iedereen iemand het de een onze ons mijn deze dit die jullie")
_ASKED = words("wat hoe waar wanneer waarom daar hier dan zo zelf nu of als")
_OBJECTS = words("je jij jullie u al alle alles elke iedere graag ons de het een ook over jouw uw "
                 "niets iets")  # fmt: skip
_AFTER_JE = words("het dat dit deze die een ook niet er hier")
_AS_JE = words("ook lid vrijwilliger blij gelukkig rijk wakker ziek moe vanzelf donateur fit")
_OPENING = words(
    "voordat nadat totdat zodat doordat hoewel indien mits zodra sinds toen dan tenzij omdat "
    "tot wie wat die dat als of waar hoe zoals terwijl wanneer welke en maar want"
)
_REFLEXIVE = words("we wij jullie ze zij er")
_PLURAL_SUBJECTS = words("we wij jullie ze zij de")
_HUN = words("moeten mogen zullen zouden wilden konden moesten gingen kwamen deden werden zeiden "
             "kregen stonden zaten hadden waren hebben")  # fmt: skip
_NO_SUBJECT = PREPOSITIONS | {"als", "dan"}
_NOUNS = words("eten leven optreden werken streven vertrouwen verlangen denken handelen bestaan "
               "verleden zingen spelen kunnen weten vermogen wezen bezoeken lachen")  # fmt: skip
_SHORT = words("is was kan wil zal mag moet ga kom doe ben heb had ging kwam werd deed zei zag kon "
               "bent hebt heeft gaat komt wordt doen gaan staan zien zijn")  # fmt: skip
_THAN = words("de het een die dat deze onze mijn jouw je hun in op bij vorig vorige vroeger ooit "
              "normaal gewoonlijk gisteren jij hij ik zij wij jullie anders toen gedacht verwacht "
              "ons")  # fmt: skip
_SINGULAR = {"is": "zijn", "was": "waren", "wordt": "worden"}
_PLURALS = {"komt": "komen", "gaat": "gaan", "staat": "staan", "ligt": "liggen", "heeft": "hebben",
            "hangt": "hangen", "kan": "kunnen", "moet": "moeten", **_SINGULAR}  # fmt: skip
_JIJ = {"heeft": "heb", "hebt": "heb", "bent": "ben", "gaat": "ga", "staat": "sta", "komt": "kom",
        "doet": "doe", "ziet": "zie", "werkt": "werk", "krijgt": "krijg", "denkt": "denk",
        "zoekt": "zoek", "maakt": "maak", "neemt": "neem"}  # fmt: skip
_IK = {**_JIJ, "bent": "ben", "loopt": "loop", "vraagt": "vraag", "geeft": "geef", "zegt": "zeg"}
_ENGLISH = words("the to and of a you")
_WE = {"gaat": "gaan", "komt": "komen", "maakt": "maken", "doet": "doen", "staat": "staan",
       "heeft": "hebben", "wordt": "worden", "zoekt": "zoeken", "krijgt": "krijgen",
       "was": "waren", "had": "hadden", "kwam": "kwamen", "ging": "gingen", "zag": "zagen",
       "stond": "stonden", "deed": "deden", "kon": "konden", "moest": "moesten", "mag": "mogen",
       "kan": "kunnen", "wil": "willen", "zal": "zullen", "moet": "moeten", "maakte": "maakten",
       "werkte": "werkten", "bakte": "bakten", "haalde": "haalden", "speelde": "speelden",
       "wilde": "wilden", "bouwde": "bouwden", "vierde": "vierden", "vind": "vinden",
       "hoopte": "hoopten", "kookte": "kookten", "opende": "openden", "won": "wonnen",
       "kreeg": "kregen", "vond": "vonden", "werkt": "werken", "hoopt": "hopen"}  # fmt: skip
_JE = {"ben": "bent", "heb": "hebt", "ga": "gaat", "kom": "komt", "doe": "doet", "sta": "staat",
       "krijg": "krijgt", "neem": "neemt", "geef": "geeft", "betaal": "betaalt"}  # fmt: skip
_HIJ = {**_JE, "ben": "is", "heb": "heeft", "maak": "maakt", "krijg": "krijgt",
        "neem": "neemt", "geef": "geeft", "loop": "loopt", "denk": "denkt"}  # fmt: skip
_NUMBER = regex.compile(r"(?!0|1$)\d{1,4}$")
_ACTORS = words("klant chef kok gast bakker juf meester arts chefkok winkel gemeente school")
_PERSON = regex.compile(r"\p{L}{3,}(?:er|or|aar|ist|ster|ant|ent|in)$")
_TOLD = regex.compile(
    r"(?:(?:aan|af|in|op|uit|om|voor|door|over)?ge|be|ver|her|ont)\p{L}{2,}[dtn]$"
)
_ABOUT = words("gaat ging vraagt draait lacht denk geeft")
_INFINITIVES = words("kijken proeven bestellen vieren maken bezoeken genieten bewonderen winnen "
                     "reserveren ontdekken bakken ontmoeten beleven proberen")  # fmt: skip
_APART = {"aan": words("melden vragen"), "mee": words("doen nemen"), "langs": words("komen"),
          "in": words("schrijven"), "op": words("halen sturen geven"), "af": words("halen"),
          "uit": words("proberen nodigen"), "door": words("geven sturen")}  # fmt: skip


def agreement_nl(text: str) -> Iterator[Correction]:
    """What surely does not agree; some may touch each other."""
    line = Line(text)
    yield from phrases(text)
    for at, one in enumerate(line.tokens):
        if not one.hangs:
            for rule in _RULES:
                yield from rule(line, at)


def _stems(line: Line, at: int) -> Iterator[Correction]:
    """Verbs whose stem ends in d: "zaterdag word", "hij vind", "wordt jij", "ik vindt"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if low in STEMS and (line[at].word.islower() or after == "u") and _needs_t(line, at):
        yield line.fault(at, at + 1, f"{low}t", FORM)
    elif low.endswith("dt") and low[:-1] in STEMS:
        alone = line[at].first or before in _ASKED
        if (
            before == "ik"
            or after in ("ik", "jij")
            or (after == "je" and alone and low in ("vindt", "houdt", "biedt", "rijdt", "meldt")
                and line.low(at + 2) in _AFTER_JE)
            or (after == "je" and alone and line.low(at + 2) in _AS_JE)
        ):  # fmt: skip
            yield line.fault(at, at + 1, low[:-1], FORM)
        elif low in ("houdt", "meldt") and line[at].first and after in ("je", "jullie"):
            stop = line.stop(at)
            tail = line[stop].before if stop < len(line.tokens) else line.text[line[stop - 1].end :]
            if "?" not in tail:
                yield line.fault(at, at + 1, low[:-1], FORM)
        elif before in ("we", "wij", "jullie") and low == "wordt" and line.prev(at - 1) != "van":
            yield line.fault(at, at + 1, "worden", FORM)


def _needs_t(line: Line, at: int) -> bool:
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    said = line.sentence(at)
    if after in ("ik", "je", "jij") or "ik" in said:
        return False
    helped = any(one in AUXILIARIES for one in said if one != low)
    if low in TWOFOLD:
        return not helped and _with_subject(line, at)
    if after == "u" or before in _THIRD or (before in ("dat", "dit") and low not in TWOFOLD):
        return before not in ("je", "u") or line.prev(at - 1) not in PREPOSITIONS
    if before in _WHEN and (after in _SUBJECTS or low == "word"):
        return not line[at].first
    if low == "word" and before and before not in _OPENING and after not in (
        "lid", "fan", "vriend", "donateur", "abonnee", "of", "is", "on", "for", "nu", "ook"
    ):  # fmt: skip
        # A word that tells of what is done follows: "de speeltuin word geopend".
        tail = [one.low for one in line.tokens[at + 1 : line.clause(at)]]
        return any(_TOLD.match(one) for one in tail) or _with_subject(line, at, object_needed=False)
    return _with_subject(line, at, object_needed=False)


def _with_subject(line: Line, at: int, *, object_needed: bool = True) -> bool:
    """Whether a sentence begins with article and noun before the verb: "Ons atelier bied"."""
    begin = line.begin(at)
    if not 2 <= at - begin <= 3 or line[begin].low not in DETERMINERS:
        return False
    if any(one.before != " " for one in line.tokens[begin + 1 : at + 1]):
        return False
    noun = line[at - 1]
    if at - begin == 3 and not line[begin + 1].low.endswith(("e", "en")):
        return False
    if noun.low in PREPOSITIONS or noun.low.endswith("en"):
        return False
    if not object_needed:
        return True
    known = (
        _PERSON.match(noun.low)
        or noun.low in _ACTORS
        or ending(noun.low, NEUTER_ENDS)
        or ending(noun.low, PEOPLE)
    )
    near = {line.low(at + 1), line.low(at + 2)}
    return bool(known) and bool(near & _OBJECTS) and line.low(at + 1) != "door"


def _participles(line: Line, at: int) -> Iterator[Correction]:
    """Verbs with a prefix: "is gebeurt", "heeft vertelt", "er gebeurd van alles"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if past := FINITE.get(low) or past_of(low):
        last = line.ends(at + 1) and not line[at + 1].first
        together = after in ("worden", "hebben") and line.low(at + 2) not in _PLURAL_SUBJECTS
        if together or (
            last and after in ("is", "heeft", "wordt", "was", "had", "werd", "zijn")
        ) or _helped(line, at):  # fmt: skip
            yield line.fault(at, at + 1, past, FORM)
    elif finite := PAST.get(low) or finite_of(low):
        said = _around(line, at)
        if any(one in AUXILIARIES for one in said):
            return
        subject = before in ("hij", "men", "iedereen", "dit") or (
            low in ("gebeurd", "betekend") and (before in ("er", "het", "dat", "wat")
            or after in ("er", "het", "dit", "dat"))
        ) or (before in _WHEN and after in DETERMINERS)  # fmt: skip
        if subject or (_with_subject(line, at) and "door" not in said):
            yield line.fault(at, at + 1, finite, FORM)


def _around(line: Line, at: int) -> list[str]:
    """The words of the sentence up to where another one begins within it."""
    stop = at + 1
    while stop < line.clause(at) and line[stop].low not in _OPENING:
        stop += 1
    return [one.low for one in line.tokens[line.begin(at) : stop]]


def _helped(line: Line, at: int) -> bool:
    """Whether in this clause a verb came before with which the participle is right."""
    seen = at - 1
    while seen >= 0 and line[seen + 1].before == " " and not line[seen + 1].first:
        low = line[seen].low
        if low in _OPENING:
            return False
        if low in ("heeft", "hebben", "heb", "hebt", "had", "hadden", "is", "was", "waren", "wordt",
                   "worden", "word", "werd", "werden") or (
            low in ("zijn", "ben", "bent")
            and (line.prev(seen) in _REFLEXIVE or line.low(seen + 1) in _REFLEXIVE
                 or "ik" in (line.prev(seen), line.low(seen + 1)))
        ):  # fmt: skip
            begin = seen
            while begin > 0 and line[begin].before == " ":
                begin -= 1
                if line[begin].low in _OPENING:
                    if line[begin].low in ("en", "maar", "want"):
                        return True
                    opens = line[begin].first or line[begin].low == "dan"
                    return opens and begin == seen - 1
            return not (low == "was" and line.prev(seen) == "de")
        seen -= 1
    return False


def _persons(line: Line, at: int) -> Iterator[Correction]:
    """Other verbs after ik, jij, hij, and hun as a subject."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if before == "ik" and low in _IK and line.prev(at - 1) not in ("dan", "als", "en", "zoals"):
        yield line.fault(at, at + 1, _IK[low], FORM)
    elif before in ("we", "wij") and low in _WE and line.prev(at - 1) not in _NO_SUBJECT:
        if not _ENGLISH & set(line.sentence(at)):
            yield line.fault(at, at + 1, _WE[low], FORM)
    elif after == "jij" and low in _JIJ and before not in ("hij", "zij", "ze"):
        yield line.fault(at, at + 1, _JIJ[low], FORM)
    elif (
        before in ("je", "jij")
        and low in _JE
        and (low != "kom" or before == "jij")
        and after not in ("je", "jij", "ik")
    ):
        if "ik" not in line.sentence(at) and line.prev(at - 1) not in PREPOSITIONS:
            yield line.fault(at, at + 1, _JE[low], FORM)
    elif before in ("hij", "iedereen", "niemand") and low in _HIJ and after not in ("ik", "je"):
        if "ik" not in line.sentence(at):
            yield line.fault(at, at + 1, _HIJ[low], FORM)
    elif low == "hun" and (after in _HUN or _acted(line, at + 1)) and (
        line[at].first or line[at].before != " " or before in ("en", "maar", "want", "toen")
    ):  # fmt: skip
        why = "“Hun” is never the subject of a sentence; “zij” or “ze” is."
        yield line.fault(at, at + 1, "zij", why)


def _acted(line: Line, at: int) -> bool:
    """Whether several do this, and it is no noun: "hun staan klaar"."""
    low = line.low(at)
    acts = low in ("staan", "gaan", "doen", "zien", "zijn") or is_infinitive(low)
    noun = noun_of_many(low) or low in _NOUNS or finite(line.low(at + 1))
    return acts and not noun and not line.ends(at)


def _small(line: Line, at: int) -> Iterator[Correction]:
    """als and dan, jou and jouw, me and mijn, and what is torn after "om"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if low == "als" and (before in COMPARED or compared(before)) and not line[at].first:
        stop = line.clause(at)
        rest = [one.low for one in line.tokens[at + 1 : stop]]
        if 1 <= len(rest) <= 4 and rest[0] in _THAN and rest[-1] not in _SHORT and (
            not rest[-1].endswith(("t", "en", "d")) or rest[-1] in ("tijd", "feest", "verwacht")
            or (rest[0] in ("in", "op", "bij") and ending(rest[-1], COMMON_ENDS | NEUTER_ENDS))
        ):  # fmt: skip
            yield line.fault(at, at + 1, "dan", "After a comparative Dutch says “dan”.")
    elif low == "jouw" and before in PREPOSITIONS:
        if (after.endswith("en") or after in _SHORT) and line.low(at + 2) in (
            "we",
            "wij",
            "ik",
            "ze",
            "zij",
            "jullie",
        ):
            yield line.fault(at, at + 1, "jou", OTHER)
    elif low == "jou" and (after in OWNED or (
        after == "eigen" and before in PREPOSITIONS | {"is", "en", "maak", "kies", "ontwerp"}
    ) or after in ("favoriete", "lievelings")):  # fmt: skip
        yield line.fault(at, at + 1, "jouw", OTHER)
    elif (
        low == "me"
        and (after in PEOPLE or (after in OWNED and before in PREPOSITIONS))
        and not before.startswith(("noem", "maak", "bel", "geef"))
    ):
        if after not in ("man", "werk") or line[at].first or before in PREPOSITIONS:
            yield line.fault(at, at + 1, "mijn", "“Me” is spoken language for “mijn”.")
    elif low in ("om", "vergeet") and not (line[at + 1].word[:1].isdigit() or after in NUMBERS):
        stop = line.clause(at)
        row = [one.low for one in line.tokens[at + 1 : stop]]
        if low == "om" and before not in _ABOUT and _without_te(row):
            yield line.fault(stop - 1, stop, f"te {row[-1]}", SLIP)
            return
        for seen in range(at + 2, min(stop, at + 10)):
            part, verb = line[seen - 1].low, line[seen].low
            if verb == "te" or part == "te":
                return
            if verb in _APART.get(part, ()):
                yield line.fault(seen - 1, seen + 1, f"{part} te {verb}", SLIP)


def _without_te(row: list[str]) -> bool:
    """Whether after "om" an infinitive ends the clause that "te" should stand before."""
    return (
        2 <= len(row) <= 8
        and row[-1] in _INFINITIVES
        and row[0] not in ("de", "half", "kwart", "beurten", "drie")
        and not any(is_infinitive(one) and not noun_of_many(one) for one in row[:-1])
        and not any(one in ("te", "heen") or one in _SHORT or one in _WE for one in row)
    )


def _numbers(line: Line, at: int) -> Iterator[Correction]:
    """ "Er is nog twaalf kaarten", "de kaarten is"."""
    low = line[at].low
    if low in _PLURALS and "er" in (line.prev(at), line.low(at + 1)):
        seen = at + 1
        while line.low(seen) in ("er", "nog", "al", "ook", "weer", "maar", "alweer", "slechts",
                                 "heel", "zo", "wel", "vandaag", "nu", "erg"):  # fmt: skip
            seen += 1
        many = line.low(seen)
        if many in NUMBERS or _NUMBER.match(many) or many in ("veel", "genoeg", "enkele"):
            thing = line.low(seen + 2) if plain(line.low(seen + 1)) else line.low(seen + 1)
            if thing in COUNTED or (many not in ("veel", "genoeg") and ending(thing, COUNTED)):
                yield line.fault(at, at + 1, _PLURALS[low], AGREE)
    elif low in _PLURALS and not line[at].first:
        begin = line.begin(at)
        row = [one.low for one in line.tokens[begin:at]]
        if len(row) < 2 or row[0] not in ("de", "onze", "alle", "deze", "die", "mijn", "jullie"):
            return
        if any(one.before != " " for one in line.tokens[begin + 1 : at + 1]):
            return
        noun = 2 if row[1] in PLAIN or row[1].endswith("ste") else 1
        if len(row) <= noun or not ending(row[noun], COUNTED) or len(row) > noun + 6:
            return
        rest = row[noun + 1 :]
        has = low != "heeft" or line.low(at + 1) in ("een", "ook", "nog", "weer", "al")
        owed = {one.low for one in line.tokens[at + 1 : line.clause(at)]}
        # "De klanten staat een prijs te wachten", "de ouders is verteld": another one does it.
        told = low != "heeft" and (
            line.low(at + 1) in ("een", "het", "niets") or "te" in owed or any(
                _TOLD.match(one) for one in owed))  # fmt: skip
        if not rest and has and not told and low not in ("kan", "moet"):
            yield line.fault(at, at + 1, _PLURALS[low], AGREE)
        elif rest and low in _SINGULAR and rest[0] in ("voor", "van", "uit", "in", "op", "bij"):
            told = any(one in _OPENING or one in AUXILIARIES for one in rest)
            if not told:
                yield line.fault(at, at + 1, _SINGULAR[low], AGREE)


_RULES = (_stems, _participles, _persons, _small, nouns, relative, _numbers,
          *VERB_RULES, *ORDER_RULES, *CLAUSE_RULES,
          *INFINITIVE_RULES, *NAME_RULES, *SUBJECT_RULES,
          *ENDING_RULES)  # fmt: skip
