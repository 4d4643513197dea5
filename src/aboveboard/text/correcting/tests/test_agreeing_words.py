"""Words that do not fit each other, and right ones that look as if they did not."""

import pytest

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import taken
from aboveboard.text.correcting.surely import sure_corrections
from aboveboard.text.correcting.tests.machine import if_there
from aboveboard.text.correcting.veiled import veiled

pytestmark = [pytest.mark.hunspell, if_there]

FRENCH = [
    ("Le marché reste ouvert de 9h a 18h.", "à"),
    ("Il à fallu trois ans.", "a"),
    ("Les enfants ce sont bien amusés.", "se"),
    ("Les places son limitées.", "sont"),
    ("Vous pouvez réservé par téléphone.", "réserver"),
    ("Vous avez gagner un panier garni.", "gagné"),
    ("N’hésitez pas à nous contactez.", "contacter"),
    ("Les artisans du quartier vous propose un atelier.", "proposent"),
    ("Les fraises sont arrivés.", "arrivées"),
    ("Une ambiance chaleureux vous attend.", "chaleureuse"),
    ("Chaque participants repart avec un pot.", "participant"),
    ("Nous leurs avons préparé un goûter.", "leur"),
    ("Si vous voudriez venir, écrivez-nous.", "vouliez"),
    ("Pour que tout le monde peut venir.", "puisse"),
    ("Les commandes doivent être passé avant jeudi.", "passées"),
    ("Il ne reste que trois place.", "places"),
    ("Elle a était ravie.", "été"),
    ("L’entrée et gratuite pour les enfants.", "est"),
    ("Vous devez réservez avant jeudi.", "réserver"),
    ("Merci d’avoir partager ce moment.", "partagé"),
    ("Le concert a été annuler hier.", "annulé"),
    ("Nos élèves ont préparés le spectacle.", "préparé"),
    ("S’est avec joie que nous ouvrons.", "C’"),
    ("On peu encore vous livrer.", "peut"),
    ("Il est important que vous venez tôt.", "veniez"),
    ("La plupart des clients vient en vélo.", "viennent"),
    ("La terrasse et enfin ouverte.", "est"),
    ("Venez une heure plutôt.", "plus tôt"),
    ("Dites nous tout.", "Dites-nous"),
    ("Un travaille soigné.", "travail"),
    ("Ceux qui veut venir sont attendus.", "veulent"),
    ("On leurs souhaite bonne chance.", "leur"),
    ("Si vous souhaiter venir, écrivez.", "souhaitez"),
]
HUNGARIAN = [
    ("Kérek a kávét tejjel.", "Kérem"),
    ("Olvasom egy jó könyvet.", "Olvasok"),
    ("Mi is várjuk titeket a téren.", "várunk"),
    ("A lekvár a kamrába található.", "kamrában"),
    ("Gyertek be a boltban!", "boltba"),
    ("A kutyák szereti a sétát.", "szeretik"),
    ("Mindenki jönnek a bálba.", "jön"),
    ("Három szép képek lóg a falon.", "kép"),
    ("A 5. születésnapunkat ünnepeljük.", "Az"),
    ("A gyerekek, aki eljönnek, almát kapnak.", "akik"),
    ("Megnéznénk, el-e fér a kocsiban.", "elfér-e"),
    ("Ne elfelejtsétek a pokrócot!", "Ne felejtsétek el"),
    ("Pécsben is kapható a sörünk.", "Pécsen"),
    ("Kérek egy kávé.", "kávét"),
    ("Új kertunkban ültettünk.", "kertünkben"),
    ("A munkatársaink szeretettel vár benneteket.", "várnak"),
    ("A házben meleg van.", "házban"),
    ("Nagy öröm hogy újra itt vagytok.", "öröm, hogy"),
    ("Megjött a szőnyeg amire annyit vártatok.", "szőnyeg, amire"),
    ("Pici de barátságos a pincénk.", "Pici, de"),
    ("Hozz esernyőt mert esni fog.", "esernyőt, mert"),
    ("Puhább mint a vatta.", "Puhább, mint"),
    ("Mondjátok el melyik ízt hozzuk.", "el, melyik"),
    ("Áprilisba nyit a strand.", "Áprilisban"),
    ("A padlásra vezető létrát a fészerbe tároljuk.", "fészerben"),
    ("Gyertek be nálunk melegedni!", "hozzánk"),
    ("Fordulj bátran az edzőinknél!", "edzőinkhez"),
    ("Keressük két varrónőt.", "Keresünk"),
    ("Tíz kocsi indultak a rajtról.", "indult"),
    ("Ezeket a lámpát ő faragta.", "Ezt"),
    ("Ez a bögrék agyagból készültek.", "Ezek"),
    ("Köszönet mindenkinek, aki segítettek!", "segített"),
    ("Nagyon büszkék vagyunk a lányainkkal!", "lányainkra"),
    ("Kattints a gombon!", "gombra"),
    ("Keddtől szombat nyitva vagyunk.", "szombatig"),
    ("Köszönjük a segítség!", "segítséget"),
    ("Hagy segítsünk!", "Hadd"),
    ("A képeket bárki láthassa.", "láthatja"),
    ("Negyven éve itt süssük a perecet.", "sütjük"),
    ("Soha láttunk ekkora tököt.", "Soha nem"),
    ("Gyere be az 10. szülinapunkra!", "a"),
]
DUTCH = [
    ("Onze winkel word zaterdag feestelijk heropend.", "wordt"),
    ("Sanne bied in mei een nieuwe cursus aan.", "biedt"),
    ("Boer Piet verbouwd al dertig jaar kool.", "verbouwt"),
    ("Een etiket dat alle stoffen vermeld.", "vermeldt"),
    ("Onze juriste antwoord binnen een dag.", "antwoordt"),
    ("Wie heb onze poes gezien?", "heeft"),
    ("Iedereen die mee wilt, kan komen.", "wil"),
    ("Zoekt jij een leuke baan?", "Zoek"),
    ("De zaal wordt zaterdag verhuurt.", "verhuurd"),
    ("Ons koor heeft in een jaar gegroeid.", "is"),
    ("Gisteren starten wij met de bouw.", "startten"),
    ("Vanaf maandag wij zijn open.", "zijn wij"),
    ("Omdat we hebben een terras.", "een terras hebben"),
    ("Heeft u u panelen laten reinigen?", "uw"),
    ("Het was weer zon mooie dag.", "zo’n"),
    ("Alle deelnemer krijgen een prijs.", "deelnemers"),
    ("Er is in ons asiel nog drie konijntjes.", "zijn"),
    ("Je hoeft je niet aan melden.", "aan te melden"),
    ("De man dat hier al jaren werkt.", "die"),
    ("We wachten nog voor de vergunning.", "wachten nog op"),
    ("Kijk hoe hun in een dag alles hebben gebouwd.", "ze"),
    ("De bezoekers krijgt een gratis ijsje.", "krijgen"),
    ("Elke bezoekers krijgt een prijs.", "bezoeker"),
    ("Wat een leuk opkomst!", "leuke"),
]
RIGHT = [
    ("nl", "Wie zoek je? Toen begon hij werk te zoeken. Als u wilt, kunt u komen."),
    ("nl", "Sinds we open zijn, is het druk. Vandaag wij, morgen jullie. Nu we zijn verhuisd."),
    ("nl", "Heeft u u al aangemeld? We geven jou mooie prijzen. Een vijgenkaars is vijf euro."),
    ("nl", "Er is twee weken korting. Er is voor twintig mensen plek. In de zon zitten."),
    ("nl", "De kans dat je wint. We wachten voor de deur. De broodjes bakt Jan zelf."),
    (
        "nl",
        "Fietser beloond voor goed gedrag. Wie jarig is betaalt niets. Wie van jullie heeft tijd?",
    ),
    ("nl", "We hebben het gehaald en zijn gegroeid. Ze hebben een geslaagd feest gehad."),
    ("nl", "Mensen die hun altijd hebben geholpen. Wat is de bezoekers opgevallen?"),
    (
        "nl",
        "Zeven levens is niets. Een kop koffie en ik kan er weer tegen. Later als ik groot ben.",
    ),
    ("fr", "Rien de cassé. Cette semaine arrivent les pommes, dimanche reviennent les cerises."),
    ("fr", "Je me demande si on aurait dû venir. Sachez bien que nous avons chaud."),
    ("fr", "La robe bleu marine, une salade de tomates fraîche, vingt et une personnes."),
    ("fr", "Elle nous a vus, ce livre se livre, ce sont les nôtres et l’on adore son école."),
    ("fr", "Les premier et second prix, un plan des données indépendant, voir ou modifier le nom."),
    ("fr", "Un ménage sur sept vit seul, page deux, le trois juin, il a dit oui."),
    ("fr", "Si vous voulez venez avec un ami. Les photos que nous avons partagées sont là."),
    ("fr", "Quelle soirée nous avons passée ! Nous vous avons gâtées. Peu de gens le savent."),
    ("fr", "Je serais présent si je pouvais. Plutôt salé ou sucré ? La salle et la terrasse."),
    ("fr", "Ce que vous payez vous est rendu. Vous aider est notre métier. Tout est permis."),
    ("fr", "En même temps que vous recevez le colis, on promène les chiens accompagné d’un ami."),
    ("fr", "La plupart sont venus, le piano se tait à vingt et une heures."),
    ("hu", "Az jó ötlet. A falba van építve. Várunk benneteket a kertbe."),
    (
        "hu",
        "A három éves gyerekek és a 18 évesek a hét napjait írják. Ez a gyerekek várt ajándéka.",
    ),
    ("hu", "Lássuk, milyen az idő! Tartsa hidegen. Fontos, hogy senki nem lássa."),
    ("hu", "Eljöttek a vendégek, ami nagy öröm. Nem befolyásol. Nem megérkezett, hanem elment."),
    ("hu", "Beszélünk a várost érintő tervekről. Tegyétek a kosárban lévő almát a kocsiba."),
    ("hu", "Te hogy vagy? Persze hogy jövünk! Elment, anélkül hogy szólt volna. Ki mert ilyet?"),
    ("hu", "Több mint száz vendég jött. Ő mint edző dolgozik. Jaj de jó! Vissza kell hogy adja."),
    ("hu", "Decemberbe csúszik a nyitás. Jegyek a moziba a pultnál kaphatók. Bérbe adjuk ki."),
    ("hu", "Ez a lányok kedvence. Minden nap jönnek. Két óra után jöttek. Várunk minden vendéget."),
    ("hu", "A hideg ellen kabátot vettünk. Hétfőtől péntek délig nyitva. Egy csapat vagyunk."),
    ("hu", "Az gondot okoz. Azért írjuk, hogy bárki láthassa. Most vagy soha! Az 1. helyezett."),
    ("hu", "A gőgösök házát összedönti. Azt megyünk megnézni. Köszönjük minden forintot!"),
    ("hu", "Kapunk egy nap szünetet, várjuk önöket. Október 7-én kell jelentkezni."),
]


