"""French: which preposition goes with a verb, a noun or a place, and where one is left out."""

from collections.abc import Callable, Mapping

from aboveboard.text.abbreviations import MONTHS
from aboveboard.text.correcting.agreeing.chains import Chain, Found, together
from aboveboard.text.correcting.agreeing.french.endings import DAYS
from aboveboard.text.correcting.agreeing.french.little import HAVE
from aboveboard.text.correcting.agreeing.french.words import (
    FINITE,
    finite,
    infinitive,
    is_only,
    noun,
    readings,
)
from aboveboard.text.correcting.agreeing.why import MISSING
from aboveboard.text.tables import words

_PREPOSITION = "French uses another preposition here."
_NO_PREPOSITION = "This verb takes no preposition."
_VOWELS = "aeiouyéèêëàâîïôûœ"
_SILENT = words("huile herbes histoires horaires hôtel hôtels habits humour hommes habitants "
                "huîtres huiles habiter habiller hésiter honorer héberger hiverner "
                "hydrater humidifier")  # fmt: skip
# What an infinitive is joined with after these verbs.
_WITH_A = words("aider apprendre inviter réussir hésiter chercher parvenir encourager renoncer "
                "consister continuer commencer")  # fmt: skip
_WITH_DE = words(
    "essayer décider permettre promettre éviter tenter oublier accepter risquer mériter refuser "
    "envisager conseiller"
)
_EITHER = words("continuer commencer")
_ITSELF = words("se s’ me te nous vous m’ t’")
_WHO = words("je j’ on il elle ils elles qui vous nous t’ m’")
_GLAD = words(
    "heureux heureuse heureuses ravi ravie ravis ravies content contente contents contentes "
    "fier fière fiers fières capable capables impatient impatiente impatients impatientes"
)
_READY = words("prêt prête prêts prêtes")
_OWN = words("besoin envie hâte")
_PLACED = words("le la l’ les un une des notre nos votre vos mon ma mes ton ta tes son sa ses leur "
                "leurs ce cet cette ces")  # fmt: skip
# Verbs whose noun comes with a preposition: the right one, the wrong ones, and which nouns.
_EVENTS = words(
    "concours sondage jeu tirage atelier ateliers course tournoi enquête vote projet stage "
    "tombola débat défi fête collecte quiz loterie conseil réunion cours concert spectacle match "
    "représentation conférence répétition projection visite assemblée cérémonie séance soirée "
    "inauguration rencontre animation festival activité activités ateliers jeux"
)
_NOT_THINGS = words(
    "matin soir midi jour nuit semaine mois an année week-end lundi mardi mercredi jeudi vendredi "
    "samedi dimanche après-midi été hiver printemps automne temps fois maximum max peu monde maire "
    "plus mieux"
)
_NOUNS_AFTER: Mapping[str, tuple[str, frozenset[str], frozenset[str]]] = {
    "participer": ("à", words("dans sur"), _EVENTS),
    "assister": ("à", words("dans de sur du des"), _EVENTS),
    "dépendre": ("de", words("sur à au aux"), frozenset()),
    "profiter": ("de", words("sur"), frozenset()),
    "bénéficier": ("de", words("à au aux sur"), frozenset()),
    "répondre": ("à", frozenset(), frozenset()),
    "téléphoner": ("à", frozenset(), frozenset()),
    "ressembler": ("à", frozenset(), frozenset()),
    "penser": ("à", frozenset(), frozenset()),
    "souvenir": ("de", words("à au aux sur"), frozenset()),
    "occuper": ("de", words("à au aux"), frozenset()),
    "intéresser": ("à", words("dans sur pour de du"), frozenset()),
    "abonner": ("à", words("dans sur de du"), frozenset()),
}
_PRONOUNS = words("le la l’ les leur")
_REFLEXIVE = words("souvenir occuper intéresser abonner")
_THANKS = words("remercier féliciter")
_SPORTS = words("foot football rugby tennis basket volley handball badminton golf ping-pong hockey")
_MUSIC = words(
    "piano guitare violon flûte batterie accordéon trompette saxophone harpe violoncelle clarinette"
)
# Phrases that a noun follows with "de".
_HEADS = words(
    "côté autour lors proximité cause raison occasion bord cours partir long lieu dehors"
)
_LEADS = {
    "côté": "à", "proximité": "à", "cause": "à", "raison": "en", "occasion": "l’", "bord": "au",
    "cours": "au", "partir": "à", "long": "le", "lieu": "au", "dehors": "en",
}  # fmt: skip
_IN = words(
    "bretagne normandie provence alsace lorraine france belgique suisse italie espagne allemagne "
    "angleterre écosse irlande grèce hongrie pologne autriche turquie russie norvège suède "
    "finlande roumanie croatie tunisie algérie égypte chine inde afrique europe asie amérique "
    "australie corse auvergne ardèche dordogne vendée occitanie aquitaine sologne camargue picardie"
)
_STAYING = words("vacances voyage séjour jours semaine semaines week-end tournée")
_GOING = words("habiter vivre aller partir voyager déménager")
_AT = words(
    "portugal maroc canada japon québec luxembourg brésil mexique danemark sénégal pérou chili "
    "vietnam cameroun bénin gabon"
)
_MANY_LANDS = words("pays-bas états-unis philippines antilles")
_TOWNS = words(
    "paris lyon marseille lille toulouse nantes strasbourg rennes bruxelles genève montréal"
)
SEASONS = words("été hiver automne")
_FIRM = words("onze onzième ouistiti oui un une ouate uhlan à en y")
_MONTHS = frozenset(one for one in MONTHS["fr"] if len(one) > 3) - {"mars", "sept"}
_QUIET = words("hôtel hôpital hiver homme habitant horaire humour")


