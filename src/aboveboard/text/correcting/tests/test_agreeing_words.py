"""Words that do not fit each other, and right ones that look as if they did not."""

import pytest

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import taken
from aboveboard.text.correcting.surely import sure_corrections
from aboveboard.text.correcting.veiled import veiled

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
    ("Három szép képek lógnak a falon.", "kép"),
    ("A 5. születésnapunkat ünnepeljük.", "Az"),
    ("A gyerekek, aki eljönnek, almát kapnak.", "akik"),
    ("Megnéznénk, el-e fér a kocsiban.", "elfér-e"),
    ("Ne elfelejtsétek a pokrócot!", "Ne felejtsétek el"),
    ("Pécsben is kapható a sörünk.", "Pécsen"),
    ("Kérek egy kávé.", "kávét"),
    ("Új kertunkban ültettünk.", "kertünkben"),
    ("A munkatársaink szeretettel vár benneteket.", "várnak"),
    ("A házben meleg van.", "házban"),
]
RIGHT = [
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
    ("hu", "Kapunk egy nap szünetet, várjuk önöket. Október 7-én kell jelentkezni."),
]


@pytest.mark.parametrize(
    ("lang", "text", "instead"),
    [("fr", *row) for row in FRENCH] + [("hu", *row) for row in HUNGARIAN],
)
def test_what_does_not_fit_is_found(lang: str, text: str, instead: str) -> None:
    [one] = [each for each in sure_corrections(text, lang) if each.kind == "agreement"]
    assert one.instead == (instead,)
    assert list(agreement(veiled(taken(text, [one])), lang)) == []


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_what_only_looks_wrong_is_left(lang: str, text: str) -> None:
    assert list(agreement(veiled(text), lang)) == []
