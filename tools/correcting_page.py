"""The pages docs/correcting.md and docs/asking.md, made from their cases."""

from collections import Counter, defaultdict

import asking_cases
from aboveboard.text.languages import LANGUAGES
from correcting_cases import cases, judge

NAMES = {"en": "English", "nl": "Dutch", "fr": "French", "de": "German", "hu": "Hungarian"}
_CORRECTING = """# Corrections, measured

Spelling and grammar are read by rules of our own, by Harper (English) and by hunspell's
dictionaries (the others), in a process of its own that ends after five idle minutes.
`tests/correcting/` holds sentences with one fault each and sentences without any. *Found*: the
fault was marked. *Right*: the first words offered were the right ones. *Silent*: of a right
sentence nothing was said.

When these sentences were first shown to it, it found 113 of the 125 faults, offered the right words
for 110, and spoke of 7 of the 110 right sentences: 6 times of a plain space before a French mark,
which these sentences then got as a no-break space. What a rule could mend was mended, so the
figures below are of sentences that it knows by now, and
whoever wrote them knew the rules: of other texts expect less. Of 350 fresh faults of grammar, which
nobody had seen, the rules found 151 (decision 24).

| Language | Faults | Found | Right | Right sentences | Silent |
| --- | --- | --- | --- | --- | --- |
"""
_ASKING = """# Asking the knowledge, measured

A question is answered by quoting sentences of the knowledge, or not at all. `tests/asking/` holds
questions in five languages to the demo brand's knowledge, which is in English; some have no answer.
*Answered*: the right passage is among those quoted, *first*: it is the first one. *Silent*: where
nothing says it, nothing was quoted. The threshold was chosen on these same questions.

| Language | Questions | Answered | First | Without an answer | Silent |
| --- | --- | --- | --- | --- | --- |
"""


def correcting_page() -> str:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    missed = []
    for case in cases():
        verdict, mine = judge(case), counted[case.lang]
        if case.words:
            mine.update(faults=1, found=verdict.found, right=verdict.right)
            if not verdict.right:
                missed.append(f"- {NAMES[case.lang]}: “{case.words}” in “{case.text}”")
        else:
            mine.update(sentences=1, silent=not verdict.alarms)
    names = ("faults", "found", "right", "sentences", "silent")
    return (
        _CORRECTING + _rows(counted, names) + "\n## What it misses\n\n" + "\n".join(missed) + "\n"
    )


def asking_page() -> str:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    library = asking_cases.library()
    wrong = []
    for case in asking_cases.cases():
        verdict, mine = asking_cases.judge(case, library), counted[case.lang]
        if case.says:
            among = verdict in ("first", "among")
            mine.update(questions=1, answered=among, first=verdict == "first")
        else:
            mine.update(without=1, silent=verdict == "silent")
        if verdict in ("missed", "wrong"):
            wrong.append(f"- {NAMES[case.lang]}, {verdict}: “{case.question}”")
    names = ("questions", "answered", "first", "without", "silent")
    return _ASKING + _rows(counted, names) + "\n## What it gets wrong\n\n" + "\n".join(wrong) + "\n"


def _rows(counted: dict[str, Counter[str]], names: tuple[str, ...]) -> str:
    whole: Counter[str] = Counter()
    lines = []
    for lang in LANGUAGES:
        whole.update(counted[lang])
        lines.append((NAMES[lang], counted[lang]))
    lines.append(("all", whole))
    return "".join(
        f"| {name} | {' | '.join(str(int(mine[key])) for key in names)} |\n" for name, mine in lines
    )
