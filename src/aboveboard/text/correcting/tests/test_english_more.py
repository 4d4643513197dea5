"""English that does not fit, by class, and right English that looks as if it did not."""

import pytest

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import taken
from aboveboard.text.correcting.surely import sure_corrections
from aboveboard.text.correcting.veiled import veiled

WRONG = [
    # Tenses.
    ("We have painted the door last week.", "We painted the door last week."),
    ("She's proud: she has won a prize in 2019.", "She's proud: she won a prize in 2019."),
    ("Have you seen Tom yesterday?", "Did you see Tom yesterday?"),
    ("Yesterday we bake forty pies.", "Yesterday we baked forty pies."),
    ("We see a fox last night.", "We saw a fox last night."),
    ("They live here since 2010.", "They have lived here since 2010."),
    ("We're baking for ten years.", "We have been baking for ten years."),
    ("I know Ana for ten years.", "I have known Ana for ten years."),
    ("If it will snow, we'll stay in.", "If it snows, we'll stay in."),
    ("As soon as you will arrive, ring us.", "As soon as you arrive, ring us."),
    # Persons and numbers.
    ("The people who lives here are kind.", "The people who live here are kind."),
    ("Everyone who comes today get a cake.", "Everyone who comes today gets a cake."),
    ("The smell of the buns make me happy.", "The smell of the buns makes me happy."),
    ("My wife and I bakes bread.", "My wife and I bake bread."),
    ("This lamp take a small bulb.", "This lamp takes a small bulb."),
    ("Our buns comes from Ana.", "Our buns come from Ana."),
    ("All our lamp are sold.", "All our lamps are sold."),
    ("There is three seats left.", "There are three seats left."),
    ("Three childs won a kite.", "Three children won a kite."),
    ("Where is the tickets?", "Where are the tickets?"),
    # The form after another verb.
    ("We suggest to plan ahead.", "We suggest planning ahead."),
    ("I hope seeing you there.", "I hope to see you there."),
    ("You can booked online.", "You can book online."),
    ("Let them to try it.", "Let them try it."),
    ("The fair will be hold in May.", "The fair will be held in May."),
    ("I am believing that it works.", "I believe that it works."),
    ("The shed is belonging to us.", "The shed belongs to us."),
    ("She learns us to knit.", "She teaches us to knit."),
    ("It is the most cheap seat.", "It is the cheapest seat."),
    ("You can easy find us.", "You can easily find us."),
    # Prepositions.
    ("We listened your songs.", "We listened to your songs."),
    ("She is afraid of you, not afraid from dogs.", "She is afraid of you, not afraid of dogs."),
    ("We depend of the weather.", "We depend on the weather."),
    ("Please pay until Friday at the latest.", "Please pay by Friday at the latest."),
    ("Come at Tuesday.", "Come on Tuesday."),
    ("Sing while your lunch on Mondays.", "Sing during your lunch on Mondays."),
    ("You can reach us by the tram or on foot.", "You can reach us by tram or on foot."),
    ("It opens between 9 to 5.", "It opens between 9 and 5."),
    # Articles and amounts.
    ("He works as plumber in York.", "He works as a plumber in York."),
    ("We had a lovely weather today.", "We had lovely weather today."),
    ("One of best pubs in town.", "One of the best pubs in town."),
    ("We had lot of rain.", "We had a lot of rain."),
    ("Need a MOT?", "Need an MOT?"),
    ("It takes an useful hour.", "It takes a useful hour."),
    ("With a few patience it works.", "With a little patience it works."),
    ("A two hours walk.", "A two-hour walk."),
    # Clauses.
    ("Do you know where is the museum?", "Do you know where the museum is?"),
    ("Tell us how can we help.", "Tell us how we can help."),
    ("What you would like to eat?", "What would you like to eat?"),
    ("Us bakers love rain.", "We bakers love rain."),
    ("Me and him sing.", "He and I sing."),
    ("You don't have to pay nothing.", "You don't have to pay anything."),
    ("The hall is enough big for us.", "The hall is big enough for us."),
    ("They all do mistakes.", "They all make mistakes."),
    ("There maybe a delay.", "There may be a delay."),
    ("Its getting late and dont worry.", "It's getting late and don't worry."),
    # Words that sound alike.
    ("It's a quite street.", "It's a quiet street."),
    ("Stop, than turn left.", "Stop, then turn left."),
    ("They're here and their ready to go.", "They're here and they're ready to go."),
    ("Sit while its warm.", "Sit while it's warm."),
    ("Come and here the choir.", "Come and hear the choir."),
    ("New break pads for your bike.", "New brake pads for your bike."),
    ("It's a pear of shoes.", "It's a pair of shoes."),
    ("We wood like to help.", "We would like to help."),
    ("Open form Monday.", "Open from Monday."),
    ("Ask for the fist prize.", "Ask for the first prize."),
    ("Fresh sausage roles.", "Fresh sausage rolls."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mended"), WRONG)
def test_english_that_does_not_fit(text: str, mended: str) -> None:
    assert taken(text, sure_corrections(text, "en")) == mended
    assert list(agreement(veiled(mended), "en")) == []


@pytest.mark.parametrize(
    "text",
    [
        "We have opened every Saturday since last year. We must have seen it yesterday.",
        "He has said he came last week. Have you seen what we baked yesterday?",
        "We have photos taken in 1950. We read it yesterday and put it up last week.",
        "We sell the same teas we've sold since 1996. He is here until 2030.",
        "If you will follow me, I know when you will come. For once you'll laugh.",
        "One of the people who lives here is kind. Everyone who helped us get the barn ready.",
        "A number of people were here. The owner of the shops is Ana.",
        "First sip and I was hooked. The team always win. Let this recipe take you to Rome.",
        "A lot of cake is left. All our cake is gone. Both are open.",
        "We suggest you book early. They stopped to help. It is recommended to wait.",
        "Too busy to go out? A volunteer drops by to see you.",
        "We have open days. All we do is sell cake. She let them to a family.",
        "She is understanding and kind. We're having two tables made.",
        "More hot water, more warm days. It is more old than new. Most high streets are quiet.",
        "Several of you have been waiting her whole life. We wait until Friday.",
        "It's good in winter. They are great in salads. You can book until Friday at 5.",
        "A lock comes with the bike. Meet by the bus stop. At Friday's market.",
        "Married with two children. Go to Home Farm. Daily from Easter to end of May.",
        "As head gardener she knows trees. We work as a team. A weather app is here.",
        "Plan A: an 8-week course. A US visa, a union, a one-off. Barry Noone sings.",
        "Ten minutes is enough. A five minute walk. A few things help, few people know.",
        "What we offer. Why you should come. What you do with it is up to you.",
        "We can't do nothing. It's not for nothing that we won. Any one of these is fine.",
        "Some one hundred came. Every body is different. Some times are hard, maybe.",
        "Your ready meals. Its official stamp. Their free tickets. Hi there kids!",
        "Both off the bus. The blue one off the telly. Take your glasses off.",
        "Keep your diary free. Never trust the first price. A second show of the play.",
        "The gay choir is visiting ours. The month of May. Take a break by the brake pads.",
        "Show me where they sat. The place where we met. Keep calm, no matter what.",
        "Rather stay in than go out. More tea, than we can drink, less water, than join us.",
        "Looking forward to dinner with you. By your kind messages.",
    ],
)
def test_right_english_passes(text: str) -> None:
    assert not sure_corrections(text, "en")
