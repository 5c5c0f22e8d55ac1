"""A speaker's name is found behind whatever titles, bodies and places stand before it."""

from pathlib import Path

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

PHRASES = Path(__file__).parent / "gold" / "speakers" / "phrases.txt"
FRAMES = (
    "{said} {phrase} إن المهمة انتهت قبل أسبوع.",
    "{said} {phrase} للصحافيين: «سنبقى هنا حتى إشعار آخر».",
    "ستغادر القوات خلال شهر، بحسب {phrase}.",
    "ونقلت رويترز عن {phrase} قوله إن القوات ستغادر.",
)


def pairs() -> list[tuple[str, str]]:
    lines = PHRASES.read_text(encoding="utf-8").splitlines()
    halves = (line.partition("|") for line in lines if not line.startswith("#"))
    return [(phrase.strip(), name.strip()) for phrase, _, name in halves]


@pytest.mark.parametrize("frame", FRAMES)
def test_a_name_is_found_behind_its_titles(frame: str) -> None:
    wrong = {}
    for phrase, name in pairs():
        said = "قالت" if phrase.split()[0].endswith("ة") else "قال"
        quotes = find_quotes(tokenize(frame.format(said=said, phrase=phrase)))
        speakers = [quote.speaker for quote in quotes]
        if speakers != [name]:
            wrong[phrase] = speakers
    assert wrong == {}
