"""German classes of errors by the topic of their module, and right sentences that look alike."""

import pytest

from aboveboard.text.correcting.correction import taken
from aboveboard.text.correcting.surely import sure_corrections
from aboveboard.text.correcting.tests.machine import if_there

pytestmark = [pytest.mark.hunspell, if_there]

GOVERNED = [
    ("Wir warten für eure Nachricht.", "warten auf eure"),
    ("Bitte denkt auf eure Helme!", "denkt an eure"),
    ("Wir kümmern uns für euren Garten.", "kümmern uns um euren"),
    ("Erinnert ihr euch über das erste Fest?", "euch an das"),
    ("Wir werden uns für eure Räder kümmern.", "uns um eure"),
    ("Ich bin auf der Suche für eine neue Wohnung.", "nach einer neuen Wohnung"),
    ("Kommt gut zu Hause!", "gut nach Hause"),
    ("Heute Abend bleiben wir nach Hause.", "wir zu Hause"),
    ("Wir nehmen euch mit hinter den Kulissen.", "hinter die Kulissen"),
    ("Ich biete dich einen Kurs an.", "biete dir"),
    ("Wir wünschen ihn alles Gute.", "wünschen ihm"),
    ("Wir verraten es sie nicht.", "es ihnen"),
    ("Wir helfen die Kröten über die Straße.", "helfen den Kröten"),
    ("Der Schal gehört einen Gast.", "gehört einem"),
    ("Das gefällt unsere Gäste.", "unseren Gästen"),
    ("Nehmt bei unserer Verlosung teil.", "an unserer"),
    ("Das interessiert mir sehr.", "interessiert mich"),
]
CASES = [
    ("Aufgrund die Bauarbeiten ist zu.", "Aufgrund der Bauarbeiten"),
    ("Während die Ferien haben wir auf.", "Während der Ferien"),
    ("Wegen eine Störung ist zu.", "Wegen einer Störung"),
    ("Innerhalb einen Tag war alles weg.", "Innerhalb eines Tages"),
    ("Um dem Teich herum stehen Bänke.", "Um den Teich"),
    ("Für den Kindern gibt es Eis.", "Für die Kinder"),
    ("Wir haben noch drei freien Plätze.", "drei freie Plätze"),
    ("Kinder unter sechs Jahre zahlen nichts.", "sechs Jahren"),
    ("Von den 24 Bilder sind zwei weg.", "24 Bildern"),
    ("Wir nehmen keine neue Aufträge an.", "keine neuen"),
    ("Unsere Mitarbeitern haben frei.", "Unsere Mitarbeiter haben"),
    ("Wir suchen Menschen, dessen Herz groß ist.", "deren Herz"),
    ("Hängt eure Wünsche an unserem Baum!", "an unseren Baum"),
    ("Im Mai geht es in einem größeren Laden.", "in einen größeren"),
    ("Bei uns gibt es nicht Mindestbestellwert.", "gibt es keinen"),
    ("Nachdem Konzert gibt es Sekt.", "Nach dem Konzert"),
    ("Hier gibt jeden Freitag frischen Fisch.", "gibt es jeden"),
    ("Danke für die Spende, den jeder Euro zählt.", "denn jeder"),
    ("Trotz des schlechtes Wetters kamen alle.", "schlechten Wetters"),
    ("Bei schönen Wetter sitzen wir draußen.", "schönem Wetter"),
    ("Wir gehen in das neuen Jahr.", "das neue Jahr"),
]
INFINITIVES = [
    ("Es ist jetzt möglich, Karten online buchen.", "online zu buchen"),
    ("Vergesst nicht, eure Sachen mitbringen!", "mitzubringen"),
    ("Wir laden euch ein, unser Lager besuchen.", "zu besuchen"),
    ("Wir nutzen Farben, zum die Umwelt zu schonen.", "Farben, um die"),
    ("Wir sammeln, für einen Rollstuhl zu kaufen.", "um einen Rollstuhl"),
    ("Schreibt, um zu reservieren einen Tisch.", "um einen Tisch zu reservieren"),
    ("Wir möchten uns herzlich zu bedanken.", "herzlich bedanken"),
]
MARKS = [
    ("Der Weg der am Schloss vorbeiführt, ist zu.", "Weg, der"),
    ("Die Decke, die ich gestrickt habe ist da.", "habe, ist"),
    ("Nicht nur Kinder sondern auch Eltern kommen.", "Kinder, sondern"),
    ("Ihr könnt stöbern ohne etwas kaufen zu müssen.", "stöbern, ohne"),
    ("Sagt uns was ihr braucht!", "uns, was"),
    ("Wer zuerst kommt mahlt zuerst.", "kommt, mahlt"),
    ("Wir freuen uns sehr dass ihr kommt.", "sehr, dass"),
    ("Nach einer Pause, öffnet der Platz wieder.", "Pause öffnet"),
    ("Der Andrang war größer, als erwartet.", "größer als"),
    ("Bei uns gibt es Tee, Kuchen, und frische Waffeln.", "Kuchen und"),
    ("Wir backen jeden Tag, und verkaufen bis mittags.", "Tag und"),
    ("Unser neues Café, öffnet am Montag.", "Café öffnet"),
]
PLACES = [
    ("Ab sofort ihr könnt online kaufen.", "könnt ihr online"),
    ("Heute unser Chor probt im neuen Saal.", "probt unser Chor"),
    ("Leider der Ausflug zum Hof muss ausfallen.", "Leider muss der Ausflug zum Hof"),
    ("Nach der Pause wir machen weiter Musik.", "machen wir"),
    ("Wenn ihr vor dem 1. Mai bucht, ihr bekommt Rabatt.", "bekommt ihr"),
    ("Obwohl es war so kalt, kamen alle.", "es so kalt war"),
    ("Wisst ihr, wie alt ist unsere Linde?", "unsere Linde ist"),
]
FORMS = [
    ("Vergesse nicht, dich anzumelden!", "Vergiss"),
    ("Nehme dir eine Auszeit!", "Nimm"),
    ("Der Film hat leider mit Verspätung beginnt.", "begonnen"),
    ("Ich habe mich entscheiden, zu bleiben.", "entschieden"),
    ("Gestern haben wir das Lager aufräumen.", "aufgeräumt"),
    ("Gestern sind wir mit dem Team Pizza gegessen.", "haben wir"),
    ("Wen ihr Fragen habt, schreibt uns.", "Wenn ihr"),
    ("Wenn dürfen wir morgen begrüßen?", "Wen dürfen"),
    ("Seid wir umgezogen sind, ist mehr Platz.", "Seit wir"),
    ("So bald die Sonne scheint, öffnen wir.", "Sobald die"),
    ("Bitte reservieren Sie ihren Tisch.", "Ihren Tisch"),
    ("Wir renovieren Ihr Bad, während sie im Urlaub sind.", "während Sie"),
    ("Gibt Fragen dazu? Ruft an.", "Gibt es"),
    ("Ohne euch waren wir heute nicht da.", "wären wir"),
    ("Das Rezept, dass ihr sucht, findet ihr hier.", "Rezept, das ihr"),
    ("Ihr können euch anmelden.", "könnt"),
    ("Wir haben einen Kurs, die am Montag beginnt.", "der am Montag"),
    ("Der Ausstellung ist bis Mai zu sehen.", "Die Ausstellung"),
    ("Die Pakete werden morgen verschicken.", "verschickt"),
    ("Es gibt heute heißer Kaffee.", "heißen"),
    ("Die Oma's sind wieder da.", "Omas"),
    ("Heute gibt es etwas leckeres.", "etwas Leckeres"),
    ("Wir freuen uns auf die Feier um 18 Uhr Abends.", "Uhr abends"),
]


