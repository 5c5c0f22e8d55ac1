"""What must not change a quotation or its speaker: spelling, marks, digits, titles; and linear time."""

import pytest
from growth import WORST, growth

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

TEXT = """
بورتسودان - قال وزير النقل السوداني، هشام الجزولي، إن "الميناء سيعمل بكامل طاقته في 15 أيار/مايو".
وأضاف أن ثلاث سفن أفرغت حمولتها، مشيرا إلى أن 2500 عامل عادوا إلى أرصفتهم.

وأكدت المتحدثة باسم هيئة الموانئ رانيا عثمان أن الأسعار "لن ترتفع هذا العام"، ولم تستبعد زيادتها لاحقا.
ونقلت الإذاعة عن مسؤول محلي قوله إن الوقود متوفر.

ووفقا للجزولي، ستصل الرافعات من أوروبا قبل الشتاء. "نحن لا نعد الناس بما لا نقدر عليه".
"""
DIACRITICS = {"قال": "قَالَ", "أن": "أنَّ", "مسؤول": "مسؤولٌ", "الوقود": "الوَقودُ"}
TATWEEL = {"قال": "قـال", "أكدت": "أكـدت", "الجزولي": "الجـزولي"}


def facts(text: str) -> list[tuple[str, str, str]]:
    return [
        (quote.kind, fold(quote.speaker), fold(plain(quote.content))) for quote in find_quotes(tokenize(text))
    ]


def plain(content: str) -> str:
    for mark in ("''", "<<", ">>", *"'‘’«»“”„‟"):
        content = content.replace(mark, '"')
    return content


def with_marks(text: str, left: str, right: str) -> str:
    parts = text.split('"')
    return "".join(part + (left if at % 2 == 0 else right) for at, part in enumerate(parts[:-1])) + parts[-1]


def replaced(text: str, words: dict[str, str]) -> str:
    for word, other in words.items():
        text = text.replace(f" {word} ", f" {other} ")
    return text


def test_the_text_itself_is_read_whole():
    assert [(kind, speaker) for kind, speaker, _ in facts(TEXT)] == [
        ("direct", fold("هشام الجزولي")),
        ("indirect", fold("هشام الجزولي")),
        ("indirect", fold("هشام الجزولي")),
        ("mixed", fold("رانيا عثمان")),
        ("indirect", fold("رانيا عثمان")),
        ("indirect", fold("مسؤول محلي")),
        ("indirect", fold("هشام الجزولي")),
        ("direct", fold("هشام الجزولي")),
    ]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(TEXT.replace("أ", "ا").replace("إ", "ا"), id="no-hamza"),
        pytest.param(TEXT.replace("ي ", "ى ").replace("ي،", "ى،"), id="egyptian-ya"),
        pytest.param(TEXT.replace("ة", "ه"), id="ha-for-ta-marbuta"),
        pytest.param(replaced(TEXT, DIACRITICS), id="diacritics"),
        pytest.param(replaced(TEXT, TATWEEL), id="tatweel"),
        pytest.param(with_marks(TEXT, "«", "»"), id="guillemets"),
        pytest.param(with_marks(TEXT, "“", "”"), id="curly"),
        pytest.param(with_marks(TEXT, "”", "“"), id="curly-reversed"),
        pytest.param(with_marks(TEXT, "„", "“"), id="low-high"),
        pytest.param(with_marks(TEXT, "''", "''"), id="two apostrophes"),
        pytest.param(with_marks(TEXT, "'", "'"), id="apostrophes"),
        pytest.param(with_marks(TEXT, "‘", "’"), id="single"),
        pytest.param(with_marks(TEXT, "<<", ">>"), id="angles"),
        pytest.param(TEXT.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")), id="arabic-digits"),
    ],
)
def test_spelling_and_marks_change_no_quotation_and_no_speaker(changed):
    digits = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    assert [fold(str(fact)).translate(digits) for fact in facts(changed)] == [
        fold(str(f)) for f in facts(TEXT)
    ]


@pytest.mark.parametrize("title", ["وزير النقل السوداني، ", "المتحدثة باسم هيئة الموانئ "])
def test_a_removed_title_changes_no_speaker(title):
    bare = TEXT.replace(title, "").replace("هشام الجزولي،", "هشام الجزولي")
    assert [speaker for _, speaker, _ in facts(bare)] == [speaker for _, speaker, _ in facts(TEXT)]


def test_spans_cut_out_what_they_claim():
    text = replaced(with_marks(TEXT, "«", "»"), TATWEEL)
    for quote in find_quotes(tokenize(text)):
        assert text[quote.start : quote.end] == quote.content
        assert text[quote.cue_start : quote.cue_end] == quote.cue
        assert quote.source == ("" if quote.source_start < 0 else text[quote.source_start : quote.source_end])


HOSTILE = {
    "unbalanced": 'وقال الوزير إن "القوات ستغادر ',
    "nested": "قال «أكد “ذكر ‹",
    "closing": "وقال الوزير» إن القوات» ",
    "cues": "وأكد الوزير وأضاف وقال ",
    "attributions": "بحسب مصدر، وفقا للوزير، على حد قوله، ",
    "heads": "وزير الدفاع رئيس أركان قائد قوات ",
    "apposition": "وقال الوزير، محمد علي، قائد الجيش، ",
    "colons": "الوزير: ",
    "apostrophes": "وقال الوزير إن 'القوات'' ",
    "complementisers": "أن إن بأن قال إن ",
    "participles": "مؤكدا، مشيرا إلى أن ",
    "floating": "«كنا هنا منذ عام كامل». هكذا ",
    "colon quotes": "بدا الوزير محمد علي مرتاحا: «كنا هنا منذ عام»، ",
    "relayed": "وبحسب مصدر تحدث إلى الصحيفة فإن ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_length_alone(piece):
    assert growth(lambda text: find_quotes(tokenize(text)), piece, 12_000) < WORST


def people_apart(text: str) -> str:
    """Give each of the repeated speakers a name of his own."""
    letters = "بتجحدرسشصطعفقكلمن"
    parts = text.split("#")
    names = (
        f"{letters[n % 17]}ا{letters[n // 17 % 17]}و{letters[n // 289 % 17]}ي" for n in range(len(parts))
    )
    return "".join(part + name for part, name in zip(parts, names, strict=True))


def test_time_grows_with_length_where_everybody_has_another_name():
    piece = "وقال وزير الدفاع كامير # إن القوات ستغادر. وأضاف الوزير العراقي أن المهمة انتهت. "
    assert growth(lambda text: find_quotes(tokenize(people_apart(text))), piece, 6_000) < WORST


def test_an_unclosed_mark_ends_with_its_paragraph():
    quotes = find_quotes(tokenize('وقال الوزير "لن نغادر.\nوفي المدينة فتحت الأسواق. وقال التجار "نعم".'))
    assert [quote.content for quote in quotes] == ["لن نغادر", "نعم"]
