"""Words for a picture that are none: a file's name, a placeholder, the kind of thing alone.

Source: WCAG 2.2, failure F30 of success criterion 1.1.1 (text alternatives that are not
alternatives, such as file names and placeholder text). What good words are nobody measures here.
"""

import regex

_FILE = regex.compile(
    r"(?i).*\.(?:jpe?g|png|gif|webp|hei[cf]|tiff?|bmp|svg|avif|psd|raw|cr2|nef|dng|mp4|mov|webm|pdf)"
)
_CAMERA = regex.compile(
    r"(?i)(?:(?:img|dscn?|dscf|pxl|mvi|dji|gopr|sam|gh|vid|scan)[ _-]?\d{3,}|p\d{6,}|wa\d{4,}|"
    r"(?:bild|foto|image|photo|picture|kép|afbeelding|artboard|tekengebied|zeichenfläche|rajztábla|"
    r"plan de travail|whatsapp[ _-]?\p{L}{1,12})[ _-]?\d)[\d.:x@]*"
    r"(?:[ _.-]{0,2}(?:\d[\d.:x@]*|at|um|om|à|edit\w*|bewerkt|kopie|copy|másolat|copie|final|v\d+|"
    r"\(\d+\)|[ap]m))*"
)
_SCREEN = regex.compile(
    r"(?i)(?:screen ?shots?|schermafbeelding(?:en)?|schermopname|bildschirmfotos?|"
    r"captures? d['’]écran|képernyő(?:kép|fotó|felvétel))[\s\d:._/–-]*"
    r"(?:(?:at|um|om|à|van|vom|du|[ap]\.?m\.?)[\s\d:._/–-]*)*"
)
_ADDRESS = regex.compile(r"(?i)(?:https?://|www\.)\S+")
# A word of a program: joined by marks, or letters and digits by chance.
_TOKEN = regex.compile(r"[\w.-]+")
_JOINED = regex.compile(r"\w*[^\W_]_\w+|\p{Ll}+(?:-\p{Ll}+)+-v?\d{1,3}|\p{Ll}+-v\d+|v\d+\.\d+")
_CHANCE = regex.compile(
    r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\D*\d)(?=\d*[a-f])[0-9a-f]{12,}|"
    r"(?=(?:\D*\d){3})(?=(?:\d*\D){3})[a-z\d_]{12,}|(?:asdf|qwert|lorem ipsum|xxx)[\w ]{0,40}"
)
# Kinds of things and placeholders, alone or together, in the five languages.
_KINDS = """
    image images picture pictures pic photo photos photograph graphic illustration figure fig video
    clip thumbnail icon visual alt text alternative description caption placeholder todo tbd tba na
    none null undefined untitled unnamed missing unknown tk fixme chart diagram graph gif
    folgt volgt venir compléter invullen ausfüllen ergänzen kitölteni hiányzik
    afbeelding afbeeldingen foto foto's fotos plaatje beeld tekst alternatieve alttekst beschrijving
    omschrijving naamloos bijschrift illustratie illustraties nvt
    illustrations visuel texte alternatif légende sans titre vidéo
    bild bilder fotografie grafik abbildung abb titelbild alternativtext bildtext alttext
    beschreibung bildbeschreibung bildunterschrift unbenannt unbenanntes platzhalter
    kép képek fotó fotók fénykép ábra illusztráció grafika videó szöveg alternatív helyettesítő
    leírás képleírás névtelen borítókép grafikon
"""
# What says nothing beside them.
_BESIDE = """
    a an the of in on for to and or no my our your this is de het een van op voor en geen le la
    les un une des du d l à der die das ein eine einer von zu im und az egy ez no nr number nummer
    numéro szám aus sur from n x v new final draft copy header hero cover banner slide table map
    collage test empty add insert write fill later here leeg nog toevoegen kop concept
    tabel vignette aucun aucune vide remplir ajouter nouvelle nouveau ohne titel kein
    keine leer hier einfügen neu neues entwurf nincs üres ide jön később próba új táblázat
"""
_STRONG, _NOTHING = frozenset(_KINDS.split()), frozenset(f"{_KINDS} {_BESIDE}".split())
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’]s)?")
# A file's name is no longer than so many words.
_FEW = 8
# Nor than so many letters.
_LONG = 200


def no_alternative(words: str) -> str:
    """What they are instead of words for the picture; empty where they may be such words."""
    said = words.strip()
    if not said:
        return "no words"
    if not regex.search(r"[\p{L}\p{N}]", said):
        return "signs that say nothing"
    if _ADDRESS.fullmatch(said):
        return "an address"
    if len(said) > _LONG:
        return ""
    found = [
        word.casefold() for word in _WORD.findall(regex.sub(r"(?i)\bn(?:/a|\.v\.t\.)", "nvt", said))
    ]
    if all(word in _NOTHING for word in found) and not _STRONG.isdisjoint(found):
        return "a placeholder"
    if regex.fullmatch(r"\d{1,2}", said):
        return "a number"
    short = len(said.split()) <= _FEW
    if short and (_FILE.fullmatch(said) or _CAMERA.fullmatch(said) or _SCREEN.fullmatch(said)):
        return "the name of a file"
    if _TOKEN.fullmatch(said) and _JOINED.fullmatch(said):
        return "the name of a file"
    if _CHANCE.fullmatch(said):
        return "letters that say nothing"
    return ""
