"""Who speaks to whom, per language: the words by which a text says I, we and you."""

import regex

from aboveboard.text.tables import words

FIRST = {
    "en": words("i i'm i've i'd i'll my me mine myself"),
    "nl": words("ik mijn mij mezelf"),
    "fr": words("je j mon ma mes moi"),
    "de": words("ich mein meine meinen meinem meiner mir mich"),
    "hu": words("én nekem engem enyém tőlem velem"),
}
WE = {
    "en": words("we we're we've we'd we'll our us ours ourselves"),
    "nl": words("wij we ons onze onszelf"),
    "fr": words("nous notre nos nôtre"),
    "de": words("wir uns unser unsere unseren unserem unserer unseres"),
    "hu": words("mi nekünk minket nálunk tőlünk velünk hozzánk miénk bennünket"),
}
YOU = {
    "en": words("you your yours you're you'll you've yourself"),
    "nl": words("je jij jou jouw jullie"),
    "fr": words("tu te toi ton ta tes t"),
    "de": words("du dich dir dein deine deinen deinem deiner ihr euch euer eure euren eurem eurer"),
    "hu": words("te ti téged neked nektek titeket benneteket veled veletek hozzád tied"),
}
# Said to those whom one does not know well; English has one word for both.
FORMAL = {
    "en": words(""),
    "nl": words("u uw uzelf"),
    "fr": words("vous votre vos vôtre"),
    "de": words("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer"),
    "hu": words("ön önök önt önöket önnek önöknek öné önökkel"),
}
SHOWN = {
    "en": ("you", ""),
    "nl": ("je", "u"),
    "fr": ("tu", "vous"),
    "de": ("du", "Sie"),
    "hu": ("te", "Ön"),
}
"""How a person is told which: to friends, and formally."""

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’](?:m|ve|d|ll|re|s)(?!\p{L}))?")
_ENDS = regex.compile(r"(?:[.!?…:;]|^)[\s\"“”„«»‘(*_–—-]*$")
# Hungarian says "we" and "you" by the verb's ending more often than by a word.
_HU_WE = regex.compile(r"\p{L}{2,}(?:unk|ünk|juk|jük)")
_HU_YOU = regex.compile(r"\p{L}{2,}(?:tok|tek|tök|játok|jétek)")


def persons(text: str, lang: str) -> list[tuple[str, int, int]]:
    """Each word that says who speaks or is spoken to: "I", "we", "you" or "formal", and where."""
    found = []
    for match in _WORD.finditer(text):
        kind = _kind(text, match.group().replace("’", "'"), match.start(), lang)
        if kind:
            found.append((kind, match.start(), match.end()))
    return found


def _kind(text: str, word: str, start: int, lang: str) -> str:
    folded = word.casefold()
    if lang == "de" and word in FORMAL["de"]:
        # At the beginning "Sie" may be "they" or "she", and "Ihr" "you" of friends.
        return "" if _ENDS.search(text, max(0, start - 6), start) else "formal"
    if lang == "de" and word.istitle() and folded == "ihr":
        return "you"
    if lang != "de" and folded in FORMAL[lang]:
        return "formal"
    for kind, table in (("I", FIRST), ("we", WE), ("you", YOU)):
        if folded in table[lang]:
            return kind
    if lang == "hu" and len(folded) > 4:
        if _HU_WE.fullmatch(folded):
            return "we"
        if _HU_YOU.fullmatch(folded):
            return "you"
    return ""
