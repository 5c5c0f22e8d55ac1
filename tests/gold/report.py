"""Print the scores of one annotated set, by construction; `--ids` also names the cases that fail.

    python -m gold.report quotes|timeline|timex|quantities articles|build|build2|…|scored [--ids]

Run it from the folder tests; the articles have quotes and timeline, a build half too, and each file of it.
The scored half is only scored: whoever writes rules looks at its totals, not at its sentences.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from gold.scoring import Score, total
from gold.sets import article_scores, case_scores


def line(name: str, score: Score) -> str:
    names = f"  names exact {score.names:.3f}" if score.named else ""
    return (
        f"{name:26} need {score.needed:4}  given {score.given:4}  "
        f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}  "
        f"attributed {score.attributed:.3f}  end-to-end {score.end_to_end:.3f}  "
        f"direct exact {score.exact}/{score.exact_of}{names}"
    )


def main(kind: str, part: str, *flags: str) -> None:
    if part == "articles":
        print(line("five articles", article_scores(kind)))
        return
    by_construction: dict[str, list[Score]] = defaultdict(list)
    for name, construction, score in case_scores(kind, part):
        by_construction[construction].append(score)
        perfect = score.right == score.given and score.attribute == score.needed
        if "--ids" in flags and part != "scored" and not perfect:
            print(line(name, score))
    for construction, scores in sorted(by_construction.items()):
        print(line(construction, total(scores)))
    print(line("all", total(score for scores in by_construction.values() for score in scores)))


if __name__ == "__main__":
    main(*sys.argv[1:])
