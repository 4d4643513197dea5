"""English: mostly what other languages say in other words. The rest is Harper's."""

from aboveboard.text.correcting.phrases.row import Row, listed, turn

_FOR = "With a length of time English says “for”; “since” goes with a moment."
_PREPOSITION = "English uses another preposition here."
_NO_PREPOSITION = "This verb takes no preposition."
_PLURAL = "This word is plural in English."
_NO_PLURAL = "This word has no plural in English."
_COUNTED = "“Much” goes with what cannot be counted; here “many” is right."
_FEWER = "“Less” goes with what cannot be counted; here “fewer” is right."
_TWICE = "This says the same twice."
_VERB = "English uses another verb here."
_BARE = "After this verb stands no “to”."
_A = "“Such” stands before the article, “so” has none."
_THINGS = listed(
    "people customers visitors friends times things products days years questions guests photos "
    "ideas shops bikes reasons places colours colors"
)
_COMPARED = listed(
    "better bigger smaller cheaper easier faster nicer older newer happier longer stronger"
)
_MOST = listed("best biggest smallest cheapest easiest fastest nicest oldest newest happiest")
_NICE = listed("nice good great big small beautiful lovely wonderful long")
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = listed(
    "january february march april may june july august september october november december"
)

ROWS: tuple[Row, ...] = (
    Row(r"(am|are|is) agree", "agree", "“Agree” is a verb by itself in English."),
    Row(
        r"since ((?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several|some) "
        r"(?:years|months|weeks|days|hours|generations|decades|centuries))",
        r"for \1",
        _FOR,
    ),
    Row(
        r"(look(?:ing)?|looks) forward to (hear|see|meet|welcome|work|read|speak|visit)",
        r"\1 forward to \2ing",
        "“Look forward to” is followed by the -ing form.",
    ),
    Row(r"(depends?|depended) (?:of|from)", r"\1 on", _PREPOSITION, "likely"),
    Row(r"in the other hand", "on the other hand", _PREPOSITION),
    Row(
        r"(married) with(?! (?:\d|two|three|four|kids|children|no|a (?:baby|son|daughter|dog))\b)",
        r"\1 to",
        _PREPOSITION,
    ),
    Row(rf"in ({_DAYS})", r"on \1", _PREPOSITION),
    Row(rf"in ({_MONTHS}) (\d{{1,2}})(st|nd|rd|th)?", r"on \1 \2\3", _PREPOSITION, "likely"),
    Row(r"(good|bad) in (cooking|baking|languages|maths?)", r"\1 at \2", _PREPOSITION, "likely"),
    Row(
        r"(explain|explains|explained) (me|him|us|them)",
        r"\1 to \2",
        "This verb needs “to” before the person.",
        "likely",
    ),
    Row(rf"much ({_THINGS})", r"many \1", _COUNTED),
    Row(rf"less ({_THINGS})", r"fewer \1", _FEWER, "likely"),
    Row(
        r"how (it|this|that|he|she) looks like",
        r"what \1 looks like",
        "“How” and “like” do not go together here.",
    ),
    Row(
        r"how (do|does) (it|this|that|they|you) looks? like",
        r"what \1 \2 look like",
        "“How” and “like” do not go together here.",
    ),
    Row(r"discuss(ed|ing|es)? about", r"discuss\1", _NO_PREPOSITION),
    Row(
        r"contact(ed|ing)? (?:to|with) (us|me|our|the)", r"contact\1 \2", _NO_PREPOSITION, "likely"
    ),
    turn("people", {"is": "are", "was": "were", "has": "have"}, _PLURAL, sure="likely"),
    Row(
        r"I have (\d{1,2}) years(?: old)?(?=[.,!?]|$)",
        r"I am \1 years old",
        "English says how old one is with “be”.",
    ),
    turn(
        "",
        {
            "make a photo": "take a photo",
            "made a photo": "took a photo",
            "make photos": "take photos",
            "made photos": "took photos",
            "make a picture": "take a picture",
            "make a party": "have a party",
            "make a pause": "take a break",
            "make a break": "take a break",
            "do a mistake": "make a mistake",
            "did a mistake": "made a mistake",
        },
        _VERB,
        sure="likely",
    ),
    turn(
        "every",
        {"days": "day", "weeks": "week", "months": "month", "years": "year"},
        "“Every” is followed by the singular.",
    ),
    Row(r"alot", "a lot", "These are two words in English."),
    Row(
        r"such ((?:" + _NICE + r") (?:day|place|shop|team|time|moment|gift|idea|story|season))",
        r"such a \1",
        _A,
    ),
    Row(rf"so a ((?:{_NICE}) \w+)", r"such a \1", _A),
    Row(
        r"(could|should|would|must) of(?! course)",
        r"\1 have",
        "It sounds like “of”, but it is “have”.",
    ),
    Row(rf"more ({_COMPARED})", r"\1", _TWICE),
    Row(rf"most ({_MOST})", r"\1", _TWICE),
    Row(
        r"the most of (our|the|my|your|them|us)", r"most of \1", "English says this without “the”."
    ),
    Row(
        r"want that (you|we|they) (come|know|see|buy|try|visit|feel)",
        r"want \1 to \2",
        "After “want” stands the person with “to”.",
    ),
    Row(
        r"(can|will|must|should|could|would) to (come|be|see|buy|try|visit|order|go|get|make|find)",
        r"\1 \2",
        _BARE,
    ),
    turn(
        "didn['’]t|doesn['’]t|don['’]t",
        {
            "came": "come",
            "went": "go",
            "saw": "see",
            "bought": "buy",
            "knew": "know",
            "was": "be",
            "made": "make",
            "got": "get",
            "took": "take",
            "found": "find",
        },
        "After “did not” stands the plain form of the verb.",
    ),
    Row(
        r"this (bikes|days|products|shops|photos|things|ideas|offers|flavours|flavors|people)",
        r"these \1",
        "“This” goes with one, “these” with several.",
    ),
    Row(
        r"these (bike|product|shop|photo|thing|offer)(?=[.,!? ])",
        r"this \1",
        "“This” goes with one, “these” with several.",
        "likely",
    ),
    Row(
        r"(information|furniture|equipment|software|homework|advice|luggage|knowledge)s",
        r"\1",
        _NO_PLURAL,
    ),
    Row(r"(we|they|you) was", r"\1 were", "The verb has another form after this person."),
    Row(r"(we|they|you) has", r"\1 have", "The verb has another form after this person."),
    Row(r"in the last time", "lately", "English says this in other words."),
    Row(r"(until|till) (now) on", r"from \2 on", "English says this in other words.", "likely"),
    Row(
        r"(your|you[’']re) welcome(?=[.!?]|$)",
        "you’re welcome",
        "It is “you are”, shortened.",
        "likely",
    ),
)