def prepositioned(word: str, then: str) -> str:
    """ "à" or "de" with what follows it: "au", "du", "d’un", "de la"."""
    joined = {"à le": "au", "à les": "aux", "de le": "du", "de les": "des"}.get(f"{word} {then}")
    if joined or word != "de":
        return joined or f"{word} {then}"
    return f"d’{then}" if then[0] in _VOWELS or then in _SILENT else f"de {then}"


def verbs(c: Chain, i: int) -> frozenset[str]:
    """Of which verbs it is a form, where it is no noun."""
    word = c.at(i).partition("-")[0]
    if not is_only(word, *FINITE, "infi", "ppas", "ppre") and not (
        finite(word) and c.at(i - 1) in _WHO
    ):
        return frozenset()
    return frozenset(one.lemma for one in readings(word))


def _verb_before(c: Chain, i: int) -> int:
    """The place of the verb that a word belongs to, past "pas" and the like."""
    j = i - 1
    while c.at(j) in ("pas", "plus", "aussi", "jamais", "toujours"):
        j -= 1
    return j


def _to_do(c: Chain, i: int) -> Found:
    """ "pensez de prendre", "essayez à venir", "heureux à vous accueillir"."""
    j = i + 1
    while c.at(j) in ("nous", "vous", "la", "les", "le", "l’", "y", "en", "lui", "leur", "se"):
        j += 1
    if not infinitive(c.at(j)) and c.at(j) not in ("être", "avoir", "faire"):
        return
    at = _verb_before(c, i)
    before, known = c.at(at), verbs(c, at)
    asked = (
        c.at(0) in ("pensez", "pense", "pensons", "songez", "songe", "veillez")
        and at == 0
        and c.first
    )
    if before == "penser":
        asked = True
    if c.at(i) in ("de", "d’"):
        settled = known & (_WITH_A - _EITHER) and (
            "ppas" not in _tags(before) or c.at(at - 1) in HAVE
        )
        if c.at(at - 1) in ("s’", "se") or ("à" in c.low[:i] and "apprendre" in known):
            settled = frozenset()
        if before in _READY or settled or asked:
            yield from c.put(i, i + 1, f"à {c.said(i + 1)}", _PREPOSITION)
    elif c.at(i) == "pour":
        if before == "merci" and c.at(i + 1) != "avoir":
            yield from c.put(i, i + 1, prepositioned("de", c.said(i + 1)), _PREPOSITION)
    elif before in _GLAD or (before in _OWN and _owned(c, i - 1)) or (
        known & _WITH_DE and c.at(at - 1) not in _ITSELF | {"à", "de", "d’"}
        and (not before.endswith(("é", "és", "ée", "ées", "is")) or c.at(at - 1) in HAVE)
        and "-vous" not in before
    ):  # fmt: skip
        yield from c.put(i, i + 1, prepositioned("de", c.said(i + 1)), _PREPOSITION)


