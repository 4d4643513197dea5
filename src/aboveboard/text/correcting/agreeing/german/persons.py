"""German pronouns and verbs that do not fit: persons, what a clause tells of, and the passive."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import (
    article,
    gender,
    is_noun,
    is_plural,
    noun_after,
    stem_of,
)
from aboveboard.text.correcting.agreeing.german.order import ONE, is_subject_later
from aboveboard.text.correcting.agreeing.german.reading import (
    BE_HAVE,
    MODAL,
    is_adjective,
    is_finite,
    is_infinitive,
)
from aboveboard.text.correcting.agreeing.german.words import (
    GENDERS,
    NO_ADJECTIVE,
    NUMBERS,
    SAME,
    TIMES,
    WEAK,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import AGREE, CASE, FORM
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

# For each verb its forms after ich, du, er, wir and ihr.
_FORMS = (
    "kann kannst kann können könnt", "muss musst muss müssen müsst",
    "darf darfst darf dürfen dürft",
    "will willst will wollen wollt", "soll sollst soll sollen sollt", "habe hast hat haben habt",
    "werde wirst wird werden werdet", "möchte möchtest möchte möchten möchtet",
)  # fmt: skip
_WHO = ("ich", "du", "er", "wir", "ihr")
_FITS = {
    who: {form: row.split()[n] for row in _FORMS for form in row.split() if form != row.split()[n]}
    for n, who in enumerate(_WHO)
}
_BEFORE = words(
    "mit von bei zu nach aus vor für ohne gegen um durch in an auf neben hinter über unter und "
    "oder als wie außer sie er es statt dass wenn weil ob"
)


def persons(line: Line, at: int) -> Iterator[Correction]:
    """ "Ihr können euch anmelden", "Du kann kommen": right after the person that begins."""
    who, verb = line[at].low, line.low(at + 1)
    if who not in _FITS or not line[at].first or verb not in _FITS[who]:
        return
    after = line.low(at + 2)
    # "Ihr können wir helfen": there it is “to her”.
    if who == "ihr" and (after in words("wir sie alle die das es viele er ich man") or (
        is_noun(line[at + 2]) or verb in ("hat", "wird", "haben", "werden")
    )):  # fmt: skip
        return
    if line.low(at + 2) and line[at + 1].word.islower():
        yield line.fault(at + 1, at + 2, _FITS[who][verb], FORM)


_ONE_OF = {"ein": "mn", "einen": "m", "eine": "f", "unser": "mn", "unseren": "m", "der": "m",
           "das": "n"}  # fmt: skip
_WHICH = {"m": "der", "n": "das", "f": "die"}
_NO_SUBJECT = words(
    "am im in an auf aus bei beim mit nach seit von vom zu zum zur für durch gegen über unter "
    "heute gestern jetzt immer nicht sich schon noch so auch gerade täglich jeden"
)


def tells_of(line: Line, at: int) -> Iterator[Correction]:
    """ "einen Kurs, die am Montag beginnt"."""
    low, one = line[at].low, line[at - 1]
    if low not in ("der", "die", "das") or line[at].before != ", " or not is_noun(one):
        return
    sex, stop = gender(one.word), line.clause(at)
    last = line[stop - 1]
    if not sex or one.low in SAME | WEAK or stop - at < 3 or line.low(at + 1) not in _NO_SUBJECT:
        return
    if not last.word.islower() or not is_finite(last.low) or not (
        last.low in ("hat", "ist", "war", "wird", "kann", "will") or last.low.endswith("t")
    ):  # fmt: skip
        return
    begin = line.begin(at)
    row = line.tokens[begin : at - 1]
    place = next((n for n in range(len(row) - 1, -1, -1) if row[n].low in _ONE_OF), -1)
    if place < 0 or sex not in _ONE_OF[row[place].low] or len(row) - place > 2:
        return
    if any(is_noun(each) for each in row[1:]) or (row[0].word[:1].isupper() and place > 0 and (
        row[0].low not in words("wir ich ihr es hier heute das dies sucht kennt habt das")
    )):  # fmt: skip
        return
    if any(is_noun(each) for each in line.tokens[at + 1 : stop - 1] if each.before != " "):
        return
    if low != _WHICH[sex] and not (last.low.endswith("en")):
        yield line.fault(at, at + 1, _WHICH[sex], AGREE)


def named(line: Line, at: int) -> Iterator[Correction]:
    """ "Der Ausstellung ist bis Mai zu sehen": nobody else can be what it is about."""
    if line[at].low != "der" or not line[at].first or not is_noun(line[at + 1]):
        return
    verb, stop = line.low(at + 2), line.clause(at)
    if gender(line[at + 1].word) != "f" or verb not in _IS or stop < at + 5:
        return
    rest = {one.low for one in line.tokens[at + 3 : stop]}
    if rest & words("es sie er ich wir ihr man das nichts alles etwas die der ein eine zwei drei"):
        return
    if not is_subject_later(line, at + 2, copula=False):
        yield line.fault(at, at + 1, "die", AGREE)


_IS = words("ist war wird beginnt startet bleibt findet läuft endet")
_BAKE = {
    "verschieben": "verschoben", "verschicken": "verschickt", "renovieren": "renoviert",
    "sanieren": "saniert", "reparieren": "repariert", "liefern": "geliefert",
    "verlosen": "verlost", "absagen": "abgesagt", "anbieten": "angeboten",
    "veröffentlichen": "veröffentlicht", "verkaufen": "verkauft", "bauen": "gebaut",
    "servieren": "serviert", "abholen": "abgeholt", "schließen": "geschlossen",
    "herstellen": "hergestellt", "durchführen": "durchgeführt", "bekanntgeben": "bekanntgegeben",
    "verschönern": "verschönert",
}  # fmt: skip
_GOODS = words(
    "paket pakete lampe lampen preis preise karte karten ticket tickets termin termine kurs kurse "
    "konzert fest bestellung bestellungen ware waren möbel räder straße brücke spielplatz dach "
    "produkt produkte brote kuchen torten artikel ausflug veranstaltung ausstellung spiel "
    "ergebnisse bilder fotos halle weg platz turm brunnen schwimmbad gewinner bücher briefe "
    "einladungen rezepte stühle tische bänke fenster heizung küche"
)
_THINGS = words("der die das unser unsere alle eure euer")


def passive(line: Line, at: int) -> Iterator[Correction]:
    """ "Die Pakete werden morgen verschicken": things do not do it themselves."""
    low = line[at].low
    solemn = low == "eröffnen" and line.prev(at) in ("feierlich", "offiziell")
    if (low not in _BAKE and not solemn) or not line.ends(at) or not line[at].word.islower():
        return
    begin = line.begin(at)
    place = noun_after(line, begin, known=True)
    if line[begin].low not in _THINGS or place < 0 or line.low(place + 1) not in ("wird", "werden"):
        return
    if not ending(line[place].low, _GOODS):
        return
    rest = line.tokens[place + 2 : at]
    if any(one.low in _TAKEN for one in rest):
        return
    if is_subject_later(line, place + 1, copula=False):
        return
    yield line.fault(at, at + 1, _BAKE.get(low, "eröffnet"), FORM)


_TAKEN = words("es ihn sie euch uns die das den einen eine alles sich unsere unseren eure euren "
               "müssen können dich mich ein unser")  # fmt: skip


_NEED = words("braucht brauchen habt haben sucht suchen")


def strong(line: Line, at: int) -> Iterator[Correction]:
    """ "Es gibt heißer Kaffee", "braucht ihr fester Schuhe"."""
    low, before = line[at].low, line.prev(at)
    if not low.endswith("er") or not is_noun(line[at + 1]) or not is_adjective(low):
        return
    near = {line.prev(at), line.prev(at - 1), line.prev(at - 2)}
    noun = line[at + 1]
    if (
        "gibt" in near
        and "es" in near
        and before in ("es", "gibt", "wieder", "noch", "auch", "heute")
    ):
        sex = gender(noun.word)
        if sex == "m" or is_plural(noun.word):
            yield line.fault(at, at + 1, f"{low[:-1]}{'n' if sex == 'm' else ''}", AGREE)
    elif before in ("ihr", "wir") and near & _NEED and is_plural(noun.word):
        yield line.fault(at, at + 1, low[:-1], AGREE)


_FEMALE = words(
    "bäckerei bücherei gärtnerei metzgerei brauerei schule kita firma stadt gemeinde kirche "
    "feuerwehr praxis werkstatt galerie mannschaft crew bibliothek apotheke bar kneipe "
    "buchhandlung volkshochschule sparkasse bühne konditorei boutique schneiderei"
)
_OTHERS = words(
    "verein chor laden café museum team club restaurant hotel theater kino kindergarten betrieb "
    "geschäft hofladen orchester jugendzentrum schwimmbad freibad tierheim unternehmen studio"
)
_ITS = words(
    "geburtstag jubiläum türen pforten tore öffnungszeiten räume mitglieder gäste kunden besucher "
    "saison neueröffnung angebot programm sortiment speisekarte bestehen"
)


def its(line: Line, at: int) -> Iterator[Correction]:
    """ "Unsere Bäckerei feiert seinen Geburtstag": the owner is in the sentence."""
    stem, end = stem_of(line[at].low)
    begin = line.begin(at)
    if stem not in ("sein", "ihr") or at - begin > 6 or not line[at].word.islower():
        return
    place = noun_after(line, begin, known=True)
    if place < 0 or line[begin].low not in words("die unsere eine der das unser ein"):
        return
    if not any(line[seen].low in _ITS for seen in range(at + 1, at + 4)):
        return
    if any(is_noun(one) and one.low not in TIMES for one in line.tokens[place + 1 : at]):
        return
    owner = line[place].low
    if stem == "sein" and ending(owner, _FEMALE) and line[begin].low in ("die", "unsere"):
        yield line.fault(at, at + 1, f"ihr{end}", AGREE)
    elif stem == "ihr" and ending(owner, _OTHERS) and line[begin].low not in ("die", "unsere"):
        yield line.fault(at, at + 1, f"sein{end}", AGREE)


_CAPITAL = "As a noun this word takes a capital."
_A = words("ein eine einen einem einer unser unsere unseren unserem unserer euer eure euren "
           "eurem kein keine keinen mein meine meinen dein deine deinen zum zur beim im am "
           "vom")  # fmt: skip
_NOT_NOUNS = words(
    "morgen abend mittag recht weg dank teil mal stück paar laut ernst licht fest rock halt kraft "
    "wert angst schuld leid pleite ende anfang mitte essen treffen rennen versprechen vergnügen "
    "trainer vertrauen orange rosa lila creme blume zeit statt art tag nacht ort gut ganze bar "
    "kunde kunst reise suche bitte liebe frage lage folge probe dusche pause plan weise sorge"
)
_ON = words("in im an am auf aus bei für mit nach von vom zu zum zur über und oder ist war hat "
            "haben gibt wird sind zusammen feiern machen wünschen suchen gefunden")  # fmt: skip


def nouns(line: Line, at: int) -> Iterator[Correction]:
    """ "einen guten start in die Woche"."""
    one, low = line[at], line[at].low
    if not one.word.islower() or low not in GENDERS or low in _NOT_NOUNS or len(low) < 4:
        return
    if not line.ends(at) and line.low(at + 1) not in _ON:
        return
    place = at - 1 if is_adjective(line.prev(at)) and line[at].before == " " else at
    if line.prev(place) not in _A or line[place].before != " " or one.hangs:
        return
    if not line[line.begin(at)].word[:1].isupper():
        return
    if is_adjective(low) or is_infinitive(low) or line[at - 1].low in NO_ADJECTIVE - _A:
        return
    yield line.fault(at, at + 1, low.capitalize(), _CAPITAL)


_AT = words("vor hinter neben unter in auf an")
_SITS = words("sitzen sitzt stehen steht liegen liegt treffen trefft parken parkt findet")
_ME = words("uns euch sich wir ihr unser unsere")


def stays(line: Line, at: int) -> Iterator[Correction]:
    """ "Ihr findet uns neben den Bäcker", "Kommt in unser Laden"."""
    low, before = line[at].low, line.prev(at)
    if before not in _AT or not line[at].word.islower():
        return
    place = noun_after(line, at, known=True)
    if place < 0 or not (line.ends(place) or line.low(place + 1) in _ON):
        return
    sex, begin = gender(line[place].word), line.begin(at)
    row = [one.low for one in line.tokens[begin:at]]
    if any(one.before != " " for one in line.tokens[begin + 1 : at]) or not sex:
        return
    stem, end = stem_of(low)
    bare = stem in ("unser", "ein", "eur", "mein") and not end and before == "in"
    if bare and sex in ("m", "f") and place == at + 1 and row[0] in ("kommt", "komm", "geht"):
        yield line.fault(at, at + 1, article(low, sex, 1), CASE)
        return
    fits = (low, sex) in (("den", "m"), ("das", "n")) and before not in ("auf", "an")
    weak = all(one.low.endswith("en") for one in line.tokens[at + 1 : place])
    if fits and weak and set(row) & _SITS and set(row) & _ME and line.low(place + 1) != "zusammen":
        yield line.fault(at, at + 1, "dem", CASE)


_STANDS = {"kommt": "kommen", "wartet": "warten", "steht": "stehen", "liegt": "liegen",
           "fehlt": "fehlen", "ist": "sind", "war": "waren", "gehört": "gehören"}  # fmt: skip


def many_come(line: Line, at: int) -> Iterator[Correction]:
    """ "Auf euch wartet tolle Preise", "Heute kommt unsere neuen Nachbarn"."""
    low = line[at].low
    if low not in _STANDS or line[at].first or at - line.begin(at) > 4:
        return
    row = [one.low for one in line.tokens[line.begin(at) : at]]
    adverbs = row[0] in words("auf im am bei heute morgen hier in dort an vor jetzt bald es")
    if not adverbs or any(one.before != " " for one in line.tokens[line.begin(at) + 1 : at + 1]):
        return
    told, place = line.low(at + 1), at + 2
    if told in words("viele einige mehrere") | NUMBERS or (
        told.endswith("e") and is_adjective(told)
    ):
        if is_adjective(line.low(place)):
            place += 1
    elif told in words("unsere eure") and is_adjective(line.low(place)):
        place += line.low(place).endswith("en")
        if place == at + 2:
            return
    else:
        return
    noun = line[place]
    if (is_noun(noun) and is_plural(noun.word) and noun.low not in TIMES) or (
        told == "unsere" and is_noun(noun) and noun.word.endswith("n") and not gender(noun.word)
    ):
        yield line.fault(at, at + 1, _STANDS[low], AGREE)


def nobody(line: Line, at: int) -> Iterator[Correction]:
    """ "Niemand wissen, wie alt sie ist", "jeder bekommen ein Los"."""
    if line[at].low not in ("jeder", "niemand", "jemand", "keiner", "man"):
        return
    verb = line.low(at + 1)
    opens = line[at].first or line.prev(at) in ("und", "denn", "aber")
    if line[line.clause(at) - 1].low in BE_HAVE | MODAL:
        return
    follows = line.low(at + 2) or line[at + 2].before == ", "
    other = line.low(at + 2) in ("wir", "sie", "ihr", "die", "ich")
    if opens and verb in ONE and follows and not other:
        yield line.fault(at + 1, at + 2, ONE[verb], AGREE)


RULES = (stays, many_come, nobody, its, nouns, persons, tells_of, named, passive, strong)
