"""French: little words that sound like another one, as in “bien sur” and “on peu venir”."""

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.french.endings import ACCENT, DAYS, SUBJECTS, WITH, closes
from aboveboard.text.correcting.agreeing.french.words import infinitive, is_only, noun, tags, turned
from aboveboard.text.correcting.agreeing.why import SOUND
from aboveboard.text.tables import words

HAVE = words(
    "ai as avons avez ont avait avaient avais avions aviez aura auront aurai aurons aurez "
    "aurait auraient aurais"
)
_MANY = words("les des nos vos mes tes ses ces leurs deux trois quatre plusieurs quelques aux")


_ARE = words("suis es est sommes êtes sont")


def small(c: Chain, i: int) -> Found:
    """Other little words: "bien sur", "on peu", "quand à nous", "elle ma dit"."""
    word, before, after = c.at(i), c.at(i - 1), c.at(i + 1)
    if (word == "sur" and before == "bien" and closes(c, i)) or (
        word == "sur" and after in ("que", "qu’") and before in _ARE
    ):
        yield from c.put(i, i, "sûr", ACCENT)
    elif (
        word == "peu" and before in ("on", "il", "ça", "qui", "elle", "cela") and infinitive(after)
    ):
        yield from c.put(i, i, "peut", SOUND)
    elif word in ("peut", "peux") and before == "un":
        yield from c.put(i, i, "peu", SOUND)
    elif (
        word == "peut"
        and after == "être"
        and (
            (c.at(i + 2) in ("que", "qu’") and i == 0)
            or before in ("est", "va", "sera", "a", "aura")
        )
    ):
        yield from c.put(i, i + 1, "peut-être", "This is written as one word.")
    elif word == "quand" and after == "à" and c.at(i + 2) in (
        "nous", "vous", "moi", "toi", "lui", "elle", "eux", "la", "l’", "notre", "savoir", "nos",
    ):  # fmt: skip
        yield from c.put(i, i, "quant", SOUND)
    elif word in ("ma", "ta") and before in ("il", "elle", "on", "qui", "ça", "tu"):
        if "ppas" in tags(after) and c.at(i - 2) not in WITH:
            end = "as" if before == "tu" else "a"
            yield from c.put(i, i, f"{word[0]}’{end}", SOUND)
    elif word in ("mon", "ton") and before in ("ils", "elles") and "ppas" in tags(after):
        yield from c.put(i, i, f"{word[0]}’ont", SOUND)
    elif word == "lieux" and (before in HAVE | {"a", "avoir", "eu"} or (before == "pas"
                              and c.at(i - 2) in HAVE | {"a", "avoir"})):  # fmt: skip
        yield from c.put(i, i, "lieu", SOUND)
    elif word == "plus" and before == "la" and after == "part":
        yield from c.put(i, i + 1, "plupart", "This is written as one word.")
    elif word == "mes" and (after in SUBJECTS - {"nous", "vous"} or after in ("c’", "aussi", "ne")):
        yield from c.put(i, i, "mais", SOUND)
    elif (
        word == "près" and after == "à" and infinitive(c.at(i + 2)) and before not in ("peu", "de")
    ):
        yield from c.put(i, i, "prêt", SOUND)
    elif word == "plutôt" and after == "que" and c.at(i + 2) == "prévu":
        yield from c.put(i, i, "plus tôt", "These are two words.")
    elif word == "dés" and after in (
        "que",
        "qu’",
        "le",
        "la",
        "demain",
        "maintenant",
        "septembre",
        *DAYS,
    ):
        if before not in _MANY and before != "de":
            yield from c.put(i, i, "dès", ACCENT)
    elif word == "ni" and before in ("il", "on") and after in ("a", "aura", "avait"):
        yield from c.put(i, i, "n’y", SOUND)


def and_(c: Chain, i: int) -> Found:
    """ "L'entrée et gratuite", "Venez et apporter"."""
    before, after = c.at(i - 1), c.at(i + 1)
    if (before in ("il", "on", "c’") and i == 1) or (before == "qui" and is_only(after, "ppas")):
        yield from c.put(i, i, "est", SOUND)
    elif (
        i == 2 and c.first and c.at(0) in ("le", "la", "l’", "notre", "votre", "ce", "cette")
        and noun(before)[1] == "sg" and after in _OPEN
    ):  # fmt: skip
        yield from c.put(i, i, "est", SOUND)
    elif (
        after.endswith("er") and is_only(after, "infi") and c.at(0).endswith("ez")
        and is_only(c.at(0), "2pl") and c.first and "pour" not in c.low[:i]
        and not any("infi" in tags(one) for one in c.low[:i])
    ):  # fmt: skip
        yield from c.put(i + 1, i + 1, turned(after, "2pl", "impe"), SOUND)


def none_at_all(c: Chain, i: int) -> Found:
    """ "on n'a tout donné": nothing is denied."""
    rest = c.low[i + 1 :]
    if (
        c.at(i + 1) == "n’"
        and c.at(i + 2) in ("a", "est", "avait")
        and c.after in (".", "!", "?")
        and not _DENIED & set(rest)
    ):
        yield from c.put(i, i + 2, f"on {c.at(i + 2)}", SOUND)


_OPEN = words(
    "ouvert ouverte fermé fermée gratuit gratuite offert offerte complet complète prêt prête "
    "disponible terminé terminée arrivé arrivée libre obligatoire annulé annulée"
)
_DENIED = words(
    "pas plus rien jamais que qu’ guère aucun aucune personne ni point nulle nul qui pu cessé"
)