def _tags(word: str) -> frozenset[str]:
    return frozenset[str]().union(*(one.tags for one in readings(word)))


def _owned(c: Chain, i: int) -> bool:
    """Whether somebody has this need: "avons besoin", "a pas hâte"."""
    before = c.at(i - 2) if c.at(i - 1) in ("pas", "plus", "très", "aussi", "vraiment") else ""
    return c.at(i - 1) in HAVE | {"a"} or before in HAVE | {"a"}


def _own(c: Chain, i: int) -> Found:
    """ "besoin un coup de main", "hâte vous retrouver"."""
    after, j = c.at(i + 1), i + 1
    while c.at(j) in ("nous", "vous", "la", "les", "le", "l’", "y", "en", "te"):
        j += 1
    noun_next = after in _PLACED - {"des"} and noun(c.at(i + 2)) != ("", "")
    if _owned(c, i) and (infinitive(c.at(j)) or noun_next) and not c.named(i + 1):
        yield from c.put(i + 1, i + 1, _added(c, i + 1, "de"), MISSING)


def _added(c: Chain, i: int, word: str) -> str:
    """A preposition and the word at this place, which may run into the next one."""
    return prepositioned(word, c.said(i) if c.named(i) else c.at(i))


def _asked(c: Chain, i: int) -> Found:
    """ "N'hésitez pas nous contacter", "Pensez prendre"."""
    word = c.at(i).partition("-")[0]
    j = i + 1
    if c.at(j) == "pas":
        j += 1
    k = j
    while c.at(k) in ("nous", "vous", "la", "les", "le", "l’", "y", "en"):
        k += 1
    if not infinitive(c.at(k)) or (k == j and c.named(k)):
        return
    begins = (i == 0 or (i == 1 and c.at(0) in ("n’", "ne"))) and c.first
    if begins or (word.startswith("hésit") and c.at(i - 1) == "n’"):
        yield from c.put(j, j, _added(c, j, _ASKED[word]), MISSING)


_ASKED = {"hésitez": "à", "hésite": "à", "pensez": "à", "pense": "à", "oubliez": "de",
          "oublie": "de", "essayez": "de", "essaie": "de", "apprenez": "à", "évitez": "de",
          "continuez": "à", "commencez": "à", "aidez": "à"}  # fmt: skip


def _noun_after(c: Chain, i: int) -> Found:
    """ "participez dans le concours", "dépend sur la météo", "profitez nos offres"."""
    at = _verb_before(c, i)
    known = verbs(c, at) & _NOUNS_AFTER.keys()
    if not known:
        return
    [verb, *_] = known
    right, wrong, nouns = _NOUNS_AFTER[verb]
    word, after = c.at(i), c.at(i + 1)
    if verb in _REFLEXIVE and not (
        c.at(at).endswith(("-vous", "-toi", "-nous")) or c.at(at - 1) in ("s’", "se", "m’", "t’")
    ):
        return
    if verb == "penser" and not (at == 0 and c.first and word in ("vos", "votre", "tes", "ton")):
        return
    if word in wrong:
        det = {"au": "le", "aux": "les", "du": "le", "des": "les"}.get(word, after)
        j = i + 1 if det == after else i
        if det in _PLACED and noun(c.at(j + 1)) != ("", "") and _fits(c, j + 1, nouns):
            yield from c.put(i, j, prepositioned(right, det), _PREPOSITION)
    elif word in _PLACED and verb not in ("dépendre", "intéresser", "abonner"):
        sure = word not in _PRONOUNS or is_only(after, "nom", "adj")
        thing = noun(after) != ("", "") and sure
        thing = thing and (verb != "répondre" or c.at(at).endswith(("ez", "re", "ons")))
        possible = word not in ("des", "leur") and (word != "l’" or after not in _VOWELS)
        if thing and possible and _fits(c, i + 1, nouns) and at == i - 1:
            yield from c.put(i, i, prepositioned(right, word), MISSING)


