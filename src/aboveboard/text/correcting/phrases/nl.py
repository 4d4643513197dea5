"""Dutch: de and het, d and t, than and as, and phrases that are often written otherwise."""

from aboveboard.text.correcting.phrases.row import Row, listed, turn

_DE, _HET = "This noun takes “de”.", "This noun takes “het”."
_FORM = "The verb has another form after this person."
_THAN = "After a comparative Dutch says “dan”."
_SET = "This is a fixed phrase, written like this."
_PREPOSITION = "Dutch uses another preposition here."
_NO_ARTICLE = "Dutch says this without “de”."
_SINGULAR = "After a number this word stays singular."
_BOOK = "The Groene Boekje writes it like this."
_NEUTER = listed(
    "huis kind meisje boek jaar bedrijf brood verhaal gesprek probleem antwoord seizoen gevoel "
    "begin einde recept restaurant museum strand dorp festival weekend bericht resultaat"
)
_COMMON = listed(
    "fiets stad winkel klant prijs straat korting keuze kamer foto vraag zomer winter koffie taart "
    "bakkerij zee markt gast smaak geur vriend vriendin collega afspraak bestelling boerderij"
)
_DAYS = listed("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
_COMPARED = listed(
    "groter kleiner beter meer minder korter sneller goedkoper duurder mooier sterker "
    "hoger lager ouder jonger lekkerder verser leuker anders"
)
_PREPOSITIONS = listed(
    "van voor met aan bij door over naar dankzij zonder namens volgens tegen naast achter tussen "
    "onder op uit om wegens"
)
# "Wie van jullie heeft", "voor jullie is er": there it is no subject.
_NO_OBJECT = rf"(?<!(?:{_PREPOSITIONS}) )"
_EQUAL = listed("groot goed lekker duur vers mooi snel oud lang veel")

ROWS: tuple[Row, ...] = (
    Row(rf"de ({_NEUTER})", r"het \1", _HET),
    Row(rf"(?<!is )(?<!was )(?<!wordt )(?<!vindt )het ({_COMMON})", r"de \1", _DE),
    Row(rf"deze ({_NEUTER})", r"dit \1", _HET),
    Row(rf"onze ({_NEUTER})", r"ons \1", _HET),
    Row(
        rf"(?<!bij )ons (?!(?:korting|keuze|koffie|taart|smaak)\b)({_COMMON})(?! (?:je|u|jullie|"
        rf"we)\b)",
        r"onze \1",
        _DE,
    ),
    Row(
        r"(?<!toekomstige )(?<!betere )(?<!jongere )ik (word|vind|houd|bied|raad|bereid|meld|"
        r"stuur|werk|maak|bestel|wens|bedank)t",
        r"ik \1",
        _FORM,
    ),
    Row(r"ik heeft", "ik heb", _FORM),
    Row(r"(hij|het) heb", r"\1 heeft", _FORM),
    Row(r"(hij|het) word", r"\1 wordt", _FORM),
    Row(r"(hij|ze|zij) vind", r"\1 vindt", _FORM, "likely"),
    Row(rf"{_NO_OBJECT}(wij|we|jullie) (?:heeft|heb)", r"\1 hebben", _FORM),
    Row(rf"{_NO_OBJECT}(wij|we|jullie) (?:is|bent|ben)", r"\1 zijn", _FORM),
    turn(
        "wij|we|jullie",
        {
            "komt": "komen",
            "gaat": "gaan",
            "maakt": "maken",
            "doet": "doen",
            "werkt": "werken",
            "bakt": "bakken",
            "staat": "staan",
        },
        _FORM,
        sure="likely",
    ),
    Row(
        r"hun (hebben|zijn|gaan|komen|willen|kunnen|waren|hadden|doen|maken)",
        r"zij \1",
        "“Hun” is never the subject of a sentence; “zij” or “ze” is.",
    ),
    # Not "leuker als je meedoet", nor "lekker als toetje": there it is "when" or "for".
    Row(
        rf"({_COMPARED}) "
        r"als(?! (?:je|u|we|ze|er|het|alles|iedereen|cadeau|toetje|team|kok|extra|"
        r"vrijwilliger|decoratie|gast|groep|grap|bijgerecht|ontbijt|lunch)\b)",
        r"\1 dan",
        _THAN,
    ),
    Row(rf"even ({_EQUAL}) dan", r"even \1 als", "After “even” Dutch says “als”."),
    Row(r"enigste", "enige", "“Enigste” is spoken language; in writing it is “enige”."),
    Row(r"(?:ten|te) alle tijden", "te allen tijde", _SET),
    Row(r"zo wie zo|zowiezo|sowiezo|zoiezo", "sowieso", _SET),
    Row(
        r"me (fiets|huis|vriend|vriendin|moeder|vader|baas|collega|hond|werk)",
        r"mijn \1",
        "“Me” is spoken language for “mijn”.",
    ),
    Row(r"geïnteresseerd (?:voor|aan)", "geïnteresseerd in", _PREPOSITION),
    Row(r"trots (?:voor|over)", "trots op", _PREPOSITION),
    Row(r"verantwoordelijk van", "verantwoordelijk voor", _PREPOSITION),
    Row(r"afhankelijk (?:aan|op)", "afhankelijk van", _PREPOSITION),
    Row(rf"in ({_DAYS})", r"op \1", _PREPOSITION),
    Row(rf"op de ({_DAYS})(?=[ ,.!?]|$)", r"op \1", _NO_ARTICLE, "likely"),
    Row(r"prijs is (?:te )?duur", "prijs is hoog", "A price is high; what it buys is dear."),
    Row(r"ik ben akkoord", "ik ben het ermee eens", "Dutch says this in other words.", "likely"),
    turn(
        r"\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien",
        {
            "jaren": "jaar",
            "uren": "uur",
            "euro's": "euro",
            "euro’s": "euro",
            "euros": "euro",
            "kilo's": "kilo",
            "kilo’s": "kilo",
        },
        _SINGULAR,
        sure="likely",
    ),
    Row(r"akties", "acties", _BOOK),
    Row(r"aktie", "actie", _BOOK),
    Row(r"geupdate?t?", "geüpdatet", _BOOK),
    Row(r"niet zo zeer", "niet zozeer", _SET),
    Row(r"ter plekken", "ter plekke", _SET),
    Row(r"van harten welkom", "van harte welkom", _SET),
    Row(r"tot zo ver", "tot zover", _SET),
    Row(r"zo als", "zoals", _SET),
    Row(r"veels te", "veel te", _SET),
)
