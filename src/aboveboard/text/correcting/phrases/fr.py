"""French: elision, contraction, accents on small words, genders, and doubled meaning."""

from aboveboard.text.abbreviations import MONTHS
from aboveboard.text.correcting.phrases.fr_more import MORE
from aboveboard.text.correcting.phrases.row import Row, listed, turn

_ELIDE = "Before a vowel this word loses its last letter."
_CONTRACT = "These two words are written as one."
_ACCENT = "This word has an accent here."
_MASCULINE, _FEMININE = "This noun is masculine.", "This noun is feminine."
_FORM = "The verb has another form after this person."
_SET = "This is a fixed phrase, written like this."
_SOUND = "This word sounds like another one that is meant."
_TWICE = "This says the same twice."
_AFTER_MANY = "After this word of quantity stands “de”."
_DAY = "Before a day stands no preposition."
_BE = "This verb forms its past with “être”."
_MASC = listed(
    "problème système programme service magasin marché café produit moment cadeau prix jour"
)
_FEM = listed("équipe offre question boutique adresse semaine photo recette journée année idée")
_DAYS = listed("lundi mardi mercredi jeudi vendredi samedi dimanche")
# Not elided before these: they begin with a consonant's sound, or are often named as words.
_VOWEL = (
    r"(?!onz|oui\b|ouistiti|yaourt|yoga|yacht|un\b|une\b|à\b|ou\b|et\b|y\b|a\b|est\b)"
    r"[aeiouéèêëàâîïôûœ]\p{L}+"
)
_MONTH = "|".join(one for one in sorted(MONTHS["fr"]) if len(one) > 3)
_NOUN = r"(?!\p{L}+(?:er|ir|re|oir)\b)(?=\p{L}{4,})"

