"""French: more that is often written otherwise: words that sound alike, hyphens, words left out."""

from aboveboard.text.abbreviations import MONTHS
from aboveboard.text.correcting.phrases.row import Row, listed, turn

_ACCENT = "This word has an accent here."
_SET = "This is a fixed phrase, written like this."
_SOUND = "This word sounds like another one that is meant."
_TWICE = "This says the same twice."
_FEMININE = "This noun is feminine."
_PREPOSITION = "French uses another preposition here."
_NO_PREPOSITION = "This verb takes no preposition."
_MARK = "A mark is missing here, or too much."
_MISSING = "A word is missing here."
_AGREE = "These words do not agree with each other."
_ADVERB = _BETTER = _WHO = "Another word is meant here, it seems."
_ONE = "This is written as one word."
_PEOPLE = listed(
    "artisan artisane artisans personne personnes boulanger boulangère fromager bénévole bénévoles "
    "artiste artistes musicien musicienne musiciens équipe association couple femme homme jeune "
    "jeunes apicultrice apiculteur potier potière entreprise producteur productrice producteurs "
    "maraîcher maraîchère vigneron vigneronne menuisier brodeuse photographe couturière gens"
)
_DO = listed(
    "travaille travaillent fabrique fabriquent vend vendent crée créent cultive cultivent répare "
    "réparent construit aide aident organise organisent aime aiment adore habite habitent "
    "vient viennent a ont est"
)
_MONTH = "|".join(one for one in sorted(MONTHS["fr"]) if len(one) > 3)
_DAYS = listed("lundi mardi mercredi jeudi vendredi samedi dimanche")

