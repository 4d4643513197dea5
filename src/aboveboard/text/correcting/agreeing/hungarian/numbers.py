"""Hungarian numbers: a noun, its demonstrative, its verb and what relates to it agree."""

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.groups import BESIDE, beside
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    conjugated,
    doing,
    is_verb,
    owned,
    plural,
    readings,
    several,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import AGREE, OTHER
from aboveboard.text.correcting.rules import found
from aboveboard.text.tables import words

_SOUND = "This is written as it is formed, not as it sounds."
_NUMBERS = words(
    "két három négy öt hat hét nyolc kilenc tíz száz ezer sok több kevés néhány tizenegy tizenkét "
    "tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc húsz huszonegy "
    "huszonkét huszonöt harminc negyven ötven hatvan hetven nyolcvan kilencven számos rengeteg "
    "minden pár"
)
_TIMES = words(
    "nap hét hónap év óra perc este reggel délután délelőtt éjszaka alkalom pillanat éj hétvége "
    "nyár tél ősz tavasz kilométer méter kiló forint fok százalék euró szombat vasárnap péntek "
    "kedd szerda csütörtök hétfő másodperc éjjel idő"
)
_ADVERBS = words("is már ma tegnap nagyon most csak idén szépen újra végre együtt nálunk még")
_THESE = {
    "ez": "ezek", "az": "azok", "ezt": "ezeket", "azt": "azokat", "ebben": "ezekben",
    "abban": "azokban", "ezzel": "ezekkel", "azzal": "azokkal", "erre": "ezekre", "arra": "azokra",
    "ebbe": "ezekbe", "abba": "azokba", "ennek": "ezeknek", "annak": "azoknak", "ehhez": "ezekhez",
    "ahhoz": "azokhoz", "erről": "ezekről", "arról": "azokról", "ebből": "ezekből",
    "abból": "azokból", "ettől": "ezektől", "attól": "azoktól", "ezen": "ezeken", "azon": "azokon",
}  # fmt: skip
_CASE = {
    "ezt": "ACC", "azt": "ACC", "ebben": "INE", "abban": "INE", "ezzel": "INSTR",
    "azzal": "INSTR", "erre": "SBL", "arra": "SBL", "ebbe": "ILL", "abba": "ILL", "ennek": "DAT",
    "annak": "DAT", "ehhez": "ALL", "ahhoz": "ALL", "erről": "DEL", "arról": "DEL",
    "ebből": "ELA", "abból": "ELA", "ettől": "ABL", "attól": "ABL", "ezen": "SUE", "azon": "SUE",
}  # fmt: skip
_ONE = {many: one for one, many in _THESE.items()}
_NEITHER = words("lehet kell van sikerült tetszik érdemes szabad illik kellett lehetett volt lesz")
_WHO = regex.compile(
    r"(?<!\p{L})(?P<led>\p{L}+), (?P<who>aki|akik|amik|amelyek) "
    r"(?:(?:is|már|ma|tegnap|idén|nem|még) )?(?P<verb>\p{L}+)(?!\p{L})"
)
_WILLING = regex.compile(
    r"(?<!\p{L})(?:olyan|valaki|valakit|valakinek|bárki|bárkit|mindenkit|mindenkinek|"
    r"ember|embert), "
    r"(?P<who>ami) (?:nagyon |is |már )?(?:szívesen|szeretne|szereti?|imádja|imád|kedveli|tud|akar|"
    r"jönne|segítene|vállalna|eljönne|kedvet|eljött|segített|vágyik|érdeklődik|dolgozna|tanulna)"
    r"(?!\p{L})",
    regex.I,
)
_FREE = regex.compile(r"[,.!?]| (?:az?|nekünk|minket|is|el|meg|velünk|nálunk)(?!\p{L})")
_SCORE = regex.compile(
    r"(?<!\p{L})(?P<who>\p{Lu}\p{Ll}+ink) (?:\d+[–:-]\d+-\p{Ll}+ )?"
    r"(?P<verb>\p{Ll}+)(?= (?:az? )\p{L})"
)
_MAY = {
    "hassa": "hatja", "hesse": "heti", "hassuk": "hatjuk", "hessük": "hetjük", "hassák": "hatják",
    "hessék": "hetik", "hassátok": "hatjátok", "hessétek": "hetitek", "hassam": "hatom",
    "hessem": "hetem",
}  # fmt: skip
_WISH = words("hogy hadd bár bárcsak ne nehogy kérem kérjük adja és vagy")
_SINCE = words("óta éve hónapja hete")
_NEVER = {"soha": "soha nem", "senki": "senki nem", "semmit": "semmit nem", "sehol": "sehol nem"}
_NOT = words(
    "nem sem ne se nincs sincs nincsen sincsen semmi nincsenek sincsenek vissza mint vagy tilos"
)


