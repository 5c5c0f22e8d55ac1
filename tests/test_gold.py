"""The scores on annotated articles and cases stay above their floors, on the data that were measured."""

import tomllib
from hashlib import blake2b
from pathlib import Path

import pytest
from gold.scoring import Score, total
from gold.sets import article_scores, case_scores

GOLD = Path(__file__).parent / "gold"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))


def data_of(kind: str, part: str) -> Path:
    return GOLD / f"{kind}.jsonl" if part == "articles" else GOLD / kind / f"{part}.toml"


def score_of(kind: str, part: str) -> Score:
    if part == "articles":
        return article_scores(kind)
    return total(score for _, _, score in case_scores(kind, part))


@pytest.mark.parametrize("name", FLOORS)
def test_the_data_are_the_ones_that_were_measured(name):
    digest = blake2b(data_of(*name.split("-")).read_bytes(), digest_size=8).hexdigest()
    assert FLOORS[name]["digest"] == digest, (
        "measure again, then note the floor and the digest in floors.toml"
    )


@pytest.mark.parametrize("name", FLOORS)
def test_no_score_falls_below_its_floor(name):
    score, floor = score_of(*name.split("-")), FLOORS[name]
    assert score.f1 >= floor["f1"]
    assert score.attributed >= floor["attributed"]
    assert score.exact >= floor.get("exact", 0.0) * score.exact_of
