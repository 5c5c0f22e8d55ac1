import lzma
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from drawdown_cli.render.bidi.explicit import REMOVED
from drawdown_cli.render.bidi.levels import line_levels, needs_bidi, paragraph_levels, visual_order

CONFORMANCE = Path(__file__).parent / "unicode" / "BidiCharacterTest-15.0.0.txt.xz"


def conformance_lines() -> Iterator[list[str]]:
    with lzma.open(CONFORMANCE, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.strip().split(";")


def test_every_line_of_unicodes_conformance_test_holds():
    failed = [fields for fields in conformance_lines() if not conforms(*fields)]
    assert not failed, f"{len(failed)} lines, first: {failed[0]}"


def conforms(codes: str, direction: str, base: str, expected: str, order: str) -> bool:
    text = "".join(chr(int(code, 16)) for code in codes.split())
    got_base, levels = paragraph_levels(text, None if direction == "2" else int(direction))
    levels = line_levels(text, levels, got_base)
    kept = [i for i, character in enumerate(text) if unicodedata.bidirectional(character) not in REMOVED]
    shown = ["x" if i not in set(kept) else str(level) for i, level in enumerate(levels)]
    got_order = [str(kept[i]) for i in visual_order([levels[i] for i in kept])]
    return (str(got_base), shown, got_order) == (base, expected.split(), order.split())


@pytest.mark.parametrize(
    "text, expect",
    [("plain 2021", False), ("Kadhimi الكاظمي", True), ("", False), ("é", False), ("١٢", True)],
)
def test_only_text_with_right_to_left_characters_needs_bidi(text, expect):
    assert needs_bidi(text) is expect
