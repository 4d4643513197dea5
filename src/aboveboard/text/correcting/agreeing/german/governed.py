"""What German verbs, nouns and adjectives ask for: their prepositions, and the dative.

Source: Duden, the prepositions of each word; where it allows two of them, neither is here.
"""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import (
    article,
    gender,
    is_noun,
    is_plural,
    noun_after,
    stem_of,
)
from aboveboard.text.correcting.agreeing.german.reading import is_infinitive
from aboveboard.text.correcting.agreeing.german.words import SAME, TIMES
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import CASE, FORM
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_PREPOSITION = "German uses another preposition here."
_SELF = "sich|euch|dich|uns|mich"
_WHO = "wir|ihr|ich|du|sie|er|man"
_BETWEEN = (
    r"(?: (?:gerne?|auch|schon|sehr|riesig|so|total|jetzt|noch|immer|ganz|bereits|alle|heute|nur|"
    r"bitte|mal|wirklich|persönlich|täglich|liebevoll|wieder|besonders|nicht|weiterhin|selbst|"
    r"gespannt|ungeduldig|gerade|doch|morgen|rechtzeitig|unbedingt|einfach|sehnsüchtig|voll|"
    r"lange?|hier|dann|also|herzlich|sicher|stets|bestimmt))*"
)
# What the accusative looks like; in some words the dative looks the same.
_ONE = (
    r"die|das|eine?|euch|uns|dich|mich|ihn|sie|unsere?|euer|"
    r"(?:eur|mein|dein|sein|ihr|dies|jed|kein|all|viel)es?|\p{Ll}+es? (?-i:\p{Lu})\p{Ll}+"
)
_WHOM = rf"(?=(?:den|einen|(?:unser|eur|mein|dein|sein|ihr|dies|jed|kein)en|{_ONE})\b)"
_SAFE = rf"(?=(?:{_ONE})\b)"
_DATIVE = r"(?=(?:euch|uns|ihnen|dir|ihm|der|dem|(?:unser|eur|mein|dein|ein|dies)e[rm])\b)"

# Reflexive verbs: their forms, those at the end of a clause, what is wrong, what is right.
_REFLEXIVE = (
    ("kümmer(?:e|n|t|st|te|ten)", "kümmern|gekümmert", "für|an|auf|über|von|zu", "um"),
    ("interessier(?:e|en|t|st|te|ten)", "interessieren|interessiert", "auf|an|in|über|um|zu",
     "für"),
    ("erinner(?:e|n|t|st|te|ten)", "erinnern|erinnert", "auf|über|von|für|zu|um", "an"),
    ("beschwer(?:e|en|t|st|te|ten)", "beschweren|beschwert", "von|für|auf|um", "über"),
    ("konzentrier(?:e|en|t|st|te|ten)", "konzentrieren|konzentriert", "an|über|für|zu", "auf"),
    ("wunder(?:e|n|t|st|te|ten)", "wundern|gewundert", "von|auf|für|um|an", "über"),
    ("ärger(?:e|n|t|st|te|ten)", "ärgern|geärgert", "von|auf|für|um|an", "über"),
    ("gewöhn(?:e|en|t|st|te|ten)", "gewöhnen|gewöhnt", "zu|auf|mit|für|über", "an"),
    ("spezialisier(?:e|en|t|st|te|ten)", "spezialisieren|spezialisiert", "in|für|an|zu|mit",
     "auf"),
    ("verlieb(?:e|en|t|st|te|ten)", "verlieben|verliebt", "an|auf|zu|mit|für", "in"),
    ("verlasst|verlass", "verlassen", "an|über|zu|für", "auf"),
    ("bereite[nt]?", "vorbereiten|vorbereitet", "zu|über", "auf"),
    ("entscheide[nt]?|entscheidest", "entscheiden|entschieden", "auf|um|an|über", "für"),
    ("freu(?:e|en|t|st|te|ten)", "freuen|gefreut", "an|um", "auf"),
)  # fmt: skip
_VERBS = (
    ("wart(?:e|en|et|est|ete|eten)|gewartet", "für|von", "auf"),
    ("denk(?:e|en|t|st)?|gedacht|dachten?", "auf", "an"),
    ("achte(?:n|t|st)?", "an|für|über|zu", "auf"),
    ("verzichte(?:n|t|st|ten)?", "von|an|über", "auf"),
    ("glaub(?:e|en|t|st)", "auf", "an"),
    ("hoff(?:e|en|t|st|ten)", "an|um|über", "auf"),
    ("bitte[nt]? (?:euch|dich|sie)|bitten wir (?:euch|dich|sie)", "für", "um"),
    ("(?:be)?dank(?:e|en|t)(?: (?:euch|dir|uns|mich|ihnen|allen))?(?: allen)?", "um|über", "für"),
)
# Nouns and adjectives right before their preposition.
_HEADS = (
    ("vorfreude", "über|zu|um", "auf"),
    ("lust|hunger|appetit", "um|über", "auf"),
    ("hunger|appetit", "für", "auf"),
    ("angst", "über|an", "vor"),
    ("stolz", "von|an|um", "auf"),
    ("gespannt|neugierig", "an|um|von|nach", "auf"),
    ("verantwortlich|zuständig", "auf|über|zu|an|von", "für"),
    ("dankbar", "um|auf|an", "für"),
    ("einverstanden", "auf|für|über|an", "mit"),
    ("überzeugt", "auf|über|an|für", "von"),
    ("zufrieden", "von|an|auf", "mit"),
    ("abhängig", "an|zu", "von"),
    ("teilnahme", "bei|zu", "an"),
    ("interesse", "auf|über|zu", "an"),
)
_WITH_DATIVE = ("von", "mit", "an", "vor")
_NO_OTHER = r"(?![^.!?\n]* (?:da?r?)?{right}\p{{L}}{{0,1}}\b)"


