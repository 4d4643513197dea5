"""Sentences that state nothing: questions, greetings, invitations to do something small."""

from functools import cache

import regex

_ASKS = regex.compile(r"\?[)\]\"'”’»!\s]*(?:[\p{Extended_Pictographic}\uFE0F\u200D\s])*$")
_GREETS = {
    "en": r"happy|merry|good (?:morning|evening|afternoon|night|luck)|hello|hi|hey|welcome|thanks?|"
    r"thank you|cheers|congratulations|season['’]s greetings|see you|have a",
    "nl": r"fijne?|vrolijk|prettige?|gelukkig|goede(?:morgen|middag|navond|n)|hallo|hoi|welkom|"
    r"bedankt|dank|gefeliciteerd|tot (?:dan|snel|gauw|ziens)",
    "fr": r"bonjour|bonsoir|salut|joyeux|joyeuses?|bonnes?|bon|bienvenue|merci|félicitations|"
    r"à (?:bientôt|très vite)",
    "de": r"frohes?|fröhliche|schöne[ns]?|guten (?:morgen|abend|tag)|gute|hallo|moin|servus|"
    r"willkommen|"
    r"danke|glückwunsch|herzlichen|bis (?:bald|dann)",
    "hu": r"boldog|kellemes|áldott|jó (?:reggelt|napot|estét)|szia(?:sztok)?|helló|üdv\w*|"
    r"köszönjük|"
    r"köszi|gratulálunk|viszlát|várunk",
}
_INVITES = {
    "en": r"tag|share|tell|comment|save|swipe|click|tap|like|follow|try|imagine|guess|vote|"
    r"pick|name|"
    r"choose|double[- ]tap|scroll|take|give|count|send",
    "nl": r"tag|deel|vertel|reageer|bewaar|swipe|klik|tik|like|volg|probeer|raad|stem|kies|"
    r"noem|stel|"
    r"neem|geef|tel|stuur",
    "fr": r"taguez|tague|partagez|partage|dites|commentez|enregistrez|glissez|cliquez|likez|aimez|"
    r"suivez|essayez|imaginez|devinez|votez|choisissez|nommez|prenez|donnez|comptez|envoyez",
    "de": r"markier\w*|teil(?:e|t)|erzähl\w*|kommentier\w*|speicher\w*|wisch\w*|klick\w*|"
    r"tipp\w*|like\w*|"
    r"folg(?:e|t)|probier\w*|rat(?:e|et)|stimm\w*|wähl\w*|nenn\w*|stell\w*|nimm|nehmt|gib|gebt|zähl\w*",
    "hu": r"jelöld|jelölj|oszd|mondd|írd|mentsd|lapozz|kattints|koppints|lájkold|kövesd|"
    r"kövess|próbáld|"
    r"képzeld|tippelj|szavazz|válassz|nevezz|számolj|küldd|adj",
}


def asks(sentence: str) -> bool:
    """Whether it is a question."""
    return bool(_ASKS.search(sentence))


def greets(sentence: str, lang: str) -> bool:
    """Whether it is a short greeting, wish or thanks."""
    return len(sentence) < 60 and bool(_pattern("greets", lang).match(sentence))


def invites(sentence: str, lang: str) -> bool:
    """Whether it asks the reader to do something here and now ("tag two friends")."""
    return bool(_pattern("invites", lang).match(sentence))


@cache
def _pattern(what: str, lang: str) -> regex.Pattern[str]:
    table = _GREETS if what == "greets" else _INVITES
    return regex.compile(
        rf"[^\p{{L}}]*(?:{table.get(lang, table['en'])})(?!\p{{L}})", regex.IGNORECASE
    )