@pytest.mark.parametrize(
    ("lang", "text", "instead"),
    [("fr", *row) for row in FRENCH]
    + [("hu", *row) for row in HUNGARIAN]
    + [("nl", *row) for row in DUTCH],
)
def test_what_does_not_fit_is_found(lang: str, text: str, instead: str) -> None:
    [one] = [each for each in sure_corrections(text, lang) if each.kind == "agreement"]
    assert one.instead == (instead,)
    assert list(agreement(veiled(taken(text, [one])), lang)) == []


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_what_only_looks_wrong_is_left(lang: str, text: str) -> None:
    assert list(agreement(veiled(text), lang)) == []


GERMAN = [
    ("Ich finde, das die neue Karte toll aussieht.", "dass"),
    ("Schön, dass ihr von Anfang an dabei seit.", "seid"),
    ("Kommt früh, den die Brötchen sind bald weg.", "denn"),
    ("Am Ende viel das Tor für uns.", "fiel"),
    ("Es gibt weder Kaffee oder Tee.", "weder Kaffee noch"),
    ("Wir sind stolz über unser Team.", "stolz auf"),
    ("Montag's ist zu.", "Montags"),
    ("Hier ist das Rezept das ihr euch gewünscht habt.", "Rezept,"),
    ("Danke an alle die uns geholfen haben.", "alle,"),
    ("Kommt vorbei wenn ihr Lust habt.", "vorbei,"),
    ("Wir haben geschlossen weil wir umziehen.", "geschlossen,"),
    ("Wir treffen uns um am Abend zu singen.", "uns,"),
    ("Wenn ihr uns besucht bekommt ihr Kuchen.", "besucht,"),
    ("Wer Lust hat kommt einfach vorbei.", "hat,"),
    ("Am kommendem Samstag ist Markt.", "kommenden"),
    ("Ein Brett aus heimisches Holz.", "heimischem"),
    ("Ohne euer Unterstützung geht es nicht.", "eure"),
    ("Holt euch jetzt dem passenden Helm.", "den"),
    ("Wir haben noch einem freien Platz.", "einen"),
    ("Wer hat ihm im Park gesehen?", "ihn"),
    ("Wem möchtet ihr auf der Bühne sehen?", "Wen"),
    ("Der Erlös aus dem Verkauf der Sterne gehen an das Hospiz.", "geht"),
    ("Jeder von euch können helfen.", "kann"),
    ("Ab sofort wir haben bis acht geöffnet.", "haben wir"),
    ("Letzte Woche pflanzen unsere Kinder Bäume.", "pflanzten"),
    ("Unser Azubi hat gestern zum Kunden gefahren.", "ist"),
    ("Wir feiern, weil unser Lehrling hat bestanden seine Prüfung.", "seine"),
]