MORE: tuple[Row, ...] = (
    Row(r"(il|elle|ça|qui|on) s['’]agit (?=une?\b)", r"\1 s’agit d’", _MISSING),
    Row(r"(il s['’]agit) (notre|votre|nos|vos|la|ce|cette)", r"\1 de \2", _MISSING),
    Row(r"n['’](oubli|hésit)(ez|e|ons) (?=de\b|d['’]|à )", r"n’\1\2 pas ", _MISSING),
    Row(
        r"(suis|es|est|sommes|êtes|sont|était|étaient|serons) entrain (?=d)", r"\1 en train ", _SET
    ),
    Row(r"en faite(?= ?,|[ ,](?:il|elle|on|nous|la|le|les|c['’]))", "en fait", _SOUND),
    Row(r"d['’]ailleur", "d’ailleurs", _SOUND),
    Row(
        r"(fai(?:t|s|re|sons|tes|sait|saient)|font|fera|feront|ferez|faisant) parties?(?= d)",
        r"\1 partie",
        _SET,
    ),
    Row(
        r"(fai(?:t|s|re|sons|tes|sait|saient)|font|fera|feront|ferez|faisant) partis?(?= d)",
        r"\1 partie",
        _SET,
    ),
    Row(
        r"(un|le|ce|votre|notre|mon|premier|prochain|au|du) cour(?= d(?:e |['’])(?:yoga|cuisine|"
        r"danse|dessin|musique|chant|piano|guitare|gym|natation|pilates|couture|poterie|peinture|"
        r"théâtre|anglais|français|italien|allemand|espagnol|tennis|judo|cirque))",
        r"\1 cours",
        _SOUND,
    ),
    Row(r"au court (d(?:e|u|es)|de l)(?![\p{L}-])", r"au cours \1", _SOUND),
    Row(
        r"(travaux|projet|inscriptions|est|sont|saison|année) en court(?! de)",
        r"\1 en cours",
        _SOUND,
    ),
    Row(r"à bien tôt", "à bientôt", _SET),
    Row(r"d['’](?:or|ores?) et d[ée]j[àa](?<!d['’]ores et déjà)", "d’ores et déjà", _SET),
    Row(
        r"(?<!même )en temps que (?=bénévole|membre|partenaire|parent|client|artisan|artiste|"
        r"stagiaire|association|responsable|lecteur|habitant|commerçant|adhérent|invité)",
        "en tant que ",
        _SET,
    ),
    Row(
        r"(ten|tiens|tient|tenez|tenons|tenir|rend|rendre|prendre en|prenons en|se rend) conte",
        r"\1 compte",
        _SOUND,
    ),
    Row(r"conte (tenu|rendu)", r"compte \1", _SOUND),
    Row(
        r"(une?|la|votre|notre|petite|belle|cette|jolie|prochaine) ballades?(?= (?:à (?:vélo|pied|"
        r"cheval|poney|moto)|en (?:forêt|bateau|famille|ville|calèche|barque|montagne|mer)|"
        r"nature|guidée|digestive|gourmande|dominicale|dans|autour|au bord))",
        r"\1 balade",
        _SOUND,
    ),
    Row(
        r"(une?|la|votre|notre|petite) pose[ -](café|déjeuner|gourmande|goûter)",
        r"\1 pause \2",
        _SOUND,
    ),
    Row(
        r"(chaque|cette|une|première|dernière|prochaine|la première|la prochaine) foi(?= (?:par|de"
        r" plus|encore|que|où)|[.,!]|$)",
        r"\1 fois",
        _SOUND,
    ),
    Row(r"(deux|trois|quatre|cinq|plusieurs|quelques|des) foi(?!e)", r"\1 fois", _SOUND),
    Row(
        r"(la|une|notre|en|petite|grande) sale (des fêtes|de sport|polyvalente|de spectacles?|"
        r"d['’]attente|de bains?|de classe|de concert|de cinéma)",
        r"\1 salle \2",
        _SOUND,
    ),
    Row(r"(un|le) vers? de (vin|cidre|jus|lait|bière|sirop|limonade)", r"\1 verre de \2", _SOUND),
    Row(
        r"(cent|sang) (gluten|sucre|lactose|alcool|sel|colorants?|conservateurs?|engagement)",
        r"sans \2",
        _SOUND,
    ),
    Row(
        r"s['’]en (beurre|huile|lait|noix|viande|plastique|emballage|farine|sucre|"
        r"gluten|lactose|sel|alcool|colorants?|conservateurs?|additifs?|arôme|"
        r"attendre|doute|engagement|réservation|rendez-vous|inscription|limite|supplément)",
        r"sans \1",
        _SOUND,
    ),
    Row(
        r"(faut|pour|pouvez|allez|va|vais|peut) mètre (une?|les?|la|en|vos|votre|des)",
        r"\1 mettre \2",
        _SOUND,
    ),
    Row(r"voire? même(?<!voire même)", "voire même", _SET),
    Row(r"en terme (de|d['’])", r"en termes \1", _SET),
    Row(r"(prendre|prends|prenez|prend|prenons|prennent) par (à|au|aux)", r"\1 part \2", _SOUND),
    Row(r"nul (par|part)(?=[ ,.!]|$)", "nulle part", _SET),
    Row(r"toute? fois(?<!toutes fois)(?=,| )(?! que)", "toutefois", _ONE),
    Row(r"quelques choses", "quelque chose", _SET),
    Row(r"quelques (uns|unes)", r"quelques-\1", _SET),
    Row(r"(ci) (dessous|dessus|joint|jointe|jointes|contre|après)", r"\1-\2", _SET),
    Row(r"(au) (dessous|dessus|delà|devant) (de|du|des)", r"\1-\2 \3", _SET),
    Row(
        r"(l['’]|cet |cette |un |une |les |chaque |bel |bonne |samedi |dimanche |vendredi |"
        r"mercredi |lundi |mardi |jeudi )après midi",
        r"\1après-midi",
        _SET,
    ),
    Row(r"week end(s?)", r"week-end\1", _SET),
    Row(r"vide greniers?", "vide-grenier", _SET),
    Row(r"(notre|votre|leur|son|un|le|leurs) savoir faire", r"\1 savoir-faire", _SET),
    Row(
        r"(le|un|prendre|pour|au|donné|donnons|votre|notre|prochain|sur) rendez vous",
        r"\1 rendez-vous",
        _SET,
    ),
    Row(r"rez de chaussée", "rez-de-chaussée", _SET),
    Row(r"arcs? en ciel", "arc-en-ciel", _SET),
    Row(r"vis à vis (de|du|des)", r"vis-à-vis \1", _SET),
    Row(r"(?-i:grand (mère|père|parents))", r"grand-\1", _SET),
    Row(r"qu['’]est[ -]ce[ -](que|qui|qu['’])(?<!qu['’]est-ce \1)", r"qu’est-ce \1", _SET),
    Row(r"(\p{L}+a|\p{L}+e) t[-'’ ](il|elle|on)", r"\1-t-\2", _SET),
    Row(r"(\p{L}*a)-t['’](il|elle|on)", r"\1-t-\2", _SET),
    Row(r"il y['’](a|aura|avait)", r"il y \1", _SET),
    Row(r"(très|trop) beaucoup", "beaucoup", _TWICE),
    Row(r"(le|la|les) plus bon(ne)?(s?)(?! enfant| marché| ton)", r"\1 meilleur\2\3", _BETTER),
    Row(r"moins pires?", "moins mauvais", _BETTER),
    Row(
        r"(merci|bravo|félicitations) (?=(?:tous|toutes) (?:ceux|celles|nos|les|mes|vos)\b|"
        r"(?:ceux|celles) qui|chacun|(?:nos|notre|vos|votre|toute) )",
        r"\1 à ",
        _MISSING,
    ),
    Row(rf"du ({_DAYS}) ({_DAYS})", r"du \1 au \2", _MISSING),
    Row(rf"entre ({_DAYS}) à ({_DAYS})", r"entre \1 et \2", _SET),
    Row(r"de (\d{1,2} ?h(?: ?\d\d)?) (\d{1,2} ?h(?: ?\d\d)?)", r"de \1 à \2", _MISSING),
    Row(r"entre (\d{1,2} ?h(?: ?\d\d)?) à (\d{1,2} ?h(?: ?\d\d)?)", r"entre \1 et \2", _SET),
    Row(
        r"(conduisez|roulez|restez|soyez|conduire|rouler)(?<!restez|soyez) prudents?",
        r"\1 prudemment",
        _ADVERB,
    ),
    Row(
        r"(répondez|répondons|inscrivez-vous|réservez|livrons|venez|venir|réserver|répondre|"
        r"travaille|travaillent|travaillons|avance|avancent) rapides?",
        r"\1 rapidement",
        _ADVERB,
    ),
    Row(
        r"(trouverez|trouver|trouvez|commander|réserver|inscrire|installe|monte|nettoie) faciles?",
        r"\1 facilement",
        _ADVERB,
    ),
    Row(
        r"(tout|ce) que (est|reste|se passe|vous plaît|nous plaît|nous attend|vous attend|"
        r"vous intéresse)",
        r"\1 qui \2",
        _WHO,
    ),
    Row(
        r"ce (que |qu['’])((?:vous|nous|j['’]|tu|on|il|elle|ils) ?)(avez|avons|ai|as|a|ont) besoin",
        r"ce dont \2\3 besoin",
        _WHO,
    ),
    Row(rf"(une?|des|les|la|l['’]|le) ({_PEOPLE}) que ({_DO})", r"\1 \2 qui \3", _WHO),
    Row(
        r"(deux|trois|quatre|cinq|six|sept|huit|neuf) cent(?= (?!un|une|deux|trois|quatre|cinq|six|"
        r"sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|"
        r"cinquante|soixante|mille|et|à|pour)\p{L}{3,}s\b)",
        r"\1 cents",
        _AGREE,
    ),
    Row(
        r"(deux|trois|quatre|cinq|six|sept|huit|neuf) cents (?=vingt|trente|quarante|cinquante|"
        r"soixante|quatre|dix|mille\b)",
        r"\1 cent ",
        _AGREE,
    ),
    Row(
        r"quatre-vingt (?=euros|personnes|ans|places|participants|minutes|kilos|adhérents|"
        r"bénévoles|exposants|élèves|enfants|pages|mètres|kilomètres)",
        "quatre-vingts ",
        _AGREE,
    ),
    Row(
        r"milles(?= (?:euros|personnes|mercis|visiteurs|spectateurs|participants|fois|abonnés|"
        r"ans|excuses|habitants|bravos|litres|pages))",
        "mille",
        _AGREE,
    ),
    Row(
        r"(cette|cet|ce) (deux|trois|quatre|cinq|six|sept|huit|neuf|dix) "
        r"(?!heures|ans)(?=\p{L}{3,}[sx]\b)",
        r"ces \2 ",
        _AGREE,
    ),
    turn(
        "",
        {"notre": "nos", "votre": "vos", "mon": "mes", "son": "ses"},
        _AGREE,
        r"(?= (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix) "
        r"(?!heures|ans)\p{L}{3,}[sx]\b)",
    ),
    Row(r"(les|nos|vos|mes|ses|ces|aux|leurs) même (?=\p{L}{3,}[sx]\b)", r"\1 mêmes ", _AGREE),
    Row(r"le fin (d(?:e|u|es))(?= )", r"la fin \1", _FEMININE),
    Row(
        r"(cinq|six|dix|vingt|trente|quarante|cinquante|soixante|cent|deux|trois|quatre|nos|vos|des|"
        r"ces|plusieurs|chers|certains|tous les) (exposant|commerçant|habitant|participant|"
        r"étudiant|gagnant|"
        r"débutant|intervenant|adhérent|passant|figurant|fabricant)",
        r"\1 \2s",
        _AGREE,
    ),
    Row(rf"jusque (midi|minuit|demain|{_DAYS}|\d)", r"jusqu’à \1", _MISSING),
    Row(rf"jusqu['’](?=\d|{_DAYS})", "jusqu’à ", _MISSING),
    Row(
        r"(vais|va|vas|allons|allez|vont|aller|allée?s?) au (coiffeur|médecin|dentiste|boulanger|"
        r"boucher|docteur|vétérinaire|garagiste)",
        r"\1 chez le \2",
        _PREPOSITION,
    ),
    Row(
        r"(fi(?:er|ère)s?|contente?s?|satisfaite?s?) sur (?=notre|nos|votre|vos|cette|ce|cet|ces|"
        r"leurs?|vous)",
        r"\1 de ",
        _PREPOSITION,
    ),
    Row(
        r"satisfait(e?s?) avec (?=notre|nos|votre|vos|cette|ce|cet|ces|la|mon|ma|mes)",
        r"satisfait\1 de ",
        _PREPOSITION,
    ),
    Row(rf"(avant|après) de (?={_DAYS}|midi|minuit|demain)", r"\1 ", _NO_PREPOSITION),
    Row(r"(avant|après) du (?=\d)", r"\1 le ", _NO_PREPOSITION),
    Row(
        r"(?<!n['’])(est|sont|était|sera|êtes|sommes) plus bon(ne)?(s?) (?=qu)",
        r"\1 meilleur\2\3 ",
        _BETTER,
    ),
    Row(
        r"merci à (votre|vos) (patience|compréhension|soutien|aide|fidélité|confiance|accueil|"
        r"présence|visite|participation|générosité|commandes?|messages?|retours?)",
        r"merci pour \1 \2",
        _PREPOSITION,
    ),
    Row(
        r"(appelez|aidez|remerciez|invitez|suivez|regardez|écoutez|attendez|retrouvez|félicitez|"
        r"soutenez|encouragez|contactez|rencontrez|rejoignez|accueillez|applaudissez)-leur",
        r"\1-les",
        _WHO,
    ),
    Row(
        r"(dites|dis|disons)-les (?=bonjour|merci|bravo|bonsoir|non|oui|de|que)", r"\1-leur ", _WHO
    ),
    Row(r"(parlez|répondez|téléphonez|parle|réponds|téléphone)-les", r"\1-leur", _WHO),
    Row(r"(faites|fais)-les (?=confiance|plaisir|signe|peur)", r"\1-leur ", _WHO),
    Row(
        r"(?-i:a) ne pas (?=(?:manquer|rater|oublier|louper|perdre|confondre)\b)",
        "à ne pas ",
        _ACCENT,
    ),
    Row(r"quelque fois", "quelquefois", _ONE),
    Row(r"peut importe", "peu importe", _SOUND),
    Row(r"tant qu['’]à (nous|moi|vous|lui|elle|eux|toi)", r"quant à \1", _SOUND),
    Row(r"(?-i:à coté)", "à côté", _ACCENT),
    Row(r"quelques chose", "quelque chose", _SET),
    Row(r"(à|dans|sur|pour|avec|par) l(a|e|es) (quel(?:le)?s?)", r"\1 l\2\3", _ONE),
    turn(
        "",
        {
            "de lequel": "duquel",
            "à lequel": "auquel",
            "de lesquels": "desquels",
            "de lesquelles": "desquelles",
            "à lesquels": "auxquels",
            "à lesquelles": "auxquelles",
        },
        "These two words are written as one.",
    ),
    Row(
        r"(?<!\b(?:l[ae]s?|du|des|aux?|très|sincèrement|et) )(n|v)ôtre (?=\p{Ll}{3})",
        r"\1otre ",
        _SOUND,
    ),
    Row(
        r"(le|la|les|du|des|aux?) (n|v)otre(s?)(?= est| sont| a | sera|[.!?,])",
        r"\1 \2ôtre\3",
        _ACCENT,
    ),
    turn("", {"votres": "vos", "notres": "nos"}, _AGREE, r"(?= \p{L}+[sx]\b)"),
    Row(r"(vas|allons|allez) y(?= ?[,.!]| doucement)", r"\1-y", _MARK),
    Row(r"soyer", "soyez", _SOUND),
    Row(r"la bas(?= ?[,.!?]|$)", "là-bas", _ACCENT),
    Row(
        r"voila (?=nos|vos|les?|la|une?|des|notre|votre|ce|pourquoi|comment|qui)", "voilà ", _ACCENT
    ),
    Row(r"(conduisez|roulez|conduire|rouler|avancez) lents?", r"\1 lentement", _ADVERB),
    Row(rf"de ({_MONTH}) (?={_MONTH})", r"de \1 à ", _MISSING),
    Row(r"où ailleurs", "ou ailleurs", _SOUND),
    Row(r"(?<!jusqu['’])au (\d{1,2} ?h(?:\d\d| \d\d)?)(?![\p{L}\d])", r"à \1", _PREPOSITION),
    Row(r"(heures?) et demi", r"\1 et demie", _AGREE),
    Row(r"demie-heure", "demi-heure", _SET),
    Row(r"soi-disante?s", "soi-disant", _SET),
    Row(r"quelque une?", "quelqu’un", _SET),
    Row(r"(?<!pas |plus )d['’]avantages (?=de|d['’])", "davantage ", _SOUND),
    Row(r"(celui|celle|ceux|celles) la(?= est| sont| a |[.,!?])", r"\1-là", _ACCENT),
    Row(r"(celui|celle|ceux|celles)-si", r"\1-ci", _SOUND),
    Row(r"(moi|toi|soi) même", r"\1-même", _SET),
    Row(r"eux[ -]même", "eux-mêmes", _SET),
    Row(r"(?<![\p{L},] )bienvenus? (?=à|au|aux|chez|dans)", "bienvenue ", _SET),
    Row(r"aujourd ?hui", "aujourd’hui", _SET),
)
