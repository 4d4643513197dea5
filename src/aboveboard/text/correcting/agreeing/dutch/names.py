"""The Dutch apostrophe, and one word that stands as two: "Peter's", "autos", "zomer collectie".

Sources: Leidraad 13 of the Woordenlijst Nederlandse Taal (apostrophe), Leidraad 6 (compounds).
"""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.dutch.clauses import finite
from aboveboard.text.correcting.agreeing.dutch.forms import (
    adjective,
    in_dictionary,
    is_plural,
    known,
    many,
)
from aboveboard.text.correcting.agreeing.dutch.nouns import neuter
from aboveboard.text.correcting.agreeing.dutch.words import (
    COMMON,
    COMMON_ENDS,
    NEUTER,
    NEUTER_ENDS,
    NUMBERS,
    OWNED,
    PREPOSITIONS,
    inflected,
    plain,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_BOOK = "The Groene Boekje writes it like this."
_ONE_WORD = "This is written as one word."
_POSSESSIVE = regex.compile(r"(\p{L}{2,}?)['’]s$")
_CLOSED = regex.compile(r".*(?:[bcdfghjklmnpqrtvw]|[^éè]e|[aeo]y|ee|eau|ou|é|eu|ui|ie|oe|ij)$")
_VOWEL = regex.compile(r"\p{L}*(?:[^\W\d_aeiou][aiouy])$")
# First names that end with a consonant or -e.
_NAMES = words(
    "peter jan piet henk kees pieter willem johan erik frank mark tom tim rob paul martin marcel "
    "ruben daan bram sem finn luuk stijn thijs gert gerard wim karel koen joost jeroen bart bert "
    "arjan jasper wouter sander stefan robert richard michiel maarten ton jaap dirk gijs david "
    "simon adam noud teun sven roel ronald patrick marieke anne marie sanne lotte femke anouk "
    "ellen "
    "karin ingrid judith esther els annemarie sophie julie charlotte lisette yvonne marjolein "
    "manon kim miriam petra-ann astrid janneke hanneke mieke ineke truus jet liesbeth elisabeth "
    "bianca-lin joke wilma-jan carolien caroline nicole michelle danielle louise fleur roos "
    "evelien "
    "linde merel noor isabel sarah hannah ruth rachel vader moeder broer zus oom tante neef nicht "
    "buurman buurvrouw zoon dochter juf meester bakker-jan"
)
# First names that end with a hissing sound.
_HISSING = words("hans frans kees jos els lars klaas niels thomas lucas lukas iris max alex felix "
                 "joris mathijs matthijs thijs gijs chris dennis boris floris jens tess agnes ines "
                 "bas marloes anneloes doris carlos mees loes rens guus nels teus marius julius "
                 "markus antonius cornelis johannes hannes moos")  # fmt: skip
_OWNABLE = OWNED - words("hart kind man vrouw huid team gezin vriend kinderen spullen ouders "
                         "plannen vragen dromen wensen vrienden fietsen handen voeten haren ogen "
                         "tanden gegevens ideeën school kamer vakantie")  # fmt: skip
_TIMES = words("zomer winter herfst lente week weekend dag avond middag ochtend zondag zaterdag "
               "maandag dinsdag woensdag donderdag vrijdag morgen maand jaar nacht voorjaar najaar "
               "vandaag")  # fmt: skip
_MASS = words("bezit cadeau zilver goud pauze verlof gebruik gras")
_SEED = words("voetbal kerst muziek tennis yoga hockey kaas wijn bier koffie thee fruit groente "
              "vlees "
              "vis paas sinterklaas carnaval zang dans kunst sport verkeer jeugd school verjaardag "
              "bruiloft water hout verhuis bakker slager")  # fmt: skip
_FIRST = words("onze ons mijn jouw jullie uw een deze dit")
_NO_FIRST = words("extra super heel mini niet wel ook al alle veel half jaar maand week uur euro "
                  "kilo liter meter soort paar aantal beetje kopje kop glas stuk bak fles team "
                  "club "
                  "restaurant hotel café museum park cafe studio villa theater huize station bus "
                  "zorg met zonder volop gratis open hand thuis online live door over weer mee dag "
                  "groep klas type model categorie kleur smaak merk stichting vereniging nummer "
                  "dood leven goud doos zak krat mand emmer pot kwartier uurtje bed plank rij "
                  "reeks")  # fmt: skip


def apostrophes(line: Line, at: int) -> Iterator[Correction]:
    """ "Peter's nieuwe", "cadeau's", "autos", "Annas winkel", "van Hans beroemde"."""
    one, after = line[at], line.low(at + 1)
    word, low = one.word, one.low
    if found := _POSSESSIVE.match(word):
        bare = found[1]
        named = bare.lower() in _NAMES and (bare.istitle() or bare.islower())
        if named and after and line[at + 1].word.islower() and bare[0].isupper() | one.first:
            yield line.fault(at, at + 1, f"{bare}s", _BOOK)
        elif word.islower() or one.first:
            bare = bare.lower()
            if (_CLOSED.match(bare) and is_plural(f"{bare}s") and not known(f"{bare}'s")) or (
                bare in _NAMES and after in _OWNABLE | {"verjaardag"}
            ):
                yield line.fault(at, at + 1, f"{bare}s", _BOOK)
    elif low.endswith("s") and len(low) > 4 and _VOWEL.match(low[:-1]) and not known(word):
        if word.islower() or (one.first and is_plural(f"{low[:-1]}'s")):
            if is_plural(f"{low[:-1]}'s") and not known(low) and low != "nachos":
                yield line.fault(at, at + 1, f"{low[:-1]}’s", _BOOK)
        elif (
            word.istitle()
            and known(word[:-1])
            and not known(low[:-1])
            and (_thing(line, at + 1) or many(after))
        ):
            yield line.fault(at, at + 1, f"{word[:-1]}’s", _BOOK)
    elif (
        low in _HISSING
        and word.istitle()
        and not one.hangs
        and _thing(line, at + 1)
        and line.prev(at) in ("van", "in", "bij", "aan", "uit")
        and line[at].before == " "
    ):
        yield line.fault(at, at + 1, f"{word}’", _BOOK)


def _thing(line: Line, at: int) -> bool:
    """Whether one thing that is owned stands here: "beroemde appelgebak", "bloemenhoek"."""
    if line.low(at) in _OWNABLE and line[at].word.islower():
        return True
    place = at + 1 if adjective(line.low(at)) or line.low(at) in ("eigen", "eerste") else at
    name = line[place]
    if not line.low(place) or not name.word.islower() or name.hangs or many(name.low):
        return False
    return name.low in COMMON | NEUTER or bool(ending(name.low, COMMON_ENDS | NEUTER_ENDS))


def parts(line: Line, at: int) -> Iterator[Correction]:
    """ "Onze zomer collectie hangt", "een verjaardag taart voor oma"."""
    one, two = line[at], line.low(at + 1)
    if not two or not one.word.islower() or one.before != " " or one.hangs or line[at + 1].hangs:
        return
    low, before = one.low, line.prev(at)
    if len(low) < 3 or len(two) < 4 or low in _NO_FIRST | NUMBERS | PREPOSITIONS or plain(two):
        return
    if not line[at + 1].word.islower() or plain(low) or inflected(low) or many(low):
        return
    if low not in COMMON | NEUTER | _TIMES | _SEED and not ending(low, COMMON_ENDS | NEUTER_ENDS):
        return
    own = in_dictionary(low + two)
    counted = two in (COMMON | NEUTER) - _MASS or (own and many(two) and not finite(two))
    if not counted or finite(low) or not known(low + two):
        return
    start = at - 1
    if inflected(before) or plain(before):
        start -= 1
    lead = line[start].low if line[start + 1].before == " " else ""
    then = line.low(at + 2)
    verb = line[start].first and finite(then) and lead in _FIRST | {"de", "het"}
    verb = verb and (lead != "een" or low not in _TIMES)
    fits = (lead == "het" and neuter(two) and not neuter(low)) or (
        lead == "de" and two in COMMON and neuter(low)
    )
    if own and fits and before == lead and low not in _TIMES and not finite(then):
        yield line.fault(at, at + 2, low + two, _ONE_WORD)
        return
    shut = (
        (own or two in COMMON - _MASS)
        and lead in _FIRST - {"deze", "dit"}
        and low not in _TIMES
        and not finite(then)
    )
    if verb or (shut and (line.ends(at + 1) or then in PREPOSITIONS | {"en"})):
        yield line.fault(at, at + 2, low + two, _ONE_WORD)


NAME_RULES = (apostrophes, parts)
