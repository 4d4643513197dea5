"""Hungarian places: where and where to, as the verb beside them says."""

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    is_verb,
    readings,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import ENDING
from aboveboard.text.tables import words

_MONTHS = words(
    "január február március április május június július augusztus szeptember október november "
    "december"
)
_BEGINS = words(
    "indul indulunk indulnak indult kezdődik kezdődnek kezdjük kezdünk nyit nyitunk nyílik "
    "megnyílik megnyitunk nyitjuk indítjuk indítunk lesz lesznek jön jönnek jövünk érkezik "
    "érkeznek várunk várjuk tartjuk tartunk rendezünk rendezzük ünneplünk ünnepeljük találkozunk "
    "rajtol újranyitunk újraindul visszatér visszatérünk megrendezzük megtartjuk utazunk megyünk "
    "volt voltunk jelenik jelent zárunk szünetelünk elindul elkezdődik megérkezik"
)
_SHIFTED = words("át tovább tolódik csúszik nyúlik fordul lép")
# With these verbs, without a prefix or with one of these, nothing goes into anything.
_RESTS = {
    "talál": ("", "meg"), "lakik": ("",), "dolgozik": ("",), "működik": ("",), "zajlik": ("", "le"),
    "üzemel": ("",), "árul": ("",), "árusít": ("",), "találkozik": ("",), "szerepel": ("",),
    "ünnepel": ("", "meg"), "beszélget": ("",), "vacsorázik": ("",), "ebédel": ("",),
    "reggelizik": ("",), "pihen": ("",), "tárol": ("",), "őriz": ("",), "kezdődik": ("", "el"),
    "edz": ("",), "tornázik": ("",), "táborozik": ("",), "nyaral": ("",), "gyakorol": ("",),
    "tanít": ("",), "zenél": ("",), "rendez": ("", "meg"), "szervez": ("", "meg"), "kóstol": ("",),
    "lát": ("",), "olvas": ("",), "focizik": ("",),
    "fogyaszt": ("", "el"), "vásárol": ("",), "él": ("",), "alszik": ("",), "történik": ("",),
}  # fmt: skip
_HOLDS = ("tartjuk", "tartják", "tartottuk", "tartották", "megtartjuk", "megtartottuk")
_FITTING = words(
    "található kapható látható megtekinthető elérhető megvásárolható vásárolható kóstolható "
    "megtalálható átvehető olvasható hallható kaphatók találhatók láthatók elérhetők átvehetők "
    "megtekinthetők olvashatók megtalálhatók"
)
_BETWEEN = words("is már még mindig most csak újra ismét ma holnap mostantól mind idén")
_INTO = words(
    "jegy belépő bérlet út jelentkezés nevezés meghívó felvétel regisztráció bejárat busz vonat "
    "jegyek jegyeket jegyet belépőt belépők belépőket bérletet utat utazás kirándulás"
)
_FIGURES = words(
    "baj idő pénz szó sor figyelem kör rend pár csapat csoport darab forma hiba ajándék bér "
    "kölcsön albérlet zálog kéz kapu háló cél kosár fej szív száj szem rész kapcsolat hó zsák "
    "csomag csomagolás kedv ok lenyomat vég szabad használat kert"
)
_PLACES = (
    "bolt", "üzlet", "szalon", "műhely", "kert", "park", "terem", "csarnok", "iskola", "óvoda",
    "könyvtár", "múzeum", "étterem", "kávézó", "cukrászda", "pékség", "központ", "áruház", "pláza",
    "mozi", "színház", "templom", "épület", "szoba", "konyha", "pince", "udvar", "utca", "kerület",
    "belváros", "város", "falu", "klub", "stúdió", "galéria", "rendelő", "uszoda", "fürdő",
    "szálloda", "iroda", "helyiség", "söröző", "borozó", "raktár", "pavilon", "sátor", "ház",
    "kocsma", "patika", "gyógyszertár", "vendéglő", "teaház", "lakás", "garázs", "piac", "lakás",
)  # fmt: skip
_COMES = words(
    "gyere gyertek jöjjön jöjjetek jöjj ugorj ugorjatok ugorjon térj térjetek térjen nézz "
    "nézzetek nézzen kukkants kukkantsatok látogass látogassatok látogasson fáradj fáradjatok "
    "fáradjon sétálj sétáljatok lépj lépjetek szaladj ruccanj ruccanjatok csatlakozz "
    "csatlakozzatok csatlakozzon"
)
_WITH_US = {
    "nálunk": "hozzánk", "nálam": "hozzám", "velünk": "hozzánk", "velem": "hozzám",
    "benneteket": "hozzánk",
}  # fmt: skip
_PREFIXES = words("be el le fel át vissza ki bátran nyugodtan")
_TURNS = words("fordulj forduljon forduljatok forduljanak fordulhat fordulhatsz fordulhattok")
_TRUSTING = words("bizalommal bátran nyugodtan mindig közvetlenül először")
_HERE = words(
    "kapható kaphatók található találhatók elérhető elérhetők vásárolható vásárolhatók dolgozik "
    "dolgozott lakik lakott készül kóstolható kipróbálható rendelhető megrendelhető átvehető"
)
_GOES = words("megyek megyünk mész mentek mentünk mentem jövök jövünk jössz jöttem jöttünk")
_MOVES = ("költözik", "költöztet", "visz", "hurcolkodik")


