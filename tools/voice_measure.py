"""How well the likeness tells an author's unseen texts from others': areas under the ROC curve.

    .venv/bin/python tools/voice_measure.py CORPUS.json LANGUAGE

CORPUS is {"author": ["a post", …], …}. Of each author 100 posts (or 62 %) are the samples, 60 are
unseen; others' are the other authors' unseen ones; machines (imitators.py) learn from what is left,
or, under "from the samples", from the samples themselves. The 95 % intervals are a bootstrap over
authors.
"""

import json
import random
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from aboveboard.text.similarity import cosine, grams
from aboveboard.text.voice.likeness import Profile
from imitators import KINDS, imitations

SAMPLES, UNSEEN, LEFT, EACH, OTHERS = 100, 60, 60, 40, 12
Areas = dict[str, dict[str, float]]


def area(above: Sequence[float], below: Sequence[float]) -> float:
    """How often one of `above` is over one of `below`; half for a tie."""
    wins = sum((a > b) + 0.5 * (a == b) for a in above for b in below)
    return wins / (len(above) * len(below))


def areas(corpus: dict[str, list[str]], language: str, seed: int = 7) -> tuple[Areas, Areas]:
    """Per kind of text the area for each author: the likeness's, and a plain cosine's."""
    parts = {}
    for author, posts in sorted(corpus.items()):
        posts = random.Random(seed).sample(posts, len(posts))
        cut = min(SAMPLES, int(len(posts) * 0.62))
        parts[author] = posts[:cut], posts[cut : cut + UNSEEN], posts[cut + UNSEEN :][:1_400]
    ours: Areas = defaultdict(dict)
    plain: Areas = defaultdict(dict)
    for author, (samples, unseen, left) in parts.items():
        chance = random.Random(seed + 1)
        against = {"others": [t for a, p in parts.items() if a != author for t in p[1][:OTHERS]]}
        if len(left) >= LEFT:
            against |= imitations(left, EACH, chance)
        made = imitations(samples, EACH, chance)
        against["from the samples"] = [text for each in made.values() for text in each]
        profile = Profile(samples, language)
        centre = sum((grams(text) for text in samples), Counter())
        for kind, texts in against.items():
            if len(texts) < 6:
                continue
            ours[kind][author] = area(
                [profile.likeness(text).score for text in unseen],
                [profile.likeness(text).score for text in texts],
            )
            plain[kind][author] = area(
                [cosine(grams(text), centre) for text in unseen],
                [cosine(grams(text), centre) for text in texts],
            )
    return ours, plain


def interval(values: Sequence[float]) -> tuple[float, float]:
    chance = random.Random(1)
    means = sorted(statistics.fmean(chance.choices(values, k=len(values))) for _ in range(2_000))
    return means[50], means[1949]


def main(path: Path, language: str) -> None:
    ours, plain = areas(json.loads(path.read_text(encoding="utf-8")), language)
    for told in (ours, plain):
        machines = [rows for kind, rows in told.items() if kind in KINDS]
        told["machines, all"] = {
            author: statistics.fmean(rows[author] for rows in machines if author in rows)
            for author in {author for rows in machines for author in rows}
        }
    print("| against | authors | AUC | 95 % | cosine to the centroid |")
    print("| --- | --- | --- | --- | --- |")
    for kind, by_author in ours.items():
        if found := list(by_author.values()):
            low, high = interval(found)
            print(f"| {kind} | {len(found)} | {statistics.fmean(found):.2f} | {low:.2f}–{high:.2f} "
                  f"| {statistics.fmean(plain[kind].values()):.2f} |")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
