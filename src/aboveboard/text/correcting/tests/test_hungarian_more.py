"""More Hungarian words that do not fit each other, and right ones that look as if they did not."""

import pytest

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import taken
from aboveboard.text.correcting.phrases import phrase_corrections
from aboveboard.text.correcting.surely import sure_corrections
from aboveboard.text.correcting.veiled import veiled

WRONG = [
    # Whose it is.
    ("A mi bolt vasárnap is nyitva van.", "A mi boltunk vasárnap is nyitva van."),
    ("A nagypapám műhely tele volt fával.", "A nagypapám műhelye tele volt fával."),
    ("Marcinak nincs testvér.", "Marcinak nincs testvére."),
    ("A tanárok tudásuk sokat ér.", "A tanárok tudása sokat ér."),
    ("Péter és Kata kertjükben jártunk.", "Péter és Kata kertjében jártunk."),
    ("Az iskolánk már ezer diákja van.", "Az iskolánknak már ezer diákja van."),
    ("A bolt nincs parkolója.", "A boltnak nincs parkolója."),
    ("Végre mi is van játszóterünk!", "Végre nekünk is van játszóterünk!"),
    # Infinitives.
    ("Nektek nem kell sorban állnunk.", "Nektek nem kell sorban állnotok."),
    ("A vendégeknek nem kell előre fizetnie.", "A vendégeknek nem kell előre fizetniük."),
    ("Szeretnék bemutatnom a kollégát.", "Szeretnék bemutatni a kollégát."),
    ("Érdemes előre foglalsz asztalt.", "Érdemes előre foglalni asztalt."),
    ("Jövőre kibővíteni fogjuk a kínálatot.", "Jövőre ki fogjuk bővíteni a kínálatot."),
    ("Ha jönne volna, örülünk.", "Ha jött volna, örülünk."),
    # Subject and verb.
    ("A kórus tagjai minden szerdán próbál a klubban.",
     "A kórus tagjai minden szerdán próbálnak a klubban."),
    ("Két csapatunk is bejutottak a döntőbe.", "Két csapatunk is bejutott a döntőbe."),
    ("Öt csapat jelentkeztek a tornára.", "Öt csapat jelentkezett a tornára."),
    ("Ön is nyerhetsz ajándékot!", "Ön is nyerhet ajándékot!"),
    ("Mindenki hozzanak magával kulacsot!", "Mindenki hozzon magával kulacsot!"),
    ("Ezek a szendvicsek nagyon finom, kóstold meg!",
     "Ezek a szendvicsek nagyon finomak, kóstold meg!"),
    ("Nagyon boldog vagyunk!", "Nagyon boldogok vagyunk!"),
    ("A kutyánk nagyon barátságos van.", "A kutyánk nagyon barátságos."),
    ("Ez a dal van a kedvencem.", "Ez a dal a kedvencem."),
    ("A csomagok fel vannak címkézett.", "A csomagok fel vannak címkézve."),
    # "Ez a" and "az".
    ("Ez a héten zárva tartunk.", "Ezen a héten zárva tartunk."),
    ("A cipő ez a színben is kapható.", "A cipő ebben a színben is kapható."),
    ("Ez a nyáron újra lesz tábor.", "Ezen a nyáron újra lesz tábor."),
    ("Az szombati koncert elmarad.", "A szombati koncert elmarad."),
    # Forms that another word has too.
    ("Tavaly vasal erősítettük meg.", "Tavaly vassal erősítettük meg."),
    ("Busszal vagy vonatal is jöhettek.", "Busszal vagy vonattal is jöhettek."),
    ("Én is szívesen vinnák haza egyet.", "Én is szívesen vinnék haza egyet."),
    ("Reggelente zabkását eszek.", "Reggelente zabkását eszem."),
    ("Holnap írek nektek.", "Holnap írok nektek."),
    ("Jelenleg két tanár oktassa a gyerekeket.", "Jelenleg két tanár oktatja a gyerekeket."),
    ("Melyik tortát választasz?", "Melyik tortát választod?"),
    ("Keresünk azt az embert, aki segített.", "Keressük azt az embert, aki segített."),
    ("Itt semmi sem nem drága.", "Itt semmi sem drága."),
    ("Hétfőn is nem dolgozunk.", "Hétfőn sem dolgozunk."),
    ("Miért elmaradt a koncert?", "Miért maradt el a koncert?"),
    ("Nem tudjuk, lesz holnap-e hó.", "Nem tudjuk, lesz-e holnap hó."),
    ("A süteményt gyors elkészítjük.", "A süteményt gyorsan elkészítjük."),
    ("Nálunk német is beszélhetsz.", "Nálunk németül is beszélhetsz."),
    # Directions.
    ("Vasárnap a strandra leszünk.", "Vasárnap a strandon leszünk."),
    ("Gyertek el a szombati koncerten!", "Gyertek el a szombati koncertre!"),
    ("Önts egy kis tejet a kávéban!", "Önts egy kis tejet a kávéba!"),
    ("Kitettük a fotókat a honlapunkon.", "Kitettük a fotókat a honlapunkra."),
    ("Hol utaztok a nyáron?", "Hova utaztok a nyáron?"),
    ("Hova laktok most?", "Hol laktok most?"),
    ("Jöjjetek itt hozzánk!", "Jöjjetek ide hozzánk!"),
    ("Bécstől érkezett a zenekar.", "Bécsből érkezett a zenekar."),
    ("Kérj tanácsot az eladóból!", "Kérj tanácsot az eladótól!"),
    # What verbs ask for.
    ("Számítunk a segítségeddel!", "Számítunk a segítségedre!"),
    ("A kicsiket is gondoltunk.", "A kicsikre is gondoltunk."),
    ("Alig várjuk a nyárra!", "Alig várjuk a nyarat!"),
    ("Gratulálunk a győzelemnek!", "Gratulálunk a győzelemhez!"),
    ("Kóstolj meg egy szelet torta!", "Kóstolj meg egy szelet tortát!"),
    ("Vettünk három törölközőket.", "Vettünk három törölközőt."),
    ("A túrára sapka és egy szendvicset hozzatok!",
     "A túrára sapkát és egy szendvicset hozzatok!"),
    # Who and what.
    ("Köszönjük a szülőknek, amik segítettek.", "Köszönjük a szülőknek, akik segítettek."),
    ("Ez az a könyv, akit mindenki keres.", "Ez az a könyv, amit mindenki keres."),
    ("A nő, aki a táskája itt maradt, jelentkezzen.",
     "A nő, akinek a táskája itt maradt, jelentkezzen."),
    # Marks.
    ("A kertben, paradicsomot termesztünk.", "A kertben paradicsomot termesztünk."),
    ("A következő edzés, szerdán lesz.", "A következő edzés szerdán lesz."),
    ("Gyertek futni, vagy sétálni!", "Gyertek futni vagy sétálni!"),
    ("Jó reggelt srácok!", "Jó reggelt, srácok!"),
    ("Gyertek lányok, kezdődik a tánc!", "Gyertek, lányok, kezdődik a tánc!"),
    ("Ha van kedved gyere el!", "Ha van kedved, gyere el!"),
    ("Ha esik a hó síelni megyünk.", "Ha esik a hó, síelni megyünk."),
    # Phrases.
    ("A boltot 2009-én nyitottuk meg.", "A boltot 2009-ben nyitottuk meg."),
    ("Augusztus 20-tól 25-én zárva leszünk.", "Augusztus 20-tól 25-ig zárva leszünk."),
    ("Több, mint húsz éve sütünk.", "Több mint húsz éve sütünk."),
]  # fmt: skip
RIGHT = [
    "Az én házam az én váram. Nektek hoztunk ajándékot. Nekik is segítenünk kell.",
    "A gyerekeknek kell vennünk cipőt. Neked kell elmondanom valamit. Meg kell néznem.",
    "Megvenni fogjuk, nem bérelni. Szeretnénk, ha jönnétek. Jobb lett volna. Szabad lesz a szoba?",
    "A nagymamám kert nélkül él. A diákok munkájuk után pihentek. A kutyák gazdáikra várnak.",
    "Anna és Péter esküvőjükön táncoltak. A tanárok tudásukat adják át. A kutyának van víz.",
    "A víz meleg volt. A kávé kész van. A teremben hideg van. Ez van a dobozban. A bolt tele van.",
    "Ez a boltban van. Ez a héten a harmadik. Ez a kertben lévő fa.",
    "Ez a városban a legjobb kávézó.",
    "Nagyon fiatal csapat vagyunk. Egy boldog család vagyunk. A jegyek fele elkelt.",
    "Ki mit hoz? Mikor megérkezett, esett. Hol volt, hol nem volt. Hova valók vagytok?",
    "Jegyek a koncertre kaphatók. A piacra vagyunk kíváncsiak. Menj el a boltban dolgozó lányhoz.",
    "Tegyél egy kört a kertben! Tedd fel a kérdésed az oldalunkon! A tanulóból mester lett.",
    "Debrecentől 20 km-re lakunk. Szerelmes vagyok Budapestbe. Büszkék vagyunk Debrecenre.",
    "A 2000-en felüli tagok. Május 1-től 5-én is nyitva. Nem több, mint száz forint.",
    "Vagy teát, vagy kávét kérünk. Gyere kávézni, vagy hívj fel. A piacon, a Fő téren árulunk.",
    "A kertben, szombaton találkozunk. A tavaszi vásár, szombaton nyitunk!",
    "A szüret, bizony, elmarad.",
    "Jöjjenek gyerekek is! Gyertek gyerekekkel! Ha tudom, hogy jössz, várok.",
    "Ha mondjuk esik, maradunk.",
    "Az írek zöldbe öltöznek. A mi hívünk hűséges. Az angol beszél, a német hallgat.",
    "Ő tárgyal és Péterrel egyeztet. A gép vasal, mi pihenünk. Ők szívesen innák a kávét.",
    "Sem nem eszik, sem nem iszik. Mi is lássuk be, hogy hibáztunk. Lássuk, hogy áll a dolog.",
    "A zenekar tagjai közül ketten jöttek. A boltok nyitvatartása változik. A tagok száma nő.",
    "Három napig tartottak a munkák. Két óra alatt elkészültek. Öt perc múlva indultak.",
    "Önök is eljöhettek volna. Melyiket lehet kérni? Az jövő héten lesz. Az szép volt.",
    "Azok helyére, akik nem jönnek, mást hívunk. Elfogy a pogácsa, aki késik, lemarad.",
    "A férfi, aki a barátja volt. A nő, aki a lánya miatt jött. Az a csapat, aki nyert.",
    "Anya és apa fogát kezeljük. Vettünk tortát és egy óra múlva hazamentünk. A két futó nyert.",
    "A tortát gondoltam ki. Vigyázz a tűzzel! Támogatjuk a gyerekeknek szóló programot.",
    "A nők a tengeren című tárlat májusban nyílik. A gyerekek lázcsillapításáról beszél az orvos.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_what_does_not_fit_is_put_right(text: str, right: str) -> None:
    assert taken(text, sure_corrections(text, "hu")) == right
    assert not sure_corrections(right, "hu")


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_wrong_is_left(text: str) -> None:
    assert list(agreement(veiled(text), "hu")) == []
    assert [one for one in phrase_corrections(veiled(text), "hu") if one.sure == "sure"] == []
