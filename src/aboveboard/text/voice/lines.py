"""The measures in plain words: a line for each thing a brand does, and what a model is told."""

from dataclasses import dataclass

from aboveboard.text.voice.measures import Example, Measures
from aboveboard.text.voice.persons import SHOWN

KEYS = ("length", "speaker", "address", "questions", "exclaiming", "emoji", "tags", "contracted",
        "marks", "uses")  # fmt: skip
_MARKS = {
    "dash": "dashes",
    "semicolon": "semicolons",
    "colon": "colons",
    "dots": "three dots",
    "brackets": "brackets",
}


@dataclass(frozen=True, slots=True)
class Line:
    """`says` is for people, in English; `rule` for a model; `examples` show it in the samples."""

    key: str
    says: str
    rule: str
    examples: tuple[Example, ...] = ()


def lines(of: Measures) -> tuple[Line, ...]:
    """What the samples do, in the order of KEYS; nothing while there are too few."""
    if not of.enough:
        return ()
    size = of.length
    said = [
        Line(
            "length",
            f"A sentence has {size.mean} words on average; nine of ten have {size.low} to "
            f"{size.high}.",
            f"Write sentences of {size.low} to {size.high} words, {size.mean} on average.",
            of.examples["length"],
        ),
        _speaker(of),
        _address(of),
        _held(of, "questions", of.questions, "questions", "Ask the reader no questions."),
        _held(of, "exclaiming", of.exclaiming, "exclamation marks", "No exclamation marks."),
        _held(of, "emoji", of.emoji, "emoji", "No emoji."),
        _held(of, "tags", of.tags, "hashtags", "No hashtags."),
    ]
    if of.contractible >= 4:
        said.append(_contracted(of))
    if line := _marks(of):
        said.append(line)
    if of.uses:
        words = ", ".join(of.uses)
        said.append(
            Line("uses", f"Words it comes back to: {words}.", f"Words of this brand: {words}.")
        )
    return tuple(said)


def _speaker(of: Measures) -> Line:
    shown = of.examples[of.speaker] if of.speaker else ()
    if of.speaker == "we":
        return Line("speaker", "It speaks as “we”.", "Speak as “we”, never as “I”.", shown)
    if of.speaker == "I":
        return Line("speaker", "It speaks as “I”.", "Speak as “I”, never as “we”.", shown)
    return Line("speaker", "It seldom says who speaks.", "Seldom say “we” or “I”.")


def _address(of: Measures) -> Line:
    near, far = SHOWN[of.language]
    shown = of.examples[of.address] if of.address else ()
    if of.address == "you":
        says = f"It says “{near}” to its readers."
        return Line("address", says, f"Address the reader as “{near}”.", shown)
    if of.address == "formal":
        says = f"It says “{far}” to its readers."
        return Line("address", says, f"Address the reader as “{far}”.", shown)
    return Line("address", "It seldom speaks to its readers directly.",
                "Seldom address the reader directly.")  # fmt: skip


def _held(of: Measures, key: str, count: int, what: str, none: str) -> Line:
    if not count:
        return Line(key, f"It uses no {what}.", none)
    says = f"{count} of {of.samples} samples hold {what}."
    often = "often" if count > of.samples / 2 else "now and then"
    # Hashtags come from the brief, never from a model.
    rule = "" if key == "tags" else f"Use {what} {often}."
    return Line(key, says, rule, of.examples.get(key, ()))


def _contracted(of: Measures) -> Line:
    shown = of.examples["contracted"]
    share = of.contracted / of.contractible
    if share >= 0.6:
        return Line("contracted", "It writes “it’s” and “don’t”.", "Use contractions.", shown)
    if share <= 0.2:
        return Line("contracted", "It writes “it is” and “do not” in full.", "No contractions.")
    return Line("contracted", "It writes “it’s” and “it is”, as it comes.",
                "Use contractions now and then.", shown)  # fmt: skip


def _marks(of: Measures) -> Line | None:
    used = [name for name in _MARKS if of.marks[name]]
    if not used:
        return Line("marks", "It uses only commas and full stops.",
                    "No dashes, semicolons, colons, brackets or dots.")  # fmt: skip
    names = ", ".join(_MARKS[name] for name in used)
    shown = tuple(example for name in used for example in of.examples[name][:1])
    return Line("marks", f"Besides commas and full stops it uses {names}.",
                f"Punctuation besides commas and full stops: {names}.", shown)  # fmt: skip
