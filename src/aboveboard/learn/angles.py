"""The sentences into which quotes are put, in five languages: the only words that are ours.

`{…}` are holes for quotes: `head` the beginning of one, `q` a whole one, `q2` and `q3` others,
`name` an observance or campaign, `post` the title of a post. Each hole brings its own marks.
"""

from typing import Literal

Angle = Literal[
    "occasion", "hours", "question", "series", "again", "story", "denial", "number", "scene",
    "shelf", "campaign",
]  # fmt: skip
# What opens and closes a quote, in each language.
MARKS = {
    "en": ("“", "”"),
    "nl": ("“", "”"),
    "fr": ("« ", " »"),
    "de": ("„", "“"),
    "hu": ("„", "”"),
}
# Angle -> language -> title, and what to do with it.
ANGLES: dict[Angle, dict[str, tuple[str, str]]] = {
    "occasion": {
        "en": ("{name}: {head}", "The day fits something we know: {q}"),
        "nl": ("{name}: {head}", "De dag past bij iets wat we weten: {q}"),
        "fr": ("{name} : {head}", "Ce jour va bien avec ce que nous savons : {q}"),
        "de": ("{name}: {head}", "Der Tag passt zu etwas, das wir wissen: {q}"),
        "hu": ("{name}: {head}", "A nap illik ahhoz, amit tudunk: {q}"),
    },
    "hours": {
        "en": (
            "{name}: open or closed?",
            "Say early how it is that day. Otherwise this holds: {q}",
        ),
        "nl": (
            "{name}: open of dicht?",
            "Zeg op tijd hoe het die dag is. Anders geldt dit: {q}",
        ),
        "fr": (
            "{name} : ouvert ou fermé ?",
            "À dire à temps pour ce jour-là. Sinon, ceci vaut : {q}",
        ),
        "de": (
            "{name}: offen oder zu?",
            "Früh sagen, wie es an diesem Tag ist. Sonst gilt: {q}",
        ),
        "hu": (
            "{name}: nyitva vagy zárva?",
            "Időben szóljunk, hogyan lesz aznap. Máskor ez érvényes: {q}",
        ),
    },
    "question": {
        "en": ("{head}", "Somebody asked: {q} What we know of it: {q2}"),
        "nl": ("{head}", "Iemand vroeg: {q} Wat wij ervan weten: {q2}"),
        "fr": ("{head}", "Quelqu’un a demandé : {q} Ce que nous en savons : {q2}"),
        "de": ("{head}", "Jemand hat gefragt: {q} Was wir darüber wissen: {q2}"),
        "hu": ("{head}", "Valaki ezt kérdezte: {q} Amit erről tudunk: {q2}"),
    },
    "series": {
        "en": ("Asked and answered: {head}", "A series, one question a day: {q} {q2} {q3}"),
        "nl": ("Vraag en antwoord: {head}", "Een reeks, elke dag één vraag: {q} {q2} {q3}"),
        "fr": (
            "Questions et réponses : {head}",
            "Une série, une question par jour : {q} {q2} {q3}",
        ),
        "de": (
            "Gefragt und beantwortet: {head}",
            "Eine Reihe, jeden Tag eine Frage: {q} {q2} {q3}",
        ),
        "hu": ("Kérdés és válasz: {head}", "Sorozat, naponta egy kérdéssel: {q} {q2} {q3}"),
    },
    "again": {
        "en": (
            "After {post}: {head}",
            "{post} did better than usual. On the same matter, and not told yet: {q}",
        ),
        "nl": (
            "Na {post}: {head}",
            "{post} deed het beter dan gewoonlijk. Over hetzelfde, en nog niet verteld: {q}",
        ),
        "fr": (
            "Après {post} : {head}",
            "{post} a mieux marché que d’habitude. Sur le même sujet, et pas encore dit : {q}",
        ),
        "de": (
            "Nach {post}: {head}",
            "{post} lief besser als üblich. Zur selben Sache, noch nicht erzählt: {q}",
        ),
        "hu": (
            "{post} után: {head}",
            "{post} jobban ment a szokásosnál. Ugyanerről, és még nem mondtuk el: {q}",
        ),
    },
    "story": {
        "en": ("In three pictures: {head}", "One picture for each sentence: {q} {q2} {q3}"),
        "nl": ("In drie beelden: {head}", "Bij elke zin één beeld: {q} {q2} {q3}"),
        "fr": ("En trois images : {head}", "Une image pour chaque phrase : {q} {q2} {q3}"),
        "de": ("In drei Bildern: {head}", "Zu jedem Satz ein Bild: {q} {q2} {q3}"),
        "hu": ("Három képben: {head}", "Minden mondathoz egy kép: {q} {q2} {q3}"),
    },
    "denial": {
        "en": ("Said plainly: {head}", "Said now, it saves a question later: {q}"),
        "nl": ("Gewoon gezegd: {head}", "Nu gezegd scheelt het later een vraag: {q}"),
        "fr": (
            "Dit clairement : {head}",
            "Dit maintenant, cela évite une question plus tard : {q}",
        ),
        "de": ("Klar gesagt: {head}", "Jetzt gesagt, erspart es später eine Frage: {q}"),
        "hu": ("Egyenesen: {head}", "Ha most elmondjuk, később nem kell megkérdezni: {q}"),
    },
    "number": {
        "en": ("The figure in it: {head}", "Set the figure large and tell what is behind it: {q}"),
        "nl": ("Het getal erin: {head}", "Zet het getal groot en vertel wat erachter zit: {q}"),
        "fr": (
            "Un chiffre, une histoire : {head}",
            "Le chiffre en grand, et ce qu’il y a derrière : {q}",
        ),
        "de": (
            "Die Zahl darin: {head}",
            "Die Zahl groß zeigen und erzählen, was dahinter ist: {q}",
        ),
        "hu": ("Szám és története: {head}", "A szám nagyban, és ami mögötte van: {q}"),
    },
    "scene": {
        "en": ("Behind the scenes: {head}", "Show it as it is today, with a picture: {q}"),
        "nl": (
            "Achter de schermen: {head}",
            "Laat het zien zoals het vandaag is, met een foto: {q}",
        ),
        "fr": ("En coulisses : {head}", "À montrer tel que c’est aujourd’hui, en photo : {q}"),
        "de": ("Hinter den Kulissen: {head}", "Zeigen, wie es heute ist, mit einem Bild: {q}"),
        "hu": ("A színfalak mögött: {head}", "Mutassuk meg fényképpel, milyen ma: {q}"),
    },
    "shelf": {
        "en": ("On the shelf: {head}", "Show it in use, and say what it costs: {q}"),
        "nl": ("In de winkel: {head}", "Laat zien hoe het gebruikt wordt, en noem de prijs: {q}"),
        "fr": ("En rayon : {head}", "À montrer à l’usage, avec son prix : {q}"),
        "de": ("Im Regal: {head}", "Im Gebrauch zeigen und den Preis nennen: {q}"),
        "hu": ("A polcon: {head}", "Használat közben, az árával együtt: {q}"),
    },
    "campaign": {
        "en": ("{name}: {head}", "It serves the campaign {name}: {q}"),
        "nl": ("{name}: {head}", "Het past bij de campagne {name}: {q}"),
        "fr": ("{name} : {head}", "Utile à la campagne {name} : {q}"),
        "de": ("{name}: {head}", "Es dient der Kampagne {name}: {q}"),
        "hu": ("{name}: {head}", "Illik ehhez a kampányhoz, {name}: {q}"),
    },
}