def _rows() -> Iterator[tuple[str, str, str]]:
    for forms, last, wrong, right in _REFLEXIVE:
        other = _NO_OTHER.format(right=right)
        for some, whom in _parted(wrong):
            yield (rf"((?:{forms}) (?:(?:{_WHO}) )?(?:{_SELF})(?: (?:{_WHO}))?{_BETWEEN}) "
                   rf"(?:{some}) {whom}{other}", rf"\1 {right} ", _PREPOSITION)  # fmt: skip
            yield (rf"((?:{_SELF}){_BETWEEN}) (?:{some}) ({whom}(?:\p{{Ll}}+ ){{0,2}}"
                   rf"\p{{L}}+ (?:zu )?(?:{last}))", rf"\1 {right} \2", _PREPOSITION)  # fmt: skip
    for forms, wrong, right in _VERBS:
        other = _NO_OTHER.format(right=right)
        for some, whom in _parted(wrong):
            yield (rf"((?:{forms})(?: (?:{_WHO}))?{_BETWEEN}) (?:{some}) {whom}{other}",
                   rf"\1 {right} ", _PREPOSITION)  # fmt: skip
    for head, wrong, right in _HEADS:
        whom = _DATIVE if right in _WITH_DATIVE else _SAFE
        yield rf"({head}) (?:{wrong}) {whom}", rf"\1 {right} ", _PREPOSITION


def _parted(wrong: str) -> Iterator[tuple[str, str]]:
    """Prepositions of the dative too, before which “den” may be a plural, and the others."""
    both = [one for one in wrong.split("|") if one in ("an", "in", "von", "zu", "mit")]
    rest = [one for one in wrong.split("|") if one not in both]
    if both:
        yield "|".join(both), _SAFE
    if rest:
        yield "|".join(rest), _WHOM