def places(c: Chain) -> Found:
    for i, word in enumerate(c.low):
        if word.endswith(("ba", "be")) and cases(word) == {"ILL"} and not c.named(i):
            yield from _rest(c, i)
        elif word in _COMES:
            yield from _to_us(c, i)
        elif word in _TURNS:
            yield from _turned(c, i)
        elif word in ("hozzánk", "hozzám"):
            j = i + 1
            while c.at(j) in _BETWEEN:
                j += 1
            if c.at(j) in _HERE:
                yield from c.put(i, i, "nálunk" if word == "hozzánk" else "nálam", ENDING)
        elif cases(word) == {"INE"} and word.endswith("n"):
            yield from _moved(c, i)
        if word in _GOES and c.at(i + 1) not in _PREFIXES | {"össze", "túl"}:
            yield from _gone(c, i)


def _lemmas(word: str) -> set[str]:
    return {one.lemma for one in readings(word)}


def _rest(c: Chain, i: int) -> Found:
    """ "októberbe indul", "a kommentbe találjátok"."""
    word, lemmas = c.at(i), _lemmas(c.at(i))
    if lemmas & _MONTHS:
        if any(one in _BEGINS for one in c.low) and not any(
            one in _SHIFTED or one.startswith(("át", "belép")) for one in c.low
        ):
            yield from c.put(i, i, f"{word}n", ENDING)
        return
    k = i - 1
    while k > 0 and c.at(k) not in _INTO and (c.at(k) in ("a", "az") or cases(c.at(k)) == {"NOM"}):
        k -= 1
    if lemmas & _FIGURES or c.at(k) in _INTO or c.at(k).endswith(("jegy", "jegyet", "jegyek")):
        return
    j = i + 1
    while c.at(j) in _BETWEEN:
        j += 1
    if not _rests(c, j):
        # Behind the verb: "találkozunk a parkba".
        j = i - 1
        while j >= 0 and (c.at(j) in ("a", "az", "egy") or "NOM" in cases(c.at(j))):
            j -= 1
        if not _rests(c, j) or j == i - 1 or not _stands_apart(c.at(i + 1)) or _moving(c, j):
            return
    elif _moving(c, j):
        return
    yield from c.put(i, i, f"{word}n", ENDING)


def _stands_apart(after: str) -> bool:
    """Whether nothing that is done or goes on follows, as in "gyolcsba öltözött"."""
    free = after in ("", "is", "a", "az", "és", "délután", "este", "reggel")
    return free or (bool(cases(after)) and cases(after) <= {"SUE", "TEMP", "INSTR"})