def _fits(c: Chain, i: int, nouns: frozenset[str]) -> bool:
    two = (c.at(i), c.at(i + 1))
    if nouns:
        return bool(nouns & set(two))
    return c.at(i) not in _NOT_THINGS and not c.at(i)[:1].isdecimal()


def _thanked(c: Chain, i: int) -> Found:
    """ "nous remercions à tous"."""
    det = {"au": "le", "aux": "les"}.get(c.at(i), c.at(i + 1))
    whole = det in ("tous", "toutes", "tout", "les", "nos", "vous", "ceux", "notre", "toute")
    ours = det in ("notre", "nos", "cette") and verbs(c, i - 1) & {"écouter", "regarder"}
    if (verbs(c, i - 1) & _THANKS and whole) or ours:
        j = i if det != c.at(i + 1) else i + 1
        yield from c.put(i, j, det, _NO_PREPOSITION)


def _played(c: Chain, i: int) -> Found:
    """ "jouer le foot", "jouez la guitare"."""
    word, after = c.at(i), c.at(i + 1)
    verb = c.at(i - 1)
    if "jouer" not in {one.lemma for one in readings(verb)} or "ppas" in _tags(verb):
        return
    if c.at(i - 2) in _PLACED | {"se", "s’"}:
        return
    if word in ("le", "du") and after in _SPORTS:
        yield from c.put(i, i, "au", _PREPOSITION)
    elif word == "le" and after in _MUSIC:
        yield from c.put(i, i, "du", _PREPOSITION)
    elif word in ("la", "l’") and after in _MUSIC:
        yield from c.put(i, i, f"de {word}", _PREPOSITION)


def _headed(c: Chain, i: int) -> Found:
    """ "autour la table", "à partir lundi", "grâce votre aide"."""
    word, after, lead = c.at(i), c.at(i + 1), _LEADS.get(c.at(i), "")
    if (lead and c.at(i - 1) != lead) or (word == "autour" and c.at(i - 1) in ("tout", "d’", "")):
        return
    if (
        (word == "lieu" and c.at(i - 2) in HAVE)
        or after in ("leur", "des")
        or (word == "occasion" and c.at(i - 2) != "à")
        or (word == "cours" and after == "les")
    ):
        return
    plain = after in _PLACED and is_only(c.at(i + 2), "nom", "adj", "verb")
    if word == "partir":
        begin = after in DAYS or (after == "demain")
        if begin or (after == "le" and c.at(i + 2)[:1].isdecimal()):
            yield from c.put(i + 1, i + 1, prepositioned("de", after), MISSING)
    elif plain and noun(c.at(i + 2)) != ("", ""):
        yield from c.put(i + 1, i + 1, prepositioned("de", after), MISSING)


def _thanks_to(c: Chain, i: int) -> Found:
    """ "grâce votre aide", "grâce du soleil"."""
    after = c.at(i + 1)
    if c.at(i - 1) in _PLACED or c.at(i - 1) in ("de", "en", "avec", "par"):
        return
    if after in _PLACED - {"des"} and noun(c.at(i + 2))[1]:
        yield from c.put(i + 1, i + 1, prepositioned("à", after), MISSING)


def _so_that(c: Chain, i: int) -> Found:
    """ "afin vous aider", "avant partir"."""
    j = i + 1
    while c.at(j) in ("nous", "vous", "la", "les", "le", "l’", "y", "en", "se", "s’"):
        j += 1
    if infinitive(c.at(j)) and c.at(i - 1) not in ("en", "l’", "d’"):
        yield from c.put(i + 1, i + 1, _added(c, i + 1, "de"), MISSING)