ROWS: tuple[Row, ...] = (
    Row(r"(qu|jusqu|lorsqu|puisqu)e (ils?|elles?|on|un|une|à|avec|en)", r"\1’\2", _ELIDE),
    Row(rf"(d|n|l)e ({_VOWEL})", r"\1’\2", _ELIDE, "likely"),
    Row(rf"(l)a ({_VOWEL})", r"\1’\2", _ELIDE, "likely"),
    Row(r"(n)e (est|a|ai|as|avons|avez|ont|était)", r"\1’\2", _ELIDE),
    Row(r"je (ai|aime|adore|arrive|ouvre|écris|espère|habite|invite|attends)", r"j’\1", _ELIDE),
    Row(r"ce (est|était)", r"c’\1", _ELIDE),
    Row(r"si (ils?)", r"s’\1", _ELIDE),
    Row(rf"à le {_NOUN}", "au ", _CONTRACT, "likely"),
    Row(rf"à les {_NOUN}", "aux ", _CONTRACT, "likely"),
    Row(rf"de le {_NOUN}", "du ", _CONTRACT, "likely"),
    Row(rf"de les {_NOUN}", "des ", _CONTRACT, "likely"),
    Row(r"grâce a", "grâce à", _ACCENT),
    Row(r"jusqu['’]a", "jusqu’à", _ACCENT),
    Row(r"a partir (de|du|des)", r"à partir \1", _ACCENT),
    Row(
        r"(?<!y )a (bientôt|demain|lundi|samedi|dimanche)(?=[ ,.!\u202f\u00a0]|$)",
        r"à \1",
        _ACCENT,
        "likely",
    ),
    Row(r"c['’]est [aà] dire", "c’est-à-dire", _SET),
    Row(r"ca (va|marche|commence|fait|arrive|continue|sent|y)", r"ça \1", _ACCENT),
    Row(rf"une ({_MASC})", r"un \1", _MASCULINE),
    Row(rf"la ({_MASC})", r"le \1", _MASCULINE),
    Row(rf"un ({_FEM})", r"une \1", _FEMININE),
    Row(rf"cette ({_MASC})", r"ce \1", _MASCULINE),
    Row(r"ce (boutique|semaine|photo|recette|journée|question|surprise)", r"cette \1", _FEMININE),
    Row(
        r"ce (été|hiver|automne|endroit|événement|article|atelier|après-midi)",
        r"cet \1",
        "Before a vowel “ce” becomes “cet”.",
    ),
    turn(
        "",
        {
            f"{a} {b}": f"{a[0]}on {b}"
            for a in ("ma", "ta", "sa")
            for b in ("équipe", "offre", "adresse", "année", "idée", "histoire", "envie")
        },
        "Before a vowel the masculine form stands.",
    ),
    Row(r"si j['’]aurais", "si j’avais", "After “si” stands no conditional."),
    turn(
        "si vous|si nous",
        {"auriez": "aviez", "aurions": "avions", "seriez": "étiez"},
        "After “si” stands no conditional.",
    ),
    Row(r"au jour d['’]aujourd['’]hui", "aujourd’hui", _TWICE),
    Row(r"plus (mieux|meilleure?s?|pires?)", r"\1", _TWICE),
    Row(r"comme même", "quand même", _SET),
    Row(r"malgré que", "bien que", "Careful French says “bien que”.", "likely"),
    Row(r"(beaucoup|plein) des", r"\1 de", _AFTER_MANY, "likely"),
    turn(
        "",
        {
            "j'ai allé": "je suis allé",
            "j’ai allé": "je suis allé",
            "nous avons allés": "nous sommes allés",
            "il a allé": "il est allé",
            "j'ai venu": "je suis venu",
            "j’ai venu": "je suis venu",
            "il a venu": "il est venu",
            "elle a venue": "elle est venue",
            "il a arrivé": "il est arrivé",
            "elle a née": "elle est née",
        },
        _BE,
    ),
    Row(r"demander une question", "poser une question", "French says “poser une question”."),
    Row(r"je suis (\d{1,2}) ans", r"j’ai \1 ans", "In French one has years."),
    Row(r"attendre pour (vous|toi|nous)", r"\1 attendre", "This verb takes no preposition."),
    turn(
        "vous",
        {"faisez": "faites", "disez": "dites", "sommes": "êtes"},
        _FORM,
    ),
    turn(
        "nous",
        {"est": "sommes", "sont": "sommes", "êtes": "sommes", "ont": "avons"},
        _FORM,
        sure="likely",
    ),
    turn("il|elle", {"sont": "est", "ont": "a", "vont": "va"}, _FORM, sure="likely"),
    turn(
        "ils|elles", {"est": "sont", "a": "ont", "va": "vont", "fait": "font"}, _FORM, sure="likely"
    ),
    turn("on", {"sommes": "est", "avons": "a", "allons": "va"}, _FORM),
    turn("je", {"est": "suis", "es": "suis", "a": "ai"}, _FORM),
    Row(rf"(?:dans le|sur) ({_DAYS})", r"\1", _DAY, "likely"),
    turn(
        "parler|parle|parlons|parlez|parlent|en",
        {
            "Français".casefold(): "français",
            "Anglais".casefold(): "anglais",
            "Néerlandais".casefold(): "néerlandais",
            "Allemand".casefold(): "allemand",
            "Hongrois".casefold(): "hongrois",
        },
        "Languages are written without a capital.",
    ),
    turn(
        "chaque",
        {
            "jours": "jour",
            "semaines": "semaine",
            "samedis": "samedi",
            "produits": "produit",
            "années": "année",
        },
        "“Chaque” is followed by the singular.",
    ),
    Row(r"est-ce-(que|qu)", r"est-ce \1", _SET),
    Row(r"y a t[ '’-]?(il)", r"y a-t-\1", _SET),
    Row(r"vous (fait|dit)e(?= [^é])", r"vous \1es", _FORM),
    Row(r"quelque soit", "quel que soit", _SET),
    Row(r"voila", "voilà", _ACCENT, "likely"),
    Row(r"bien venue?s?", "bienvenue", _SET),
    Row(r"tout les", "tous les", "The plural is “tous”."),
    Row(r"toute les", "toutes les", "The plural is “toutes”."),
    Row(r"parce que (ils?|elles?|on)", r"parce qu’\1", _ELIDE),
    Row(r"par ce que (?=nous|vous|je|les?|la)", "parce que ", _SET, "likely"),
    Row(r"parmis", "parmi", _SET),
    Row(r"malgrés", "malgré", _SET),
    Row(r"(ceux|celui|celles?) ci", r"\1-ci", _SET),
    Row(r"prenez soins de", "prenez soin de", _SET),
    Row(r"bons? appétits", "bon appétit", _SET),
    Row(r"quand est[ -]il (de|du|des)", r"qu’en est-il \1", _SET),
    Row(r"(ne faut pas|ne pas|faut pas|sans) oublié", r"\1 oublier", _SET),
    Row(r"il a pleut", "il a plu", _FORM),
    Row(r"cette (été|hiver|automne)", r"cet \1", _MASCULINE),
    Row(rf"moi (d['’]|de )(?=(?:{_MONTH})\b)", r"mois \1", _SET),
    Row(r"(fois|heures|euros) par (semaine|jour|an|heure)s", r"\1 par \2", _SET),
    Row(r"(la semaine|l['’]année|la saison|la fois) prochain", r"\1 prochaine", _FEMININE),
    Row(r"(la semaine|l['’]année|la saison|la fois) dernier", r"\1 dernière", _FEMININE),
    Row(r"le mois prochaine", "le mois prochain", _MASCULINE),
    Row(r"le mois dernière(?! minute)", "le mois dernier", _MASCULINE),
    Row(r"bonne fêtes", "bonnes fêtes", _SET),
    Row(r"bonnes fin d['’]année", "bonne fin d’année", _SET),
    Row(r"joyeu(?:x|se) fêtes", "joyeuses fêtes", _SET),
    Row(r"bons? anniversaires", "bon anniversaire", _SET),
    Row(r"(ça|il|on|cela) à l['’]air(?! libre)", r"\1 a l’air", _SOUND),
    Row(r"(vous|nous|te) voire", r"\1 voir", _SOUND),
    Row(r"(\p{L}{3,})er-(nous|moi)", r"\1ez-\2", _SOUND),
    Row(r"y['’]?a[ -]t['’]il", "y a-t-il", _SET),
    Row(r"peu[ -]être", "peut-être", _SOUND),
    Row(r"(ça|il|cela|qui) vaux", r"\1 vaut", _FORM),
    Row(r"grace [aà] (vous|toi|lui|eux|notre|votre|nos|vos|leur)", r"grâce à \1", _ACCENT),
    Row(r"nous (vous )?(\p{L}{3,}(?<![rR]))ont", r"nous \1\2ons", _FORM),
    *MORE,
)
