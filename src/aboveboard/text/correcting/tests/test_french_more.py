"""What French writers often get wrong, with what stands instead, and right sentences like it."""

import pytest

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import taken
from aboveboard.text.correcting.phrases import phrase_corrections
from aboveboard.text.correcting.surely import sure_corrections
from aboveboard.text.correcting.tests.machine import if_there
from aboveboard.text.correcting.veiled import veiled

pytestmark = [pytest.mark.hunspell, if_there]

WRONG = [
    # Prepositions.
    ("Pensez de fermer la grille.", "Pensez à fermer"),
    ("Essayez à venir tôt.", "Essayez de venir"),
    ("On vous invite d’entrer.", "à entrer"),
    ("Ravie à vous accueillir ici.", "Ravie de vous"),
    ("N’hésitez pas nous écrire.", "pas à nous écrire"),
    ("Nous avons besoin un camion.", "besoin d’un camion"),
    ("Participez dans notre concours.", "à notre concours"),
    ("Tout dépend sur le vent.", "dépend du vent"),
    ("Profitez nos offres.", "Profitez de nos"),
    ("Nous remercions à tous nos voisins.", "remercions tous"),
    ("Il joue la guitare.", "joue de la guitare"),
    ("À partir lundi, on ouvre.", "partir de lundi"),
    ("Grâce votre aide, on continue.", "Grâce à votre"),
    ("Trois jours au Normandie.", "en Normandie"),
    ("On part en Portugal.", "au Portugal"),
    ("Le stage a lieu en printemps.", "au printemps"),
    ("Rendez-vous au atelier.", "à l’atelier"),
    ("Ouvert du jeudi samedi.", "du jeudi au samedi"),
    ("Merci tous nos bénévoles !", "Merci à tous"),
    # Nothing, much and many.
    ("Nous n’avons plus des tickets.", "plus de tickets"),
    ("Il n’y aura pas du pain.", "pas de pain"),
    ("Ce sirop ne contient pas aucun sucre.", "contient aucun sucre"),
    ("La soupe est autant chaude qu’hier.", "aussi chaude"),
    ("N’oubliez de signer.", "N’oubliez pas de"),
    ("Nous n’ouvrons le lundi.", "n’ouvrons pas le"),
    ("Des centaines de visiteur.", "de visiteurs"),
    ("Une des plus belle plages.", "plus belles plages"),
    ("Trois cent visiteurs.", "Trois cents"),
    ("Cette trois salles ferment.", "Ces trois"),
    ("Les même jours qu’avant.", "Les mêmes"),
    # Words that sound alike.
    ("Un pain s’en sel.", "sans sel"),
    ("Le village sans réjouit.", "s’en réjouit"),
    ("On part d’en la forêt.", "dans la forêt"),
    ("Sans sel n’y beurre.", "ni beurre"),
    ("On si retrouve à midi.", "s’y retrouve"),
    ("Quand pensez-vous ?", "Qu’en pensez-vous"),
    ("C’est petit, mes les plats sont bons.", "mais les"),
    ("Merci à ce qui sont venus.", "ceux qui"),
    ("Elle présente ça nouvelle robe.", "sa nouvelle"),
    ("Le club fête sont dixième anniversaire.", "son dixième"),
    ("Je ne serai plus la lundi.", "là lundi"),
    ("Le four est tout prêt de la gare.", "près de"),
    ("Vous êtes plus tôt sucré ou salé ?", "plutôt sucré"),
    ("Ces avec joie que nous ouvrons.", "C’est avec"),
    ("Le chantier c’est achevé hier.", "s’est achevé"),
    ("Quel est vos horaires ?", "Quels sont vos"),
    ("Venez leur chercher avant midi.", "Venez les chercher"),
    ("Vous pouvait venir en vélo.", "pouvez venir"),
    ("La fête fait parti du projet.", "fait partie du"),
    # Verbs in their clauses.
    ("Si le temps le permettra, on sort.", "le permet"),
    ("Si vous viendrez tôt, on parlera.", "vous venez"),
    ("Si j’étais riche, je viendrai.", "viendrais"),
    ("Demain, je vous montrerais le four.", "montrerai"),
    ("J’aimerai vous remercier.", "aimerais"),
    ("Avant que le jour finit, on chante.", "finisse"),
    ("On sort, à moins qu’il pleut.", "qu’il pleuve"),
    ("À l’étage se trouve les chambres.", "se trouvent les"),
    ("Où est les clés ?", "Où sont"),
    ("Manges des pommes.", "Mange des"),
    ("Prend ton vélo.", "Prends ton"),
    ("Inscrivez vous vite.", "Inscrivez-vous"),
    ("Hier soir, le public chanter encore.", "chantait"),
    ("Les enfants, accompagnés de leur tante, a chanté.", "ont chanté"),
    ("Un livre que parle de la mer.", "qui parle"),
    ("La dame qui vous avez vue.", "que vous"),
    ("Chacun de vous peuvent voter.", "peut voter"),
    ("Je les ai dit de venir.", "leur ai dit"),
    # What goes with a noun.
    ("Nos deux sœurs sont parti hier.", "parties"),
    ("Nos tartes sont fait maison.", "faites maison"),
    ("La salle était plein à craquer.", "pleine"),
    ("Les lettres que vous nous avez écrit.", "écrites"),
    ("Bon journée à tous !", "Bonne journée"),
    ("Cet affiche est belle.", "Cette affiche"),
    ("De belles pièces unique.", "uniques"),
    ("Merci à tous nos partenaire.", "partenaires"),
    ("Une assiette bonne garnie.", "bien garnie"),
    ("La ville dans lequel on vit.", "laquelle"),
    ("Places limité !", "limitées"),
    ("Paul et Marie ouvre un café.", "ouvrent"),
    ("Le pain et le beurre est offert.", "sont offerts"),
    ("Voici les recettes qui nous a plu.", "ont plu"),
    ("La boulangerie Martin vous proposent un pain.", "propose"),
    ("Comment allez vous ?", "allez-vous"),
    ("Une heure et demi de balade.", "demie"),
]
RIGHT = [
    "Que pensez-vous de venir ? Le plat est à emporter. Il apprend de ses erreurs.",
    "Il participe dans la bonne humeur. Le surplus profite à l’école. On profite un maximum.",
    "Nous tenons à vous remercier. Veuillez vous rendre au guichet. Venez vous régaler.",
    "La maison d’à côté est bleue. Avec grâce, elle salue. Bien avant, on dansait.",
    "Face à la Belgique, on a perdu. Nous allons à la Réunion. Elle joue au piano.",
    "Il n’aime pas du tout. Ce n’est pas du vin mais du jus. On ne parle pas des prix.",
    "Il n’y a plus aucun doute. Nous n’avons que deux mains. Nous n’osons y croire.",
    "On n’a jamais autant ri. Elle est d’autant plus belle. Beaucoup de monde est venu.",
    "Sans doute viendra-t-il. D’en haut, la vue est belle. Il n’y a rien. Elle est si jolie.",
    "Mes pas dans la neige. Ce qui compte, c’est vous. Ça va mieux. Ces derniers temps, il pleut.",
    "Elle est toujours la meilleure. Le prêt de livres est gratuit. Il arrive plus tôt ce soir.",
    "Le parking, c’est gratuit. La terrasse c’est chouette. Elle la vit hier.",
    "Le gâteau que prépare la voisine. Ce que vous propose notre équipe. Voici ce que l’on sait.",
    "Dites-nous qui vous êtes. La dame à qui vous avez parlé. Les vélos que vend Paul.",
    "On leur cherche un toit. Je les ai demandées en bleu. Il lui attribue un prix.",
    "De bonne heure, en bonne forme, à grands pas. Les rayons sont de nouveau pleins.",
    "Je me demande si elle viendra. Même si le vent sera fort, on sort. Dites-moi s’il pleuvra.",
    "Je serais ravi de vous voir demain. Je serais venu samedi. J’aimerai toujours ce village.",
    "Je sais bien que le vent souffle. Le temps que vous avez passé ici. Il est temps de finir.",
    "Ici commence la forêt. À l’étage se trouve la salle. Elle se trouve les mains vides.",
    "Portes ouvertes samedi. Vient ensuite le dessert. Tu manges des légumes ?",
    "Le chien, tenu en laisse, est admis. Entendre le public chanter, quelle joie !",
    "Elles se sont rendu compte. Ils se sont parlé. Elle s’est lavé les mains.",
    "La robe que j’ai fait faire. La photo que j’ai vu prendre. Les murs sont orange.",
    "Un chèvre frais. Quelqu’un tire les ficelles. On est tous un peu fous. Le prix, d’où la file.",
    "Chaque vélo que nous vendons a d’abord été révisé. Marie a laissé sa canne.",
    "Chantier jeunes, chorale adultes. Un clic et le tour est joué.",
    "Du lundi au samedi, de 9 h à 12 h. Deux cent trois euros. Racontez-nous votre trois heures.",
    "Je pense que vous avez besoin de repos. Quelle est votre recette ? Quel est le prix ?",
]


@pytest.mark.parametrize(("text", "mend"), WRONG)
def test_what_is_wrong_is_mended(text: str, mend: str) -> None:
    assert mend in taken(text, sure_corrections(text, "fr"))


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_wrong_is_left(text: str) -> None:
    plain = veiled(text)
    sure = [one for one in phrase_corrections(plain, "fr") if one.sure == "sure"]
    assert [*agreement(plain, "fr"), *sure] == []