@pytest.mark.parametrize(("text", "mend"), GERMAN)
def test_german_words_that_do_not_fit(text: str, mend: str) -> None:
    found = sure_corrections(text, "de")
    assert mend in taken(text, found)
    assert mend not in text or any(mend in one.instead[0] for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Die Auswahl an Kräutern haben wir verdoppelt. Das Brot aus dem Ofen lieben alle.",
        "Den Anhänger hat Leon zum Kunden gefahren. Gestern haben wir gebacken.",
        "Wir haben einem Freund geholfen. Wem habt ihr den Kuchen gebracht?",
        "Nur weil wir klein sind. Auch wenn du neu bist. Zwei Tage nachdem wir eröffnet hatten.",
        "Wir kümmern uns um euch. Weil wir haben warten müssen, gibt es Eis.",
        "Der Abend, den wir geplant haben, und der Film, den die Kinder lieben.",
        "Der Verein, dem gutes Essen wichtig ist. Der Jugend gehen die Räume aus.",
        "Das Team hinter den Kulissen sind Anna und Ben. Was für ein Abend!",
        "Anna's Café und Oma's Küche. So viel die Leute auch reden, viel der Arbeit bleibt.",
        "Was schön ist, ist schön. Ich weiß, was das ist und wie es ist.",
    ],
)
def test_right_german_passes(text: str) -> None:
    assert not sure_corrections(text, "de")