def numbers(c: Chain) -> Found:
    if c.first:
        yield from _ours(c)
    for i, word in enumerate(c.low):
        if word in _NUMBERS or (word.isdecimal() and i + 1 < len(c.low)):
            yield from _counted(c, i)
        elif word == "ez" and i and c.at(i + 1) in ("a", "az"):
            yield from _object(c, i)
        elif word in _THESE and c.at(i + 1) in ("a", "az"):
            yield from _these(c, i)
        elif word in _ONE and word not in ("ezek", "azok") and c.at(i + 1) in ("a", "az"):
            yield from _this(c, i)
        elif word in _NEVER and _verbed(c, i + 1) and not _NOT & set(c.low) and not c.named(i):
            yield from c.put(i, i, _NEVER[word], OTHER)
        if word.endswith(tuple(_MAY)) or word in _SINCE:
            yield from _subjunctive(c, i)
        if word in ("amit", "akit", "amiket", "akiket") and not i:
            yield from _which(c)
        if word in ("ezt", "azt", "ezeket", "azokat", "őt", "őket"):
            yield from _certain(c, i)


def _verbed(c: Chain, i: int) -> bool:
    apart = bool(verb_forms(c.at(i))) and c.at(i + 1) in ("el", "meg", "be", "ki", "le", "fel")
    return is_verb(c.at(i)) or apart


def _counted(c: Chain, i: int) -> Found:
    """ "tizenkét csapat küzdöttek"."""
    if c.at(i - 1) in ("a", "az", "és", "mind", "ez") and (i != 1 or not c.first):
        return
    j = i + 1
    while (
        cases(c.at(j)) == {"NOM"} and cases(c.at(j + 1)) == {"NOM"} and not verb_forms(c.at(j + 1))
    ):
        j += 1
    noun = c.at(j)
    ours = owned(noun) and "NOM" in cases(noun)
    if not (_bare(noun) or ours) or c.named(j) or several(noun) or doing(noun):
        return
    lemmas = {one.lemma for one in readings(noun)}
    if lemmas & _TIMES or not any(one.part == "noun" or one.made for one in readings(noun)):
        return
    j += 1
    if c.at(j) in BESIDE or c.at(j) in ("a", "az") or owned(noun):
        j = beside(c, j)
    verb = c.at(j)
    forms = verb_forms(verb)
    ends = {one[-4:] for one in forms}
    past = {"PL_3"} < ends <= {"PL_2", "PL_3", "SG_1"} and any(
        one.startswith("PAST") and one.endswith("PL_3") for one in forms
    )
    if not past and not (forms and all(one.endswith("PL_3") and "INDIC" in one for one in forms)):
        return
    if _is_noun(c.at(j + 1)):
        return
    if any(one.part == "noun" and not one.made for one in readings(verb)) and (
        cases(verb) != {"DAT", ""} or any(is_verb(one) for one in c.low if one != verb)
    ):
        return
    if right := conjugated(verb, "", "SG_3", "PAST_INDIC_" if past else ""):
        yield from c.put(j, j, right, AGREE)


def _bare(word: str) -> bool:
    """Whether it is a noun without any ending, whatever else: "csapat" is a verb as well."""
    return "NOM" in cases(word) and cases(word) <= {"NOM", ""}


def _is_noun(word: str) -> bool:
    return cases(word) == {"NOM"} and word not in _ADVERBS


def _noun_of(c: Chain, i: int) -> int:
    """The place of the noun after an article and adjectives."""
    j = i + 2
    while j < i + 5 and cases(c.at(j)) == {"NOM"} and not several(c.at(j)):
        j += 1
    return j


