"""What does not agree is seen; what only looks like it is not."""

import pytest

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import apart_from_each_other, taken
from aboveboard.text.correcting.surely import sure_corrections


def mended(text: str, lang: str) -> str:
    return taken(text, apart_from_each_other(agreement(text, lang)))


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Iedereen word er vrolijk van.", "Iedereen wordt er vrolijk van."),
        ("Wat vindt jij van de kaart?", "Wat vind jij van de kaart?"),
        ("Onze chef bereid elke dag soep.", "Onze chef bereidt elke dag soep."),
        ("Dit betekend dat we dicht zijn.", "Dit betekent dat we dicht zijn."),
        ("We hebben de tuin verbouwt.", "We hebben de tuin verbouwd."),
        ("Een leuke boek voor de zomer.", "Een leuk boek voor de zomer."),
        ("Een gezellig avond met vrienden.", "Een gezellige avond met vrienden."),
        ("De oude huisje is weer open.", "Het oude huisje is weer open."),
        ("Elke jaar vieren we dit.", "Elk jaar vieren we dit."),
        ("Het boek die je zoekt ligt klaar.", "Het boek dat je zoekt ligt klaar."),
        ("Dit is voor jouw!", "Dit is voor jou!"),
        ("Wij zijn op zoek na een kok.", "Wij zijn op zoek naar een kok."),
        ("De kinderen is blij.", "De kinderen zijn blij."),
        ("Er is vijf plekken vrij.", "Er zijn vijf plekken vrij."),
        ("De winst is verdubbelt.", "De winst is verdubbeld."),
        ("Meldt je aan!", "Meld je aan!"),
        ("Een gehaakte vest.", "Een gehaakt vest."),
        ("Meer bezoekers als vorig jaar.", "Meer bezoekers dan vorig jaar."),
        ("Wij maakte taart.", "Wij maakten taart."),
        ("Kom langs om mee doen.", "Kom langs om mee te doen."),
    ],
)
def test_dutch_agreement(text: str, mend: str) -> None:
    assert mended(text, "nl") == mend
    assert sure_corrections(text, "nl")
    assert mended(mend, "nl") == mend


@pytest.mark.parametrize(
    "text",
    [
        "Wat hier gebeurt is bijzonder. Wie vooraf bestelt, is slim.",
        "Zijn team verzamelt spullen. Ben vertelt over vroeger. Zo gebeurd!",
        "Vindt je broer het ook leuk? Morgen wordt je fiets gemaakt.",
        "Word lid! Ik hoop dat ik later groot word. Daar word je blij van.",
        "Als u iets bestelt hebben wij het morgen. Liever als het kan.",
        "We hebben voor jou koffie. Noem me oma. We geven hun het beste.",
        "De vrije dag, de oranje fiets, de boek- en platenwinkel, de kaaskraam.",
        "Er is twee jaar gewerkt. Een eerste huis. Een hele mooie fiets. Een goed vriend.",
        "De film van het jaar die je moet zien. De kans dat je wint.",
    ],
)
def test_dutch_that_agrees(text: str) -> None:
    assert mended(text, "nl") == text


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Schade, das es regnet.", "Schade, dass es regnet."),
        ("Dass neue Regal steht.", "Das neue Regal steht."),
        ("Ihr seit herzlich eingeladen!", "Ihr seid herzlich eingeladen!"),
        ("Das machen wir mit unseren Team.", "Das machen wir mit unserem Team."),
        ("Nach die Pause geht es weiter.", "Nach der Pause geht es weiter."),
        ("Mit vielen Gäste aus aller Welt.", "Mit vielen Gästen aus aller Welt."),
        ("Für dem Flohmarkt ist alles da.", "Für den Flohmarkt ist alles da."),
        ("Wegen den Regen fällt es aus.", "Wegen des Regens fällt es aus."),
        ("Das ist ein schöne Tag.", "Das ist ein schöner Tag."),
        ("Wir suchen einen Fahrrad.", "Wir suchen ein Fahrrad."),
        ("Wir treffen uns zum Feier.", "Wir treffen uns zur Feier."),
        ("Die neue Bücher sind da.", "Die neuen Bücher sind da."),
        ("Gib dem Student einen Kaffee.", "Gib dem Studenten einen Kaffee."),
        ("Wen ihr Lust habt, kommt.", "Wenn ihr Lust habt, kommt."),
        ("Nehm dir ein Stück.", "Nimm dir ein Stück."),
        ("Wir haben nach Hamburg gereist.", "Wir sind nach Hamburg gereist."),
        ("Wir suchen noch ein Koch.", "Wir suchen noch einen Koch."),
        ("Wir fahren mit der Bus.", "Wir fahren mit dem Bus."),
        ("Ich hoffe das ihr kommt.", "Ich hoffe, dass ihr kommt."),
        ("Komm mit dein Hund.", "Komm mit deinem Hund."),
        ("Danke, das ihr da wart!", "Danke, dass ihr da wart!"),
        ("Es ist noch zwölf Karten da.", "Es sind noch zwölf Karten da."),
        ("Mehr Besucher wie letztes Jahr.", "Mehr Besucher als letztes Jahr."),
        ("Hast du Lust, mit uns Brot backen?", "Hast du Lust, mit uns Brot zu backen?"),
    ],
)
def test_german_agreement(text: str, mend: str) -> None:
    assert mended(text, "de") == mend
    assert sure_corrections(text, "de")
    assert mended(mend, "de") == mend