_GO = "komm|kommt|kommen|geh|geht|gehen|fahr|fahrt|fahren|lauf|lauft|laufen|radelt|fliegt"
_BRING = "bringt|bringen|bringe|liefert|liefern|begleitet|begleiten|fährt|schickt|schicken"
_STAY = "bleib|bleibt|bleiben|bleibe|bin|bist|ist|sind|seid|war|waren|sitzt|sitzen|arbeiten"
_TRIP = r"(?:komm|nehm|nimm|begleite|folg)\p{Ll}*(?: (?:uns|euch|dich|mich|mit|wir|sie))+ auf"
_TOUR = r"(?=(?:\p{L}*reise|\p{L}*tour|\p{L}*wanderung|rundfahrt)\b)"
_LOOK = "nehm|nimm|komm|geh|blick|schau|führ|lad"
_LIKE = (
    "freut|interessiert|begeistert|überrascht|besucht|kontaktiert|unterstützt|begleitet|kennt|"
    "motiviert|inspiriert|stört|ärgert|wundert|vermisst|liebt"
)
GOVERNED: tuple[tuple[str, str, str], ...] = (
    *_rows(),
    (rf"((?:{_GO})(?: (?:alle|gut|sicher|heil|gesund|schnell|wieder|jetzt))*) zu Hause"
     r"(?=[.!?,]|$)", r"\1 nach Hause", _PREPOSITION),
    (rf"((?:{_BRING})(?: \p{{L}}+){{1,6}}) zu Hause(?=[.!?,]|$)", r"\1 nach Hause", _PREPOSITION),
    (rf"({_STAY}) nach Hause(?=[.!?,]|$)", r"\1 zu Hause", _PREPOSITION),
    (r"(bleib\p{Ll}*(?: \p{Ll}+){0,3}) nach Hause", r"\1 zu Hause", _PREPOSITION),
    (rf"({_TRIP}) einer {_TOUR}", r"\1 eine ", CASE),
    (rf"({_TRIP}) einem (?=(?:\p{{L}}*rundgang|spaziergang|ausflug|streifzug)\b)", r"\1 einen ",
     CASE),
    (r"(auf der Suche) (?:für|um) eine (?=(?-i:\p{Lu}))", r"\1 nach einer ", _PREPOSITION),
    (r"(auf der Suche) (?:für|um) eine (\p{Ll}+e) (?=(?-i:\p{Lu}))", r"\1 nach einer \2n ",
     _PREPOSITION),
    (r"(auf der Suche) (?:für|um) einen? (?=(?-i:\p{Lu}))", r"\1 nach einem ", _PREPOSITION),
    (r"(auf der Suche) (?:für|um) einen? (\p{Ll}+e)[sn] (?=(?-i:\p{Lu}))",
     r"\1 nach einem \2n ", _PREPOSITION),
    (rf"((?:{_LOOK})\p{{L}}*(?: \p{{Ll}}+){{0,4}}) hinter den Kulissen",
     r"\1 hinter die Kulissen", CASE),
    (r"(auf der Suche) (?:für|um|von) (?=(?:euch|dir|uns|mehr|neuen)\b)", r"\1 nach ",
     _PREPOSITION),
    (r"(hab(?:e|en|t|st)|hat)((?: (?:wir|ich))?) ihm ((?:\p{L}+ ){0,3})ins Herz geschlossen",
     r"\1\2 ihn \3ins Herz geschlossen", FORM),
    (r"(ruf|ruft|rufe|rufen) mir(?=(?: \p{L}+){0,4} an\b)", r"\1 mich", FORM),
    (r"(hoff(?:e|en|t)) für (?=(?:gutes|besseres|schönes|viele?|zahlreiche|mehr|euer|euren)\b)",
     r"\1 auf ", _PREPOSITION),
    (rf"({_LIKE}) mir", r"\1 mich", FORM), (rf"({_LIKE}) dir", r"\1 dich", FORM),
    (rf"({_LIKE}) ihm", r"\1 ihn", FORM),
    (r"(gefällt|gefallen|hilft|gehört|gehören|schmeckt|schmecken|fehlt|folgt|vertraut) ihn",
     r"\1 ihm", FORM),
    (r"(gefallen|gehört|gehören|schmecken|fehlst|fehlt|folgt|vertraut|vertraue) mich", r"\1 mir",
     FORM),
    (r"(gefallen|gehört|gehören|schmecken|fehlt|folge|folgen|hilft|vertraue) dich", r"\1 dir",
     FORM),
    (r"(schmeckt|gefällt|gehört|fehlt|hilft) alle(?=[.!?,]|$)", r"\1 allen", FORM),
)  # fmt: skip

_GIVE = words(
    "gebe geben gib zeige zeigen zeig schenke schenken schenk schicke schicken schick biete bieten "
    "erkläre erklären erklär empfehle empfehlen verrate verraten verrat erzähle erzählen erzähl "
    "wünsche wünschen spendiere spendieren leihe leihen sende senden garantiere garantieren "
    "überreiche schreibe schreiben schreib servieren serviere gönn gönne besorge besorgen"
)
_THREE = {"dich": "dir", "ihn": "ihm", "mich": "mir"}
_GIFTS = words(
    "ein eine einen alles viel unser unsere unseren mein meine meinen das die den kostenlos gerne "
    "frohe schöne gute gern jederzeit jeden deine deinen dein"
)
_KINDLY = words("einfach gerne jetzt bitte mal kurz schnell heute auch doch")
_ME = words("ich wir")


def given(line: Line, at: int) -> Iterator[Correction]:
    """ "Ich biete dich ein Gespräch an", "Wir wünschen ihn alles Gute", "verraten es sie"."""
    if line[at].low not in _GIVE:
        return
    seen = at + 1
    if line.low(seen) in _ME:
        seen += 1
    elif line.prev(at) not in _ME and not line[at].first:
        return
    told = line.low(seen)
    after = seen + 1
    while line.low(after) in _KINDLY:
        after += 1
    if told == "es" and line.low(seen + 1) in ("sie", "dich", "ihn"):
        if line[seen + 1].word.islower() and line.prev(at) in _ME:
            said = {"sie": "ihnen", "dich": "dir", "ihn": "ihm"}[line.low(seen + 1)]
            yield line.fault(seen + 1, seen + 2, said, FORM)
        return
    if told not in _THREE or line.low(after) not in _GIFTS:
        return
    place = after
    while line[place].word.islower() and line.low(place) and place < seen + 5:
        place += 1
    if line.low(place) and line[place].word.istitle() and line[place].low not in TIMES:
        yield line.fault(seen, seen + 1, _THREE[told], FORM)


