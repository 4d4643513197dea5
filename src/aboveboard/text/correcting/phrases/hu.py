"""Hungarian: a and az, -ban and -ben after figures, hyphens, and words written apart or as one."""

from aboveboard.text.correcting.phrases.row import Row, turn

_AZ = "Before a vowel the article is “az”."
_TOGETHER, _APART = "This is written as one word.", "These are two words."
_SINGULAR = "After a number this word stays singular."
_HARMONY = "The ending follows the vowels of the number."
_FORM = "The verb has another form after this person."
_SOUND = "This is written as it is formed, not as it sounds."
_ENDING = "Hungarian uses another ending here."
_MARK = "A mark is missing here, or too much."
_LONG = "A vowel has another length in this word."
_NUMBER = r"\d+|két|három|négy|öt|hat|hét|nyolc|kilenc|tíz|sok|több|kevés|száz|ezer|néhány"
_NOUNS = {
    "emberek": "ember", "kerékpárok": "kerékpár", "biciklik": "bicikli", "boltok": "bolt",
    "termékek": "termék", "vásárlók": "vásárló", "vendégek": "vendég", "képek": "kép",
    "napok": "nap", "hónapok": "hónap", "ajánlatok": "ajánlat", "ötletek": "ötlet",
    "kenyerek": "kenyér", "könyvek": "könyv", "játékok": "játék", "ajándékok": "ajándék",
    "percek": "perc", "órák": "óra", "barátok": "barát", "kérdések": "kérdés",
    "forintok": "forint", "ízek": "íz", "színek": "szín", "dobozok": "doboz",
}  # fmt: skip

ROWS: tuple[Row, ...] = (
    Row(r"a (?=[aáeéiíoóöőuúüű]\p{L})(?=\p{L}+)", "az ", _AZ),
    Row(
        r"(\d+)\.-(?=(?:[aáeé]n|ig|től|ei|ai)(?!\p{L}))",
        r"\1-",
        "With an ending the full stop after the number goes.",
    ),
    Row(r"(\p{Ll}{2,}) e(?=[?,;.])", r"\1-e", "The question particle -e hangs on with a hyphen."),
    turn(_NUMBER, _NOUNS, _SINGULAR),
    Row(r"(\d*[1245790](?<![2368]0|00))-ban", r"\1-ben", _HARMONY),
    Row(r"(\d*[368])-ben", r"\1-ban", _HARMONY),
    Row(r"((?:1[5-9]|20)\d[1245790](?<![2368]0|00)|2000)-[áé]n", r"\1-ben", _HARMONY),
    Row(r"((?:1[5-9]|20)\d[368]|(?:1[5-9]|20)[2368]0|1[5-9]00)-[áé]n", r"\1-ban", _HARMONY),
    Row(r"(\d+-(?:j?[éáe]t[őó]l|t[őó]l)) (\d+)-j?[áéaeoö]n(?! is)", r"\1 \2-ig", _ENDING),
    Row(
        r"(?<!nem |sokkal |jóval |se )több, mint (?=\d|két|három|négy|öt|hat|hét|nyolc|"
        r"kilenc|tíz|tizen|húsz|huszon|harminc|negyven|száz|ezer|fél )",
        "több mint ",
        _MARK,
    ),
    Row(
        r"(iratko\p{L}+ fel|feliratko\p{L}+) a hírlevél(?:nek|hez|ben|be)",
        r"\1 a hírlevélre",
        _ENDING,
    ),
    Row(
        r"(német|olasz|francia|spanyol|görög|török|orosz|lengyel|cseh|horvát|finn|svéd)országon"
        r"(?! (?:belül|kívül|át|túl|keresztül|végig))",
        r"\1országban",
        _ENDING,
    ),
    Row(r"mégegyszer", "még egyszer", _APART),
    Row(r"mégegy", "még egy", _APART),
    Row(r"légyszíves", "légy szíves", _APART),
    Row(r"(köszönjük|köszönöm)szépen", r"\1 szépen", _APART),
    Row(r"jó(napot|reggelt|estét|étvágyat)", r"jó \1", _APART),
    Row(r"minden ki", "mindenki", _TOGETHER),
    Row(r"vala (mi|ki|hol)", r"vala\1", _TOGETHER),
    Row(r"hét (vége|végén|végi|végére)", r"hét\1", _TOGETHER, "likely"),
    Row(
        r"egyenlőre (nem|még|csak|zárva|nincs)",
        r"egyelőre \1",
        "“Egyelőre” is “for now”; “egyenlőre” is “into equal parts”.",
    ),
    Row(
        r"(üzlet|mellék|klub)helység(\p{Ll}*)",
        r"\1helyiség\2",
        "Another word is meant here, it seems.",
    ),
    turn(
        "",
        {
            "muszály": "muszáj",
            "aszt": "azt",
            "ahoz": "ahhoz",
            "ehez": "ehhez",
            "eszt": "ezt",
            "köszönyük": "köszönjük",
            "láccik": "látszik",
            "tuggya": "tudja",
            "eggyütt": "együtt",
            "mingyárt": "mindjárt",
            "eccer": "egyszer",
            "monta": "mondta",
        },
        _SOUND,
    ),
    turn(
        "",
        {
            "szivesen": "szívesen",
            "hirlevél": "hírlevél",
            "kőzel": "közel",
            "szinű": "színű",
            "izű": "ízű",
            "hűsítö": "hűsítő",
            "kitünő": "kitűnő",
            "utvonal": "útvonal",
            "ünep": "ünnep",
        },
        _LONG,
    ),
    Row(
        r"(jobb|nagyobb|kisebb|több|kevesebb|olcsóbb|szebb|frissebb) mind",
        r"\1 mint",
        "After a comparative Hungarian says “mint”.",
    ),
    turn(
        "mi", {"vagyok": "vagyunk", "vagytok": "vagyunk", "vannak": "vagyunk"}, _FORM, sure="likely"
    ),
    turn("ti", {"vagyunk": "vagytok", "vannak": "vagytok"}, _FORM),
    turn("ők", {"van": "vannak", "vagyunk": "vannak"}, _FORM, sure="likely"),
    turn("én", {"van": "vagyok", "vagyunk": "vagyok", "vannak": "vagyok"}, _FORM),
    Row(
        r"büszkék vagyunk a csapatunkról",
        "büszkék vagyunk a csapatunkra",
        _ENDING,
    ),
)