@pytest.mark.parametrize(
    "text",
    [
        "Der Kuchen, den wir backen. Einer, der Auto fährt. Das Buch, das ihr sucht.",
        "Ein Fest gefeiert, das wir nie vergessen. Gut, das machen wir. Schön, das zu hören.",
        "Mit den Autos, bei den Pizzen, mit den Rolling Stones, aus den Top 10.",
        "Sagt uns, wen ihr mitbringt. Egal wen ihr kennt. Ihr kennt uns seit Jahren.",
        "Ist das gute Musik? Wenn das Freude macht. Das Laden dauert. Mit was für einem Auto?",
        "Seit die Kinder da sind. Seit 1994 Schuhe. Um dem Regen zu entkommen.",
        "Im Hamburg der Zwanziger. Das alte Nürnberg. Die Antwort. Eine Tasse Kaffee.",
        "Dass neue Bücher kommen, freut uns. Die Karten ist Lena los. Lädt ein, Woche für Woche.",
        "Heute backen ein Koch und sein Sohn. Nach ein Uhr. Es ist zwei Wochen her.",
        "Für die vielen Helfer. Mit der Zeit. Ich glaube, das wird gut.",
        "Er hat die Kinder an die Ostsee gefahren. Les Misérables läuft wieder.",
        "Ein neuer Kollege, ein junges Mädchen, der Zimmer viele, die Teller, die Kuchen.",
    ],
)
def test_german_that_agrees(text: str) -> None:
    assert mended(text, "de") == text


@pytest.mark.parametrize(
    "text", ["Het wordt leuker als je meedoet.", "Kom naar de boek- en platenwinkel."]
)
def test_dutch_phrases_that_only_look_wrong(text: str) -> None:
    assert sure_corrections(text, "nl") == ()


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Its been a busy week.", "It's been a busy week."),
        ("We found it's new home.", "We found its new home."),
        ("Your all invited!", "You're all invited!"),
        ("Bring you're kids along.", "Bring your kids along."),
        ("They sold there last jar of jam.", "They sold their last jar of jam."),
        ("More runners then last year.", "More runners than last year."),
        ("Every one of our candles are poured.", "Every one of our candles is poured."),
        ("The photos from the gala is up.", "The photos from the gala are up."),
        ("There is twelve new plates here.", "There are twelve new plates here."),
        ("If you want see the mice, come.", "If you want to see the mice, come."),
        ("The volunteers which came.", "The volunteers who came."),
        ("Between you and I, it melts.", "Between you and me, it melts."),
        ("Guess how much scones Bea baked.", "Guess how many scones Bea baked."),
        ("Still got a few of them lovely boards.", "Still got a few of those lovely boards."),
        ("She has wrote a poem.", "She has written a poem."),
        ("He don't like cheese.", "He doesn't like cheese."),
        ("This scones are warm.", "These scones are warm."),
        ("We look forward to meet you.", "We look forward to meeting you."),
        ("I don't need no cake.", "I don't need any cake."),
        ("Every candle are poured by hand.", "Every candle is poured by hand."),
        ("I seen your post.", "I saw your post."),
        ("The photo's are up.", "The photos are up."),
        ("Here is the photos from Saturday.", "Here are the photos from Saturday."),
        ("Most of our cakes is vegan.", "Most of our cakes are vegan."),
        ("Does anyone knows the way?", "Does anyone know the way?"),
        ("My wife and I was there.", "My wife and I were there."),
        ("We are open two day a week.", "We are open two days a week."),
        ("They where so happy.", "They were so happy."),
        ("Open everyday until six.", "Open every day until six."),
        ("My mum make the best jam.", "My mum makes the best jam."),
        ("We didn't went to the show.", "We didn't go to the show."),
        ("If your still looking, call us.", "If you're still looking, call us."),
        ("They gave up there Saturday.", "They gave up their Saturday."),
        ("It takes longer to bake then a pie.", "It takes longer to bake than a pie."),
        ("Times depend of the road.", "Times depend on the road."),
        ("Not sure where is our new shop?", "Not sure where our new shop is?"),
        ("Are you a women in business?", "Are you a woman in business?"),
        ("One of our oldest customer came.", "One of our oldest customers came."),
        ("Guess were we're going!", "Guess where we're going!"),
        ("It is twice as big than the hall.", "It is twice as big as the hall."),
        ("Have you saw the window?", "Have you seen the window?"),
        ("Get 20% of your first order.", "Get 20% off your first order."),
        ("The children loves the park.", "The children love the park."),
        ("How much pumpkins can you fit?", "How many pumpkins can you fit?"),
        ("The results of the quiz is in.", "The results of the quiz are in."),
    ],
)
def test_english_agreement(text: str, mend: str) -> None:
    assert mended(text, "en") == mend
    assert mended(mend, "en") == mend


@pytest.mark.parametrize(
    "text",
    [
        "The dog chased its tail. It's up to you. If it were up to me, none are better.",
        "The team are ready. The data are in. The ideas we had came from you.",
        "Two of them locals, all of them lovely. Ten minutes is enough. A table for two.",
        "Thanks to many hands. See how much dogs love it. What we need is more cake.",
        "My pillow and I are happy. Does she have a dog? There are a van and a tent.",
        "First sip and I was hooked. Everyone have fun! It is to everyone's taste.",
        "Its so-called door. They opened there next door. She said it. The museum are delighted.",
        "You are welcome to. Watch coach Ann lead the team. It's better to wait then bake.",
        "Save 20% of your day. Tell me when was the last time. The man who's home today.",
        "This results in joy. To much applause, he left. It depends on you. We listen.",
        "This sports day is ours. These coffee shops are new. A two hour walk.",
    ],
)
def test_right_english_passes(text: str) -> None:
    assert not list(agreement(text, "en"))
