"""Capitalised words that are no names of anyone, per language: data of `names`."""

from aboveboard.text.tables import words

NO_NAMES: dict[str, frozenset[str]] = {
    "en": words(
        "i i'm i've i'll i'd i’m i’ve i’ll i’d god internet web christmas easter halloween ramadan "
        "hanukkah thanksgiving valentine valentine's mother's father's new year eve day mr mrs ms "
        "english dutch french german hungarian european british american euro euros plus pro dm pm "
        "am ps ok oh yes no hi hello dear monday tuesday wednesday thursday friday saturday sunday "
        "january february march april may june july august september october november december "
        "mondays tuesdays wednesdays thursdays fridays saturdays sundays good bio link happy merry"
    ),
    "nl": words(
        "nachts ochtends middags avonds morgens zomers winters "
        "u uw internet kerst kerstmis pasen pinksteren sinterklaas koningsdag moederdag vaderdag "
        "valentijnsdag nederlands nederlandse engels engelse frans franse duits duitse europees "
        "europese hongaars hongaarse belgisch belgische mevrouw meneer dhr mevr dm ps ok fijne "
        "vrolijk prettige gelukkig nieuw jaar bio link"
    ),
    "fr": words(
        "internet noël pâques toussaint pentecôte ascension saint-valentin dm mp ps ok madame "
        "monsieur mme mlle joyeux joyeuses bonne bonjour europe français européen état bio link"
    ),
    "de": words(
        "sie ihr ihre ihren ihrem ihrer ihnen du dir dich dein deine euch euer eure tasse "
        "glas dose "
        "flasche stück paar packung beutel sack prise löffel kilo gramm liter becher schale teller "
        "portion kiste karton art sorte form menge ende anfang mitte seite uhr prozent euro cent "
        "papa mama opa oma onkel tante tochter sohn bruder schwester chef chefin kollege kollegin "
        "azubi nichte neffe cousin cousine herr frau familie frohe frohes neues jahr fest "
        "weihnachten ostern silvester muttertag "
        "vatertag valentinstag woche tag tage monat stunde stunden minuten meter kilometer teil "
        "montag dienstag mittwoch donnerstag freitag samstag sonntag morgen abend mittag link bio"
    ),
    "hu": words(
        "ön önök önnek önöknek önt internet karácsony húsvét boldog kellemes áldott új év úr "
        "asszony ok ps dm link bio istván-nap mikulás"
    ),
}
PLATFORMS = words(
    "instagram facebook mastodon bluesky tiktok youtube linkedin threads pinterest whatsapp "
    "telegram reddit twitter x google maps app store iphone android email e-mail wifi wi-fi pdf "
    "faq ai ki mi ia tv ceo diy rsvp eu uk us usa usb led qr sms url html css pr hr it b2b vip "
    "asap fyi btw tba tbc xs xl xxl xxxl insta nl de fr be hu en"
)
"""Where people read and how it is said; naming them states nothing about the brand."""

LINKS = {
    "en": r"of|the|&|de|van|von|der|du|la|le",
    "nl": r"van|de|der|den|het|'t|’t|&|ten|ter|te|of|the",
    "fr": r"de|du|des|la|le|les|&|d['’]|l['’]|sur|aux?|of|the",
    "de": r"van|de|&|of|the",
    "hu": r"de|van|von|&|of|the",
}
TITLES = {
    "de": r"Papa|Mama|Opa|Oma|Onkel|Tante|Tochter|Sohn|Bruder|Schwester|Chefin|Kollegin|Kollege|"
    r"Herrn?|Frau|Dr\.|Prof\.|Familie|Firma|Marke|Stadt|Café|Hotel|Restaurant|Hofladen|"
    r"Bäckerei",
}