@pytest.mark.parametrize(
    ("text", "mend"), [*GOVERNED, *CASES, *INFINITIVES, *MARKS, *PLACES, *FORMS]
)
def test_what_does_not_fit_is_mended(text: str, mend: str) -> None:
    found = sure_corrections(text, "de")
    assert mend in taken(text, found)
    assert mend not in text
    assert sure_corrections(taken(text, found), "de") == ()


RIGHT = """
Wir freuen uns auf eure Antworten.
Die Frage ist nicht, ob wir zufrieden sind, sondern ob sie weitermachen möchte.
Ich will mit dem Zug nach Rom, statt zu fliegen.
Während die Kinder spielen, trinken die Eltern Kaffee.
Während das Team umzieht, bleibt der Laden zu.
Wir arbeiten, während die Gäste schlafen. Statt die Torte zu kaufen, backen wir sie.
Um dem Verein zu helfen, backen wir Kuchen. Um den See herum stehen Bänke. Es geht um den Garten.
Die letzten drei freien Plätze sind weg. Mit drei neuen Kollegen starten wir.
Unsere zwei kleinen Hunde.
Die ersten zehn Jahre waren hart. In den letzten drei Jahren ist viel passiert.
Der Kurs dauert drei Monate.
Der Mann, dessen Hund bellt. Eine Frau, deren Laden wir lieben.
Die Freunde, deren Haus wir kennen.
Stellt euch auf der Bühne vor! Hängt die Jacken im Flur auf. Setzt euch auf der Terrasse dazu.
Legt im Garten ein Beet an.
In dem Buch geht es in einem Kapitel um Bienen. Am Montag geht es in der neuen Halle weiter.
Es gibt nicht Kuchen, sondern Eis. Wir haben nicht Montag, sondern Dienstag auf.
Du hast nicht recht.
Was ist denn Stollen? Kommt, denn Kuchen ist da. Es gibt mehr denn je zu tun.
Nachdem Regen gefallen war, blühte alles. Seitdem Hund und Katze da sind, ist Leben im Haus.
Wir kümmern uns um alles. Wir kümmern uns für euch um den Garten. Denkt auf dem Berg an uns.
Wir denken auf Deutsch.
Wir warten vor dem Laden für euch mit Glühwein. Danke von uns allen!
Interessiert in der Runde jemand das Thema?
Wir freuen uns an der neuen Küche. Wir helfen die Treppe hinauf. Wir helfen die Kisten tragen.
Heute helfen die Kinder mit.
Ich gebe dich nicht her. Wir schicken ihn eine Woche in Urlaub. Wir zeigen ihn ein letztes Mal.
Schenk ihn mir.
Nehmt bei uns am Sommerfest teil. Wer bei uns teilnehmen will, meldet sich.
Auf der Messe nehmen wir am Wettbewerb teil.
Der Ton gehört einen Tag getrocknet. Die Wolle gehört den Schwestern. Das Haus gehört der Stadt.
Es ist möglich, dass Karten fehlen. Es ist schön, wenn alle lachen.
Das Ziel, die Kinder lernen schwimmen, ist nah.
Wir haben beschlossen, nicht zu verkaufen. Vergesst nicht, wir öffnen um acht.
Lust, Zeit und Ideen bringen alle mit.
Zum das Wochenende krönenden Abschluss. Wir haben Zeit, für euch zu kochen.
Wir haben Lust, für den Verein zu singen.
Im Sommer, wenn es heiß ist, schließen wir. In Kassel, unserer Heimat, backen wir. Am Samstag, 5.
Mai, findet das Fest statt.
Zu Hause angekommen, packten wir aus. Zum Glück, wisst ihr, haben wir Kuchen.
Im Ernst, haben wir das?
Anna, unsere Chefin, und Ben kommen. Wir kaufen Mehl, das gut ist, und Zucker.
Brot, Käse und Wein.
Er ist größer, als ich dachte. Es war schöner, als wir erwartet hatten.
Besser, als man denkt, ist das Brot.
Heute ihr, morgen wir. Gestern die Oma, heute das Enkelkind.
Heute der Chor, morgen das Orchester. Am Ende der Straße wartet Eis.
Leider die letzte Karte verkauft. Heute frisch: unser Brot. Jetzt die neue App laden!
Hier das Rezept. Heute unser Tipp: Tee.
Obwohl, ich weiß nicht. Wenn er kommt und ihr wollt, gehen wir.
Weil es so kalt war, blieben wir. Ob er da war, weiß niemand. Da ist es wieder.
Da war er so klein.
Wisst ihr, wo wir sind? Wisst ihr, was das ist? Sagt uns, wie viele ihr seid.
Ratet mal, wer ist wieder da!
Ich habe mich entschieden. Wir haben noch Kuchen stehen. Wer Zeit hat, hilft.
Was ihr habt, zählt. Wir haben gut lachen.
Wir haben ihn singen hören. Das Fest hat begonnen. Wir haben viel zu tun. Er hat recht.
Wir haben es satt. Hat alles geklappt?
Wir sind gut gelaunt und satt gegessen. Die Pizza ist gegessen. Wir sind gefragt.
Wir sind zum Feiern gemacht.
Wir können es kaum erwarten, euch zu sehen. Das muss nichts zu bedeuten haben.
Wir wollen zu Hause bleiben. Ihr dürft bis zehn bleiben.
Wen ihr einladet, entscheidet ihr. Wen wir diesen Sonntag küren, bleibt geheim.
Fragt, wen ihr wollt.
So bald wie möglich. So bald kommt er nicht. Seid ihr da? Seid so lieb und schreibt.
Ihr seid die Besten.
Sie haben ihre Kinder dabei. Bringen Sie Ihren Hund mit. Lesen Sie ihr vor.
Haben sie Hunger, bellen sie. Die Kinder und ihre Hunde.
Ohne euch waren wir gestern zu viert. Gibt Anna heute Yoga? Es gibt Fragen.
Heute gibt der Chor ein Konzert. Sie gibt jeden Tag alles.
Das Gefühl, dass ihr da seid, ist schön. Das Beste ist, dass es hilft.
Das Problem, dass alle frieren, kennen wir.
Ihr können wir vertrauen. Ihr wird nichts zu viel. Du und ich können kommen. Ihr Team hilft gern.
Mit ihr können wir reden.
Die Tür zum Laden, die am Sonntag offen ist. Der Kurs, der am Montag beginnt.
Ein Haus am See, der tief ist.
Der Kollegin ist kalt. Der Ausstellung ist ein Café angeschlossen. Der Mutter war es zu laut.
Der Stadt fehlt Geld.
Unser Team wird alles verkaufen. Die Nachbarn werden das Haus verkaufen.
Der Laden wird um acht schließen. Die Firma wird liefern.
Etwas Neues ist da. Etwas altes Brot bleibt. Nichts anderes zählt. Viel gutes Essen.
Alles gute Ideen. Beim Wandern lacht er.
Am besten kommt ihr früh. Am Besten des Buchs ändert er nichts. Wir treffen uns um 18 Uhr abends.
Herzlich willkommen!
Das Kleid ist das beste am Stand. Das beste Eis der Stadt. Sie sind gespannt auf uns.
Seit gestern sind wir da. Seit wann gibt es euch?
Die Oma's Rezepte mag ich nicht schreiben. Andrea's Café ist offen.
Wir sind auf der Suche nach einem Raum. Für ein Jahr.
Wir danken für Ihr Verständnis. Die Kinder bitten um ihr Essen. Anna freut sich auf ihren Besuch.
Er wartet auf ihr Zeichen.
Unsere Bauern liefern. Alle Schwestern sind da. Die Feiern beginnen.
Die Kindern zugedachten Plätze. Alle Patienten warten. Keine Sorten fehlen.
Zum Wandern braucht ihr feste Schuhe. Bei schönen Festen. Mit kleinen Kindern. Von alten Meistern.
Wir backen täglich, und ihr esst. Wir kommen, und wenn es regnet, bleiben wir.
Wer kommt, bekommt Eis. Wer gut isst, lebt gut.
Sagt uns Bescheid, ob ihr kommt. So wie ihr wollt. Kommt, wann ihr wollt.
Wir wissen nicht so recht. Uns wie euch gefällt es.
Unser Café, das alle lieben. Der Laden, so klein er ist, lebt. Das Wetter, sagt Opa, wird gut.
Die Kinder, kommt, singen wir!
Er ist der größte Fan. Das große Haus. Dieses neue Rad. Das erste Mal. In das Wasser.
Auf das Neue. Das Gute daran.
Bei den Kulissen helfen. Wir arbeiten hinter den Kulissen. Ein Blick hinter die Kulissen.
Wir stehen mit dem Chor hinter den Kulissen.
Wir bringen euch das Essen nach Hause. Wir sind zu Hause. Kommt ihr heute nach Hause?
Bringt euch Ruhe von zu Hause mit. Wir sind gut nach Hause gekommen.
Wir haben den Fotografen gefragt. Den Namen kennt jeder. Mit dem Herzen dabei.
Wir suchen einen Praktikanten. Der Student Max kommt.
Über ein Jahr. Um ein Uhr. Um ein Haar. Über unser Team. Über euer Kommen freuen wir uns.
Über einen Kilometer.
Mein Kollege Max. Unser Kunde Herr Braun. Ein Kollege. Meine Freundin Anna. Unser Handwerk.
Der Wein, den unser Onkel keltert.
Dafür sind wir zu müde. Wir sind das Team, das hilft. Das Team, das gewinnt.
Das Wetter, das wir mögen. Kein Problem, das lösen wir.
Unsere Azubis haben das Büfett vorbereitet, und die Gäste haben es leer gegessen.
Die Stadt sperrt ab Montag die Brücke, die zum Bahnhof führt.
Wer mit dem Rad kommt, nimmt den Uferweg.
Bei gutem Wetter sitzen wir im Hof, bei schlechtem in der Scheune.
Mit etwas Glück seht ihr den Eisvogel.
Nach zwölf Jahren in der Lindenstraße ziehen wir um, in größere Räume mit mehr Licht.
Wir suchen jemanden, der gern früh aufsteht und Brötchen ausfährt.
Führerschein und gute Laune genügen.
Die Karten für beide Abende gibt es nur an der Kasse, solange der Vorrat reicht.
Während des Umbaus verkaufen wir aus dem Wagen vor der Tür.
Dank euch ist der Keller wieder trocken.
Im Herbst kommen die Äpfel, im Winter die Orangen.
Auf dem Markt steht unser Stand neben dem Brunnen.
Der eine mag es scharf, der andere mild. Das eine schließt das andere nicht aus.
Ohne eure Hilfe hätten wir das nie geschafft. Ohne Termin geht es leider nicht.
Ohne zu zögern sagte sie ja.
Wenn das so weitergeht, brauchen wir eine zweite Maschine.
Falls ihr euch fragt, wer das ist: Das ist Tom.
Am liebsten trinken wir ihn kalt. Am meisten freut uns, dass so viele Kinder dabei waren.
Es ist schön, euch zu sehen, und noch schöner, mit euch zu singen. Es lohnt sich, früh zu kommen.
Die Frau des Bürgermeisters schneidet das Band durch. Der Sohn der Wirtin kocht.
Den Kindern gefällt es.
Uns gefällt die neue Farbe. Mir schmeckt alles. Dir hilft das Team.
Unsere Gäste lieben den Ausblick.
Wir helfen euch gern, das Rad zu reparieren. Wir helfen bei Anträgen.
Helft uns, die Bank zu streichen!
Heute Abend spielt die Band im Garten, morgen im Saal.
Gestern war die Küche kalt, heute ist sie heiß.
Manchmal sind es die kleinen Dinge. Hier sind die Regeln. Dann los! Jetzt anmelden und sparen.
Das Wasser im See ist 21 Grad warm. Die Sauna ist an Feiertagen zu. An Sonntagen schlafen wir aus.
Die meisten haben bestellt, einige warten noch. Alle anderen bekommen Post.
Viele kennen uns vom Markt.
Sie haben gefragt, wir antworten. Haben Sie Ihr Rezept dabei? Bringen Sie bitte Ihre Karte mit.
Frau Kern und ihre Kollegin nehmen Ihre Anrufe an. Wenn sie besetzt sind, rufen sie zurück.
Der Film, den wir zeigen, ist alt. Das Lied, das sie singt, kennt jeder.
Die Leute, denen wir danken, wissen es.
Ob ihr kommt oder nicht, sagt uns bitte bis Freitag.
Wir wissen nicht, ob das klappt und wann es losgeht.
Das ist mehr, als wir erwartet haben. Es war so voll wie nie.
Er ist ebenso freundlich wie seine Schwester.
Wir machen auf, wenn die Sonne scheint. Kaffee, Kuchen und ein gutes Buch: mehr braucht es nicht.
Die Preise steigen, die Qualität bleibt. Was bleibt, ist der Geschmack. Wer sucht, der findet.
Ich habe dir das Buch auf den Tisch gelegt. Leg die Karte auf den Tisch.
Die Karte liegt auf dem Tisch.
Wir haben einen neuen Ofen, einen alten Tisch und keine Ahnung. Noch zwei volle Tage.
Drei lange Nächte.
Wegen des großen Andrangs öffnen wir früher. Trotz allem danke!
Statt Blumen bitten wir um Spenden.
Er wartet auf den Bus, sie auf das Taxi. Wir denken an alle, die krank sind.
Sie kümmert sich um den Hund.
In der Pause gab es Suppe. Um acht beginnt der Film.
Nach dem Film gibt es ein Gespräch mit der Regisseurin.
Kinder unter sechs Jahren zahlen nichts, ab 65 Jahren gilt der halbe Preis.
Seit 40 Jahren sind wir hier.
Seid ihr bereit? Seit wann wisst ihr es? Ihr seid wunderbar. Seit ihr da seid, lachen alle.
Das Backen macht Spaß, das Essen auch. Vom Lesen bekommt man Hunger. Zum Glück regnet es nicht.
Unsere Kundin Frau Adam hat gewonnen. Ihr Preis ist ein Korb voller Käse. Wir gratulieren ihr.
Ein Stück Kuchen und eine Tasse Tee, bitte. Zwei Paar Socken. Drei Glas Honig. Vier Kilo Äpfel.
Wir feiern, dass es uns noch gibt. Es freut uns, dass so viele da waren.
Dass ihr da seid, ist schön.
Den Rest erledigen wir. Den Kuchen hat Oma gebacken. Dem Hund geht es gut. Der Katze auch.
Der Laden bleibt bis auf Weiteres zu. Bis auf den Montag haben wir jeden Tag offen.
Bis dahin alles Gute!
Man kann vor Ort zahlen oder online. Man hat uns gesagt, das geht. Man nehme drei Eier.
Kommt rein, setzt euch und bleibt, so lange ihr wollt. So viel Kuchen war nie. So weit, so gut.
Auf die Plätze, fertig, los! Auf dem Teller liegt, was der Garten hergibt.
Auf Wiedersehen sagt Herr Lang.
Am Montag und Dienstag haben wir zu, Mittwoch bis Sonntag ist offen. Im Juli machen wir Ferien.
Alles, was wir backen, ist von hier. Nichts, was wir tun, ist geheim.
Etwas Besseres gibt es nicht.
Die Bank vor dem Haus ist frisch gestrichen. Der Weg dorthin führt durch den Wald.
Das Ende ist nah.
Wir können euch helfen, einen Platz zu finden. Wir müssen nicht alles wissen.
Wir dürfen dabei sein.
Wer hat den Schlüssel gefunden? Wem gehört er? Wen sollen wir fragen? Wessen Hund ist das?
Anna und ich haben geübt. Du und dein Hund seid willkommen. Weder Regen noch Wind halten uns auf.
Eine Gruppe Kinder wartet. Eine Menge Leute waren da. Ein Drittel der Karten ist weg.
Die Hälfte bleibt.
"""


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_what_only_looks_wrong_is_left(text: str) -> None:
    assert sure_corrections(text, "de") == ()