def _these(c: Chain, i: int) -> Found:
    """ "ezt a képeket", "ez a gyertyák készültek"."""
    j = _noun_of(c, i)
    noun, word = c.at(j), c.at(i)
    if not plural(noun) or c.named(j) or doing(c.at(j + 1)):
        return
    if word in ("ez", "az"):
        if i or cases(noun) != {"NOM"} or any(owned(one) and "NOM" in cases(one) for one in c.low):
            return
        rest = c.low[j + 1 :]
        if not rest or (
            not any(
                forms and all(one.endswith("PL_3") for one in forms)
                for forms in map(verb_forms, rest)
            )
            and not (plural(rest[-1]) and readings(rest[-1])[0].part == "adj" and c.after in ".!")
        ):
            return
        if any(
            cases(one) == {"NOM"} and all(read.part == "noun" for read in readings(one))
            for one in rest
        ):
            return
    elif cases(noun) != {_CASE[word]}:
        return
    yield from c.put(i, i, _THESE[word], AGREE)


def _object(c: Chain, i: int) -> Found:
    """ "nézd meg ez a videót"."""
    j = _noun_of(c, i)
    led = is_verb(c.at(i - 1)) or (c.at(i - 1) in ("meg", "el", "ki", "be") and i > 1)
    if led and j + 1 == len(c.low) and cases(c.at(j)) == {"ACC"} and c.after in (".", "!"):
        yield from c.put(i, i, "ezt", AGREE)


def _ours(c: Chain) -> Found:
    """ "kollégáink minden nap friss kenyeret süt", "a kenyeret mi sütünk"."""
    j = 1 if c.at(0) in ("a", "az") else 0
    while j < 3 and cases(c.at(j)) == {"NOM"} and not several(c.at(j)):
        j += 1
    head, kinds = c.at(j), cases(c.at(j))
    object_ = c.at(0) in ("a", "az") and kinds == {"ACC"}
    many = several(head) and kinds == {"NOM"} and (head.endswith("ink") or c.at(0) in ("a", "az"))
    if c.named(j) or not (object_ or many) or c.low[-1].startswith("gondol"):
        return
    j += 1
    while j < len(c.low) and (c.at(j) in _ADVERBS or _aside(c, j, object_)):
        j += 1
    word = c.at(j)
    forms = verb_forms(word)
    last = (
        j + 1 == len(c.low)
        and c.after in (".", "!")
        and (word == "vár" or not any(one.part == "noun" for one in readings(word)))
    )
    if not forms or not (is_verb(word) or last) or word in _NEITHER or any(map(_infinite, c.low)):
        return
    rest = c.low[j + 1 :]
    kind, person = "", "PL_3"
    if many:
        fits = all(one.endswith("SG_3") for one in forms) and "aki" not in c.low
        fits = fits and not any(owned(one) or _is_noun(one) for one in rest)
    else:
        fits = all("INDIC_INDEF" in one and one[-1] != "3" for one in forms)
        fits = fits and not any("ACC" in cases(one) for one in rest)
        kind, person = "DEF", ""
    if fits and (right := conjugated(word, kind, person)):
        yield from c.put(j, j, right, AGREE)


def _infinite(word: str) -> bool:
    return any("INF" in tag for one in readings(word) for tag in one.tags)


def _aside(c: Chain, j: int, lone: bool) -> bool:
    """Whether a word between subject or object and verb is surely neither."""
    word = c.at(j)
    if word in ("mi", "ti", "én", "te", "itt", "szeretettel", "mindig", "minden"):
        return lone or word not in ("mi", "ti", "én", "te")
    if word in ("mindenkit", "benneteket", "titeket", "minket"):
        return not lone
    if c.at(j - 1) == "minden" and word in _TIMES:
        return True
    read, kinds = readings(word), cases(word)
    if not read or any(one.made for one in read) or "" in kinds or (owned(word) and not lone):
        return False
    plain = kinds == {"NOM"} and all(one.part == "adj" for one in read)
    return (plain and "ACC" in cases(c.at(j + 1)) and not lone) or kinds <= (
        {"INSTR", "SUE", "INE", "TEMP"} | ({"ACC"} if not lone else set())
    )


def _this(c: Chain, i: int) -> Found:
    """ "ezeket a képet"."""
    j = _noun_of(c, i)
    noun = c.at(j)
    case = _CASE[_ONE[c.at(i)]]
    if cases(noun) != {case} or owned(noun) or doing(c.at(j + 1)) or c.named(j):
        return
    if any("PLUR" in one.tags for one in readings(noun)) or c.at(j + 1) in ("és", "vagy", "meg"):
        return
    yield from c.put(i, i, _ONE[c.at(i)], AGREE)


