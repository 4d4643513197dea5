"""German: seit and seid, cases after prepositions, genders, capitals after "am", "zum", "auf"."""

from aboveboard.text.correcting.phrases.row import Row, listed, turn

_SEIT = "“Seit” is about time; “seid” is the verb."
_CASE = "This preposition asks for another case."
_GENDER = "This noun has another gender."
_CAPITAL = "As a noun this word takes a capital."
_FORM = "The verb has another form after this person."
_BE = "This verb forms its past with “sein”."
_PREPOSITION = "German uses another preposition here."
_NEUTER = listed("Problem Team Auto Haus Kind Geschäft Angebot Produkt Wochenende Jahr Brot Buch")
_FEMININE = listed("Idee Woche Stadt Frage Bestellung Farbe Sorte Saison Auswahl Werkstatt")
_MASCULINE = listed("Laden Preis Tag Monat Kunde Markt Geschmack Kuchen Tisch Sommer Winter")
_COMPARED = listed(
    "größer kleiner besser mehr weniger länger kürzer schneller billiger günstiger schöner stärker "
    "lieber öfter höher älter jünger leckerer frischer früher später teurer anders"
)
_GONE = listed("gegangen gekommen geblieben geworden angekommen gewachsen")

ROWS: tuple[Row, ...] = (
    Row(
        r"seid (gestern|heute|langem|kurzem|Jahren|Wochen|Monaten|Montag|Samstag|Sonntag|Beginn|"
        r"Anfang|\d{4}|(?:\d+|zwei|drei|vier|fünf|zehn|über|mehr|vielen) \p{L}+n)",
        r"seit \1",
        _SEIT,
    ),
    Row(r"ihr seit(?! \d)", "ihr seid", _SEIT, "likely"),
    turn("für|ohne|gegen|durch", {"mir": "mich", "dir": "dich", "ihm": "ihn"}, _CASE),
    turn("mit|von|bei|zu|nach|aus", {"mich": "mir", "dich": "dir", "ihn": "ihm"}, _CASE),
    Row(rf"(?:der|die) ({_NEUTER})", r"das \1", _GENDER, "likely"),
    Row(rf"das ({_FEMININE})", r"die \1", _GENDER, "likely"),
    Row(rf"das ({_MASCULINE})", r"der \1", _GENDER, "likely"),
    Row(rf"ein ({_FEMININE})", r"eine \1", _GENDER),
    Row(rf"eine ({_NEUTER}|{_MASCULINE})", r"ein \1", _GENDER),
    Row(rf"(unser|euer|mein|dein|kein) ({_FEMININE})", r"\1e \2", _GENDER, "likely"),
    Row(rf"({_COMPARED}) wie", r"\1 als", "After a comparative German says “als”."),
    Row(r"als wie", "als", "This says the same twice.", "likely"),
    turn(
        "",
        {
            f"{a} {b}": f"{c} {b}"
            for a, c in (
                ("habe", "bin"),
                ("hast", "bist"),
                ("hat", "ist"),
                ("haben", "sind"),
                ("habt", "seid"),
            )
            for b in _GONE.split("|")
        },
        _BE,
    ),
    Row(r"(?<!und )ich (?:hast|hat|haben)", "ich habe", _FORM),
    Row(r"wir (?:hat|habt|habe)", "wir haben", _FORM),
    Row(r"wir (?:ist|bin|seid)", "wir sind", _FORM),
    Row(r"ihr haben", "ihr habt", _FORM, "likely"),
    Row(r"du (?:habt|hat|habe)", "du hast", _FORM),
    Row(r"du (?:kannt|kann)", "du kannst", _FORM),
    Row(r"du (?:will|wilst)", "du willst", _FORM),
    Row(
        r"auf (deutsch|englisch|französisch|niederländisch|ungarisch)(?=[ ,.!?]|$)",
        r"auf ^\1",
        _CAPITAL,
    ),
    Row(r"(heute|gestern) (abend|mittag|nachmittag|vormittag|nacht)", r"\1 ^\2", _CAPITAL),
    Row(r"zum (ersten|letzten|zweiten) mal", r"zum \1 Mal", _CAPITAL),
    Row(r"(jedes|dieses|nächstes|letztes) mal", r"\1 Mal", _CAPITAL),
    Row(
        r"im (voraus|allgemeinen|übrigen|wesentlichen|folgenden)(?! (?-i:\p{Lu}))",
        r"im ^\1",
        _CAPITAL,
    ),
    Row(
        r"am (wochenende|anfang|ende|meer|strand|morgen|abend|mittag|nachmittag|see)",
        r"am ^\1",
        _CAPITAL,
    ),
    Row(
        r"(beim|zum) (backen|kochen|essen|einkaufen|lesen|lernen|fahren|arbeiten|frühstück)",
        r"\1 ^\2",
        _CAPITAL,
    ),
    Row(r"etwas (neues|gutes|schönes|besonderes|leckeres|süßes)", r"etwas ^\1", _CAPITAL),
    Row(r"(zu|nach) hause", r"\1 Hause", _CAPITAL),
    Row(r"in (20[12]\d)", r"im Jahr \1", "German says “im Jahr 2026” or only “2026”.", "likely"),
    Row(r"interessiert (?:für|in)", "interessiert an", _PREPOSITION, "likely"),
    Row(r"stolz (?:für|von|über)", "stolz auf", _PREPOSITION, "likely"),
    Row(r"(warten) für", r"\1 auf", _PREPOSITION, "likely"),
    Row(
        r"(freuen uns|freue mich) (?:für|zu) (deinen|euren|Ihren|dich|euch|Sie)",
        r"\1 auf \2",
        _PREPOSITION,
        "likely",
    ),
    Row(
        r"in (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)", r"am ^\1", _PREPOSITION
    ),
    Row(r"(\d+) euros", r"\1 Euro", "After a number this word stays singular."),
    Row(r"einzigste([rsn]?)", r"einzige\1", "“Einzig” cannot be raised."),
    Row(r"wegen dem", "wegen des", "In writing “wegen” takes the genitive.", "likely"),
    Row(
        r"(weiß|glaube|glauben|denke|hoffe|hoffen|finde|sagt|schön|froh|wichtig|klar|wissen), das "
        r"(es|wir|ich|ihr|sie|er|du|man)",
        r"\1, dass \2",
        "After this stands “dass”: it joins two sentences.",
    ),
    Row(r"garnicht", "gar nicht", "These are two words."),
    Row(r"garkein(e?[nrsm]?)", r"gar kein\1", "These are two words."),
    Row(r"in moment", "im Moment", _PREPOSITION),
    Row(r"standart", "Standard", "This word ends in d."),
    Row(r"jeden (woche)", r"jede ^\1", _GENDER),
)
