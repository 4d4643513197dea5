"""German cases: adjectives after articles and prepositions, and what verbs ask for."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import (
    gender,
    is_noun,
    is_plural,
    noun_after,
)
from aboveboard.text.correcting.agreeing.german.reading import is_adjective, is_finite
from aboveboard.text.correcting.agreeing.german.words import NO_ADJECTIVE, SAME, WEAK
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import AGREE, CASE, FORM
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_DATIVE = words("mit von aus bei nach seit")
_WITH_M = words(
    "am im zum beim vom dem einem meinem deinem seinem ihrem unserem eurem diesem jedem keinem"
)
_WITH_N = _WITH_M | words("den einen meinen deinen unseren euren diesen keinen jeden")
_WITH_R = words("einer meiner deiner unserer eurer dieser jeder keiner zur")
_WITH_S = words("des eines meines deines seines unseres eures ihres keines")
_BARE = words("ein kein mein dein unser euer")
_MANY = words("viele einige mehrere")
_GET = words(
    "holt hol sichert sichere sicher gönnt gönn schnappt schnapp merkt merk wünscht wünsch "
    "bestellt bestell kauft kauf reserviert reservier bastelt näht backt baut"
)
_FOR_ONESELF = words("euch dir")
_ADVERBS = words("jetzt gleich schnell noch heute hier also schon mal doch bis morgen einfach nun")
_HAVE = words("haben habe hast habt sucht suchen suche brauchen brauche braucht benötigen")
_SEEN = words(
    "gesehen getroffen kennengelernt vermisst begrüßt eingeladen besucht gefragt überrascht "
    "unterstützt begleitet gerettet gelobt verabschiedet entdeckt geliebt"
)
_SEE = words("sehen treffen kennenlernen einladen mitbringen besuchen hören fragen begrüßen")
_ACCUSATIVES = {"ihm": "ihn", "mir": "mich", "dir": "dich", "ihnen": "sie"}
_PREPOSITIONS = words(
    "in im an am auf bei beim mit von vom zu zum zur nach aus vor über unter für durch ohne um "
    "gegen seit hinter neben zwischen trotz wegen während ins ans bis ab"
)


def endings(line: Line, at: int) -> Iterator[Correction]:
    """ "am kommendem Samstag", "ein guten Start", "aus heimisches Holz", "viele neuen Bücher"."""
    low, before = line[at].low, line.prev(at)
    if not before or not line[at].word.islower() or not is_noun(line[at + 1]):
        return
    if low in NO_ADJECTIVE or not is_adjective(low) or len(low) < 4:
        return
    apart = "," in line[at - 1].before
    if low.endswith("em") and before in _WITH_M and not apart:
        yield line.fault(at, at + 1, f"{low[:-1]}n", AGREE)
    elif low.endswith("er") and before in _WITH_R and not apart:
        if before not in ("dieser", "jeder") and gender(line[at + 1].word) == "f":
            yield line.fault(at, at + 1, f"{low[:-1]}n", AGREE)
    elif low.endswith("en") and before in _DATIVE | {"zu"} and not apart:
        noun = line[at + 1]
        one = gender(noun.word) in ("m", "n") and noun.low not in SAME | WEAK
        if one and not is_plural(noun.word) and not noun.low.endswith(("en", "ern")):
            yield line.fault(at, at + 1, f"{low[:-1]}m", CASE)
    elif low.endswith("es") and before in _WITH_S and not apart:
        yield line.fault(at, at + 1, f"{low[:-1]}n", AGREE)
    elif low.endswith("es") and before in _DATIVE and not apart:
        yield line.fault(at, at + 1, f"{low[:-1]}m", CASE)
    elif low.endswith("en") and before in _BARE and line.prev(at - 1) != "was":
        yield from _bare(line, at)
    elif low.endswith("e") and before in _WITH_N and not apart and line[at - 1].word.islower():
        yield line.fault(at, at + 1, f"{low}n", AGREE)
    elif low.endswith("en") and before in _MANY and line[at - 1].word.islower():
        yield line.fault(at, at + 1, low[:-1], AGREE)


def _bare(line: Line, at: int) -> Iterator[Correction]:
    """ "ein guten Start", "unser neuen App": after these no adjective ends so."""
    low, article, sex = line[at].low, line[at - 1].low, gender(line[at + 1].word)
    if article == "ein" and line.prev(at - 1) in ("lädt", "laden", "kauft"):
        return
    stem = "eur" if article == "euer" else article
    said = {"f": f"{stem}e {low[:-1]}", "n": f"{article} {low[:-1]}s"}.get(sex, f"{stem}en {low}")
    yield line.fault(at - 1, at + 1, said, AGREE)


def bought(line: Line, at: int) -> Iterator[Correction]:
    """ "Holt euch jetzt dem passenden Helm", "haben wir noch einem freien Platz"."""
    low = line[at].low
    if not low.endswith("em") or low not in _WITH_M - {"am", "im", "zum", "vom", "beim"}:
        return
    seen = at - 1
    while line[seen + 1].before == " " and line[seen].low in _ADVERBS:
        seen -= 1
    if seen < 0 or any(one.before != " " for one in line.tokens[seen + 1 : at + 1]):
        return
    near, far = line[seen].low, line.prev(seen)
    place = noun_after(line, at, known=False)
    if place < 0 or line.low(place + 1).startswith(("entsprech", "angemess", "pass")):
        return
    if near in _FOR_ONESELF:
        if far not in _GET:
            return
    elif {near, far} & {"wir", "ich", "ihr", "du"}:
        far = near if near in _HAVE else far
        stop = line.clause(at)
        last = line[stop - 1].low
        if far not in _HAVE or (far.startswith("ha") and (last.startswith("ge") or any(
            one.word.islower() and (is_finite(one.low) or one.low.startswith("ge"))
            for one in line.tokens[place + 1 : stop]
        ) or (last.endswith("en") and line[stop - 1].word.islower()))):  # fmt: skip
            return
    else:
        return
    sex = gender(line[place].word) or "m"
    if line[place].low in SAME or sex == "f":
        return
    stem = low.removesuffix("em")
    if stem == "d":
        said = {"n": "das", "m": "den"}[sex]
    else:
        said = f"{stem}en" if sex == "m" or stem in ("dies", "jed") else stem.replace("eur", "euer")
    middle = line[place - 1].low
    if sex == "n" and place > at + 1:
        weak = stem in ("d", "dies", "jed")
        said += f" {middle.removesuffix('n') if weak else middle[:-1] + 's'}"
        yield line.fault(at, place, said, AGREE)
        return
    yield line.fault(at, at + 1, said, AGREE)


def whom(line: Line, at: int) -> Iterator[Correction]:
    """ "Wer hat ihm gesehen?", "Wem möchtet ihr sehen?", "Wen gehört der Hund?"."""
    low = line[at].low
    stop = line.clause(at)
    last = line[stop - 1].low
    if low in _ACCUSATIVES and last in _SEEN and line.prev(at) not in _PREPOSITIONS:
        near = {line.prev(at), line.prev(at - 1)}
        have = near & words("habe hast hat haben habt hatte hatten")
        if have and _only_where(line, at + 1, stop - 1):
            yield line.fault(at, at + 1, _ACCUSATIVES[low], FORM)
    elif low == "wem" and last in _SEE | _SEEN and line[at].first:
        person = line.low(at + 2) in ("ihr", "wir", "ich", "du", "sie")
        if line[at + 1].word.islower() and person and _only_where(line, at + 3, stop - 1):
            yield line.fault(at, at + 1, "wen", FORM)
    elif low == "wen" and line.low(at + 1) in ("gehört", "schmeckt", "gefällt", "hilft", "fehlt"):
        yield line.fault(at, at + 1, "wem", FORM)


def _only_where(line: Line, start: int, stop: int) -> bool:
    """Whether between these places stand only adverbs, and nouns after prepositions."""
    for seen in range(start, stop):
        one = line[seen]
        if one.low in ("es", "das", "die", "den", "etwas", "nichts", "ihn", "sie", "was", "alles"):
            if line.prev(seen) not in _PREPOSITIONS:
                return False
        elif one.word[:1].isupper() and one.low != "nächstes":
            near = {line.prev(place) for place in range(seen, max(seen - 3, start - 1), -1)}
            if not near & _PREPOSITIONS and line.prev(seen) not in ("des", "der", "als"):
                return False
    return True


_THANK = {"die": "den", "unsere": "unseren", "eure": "euren", "alle": "allen", "diese": "diesen"}


def thanks(line: Line, at: int) -> Iterator[Correction]:
    """ "Wir danken alle Helfern", "Wir gratulieren unsere Kollegin", "wir danken euch"."""
    low = line[at].low
    if low not in ("danken", "danke", "gratulieren", "gratuliere", "vertrauen"):
        return
    seen = at + 1
    if line.prev(at) not in ("wir", "ich"):
        if line.low(seen) not in ("wir", "ich"):
            return
        seen += 1
    while line.low(seen) in ("ganz", "sehr", "herzlich", "auch", "heute", "von", "hier"):
        seen += 1
    told = line.low(seen)
    if told in ("dich", "ihn"):
        if line.ends(seen) or line.low(seen + 1) in ("für", "zum", "zur", "herzlich"):
            yield line.fault(seen, seen + 1, {"dich": "dir", "ihn": "ihm"}[told], FORM)
        return
    place = noun_after(line, seen, known=True)
    if told in ("unseren", "euren", "meinen", "den") and place == seen + 1:
        small = line[place].low
        if gender(small) == "m" and small not in SAME | WEAK and not small.endswith("n"):
            yield line.fault(seen, seen + 1, f"{told[:-1]}m", FORM)
        return
    if told not in _THANK or place < 0 or place > seen + 2:
        return
    noun = line[place].word
    if (gender(noun) == "f" and not noun.endswith(("n", "s"))) or noun.endswith("in"):
        said = {"die": "der"}.get(told, f"{told}r")
        if told != "alle" and place == seen + 1:
            yield line.fault(seen, seen + 1, said, FORM)
    elif noun.endswith(("innen", "ern", "den", "ten", "gen")) and place == seen + 1:
        yield line.fault(seen, seen + 1, _THANK[told], FORM)
