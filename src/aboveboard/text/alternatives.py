"""Words for a picture that are none: a file's name, a placeholder, the kind of thing alone.

Source: WCAG 2.2, failure F30 of success criterion 1.1.1 (text alternatives that are not
alternatives, such as file names and placeholder text). What good words are nobody measures here.
"""

import regex

_FILE = regex.compile(
    r"(?i).*\.(?:jpe?g|png|gif|webp|hei[cf]|tiff?|bmp|svg|avif|psd|raw|cr2|nef|dng|mp4|mov|webm|pdf)"
)
_CAMERA = regex.compile(
    r"(?i)(?:img|dscn?f?|dscf|pxl|mvi|dji|gopr|gh|vid|p|wa|sam|scan|bild|foto|image|photo|picture|kép|"
    r"afbeelding|artboard|tekengebied|zeichenfläche|plan de travail|rajztábla|"
    r"whatsapp[ _-]?\p{L}+)[ _-]?\d[\w.-]*(?:[ _-](?:at|um|à|om|edit\w*|bewerkt|kopie|copy|"
    r"másolat|copie|final|v?\d[\w.:@]*|\(\d+\)))*"
)
_SCREEN = regex.compile(
    r"(?i)(?:screen ?shots?|schermafbeelding(?:en)?|schermopname|bildschirmfotos?|"
    r"captures? d['’]écran|képernyő(?:kép|fotó|felvétel))[\s\d:._/–-]*"
    r"(?:(?:at|um|om|à|van|vom|du|[ap]\.?m\.?)[\s\d:._/–-]*)*"
)
_ADDRESS = regex.compile(r"(?i)(?:https?://|www\.)\S+")
# A word of a program: joined by marks, or letters and digits by chance.
_TOKEN = regex.compile(r"[\w.-]+")
_JOINED = regex.compile(r"\w*[^\W_]_\w+|\w+(?:-\w+)*-v?\d+|v\d+")
_CHANCE = regex.compile(
    r"(?i)[0-9a-f]{8,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=(?:\D*\d){2})(?=(?:\d*\D){2})"
    r"[a-z\d_-]{8,}|[bcdfghjklmnpqrstvwxz]{5,}|(?:asdf|qwert|lorem ipsum|xxx)\w*(?: dolor.*)?"
)
# Kinds of things and placeholders, alone or together, in the five languages.
_KINDS = """
    image images picture pictures pic photo photos photograph graphic illustration figure fig
    video clip banner thumbnail icon visual alt text alternative description caption placeholder
    todo tbd tba na none null undefined untitled unnamed empty missing unknown test new final draft
    copy header hero cover slide tk fixme chart diagram table map collage gif add insert write
    fill later here
    afbeelding afbeeldingen foto foto's fotos plaatje beeld tekst alternatieve alttekst beschrijving
    omschrijving naamloos geen leeg volgt nog invullen toevoegen bijschrift kop concept
    illustratie illustraties tabel nvt
    illustrations visuel vignette texte alternatif légende sans titre aucun aucune vide venir
    compléter remplir ajouter nouvelle nouveau vidéo figure
    bild bilder fotografie grafik abbildung abb titelbild alternativtext bildtext alttext
    beschreibung bildbeschreibung bildunterschrift unbenannt unbenanntes ohne titel kein keine leer
    folgt hier einfügen ergänzen ausfüllen platzhalter neu neues entwurf
    kép képek fotó fotók fénykép ábra illusztráció grafika videó szöveg alternatív helyettesítő
    leírás képleírás névtelen nincs üres hiányzik ide jön kitölteni később borítókép próba új
    grafikon táblázat
"""
# Words that say nothing beside them.
_BESIDE = """
    a an the of in on for to and or no my our your this is de het een van op voor en geen le la
    les un une des du d l à der die das ein eine einer von zu im und az egy ez no nr number nummer
    numéro szám von aus sur from n x v
"""
_NOTHING = frozenset(f"{_KINDS} {_BESIDE}".split())
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’]s)?")
# A file's name is no longer than so many words.
_FEW = 8


def no_alternative(words: str) -> str:
    """What they are instead of words for the picture; empty where they may be such words."""
    said = words.strip()
    if not said:
        return "no words"
    if not regex.search(r"[\p{L}\p{N}]", said):
        return "signs that say nothing"
    if _ADDRESS.fullmatch(said):
        return "an address"
    found = [word.casefold() for word in _WORD.findall(said.replace("n.v.t.", "nvt"))]
    if all(word in _NOTHING for word in found):
        return "a placeholder" if found else "a number"
    short = len(said.split()) <= _FEW
    if short and (_FILE.fullmatch(said) or _CAMERA.fullmatch(said) or _SCREEN.fullmatch(said)):
        return "the name of a file"
    if _TOKEN.fullmatch(said) and _JOINED.fullmatch(said):
        return "the name of a file"
    if _CHANCE.fullmatch(said):
        return "letters that say nothing"
    return ""
