"""English verbs and the forms that they take: "bake", "bakes", "baked", "baking"."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.english.words import BASE, PAST, SINGULAR
from aboveboard.text.tables import words

REGULAR = words(
    "accept add advise agree allow announce answer appear appreciate arrange arrive ask attend "
    "attract avoid "
    "bake believe belong boil book borrow brew call cancel care carry celebrate change charge "
    "chat chop "
    "check clean climb close collect combine compete complete consider contact contain continue "
    "contribute cook cost count cover create cycle dance decide decorate delay deliver describe "
    "deserve design develop discover discuss display donate drop dry earn encourage enjoy enter "
    "exchange expand expect explain explore express extend feature finish fix focus follow gather "
    "greet guess happen help hire hope host imagine improve include increase inform inspire "
    "install introduce invest invite join jump kick knit knock laugh launch learn like listen live "
    "load look love manage mark match mean mention mix move need notice offer open order organise "
    "organize own pack paint park participate pass perform pick plan plant play pop post practise "
    "practice prefer prepare present prevent print produce promise promote protect prove provide "
    "publish pull push raise reach realise receive recommend record recycle reduce register relax "
    "release remember remind remove rent repair repeat replace reply report request require rescue "
    "reserve respond rest return save seem serve share shop show sign skate skip smell smile sort "
    "start stay stop stretch study submit succeed suggest suit supply support surprise switch talk "
    "taste thank touch train travel treat try turn update upload use visit vote wait walk want "
    "admire adopt apply appoint approve assemble award camp cheer compare complain confirm connect "
    "convert cross damage depend destroy distribute dream dress employ end establish exist fail "
    "fill film fold form fund gain guide hand harvest hate identify import impress interview land "
    "last lift limit link list lock measure melt mend name nominate operate owe peel phone pour "
    "press process propose purchase qualify race recover refurbish refuse reject rely renew "
    "renovate "
    "restore retire reveal reward ruin rush sail score search secure select separate settle sew "
    "solve sponsor spot stage store struggle suffer survive test tidy tour trade transform "
    "translate trust unveil value vary volunteer wander weigh "
    "warn wash waste watch water welcome wish wonder work worry wrap"
) - {"cost", "mean"}
_DOUBLE = words(
    "run swim get put sit cut plan shop stop chat win let begin forget dig jog knit spin trim set "
    "hit shut drop fit step tap wrap plug pop rub skip slip travel cancel refer prefer submit quit"
)
_SAME = words("put cut set hit shut let cost quit spread hurt read come become run")
_PLAIN = frozenset({*BASE.values(), "put", "cut", "set", "let", "read", "come", "become", "run"})
# Every verb here in its plain form, "be" and "have" left out.
VERBS = (REGULAR | _PLAIN) - {"be", "have"}
VERB = "|".join(sorted(VERBS))
_PASTS = {base: past for past, base in BASE.items()}
_DONE = {past: done for done, past in PAST.items()}


def _long(verb: str, end: str) -> str:
    if verb in _DOUBLE:
        return f"{verb}{verb[-1]}{end}"
    if verb.endswith("e") and (end == "ed" or not verb.endswith(("be", "ee", "ye", "oe"))):
        return f"{verb[:-1]}{end}"
    return f"{verb}{end}"


def gerund(said: str) -> str:
    """ "Making", "looking for"."""
    verb, gap, rest = said.partition(" ")
    if verb in ("die", "lie", "tie"):
        return f"{verb[:-2]}ying{gap}{rest}"
    return f"{_long(verb, 'ing')}{gap}{rest}"


def third(verb: str) -> str:
    """ "Goes", "tries", "watches"."""
    if verb in ("have", "be"):
        return {"have": "has", "be": "is"}[verb]
    if verb.endswith(("s", "x", "ch", "sh", "go", "do")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def past(verb: str) -> str:
    """ "Went", "tried", "stopped"."""
    if verb in _PASTS:
        return _PASTS[verb]
    if verb in _SAME:
        return verb
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}ied"
    return _long(verb, "ed")


def participle(verb: str) -> str:
    """ "Gone", "tried", "stopped"."""
    said = past(verb)
    return verb if verb in ("come", "become", "run") else _DONE.get(said, said)


THIRDS: Mapping[str, str] = {third(one): one for one in VERBS}
PASTS: Mapping[str, str] = {past(one): one for one in VERBS}
DONES: Mapping[str, str] = {participle(one): one for one in VERBS}
GERUNDS: Mapping[str, str] = {gerund(one): one for one in VERBS}
THIRD, PAST_FORM, DONE, GERUND = ("|".join(sorted(one)) for one in (THIRDS, PASTS, DONES, GERUNDS))


def plain(said: str) -> str:
    """ "Go" of "goes", "went", "gone" and "going"."""
    forms = (THIRDS, PASTS, DONES, GERUNDS)
    return next((one[said] for one in forms if said in one), said)


def more(word: str, end: str = "er") -> str:
    """ "Bigger", "easier", "nicest"."""
    if word.endswith("y"):
        return f"{word[:-1]}i{end}"
    if word in ("big", "hot"):
        return f"{word}{word[-1]}{end}"
    return f"{word.removesuffix('e')}{end}"


def _article(said: str) -> str:
    return f"{'an' if said[0].lower() in 'aeiou' and not said.startswith('u') else 'a'} {said}"


def _simply(said: str) -> str:
    """ "I believe" of "I am believing", "garden belongs" of "garden is belonging"."""
    *row, verb = said.split(" ")
    who, _, be = row[-1].replace("’", "'").partition("'")
    if not be:
        who, be = " ".join(row[:-1]), row[-1]
    base = plain(verb.lower())
    return f"{who} {third(base) if be.lower() == 'is' else base}"


def _of(table: str) -> Callable[[str], str]:
    pairs = dict(one.split("=") for one in table.split(", "))
    return lambda said: pairs.get(said.lower(), said)


_MANY = SINGULAR | dict(
    one.split("=")
    for one in words(
        "womans=women womens=women mens=men childs=children sheeps=sheep foots=feet tooths=teeth "
        "gooses=geese mouses=mice wifes=wives lifes=lives peoples=people"
    )
)

# What a mark in the patterns' other halves does with the words in it: "{ing:make}" is "making".
MARKS: Mapping[str, Callable[[str], str]] = {
    "en": lambda said: participle(said.lower()),
    "ed": lambda said: past(said.lower()),
    "ing": lambda said: gerund(said.lower()),
    "s": lambda said: third(said.lower()),
    "pp": lambda said: participle(plain(said.lower())),
    "base": lambda said: plain(said.lower()),
    "er": lambda said: more(said.lower()),
    "est": lambda said: more(said.lower(), "est"),
    "a": _article,
    "simply": _simply,
    "have": lambda said: f"{said.replace('’', chr(39)).partition(chr(39))[0].split()[0]} have",
    "was": lambda said: f"{said} {'were' if said.lower() in ('we', 'they') else 'was'}",
    "say": _of("said=told, says=tells, say=tell"),
    "do": _of("make=do, makes=does, made=did"),
    "learn": _of("learn=teach, learns=teaches, learned=taught, learnt=taught, learning=teaching"),
    "be": _of("is=has, are=have"),
    "mine": _of("me=mine, him=his, her=hers, us=ours, them=theirs, you=yours"),
    "are": _of("is=are, was=were, has=have"),
    "much": _of("fewer=less, many=much"),
    "he": _of("him=he, her=she, them=they, he=he, she=she"),
    "many": lambda said: _MANY.get(said.lower(), said),
    "apart": _of("noone=no one, aswell=as well, infact=in fact, incase=in case, abit=a bit, "
                 "eachother=each other, atleast=at least, everytime=every time"),
}  # fmt: skip
