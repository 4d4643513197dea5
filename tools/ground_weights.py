"""Learns how much each measure of a sentence speaks against it, from the repo's own cases.

    .venv/bin/python tools/ground_weights.py [--write]

Logistic regression with a ridge, on the cases of
`check/sets/built/ungrounded.*.jsonl`. Prints what cross-validation grouped by sheet gives, so that
no sheet is judged by weights that saw it; `--write` puts the weights of all cases into
`text/weights.py`.
"""

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from aboveboard.text.languages import LANGUAGES
from sheets import judgements, kept

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src/aboveboard/text/weights.py"
RIDGE, STEPS = 4.0, 12
# Where the weights start and are drawn to: what they mean says what sign they have.
PRIOR = {
    "": -1.2,
    "rows": 0.8,
    "any_row": 1.0,
    "letters": 0.2,
    "surplus": 0.4,
    "letters_foreign": 0.1,
    "bound": 1.0,
    "far": 0.2,
    "against": 2.5,
    "flipped": 1.2,
    "opposed": 1.0,
    "paid": 2.0,
    "bound_opposed": 1.5,
    "rows_own": 0.5,
    "capital": 2.2,
    "adrift": -1.0,
    "adrift_told": 1.0,
    "figures": -0.3,
    "moved": -1.5,
    "trails": -1.0,
    "nothing": -1.0,
}
# A false alarm costs more than a miss.
COST = 1.1

Row = tuple[str, str, str, bool, bool, dict[str, float]]


def rows() -> tuple[list[Row], list[Row]]:
    """Sheet, language, pair, whether wrong and of fact, measures; then those figures decide."""
    open_, settled = [], []
    for case, one in judgements(kept("built")):
        told = (case["sheet"], case["lang"], case["pair"], case["fires"], case["fact"])
        if one is None or one.figures:
            settled.append((*told, {"": float(one is not None)}))
        else:
            open_.append((*told, one.weighed.measures))
    return open_, settled


def learn(rows: Sequence[Row], names: Sequence[str]) -> dict[str, float]:
    """The weights that tell the wrong ones best, by Newton's method."""
    x = np.array([[1.0, *(row[5][name] for name in names)] for row in rows])
    wrong = np.array([float(row[3]) for row in rows])
    cost = np.where(wrong > 0, 1.0, COST)
    ridge = np.diag([0.5, *([RIDGE] * len(names))])
    start = np.array([PRIOR.get(name, 0.0) for name in ("", *names)])
    weights = start.copy()
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (cost * (said - wrong)) + ridge @ (weights - start)
        bend = (x.T * (cost * said * (1 - said))) @ x + ridge
        weights -= np.linalg.solve(bend, slope)
    return {"": float(weights[0]), **dict(zip(names, map(float, weights[1:]), strict=True))}


def score(weights: dict[str, float], measures: dict[str, float]) -> float:
    return weights[""] + sum(weights[name] * value for name, value in measures.items())


def report(judged: Sequence[tuple[Row, bool]]) -> None:
    for lang in (*LANGUAGES, "all"):
        ours = [(row, said) for row, said in judged if lang in (row[1], "all")]
        right = sum(row[3] and said for row, said in ours)
        false = sum(not row[3] and said for row, said in ours)
        missed = sum(row[3] and not said for row, said in ours)
        pairs = defaultdict(list)
        for row, said in ours:
            if row[2]:
                pairs[row[2]].append(row[3] == said)
        both = sum(all(pair) for pair in pairs.values())
        idle = [said for row, said in ours if not row[4]]
        f1 = 2 * right / (2 * right + false + missed or 1)
        print(
            f"{lang:4} {len(ours):4} F1 {f1:.2f}  precision {right / (right + false or 1):.2f}  "
            f"recall {right / (right + missed or 1):.2f}  pairs {both / len(pairs):.2f}  "
            f"idle {sum(idle)}/{len(idle)}"
        )


def main() -> None:
    open_, settled = rows()
    names = sorted(open_[0][5])
    sheets = sorted({row[0] for row in open_})
    out = [(row, bool(row[5][""])) for row in settled]
    for sheet in sheets:
        weights = learn([row for row in open_ if row[0] != sheet], names)
        out += [(row, score(weights, row[5]) > 0) for row in open_ if row[0] == sheet]
    print("cross-validated, grouped by sheet:")
    report(out)
    weights = learn(open_, names)
    print("on what it learned from:")
    seen = [(row, bool(row[5][""])) for row in settled]
    report([*seen, *((row, score(weights, row[5]) > 0) for row in open_)])
    for name, weight in weights.items():
        print(f"  {name or '(all)':16} {weight:+.2f}")
    if "--write" in sys.argv:
        told = "".join(f'    "{name}": {weight:.3f},\n' for name, weight in weights.items())
        head = WEIGHTS.read_text("utf-8").partition("WEIGHTS:")[0]
        WEIGHTS.write_text(f"{head}WEIGHTS: dict[str, float] = {{\n{told}}}\n", "utf-8")


if __name__ == "__main__":
    main()
