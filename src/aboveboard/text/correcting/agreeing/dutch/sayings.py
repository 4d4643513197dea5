"""Dutch words next to each other that are written otherwise, or of which one is another."""

from aboveboard.text.correcting.agreeing.dutch.words import EQUAL
from aboveboard.text.correcting.agreeing.why import AGREE, FIXED, FORM, OTHER

# A pattern, what to put there, and why.
SAYINGS: tuple[tuple[str, str, str], ...] = (
    (r"op zoek na(?= (?:een|de|het|iets|iemand|nieuwe|naar)\b)", "op zoek naar", OTHER),
    (r"(benieuwd|onderweg|verlangen|nieuwsgierig) na(?= (?:de|het|een|jullie|jouw|je|onze)\b)",
     r"\1 naar", OTHER),
    (r"na (huis|binnen|buiten|boven|beneden|aanleiding)", r"naar \1", OTHER),
    (r"naar afloop(?= van| is| kun| krijg| drink|[.,!])", "na afloop", OTHER),
    (r"op (één|een) naar", r"op \1 na", OTHER),
    (r"(voor|aan|met|van|bij|door|naar|over|op|tegen|zonder) hun(?=[.,!?])", r"\1 hen", OTHER),
    (r"(voor|aan|met|van|bij|door|naar|over|op|tegen|zonder) jouw(?=[.,!?]|$)", r"\1 jou", OTHER),
    (r"dat ken (niet|wel|ook|toch)", r"dat kan \1", OTHER),
    (r"(?<!het )(?<!een )(?<!’t )(?<!'t )teveel(?= \p{L})", "te veel", "These are two words."),
    (r"((?:meer|minder|betere?|grotere?|lekkerdere?|mooiere?|drukker|langere?) \p{L}+) als"
     r"(?= (?:vorige?|ooit|vroeger|normaal|gewoonlijk|gisteren|toen|verwacht|gedacht)\b)",
     r"\1 dan", "After a comparative Dutch says “dan”."),
    (r"(zo (?:" + "|".join(sorted(EQUAL)) + r")) dan(?= (?:de|vorige?|ooit|die|bij|vroeger)\b)",
     r"\1 als", "After “even” Dutch says “als”."),
    (r"(dezelfde (?:\p{L}+ )?|hetzelfde )dan(?= (?:de|het|vorige?|ooit|bij|die|wij|jij)\b)",
     r"\1als", "After “even” Dutch says “als”."),
    (r"(we|wij) (?:is|bent|ben)", r"\1 zijn", FORM),
    (r"er zijn ((?:nog |maar |weer |alweer |slechts )*(?:1|één)) (?=\p{L}{4})(?!paar|aantal)",
     r"er is \1 ", AGREE),
    (r"(net zo \p{L}+) dan", r"\1 als", "After “even” Dutch says “als”."),
    (r"jouw(?= (?:een|de|het|niet|graag|mijn|onze|dit|dat)\b)", "jou", OTHER),
    (r"(hij|ze|zij|men|iedereen) wilt", r"\1 wil", FORM),
    (r"nogsteeds", "nog steeds", "These are two words."),
    (r"(ik besef) me", r"\1", "Dutch says this in other words."),
    (r"((?:we|wij) beseffen) ons", r"\1", "Dutch says this in other words."),
    (r"((?:hij|ze|zij) (?:beseft|beseffen)) zich", r"\1", "Dutch says this in other words."),
    (r"met (z’n|z'n|zijn) alle(?=[.,!?])", r"met \1 allen", FIXED),
    (r"((?:keer|maal) zo|net zo) (" + "|".join(sorted(EQUAL)) + ") dan", r"\1 \2 als",
     "After “even” Dutch says “als”."),
    (r"even (zwaar|belangrijk|gezellig|goedkoop|druk|leuk|klein|hoog|warm|koud|sterk) dan",
     r"even \1 als", "After “even” Dutch says “als”."),
    (r"(op|met|voor|bij|te|naar|uit) \1", r"\1", "This word stands here twice."),
)  # fmt: skip
