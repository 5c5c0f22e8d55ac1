"""Lines that were broken at a column are one paragraph; all other lines are paragraphs."""

import textwrap

import pytest

from drawdown_cli.arabic.lines import paragraphs_of
from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

REPORT = (
    "أعلنت وزارة الدفاع التشادية أمس الخميس أن القوات الفرنسية ستغادر قاعدة فايا لارجو خلال أسبوعين، وأن "
    "الجيش الوطني سيتسلم كل منشآتها. وقال وزير الدفاع عيسى مالوا جاموس للصحفيين إن «القرار نهائي ولا "
    "رجعة عنه»، مضيفا أن بلاده ستبقي على تعاونها الاستخباري مع شركائها الأوروبيين."
)
HEADLINES = "\n".join(
    ["الجيش يعلن استعادة البلدة", "الوزير: لن ننسحب من القاعدة قبل نهاية العام", "قتلى في هجوم قرب الحدود"]
    * 3
)
VERSES = "\n".join(["سلام على دار نأى عنها الأحبة كلهم", "وعادت رياح الليل تسأل عن خبر"] * 4)


def lines_of(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs_of(text)]


def said(text: str) -> list[tuple[str, str]]:
    return [(quote.speaker, " ".join(quote.content.split())) for quote in find_quotes(tokenize(text))]


@pytest.mark.parametrize("width", [50, 70, 78])
def test_what_is_said_does_not_hang_on_where_lines_are_broken(width):
    assert len(said(REPORT)) == 3
    assert said(textwrap.fill(REPORT, width, break_on_hyphens=False)) == said(REPORT)


def test_a_blank_line_ends_a_broken_paragraph():
    broken = textwrap.fill(REPORT, 70)
    assert lines_of(f"{broken}\n\n{broken}") == [broken, "", broken]


@pytest.mark.parametrize("text", [HEADLINES, VERSES, "سطر\nسطر\nسطر\nسطر", "", "\n\n\n\n\n"])
def test_other_lines_are_paragraphs(text):
    assert lines_of(text) == text.split("\n")


def test_paragraphs_that_fill_their_lines_and_end_in_a_stop_stay_apart():
    text = "\n".join(["قال الوزير إن القوات باقية في قاعدتها حتى نهاية العام المقبل."] * 5)
    assert lines_of(text) == text.split("\n")