def _placed(c: Chain, i: int) -> Found:
    """ "au Bretagne", "en Portugal", "à Pays-Bas"."""
    said, word, before = c.said(i), c.at(i), c.at(i - 1)
    if not said[:1].isupper() or said[1:] == said[1:].upper() or c.named(i + 1):
        return
    if word in _IN:
        lead = c.at(i - 3) if before == "la" else ""
        away = (
            before == "la" and c.at(i - 2) == "à" and (verbs(c, i - 3) & _GOING or lead in _STAYING)
        )
        if before == "au" or (before == "à" and c.at(i - 2) in _STAYING) or away:
            yield from c.put(i - 2 if away else i - 1, i - 1, "en", _PREPOSITION)
        elif before == "à" and verbs(c, i - 2) & _GOING:
            yield from c.put(i - 1, i - 1, "en", _PREPOSITION)
    elif word in _AT and before in ("en", "à"):
        yield from c.put(i - 1, i - 1, "au", _PREPOSITION)
    elif word in _MANY_LANDS and before in ("en", "au", "à"):
        yield from c.put(i - 1, i - 1, "aux", _PREPOSITION)
    elif word in _TOWNS and before == "en":
        yield from c.put(i - 1, i - 1, "à", _PREPOSITION)


def _season(c: Chain, i: int) -> Found:
    """ "au mai", "dans juillet", "en printemps", "au été"."""
    before, word = c.at(i - 1), c.at(i)
    if c.at(i - 2) in ("du", "de", "d’", "entre") and before == "au":
        return
    if word in SEASONS:
        if before == "au":
            yield from c.put(i - 1, i - 1, "en", _PREPOSITION)
    elif word == "printemps":
        if before == "en":
            yield from c.put(i - 1, i - 1, "au", _PREPOSITION)
    elif before in ("au", "dans"):
        yield from c.put(i - 1, i - 1, "en", _PREPOSITION)


def _vowel(c: Chain, i: int) -> Found:
    """ "au atelier", "du hôpital", "à le marché"."""
    word, after = c.at(i), c.at(i + 1)
    if word in ("à", "de"):
        clear = after in ("le", "les") and not {"infi", "mg"} & _tags(c.at(i + 2))
        if (
            clear
            and "nom" in _tags(c.at(i + 2))
            and not c.named(i + 1)
            and (not c.named(i + 2) or c.at(i + 2) in _AT | _MANY_LANDS)
        ):
            why = "These two words are written as one."
            yield from c.put(i, i + 1, prepositioned(word, after), why)
    elif noun(after)[1] == "sg" and is_only(after, "nom", "adj") and not c.named(i + 1) and (
        (after[0] in _VOWELS and after[0] != "y") or after in _QUIET
    ) and after not in _FIRM | _MONTHS | SEASONS:  # fmt: skip
        right = "à l’" if word == "au" else "de l’"
        yield from c.put(
            i, i + 1, right + c.said(i + 1), "Before a vowel this word loses its last letter."
        )


GOVERNED: Mapping[str, Callable[[Chain, int], Found]] = {
    **dict.fromkeys(_PLACED - {"des"}, _noun_after),
    **dict.fromkeys(("dans", "sur"), _noun_after), "pour": together(_to_do, _noun_after),
    **dict.fromkeys(("de", "à"), together(_to_do, _noun_after, _thanked, _vowel, _played)),
    **dict.fromkeys(("au", "aux", "du", "des"), together(_noun_after, _thanked, _played)),
    **dict.fromkeys(("au", "du"), together(_noun_after, _thanked, _played, _vowel)),
    **dict.fromkeys(("le", "la", "l’"), together(_noun_after, _played)),
    "d’": _to_do, "grâce": _thanks_to, "afin": _so_that, "avant": _so_that,
    **dict.fromkeys(_HEADS, _headed), **dict.fromkeys(_OWN, _own), **dict.fromkeys(_ASKED, _asked),
    **dict.fromkeys(("aidez-nous", "aide-nous", "aidez-moi"), _asked),
    **dict.fromkeys(_IN | _AT | _MANY_LANDS | _TOWNS, _placed),
    **dict.fromkeys(_MONTHS | SEASONS | {"printemps"}, _season),
}  # fmt: skip
