"""Whether a sentence states anything: questions, greetings, opinions, calls and jests do not."""

from dataclasses import dataclass
from functools import cache

import regex

from aboveboard.text.found.names import fold
from aboveboard.text.leaning import leans
from aboveboard.text.meaning.lexicon import lexicon_of, tokens
from aboveboard.text.meaning.terms import Said
from aboveboard.text.openings import asks, greets

_LAUGHS = regex.compile(r"[😀-😆😉😅🤣😂😜😝🤪🤭🙃😏😹]")
# What trails off or sighs.
_TRAILS = regex.compile(
    r"(?:\.\.\.|…)[\s\p{Extended_Pictographic}]*$|^[^\p{L}]*(?:ah|oh|och|ach|hach|aah|ooh|mmm+|"
    r"hmm+|ó|ho)(?!\p{L})",
    regex.IGNORECASE,
)
# Who speaks of a brand's doings.
_WE = {
    "en": "we our ours us",
    "nl": "wij we ons onze",
    "fr": "nous notre nos on",
    "de": "wir unser unsere unseren unserem unserer uns",
    "hu": "mi nalunk hozzank minket nekunk tolunk",
}


@dataclass(frozen=True, slots=True)
class Mood:
    """What speaks for and against a sentence's stating something."""

    asks: bool
    greets: bool
    calls: bool
    jests: bool
    laughs: bool
    fond: int
    we: bool
    addresses: bool
    trails: bool
    opines: bool
    leans: bool


def mood(said: Said, lang: str) -> Mood:
    """How a sentence is meant, by its first words, its signs and its words of praise."""
    lexicon = lexicon_of(lang)
    words = [word for _, _, word in tokens(said.text)]
    flat = fold(said.text)
    first = words[0] if words else ""
    calls = _calls(words, lang)
    # "Packing list: bring a towel."
    label, colon, rest = said.text.partition(": ")
    if colon and len(label) < 30 and not calls:
        calls = _calls([word for _, _, word in tokens(rest)], lang)
    return Mood(
        asks=asks(said.text),
        greets=greets(said.text, lang),
        calls=calls,
        jests=any(jest in flat for jest in lexicon.jests),
        laughs=bool(_LAUGHS.search(said.text)),
        fond=said.fond,
        opines=bool(_opinions(lang).search(said.text)),
        leans=leans(said.text, lang) or first in _POINTING.get(lang, ()),
        trails=bool(_TRAILS.search(said.text)),
        addresses=bool(_addressed(lang).search(said.text)),
        we=any(word in _WE.get(lang, "").split() for word in words),
    )


# The writer's own taste, said as such.
_OPINIONS = {
    "en": r"we (?:just |really |all )?(?:love|adore|think|feel|reckon|believe)|i (?:love|think)|"
    r"(?:our|my) (?:absolute )?favou?rite|honestly|nothing beats|if you ask us|in our opinion|"
    r"simply the best|so proud|pure (?:magic|bliss|joy)",
    "nl": r"(?:wij|we) (?:houden|vinden|worden|genieten)|vinden (?:wij|we)|volgens ons|eerlijk|"
    r"voor ons is|niets (?:zo|mooier|lekkerder|fijner)|ons? (?:absolute )?favoriet|wat een",
    "fr": r"(?:on|nous) (?:adore|aime|trouve|raffole)\p{L}*|selon nous|à notre avis|franchement|"
    r"rien de (?:tel|mieux|plus)|quel(?:le)? (?:bonheur|joie|plaisir|calme)|notre préféré",
    "de": r"(?:wir|ich) (?:lieben?|finden?|mögen|glauben?|denken)|finden wir|für uns|ehrlich|"
    r"(?:nichts|was) (?:ist )?(?:schöner|besser|geht über)|unser liebling\p{L}*|was für",
    "hu": r"imádj?uk|imádom|szeretjük|szerint(?:em|ünk)|őszintén|a kedvenc(?:em|ünk)|nekünk ez|"
    r"nincs (?:is )?(?:jobb|szebb|finomabb)|a világ leg\p{L}+|micsoda",
}
# What offers: we do, you get, there is.
_OFFERS = {
    "en": r"we|you|you['’]ll|your|there(?:['’]s| is| are)|it(?:['’]s| is| has| comes)|"
    r"they(?:['’]re| are)|"
    r"(?:is|are) (?:\p{L}+ed|available|free|open|welcome|included)",
    "nl": r"we|wij|je|jij|jouw|jullie|er (?:is|zijn)|is er|zijn er|krijgt?|kunt?|mag|worden|wordt",
    "fr": r"nous|vous|il y a|votre|vos|tu|(?:est|sont) \p{L}+[eés]{1,2}s?|on (?:vous|peut)",
    "de": r"wir|du|ihr|Sie|euch|dir|gibt es|es gibt|gibt['’]s|man|wird|werden|kannst?|könnt|darf",
    "hu": r"van|vannak|lehet|kapsz|kaptok|\p{L}{3,}(?:unk|ünk|juk|jük|hatsz|hetsz|hatod|heted|"
    r"hattok|hettek|hat|het|sz|tok|tek|tök)|minden",
}


@cache
def _addressed(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_OFFERS.get(lang, _OFFERS['en'])})(?!\p{{L}})", regex.I)


# First words that speak of what was named before.
_POINTING = {
    "en": {"it", "they", "that", "those", "these", "he", "she", "then", "there", "this"},
    "nl": {"die", "dat", "deze", "hij", "zij", "ze", "daar", "dan", "daarvoor", "dit"},
    "fr": {"il", "elle", "ils", "elles", "ca", "c", "cela", "celui", "celle", "on", "leur"},
    "de": {"er", "sie", "es", "das", "den", "die", "der", "da", "dann", "dafur", "dort"},
    "hu": {"ez", "az", "azt", "ezt", "ott", "itt", "o", "ok", "neki", "akkor"},
}


@cache
def _opinions(lang: str) -> regex.Pattern[str]:
    said = _OPINIONS.get(lang, _OPINIONS["en"])
    return regex.compile(rf"(?<!\p{{L}})(?:{said})(?!\p{{L}})", regex.IGNORECASE)


_SUBJECTS = {
    "nl": "je jij u we wij ik hij zij ze het de",
    "de": "ich er es wir sie man du",
    "en": "it s",
}


def _calls(words: list[str], lang: str) -> bool:
    first = (
        words[0].partition("-")[0] if words and words[0] != "rendez-vous" else "".join(words[:1])
    )
    return first in lexicon_of(lang).moves and not _subject_follows(words, lang)


def _subject_follows(words: list[str], lang: str) -> bool:
    """Whether a subject comes next, so that the verb states: "Kommt er", "It" no call."""
    return len(words) > 1 and words[1] in _SUBJECTS.get(lang, "").split() and lang != "en"