def _subjunctive(c: Chain, i: int) -> Found:
    """ "bárki láthassa", "húsz éve süssük"."""
    before = c.text[max(0, c.spans[0][0] - 400) : c.spans[i][0]].lower()
    before = regex.split(r"[.!?]", before)[-1]
    if _WISH & set(regex.findall(r"\p{L}+", before)):
        return
    word = c.at(i)
    if word in _SINCE:
        if c.after == "!" or not i or _WISH & set(c.low):
            return
        for j in range(i + 1, len(c.low)):
            forms = verb_forms(c.at(j))
            if forms and all(one.startswith("SUBJ/IMPER_DEF") for one in forms):
                if c.at(j + 1) not in ("meg", "el", "ki", "be") and (
                    right := conjugated(c.at(j), "", "", "PRES_INDIC_")
                ):
                    yield from c.put(j, j, right, _SOUND)
                return
        return
    end = next(end for end in sorted(_MAY, key=len, reverse=True) if word.endswith(end))
    forms = verb_forms(word)
    if i and forms and is_verb(word) and all(one.startswith("SUBJ/IMPER_DEF") for one in forms):
        yield from c.put(i, i, word.removesuffix(end) + _MAY[end], _SOUND)


def _which(c: Chain) -> Found:
    """ "amit sütjük": what a clause of "amit" does has no certain object."""
    j = 1
    while c.at(j) in _ADVERBS or (j < 3 and c.at(j) in ("mi", "ti", "ők", "én", "itt", "mindig")):
        j += 1
    word = c.at(j)
    forms = verb_forms(word)
    if not forms or not is_verb(word) or (j + 1 >= len(c.low) and c.after == ","):
        return
    if word.endswith(("lak", "lek")) or word in (
        "kérjük",
        "kérem",
        "köszönjük",
        "tudjuk",
        "hiszem",
    ):
        return
    if all("_DEF_" in one and "INDIC" in one for one in forms) and (
        right := conjugated(word, "INDEF", "")
    ):
        yield from c.put(j, j, right, AGREE)


def _certain(c: Chain, i: int) -> Found:
    """ "ezt ajánlunk": what is pointed at is certain."""
    word = c.at(i + 1)
    forms = verb_forms(word)
    if not forms or not is_verb(word) or word in _NEITHER or c.at(i - 1) in ("és", "mint", "a"):
        return
    if any(map(_infinite, c.low)):
        return
    if not all("INDEF_" in one and "INDIC" in one for one in forms) or any(
        "SG_3" in f for f in forms
    ):
        return
    if any(one.lemma in ("jön", "megy", "tud", "van", "lesz", "kell") for one in readings(word)):
        return
    if right := conjugated(word, "DEF", ""):
        yield from c.put(i + 1, i + 1, right, AGREE)


def relative(text: str) -> Found:
    """ "mindenkinek, aki eljöttek", "olyan, ami szívesen vezetne", "fiaink megnyerte a kupát"."""
    for match in _WILLING.finditer(text):
        yield found(text, *match.span("who"), "aki", kind="agreement", why=OTHER)
    for match in _WHO.finditer(text):
        word, who = match["verb"], match["who"]
        forms = verb_forms(word)
        after = text[match.end() : match.end() + 6]
        sure = is_verb(word) or bool(_FREE.match(after))
        if not forms or not sure or word in _NEITHER:
            continue
        many = all(one.endswith("PL_3") for one in forms)
        lone = all(one.endswith("SG_3") for one in forms)
        if who == "aki" and many:
            if several(match["led"].lower()):
                yield found(text, *match.span("who"), "akik", kind="agreement", why=AGREE)
            elif right := conjugated(word, "", "SG_3"):
                yield found(text, *match.span("verb"), right, kind="agreement", why=AGREE)
        elif who != "aki" and lone and (right := conjugated(word, "", "PL_3")):
            yield found(text, *match.span("verb"), right, kind="agreement", why=AGREE)
    for match in _SCORE.finditer(text):
        who, word = match["who"].lower(), match["verb"]
        forms = verb_forms(word)
        if not several(who) or cases(who) != {"NOM"} or not forms or not is_verb(word):
            continue
        if all("_DEF_SG_3" in one and "INDIC" in one for one in forms) and (
            right := conjugated(word, "", "PL_3")
        ):
            yield found(text, *match.span("verb"), right, kind="agreement", why=AGREE)