def _rests(c: Chain, j: int) -> bool:
    word = c.at(j)
    if word in _HOLDS or word in _FITTING:
        return True
    if word in ("adjuk", "adják", "osztjuk", "osztják") and c.at(j + 1) == "ki":
        return True
    if word.startswith("veszünk") and c.at(j + 1) == "részt":
        return True
    return is_verb(word) and all(
        one.prefix in _RESTS.get(one.lemma, ("-",)) for one in readings(word)
    )


def _moving(c: Chain, j: int) -> bool:
    """Whether another verb, or something done, may be what the place belongs to."""
    return any(
        (k != j and (verb_forms(one) and is_verb(one)))
        or one.endswith(("va", "ve", "ni"))
        or any("INFINITIVE" in tag for each in readings(one) for tag in each.tags)
        for k, one in enumerate(c.low)
    )


def _to_us(c: Chain, i: int) -> Found:
    """ "ugorj be nálunk", "csatlakozz velünk"."""
    joins = c.at(i).startswith("csatlakoz")
    j = i + 1
    while j < i + 3 and c.at(j) in _PREFIXES:
        j += 1
    word = c.at(j)
    if word not in (_WITH_US if joins else ("nálunk", "nálam")):
        return
    if c.at(i) in ("nézz", "nézzetek", "nézzen") and j == i + 1:
        return
    if not joins and c.at(j + 1) and is_verb(c.at(j + 1)):
        return
    yield from c.put(j, j, _WITH_US[word], ENDING)


def _turned(c: Chain, i: int) -> Found:
    """ "forduljon a gyógyszerészünknél"."""
    j = i + 1
    while j < i + 6 and (
        c.at(j) in _TRUSTING or c.at(j) in ("a", "az") or cases(c.at(j)) == {"NOM"}
    ):
        j += 1
    word = c.at(j)
    if word in ("nálunk", "nálam"):
        yield from c.put(j, j, _WITH_US[word], ENDING)
    elif cases(word) == {"ADE"} and not c.named(j):
        yield from c.put(j, j, _toward(word), ENDING)


def _toward(word: str) -> str:
    """The word in -nál with -hoz, -hez or -höz."""
    stem = word[:-3]
    ends = ("hoz",) if word.endswith("nál") else ("hez", "höz")
    return next((stem + end for end in ends if "ALL" in cases(stem + end)), stem + ends[0])


def _gone(c: Chain, i: int) -> Found:
    """ "a nagymamánál megyünk"."""
    word = c.at(i - 1)
    if word in ("nálad", "nálatok", "nálunk") and c.at(i)[0] == "m":
        right = {"nálad": "hozzád", "nálatok": "hozzátok", "nálunk": "hozzánk"}[word]
        yield from c.put(i - 1, i - 1, right, ENDING)
    elif cases(word) == {"ADE"} and c.at(i)[0] == "m" and c.at(i - 2) in ("a", "az"):
        yield from c.put(i - 1, i - 1, _toward(word), ENDING)


def _moved(c: Chain, i: int) -> Found:
    """ "a Petőfi utcában visszük át": where to, not where."""
    if not any(one.endswith(_PLACES) for one in _lemmas(c.at(i))):
        return
    verb, prefix = c.at(i + 1), c.at(i + 2)
    forward = prefix == "át" and any(one.lemma in _MOVES for one in readings(verb))
    whole = any(one.prefix in ("át", "be") and one.lemma in _MOVES for one in readings(verb))
    j = i - 1
    while j > 0 and (c.at(j) in ("a", "az", "egy") or cases(c.at(j)) == {"NOM"} or c.named(j)):
        j -= 1
    bare = c.at(j) in ("gyere", "gyertek", "jöjjetek") and c.at(i + 1) in ("", "is", "és")
    led = c.at(j) in ("be", "át") and any(one.lemma in _MOVES for one in readings(c.at(j - 1)))
    arrives = c.at(j) in ("költözünk", "költözik", "költöznek", "költöztünk", "költözött")
    if forward or whole or bare or led or (arrives and not c.at(i + 1)):
        yield from c.put(i, i, c.at(i)[:-1], ENDING)