_HELP = words("helfe hilfst hilft helfen helft hilf half halfen")
_OF = words("gehört gehörte")
_PLEASES = words("gefällt schmeckt nützt gefiel schmeckte hilft gehört fehlt")
_THEIRS = words("die unsere eure alle viele meine deine diese")
_OWNS = words("den einen meinen deinen unseren euren diesen jeden keinen")
_HAS = words("habe hast hat haben habt hatte hatten")
_WHOSE = words("die das einen eine ein unsere unseren unser eure euren euer meine deine diese")
_PEOPLE = words("Kunden Gästen Kindern Kundinnen Besuchern Helfern Kollegen Menschen Katzen Leuten")
_SOFT = words("auch gerne gern heute jetzt immer schon dabei wieder oft nur so sehr bitte mal")


def helped(line: Line, at: int) -> Iterator[Correction]:
    """ "Wir helfen die Kröten über die Straße", "Die Mütze gehört einen Gast"."""
    low = line[at].low
    if low in _PLEASES and line.low(at + 1) in _THEIRS:
        place, noun = at + 2, line[at + 2].word
        if is_noun(line[place]) and (is_plural(noun) or noun in _PEOPLE):
            more = "" if noun.endswith("n") else "n"
            said = article(line.low(at + 1), "p", 2)
            yield line.fault(at + 1, place + 1, f"{said} {noun}{more}", FORM)
            return
    if low in _OF:
        place = noun_after(line, at + 1, known=False)
        owner = line[place]
        if place < 0 or line.low(at + 1) not in _OWNS or owner.low in TIMES:
            return
        sure = (
            gender(owner.word) == "m" and owner.low not in SAME and (not owner.low.endswith("ern"))
        )
        if not _HAS & set(line.sentence(at)) and (sure or line.low(at + 1) != "den") and (
            gender(owner.word) in ("m", "")
        ):  # fmt: skip
            yield line.fault(at + 1, at + 2, article(line.low(at + 1), "m", 2), FORM)
        return
    if low not in _HELP:
        return
    seen, people = at + 1, words("wir ich ihr du")
    if line.low(seen) in people:
        seen += 1
    elif line.prev(at) not in people and not (line[at].first and low in ("helft", "hilf")):
        return
    while line.low(seen) in _SOFT:
        seen += 1
    place = noun_after(line, seen, known=False)
    stop = line.clause(at)
    end = line[stop - 1]
    if line.low(seen) not in _WHOSE or not line[seen].word.islower() or place < 0:
        return
    if (end.word.islower() and is_infinitive(end.low)) or line[place].low in TIMES:
        return
    if line.low(place + 1) in ("hinauf", "hinunter", "hoch", "rauf", "runter", "hinab", "entlang"):
        return
    if line[place + 1].before == ", " or " zu " in f" {' '.join(line.sentence(at))} ":
        return
    sex, noun = gender(line[place].word), line[place].word
    many = not line.low(seen).startswith("ein") and line.low(seen).endswith(("e", "die"))
    if many and (noun.endswith("n") or is_plural(noun)) and sex in ("", "m", "n"):
        more = "" if noun.endswith("n") else "n"
        middle = line.text[line[seen].end : line[place].start]
        said = article(line.low(seen), "p", 2)
        yield line.fault(seen, place + 1, f"{said}{middle}{noun}{more}", FORM)
    elif sex and place == seen + 1:
        yield line.fault(seen, seen + 1, article(line.low(seen), sex, 2), FORM)


_PARTS = words("nehme nimmst nimmt nehmen nehmt nimm nahm nahmen")
_WITH_AN = words("an am daran ans woran")


def takes_part(line: Line, at: int) -> Iterator[Correction]:
    """ "Nehmt bei unserer Verlosung teil": one takes part “an” something."""
    low = line[at].low
    if low not in ("bei", "beim", "auf") or not line[at].word.islower():
        return
    if low != "beim" and not (line.low(at + 1) in ("dem", "der") or stem_of(line.low(at + 1))[0]):
        return
    stop = line.clause(at)
    begin = at
    while begin > 0 and line[begin].before == " " and not line[begin].first:
        begin -= 1
    row = [one.low for one in line.tokens[begin:stop]]
    if _WITH_AN & set(row):
        return
    last = row[-1]
    if (last == "teil" and _PARTS & set(row)) or last in (
        "teilnehmen", "teilgenommen", "teilzunehmen", "teilnimmt", "teilnehmt"
    ):  # fmt: skip
        yield line.fault(at, at + 1, "am" if low == "beim" else "an", _PREPOSITION)


RULES = (given, helped, takes_part)
