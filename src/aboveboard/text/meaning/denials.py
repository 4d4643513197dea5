"""Words and phrases that deny, per language: what of a clause each of them takes away."""

# What denies the whole of its clause.
WIDE: dict[str, str] = {
    "en": (
        r"not|no|never|none|nor|neither|nothing|nobody|cannot|forbidden|prohibited|banned|"
        r"\p{L}+n['’]t|(?:stays?|leaves? (?:it|them|him|her|\p{L}+)|remains?|"
        r"waits?) (?:at home|outside|ashore)"
    ),
    "nl": (
        r"niet|geen|nooit|niets|niemand|nergens|evenmin|noch|verboden|(?:thuis|"
        r"buiten)\s?(?:blijven|laten|wachten)|(?:blijft?|laat|wacht)(?: \p{L}+)? (?:thuis|"
        r"buiten|aan wal)"
    ),
    "fr": (
        r"ne|n['’](?=\p{L})|pas|aucune?|jamais|rien|personne ne|interdite?s?|reste(?:r|nt|"
        r"z)? (?:dehors|à la maison)"
    ),
    "de": (
        r"nicht|kein(?:e[nmrs]?)?|nie(?:mals)?|nichts|weder|niemand|verboten|untersagt|"
        r"(?:draußen|zu ?hause) (?:bleiben|warten)|bleib(?:en|t)? (?:draußen|zu ?hause)"
    ),
    "hu": (
        r"nem|ne|sem|se|nincs(?:en(?:ek)?)?|sincs(?:en)?|soha|sosem|semmi\p{L}*|senki|tilos|"
        r"tiltott|(?:kint|otthon) (?:marad|kell|vár)\p{L}*"
    ),
}
# What denies only the next word.
NARROW: dict[str, str] = {
    "en": (
        r"without|free of|free from|except(?: for)?|apart from|excluding|instead of|"
        r"rather than"
    ),
    "nl": r"zonder|vrij van|behalve|uitgezonderd|in plaats van",
    "fr": r"sans|sauf|excepté|hormis|au lieu d['’e]",
    "de": r"ohne|frei von|außer|ausgenommen|statt",
    "hu": r"helyett",
}
# Phrases with a denial that deny nothing.
IDLE: dict[str, str] = {
    "en": (
        r"not only|no later|no more than|not more than|no fewer|no less|nothing but|"
        r"nothing else|why not|costs? nothing|nothing to pay|no problem|no worries|"
        r"don['’]t (?:miss|forget|wait|worry|hesitate)"
    ),
    "nl": (
        r"niet alleen|kost(?:en)? niets|niet later|niet meer dan|niets anders|waarom niet|"
        r"geen probleem"
    ),
    "fr": (
        r"non seulement|ne co[ûu]te(?:nt)? rien|(?<=co[ûu]te(?:nt)? )rien|pas plus d|"
        r"rien d['’]autre|ne (?:manquez|ratez|tardez) pas|n['’](?:oubliez|hésitez) pas|"
        r"pas de souci"
    ),
    "de": (
        r"nicht nur|kostet? nichts|kosten nichts|nicht mehr als|nichts anderes|nichts weiter|"
        r"warum nicht|kein problem"
    ),
    "hu": (
        r"nem csak|nem kerül(?:nek)? semmi\p{L}*|(?<=kerül )semmi\p{L}*|nemcsak|semmi más|"
        r"nem több|miért ne"
    ),
}
# Behind the word that they deny.
AFTER: dict[str, str] = {
    "hu": r"nélkül|kivételével|kivéve",
    "de": r"ausgenommen",
    "en": r"excepted|excluded",
}
