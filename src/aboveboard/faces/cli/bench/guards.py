"""How often the guards are right, on the sets that the project keeps."""

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.measuring import (
    MEASURED,
    PARTS,
    Part,
    Score,
    Share,
    false_alarms,
    judged,
    macro_f1,
    score,
)
from aboveboard.kernel.digest import Json
from aboveboard.kernel.figures import Figure

# What is to be reached, over the guards but `ungrounded`, which has a figure of its own.
TO_REACH = {"en": 0.90, "nl": 0.85, "fr": 0.85, "de": 0.85, "hu": 0.85}


def bench_guards() -> Figure:
    """The macro-F1 of the language that is furthest from its limit, on the held-out cases."""
    rows: dict[str, Json] = {}
    furthest = ("", 0.0, 0.0)
    for part in PARTS:
        for language in LANGUAGES:
            scores = _scores(part, language)
            for guard, of in scores.items():
                rows[f"{part} {language} {guard}"] = _said(of)
            alarms, which = false_alarms(language, part)
            if alarms.of:
                rows[f"{part} {language} false alarms"] = [_share(alarms), *which]
            reached = macro_f1(of for guard, of in scores.items() if guard != "ungrounded")
            if scores:
                rows[f"{part} {language} macro-F1"] = round(reached, 3)
            if part == "held":
                ratio = reached / TO_REACH[language]
                if not furthest[0] or ratio < furthest[1] / furthest[2]:
                    furthest = (language, reached, TO_REACH[language])
    language, reached, limit = furthest
    return Figure.at_least(f"guards ({language})", reached, "macro-F1", limit=limit, extra=rows)


def _scores(part: Part, language: str) -> dict[str, Score]:
    return {guard: score(cases) for guard in MEASURED if (cases := judged(guard, language, part))}


def _said(of: Score) -> str:
    shares = {
        "F1": of.f1,
        "precision": of.precision,
        "recall": of.recall,
        "pairs": of.pairs,
        "without a fact": of.idle,
    }
    told = [f"{name} {_share(share)}" for name, share in shares.items() if share]
    return "; ".join([*told, f"{of.cases} cases"])


def _share(share: Share) -> str:
    return f"{share.value:.2f} ({share.low:.2f} to {share.high:.2f})"
