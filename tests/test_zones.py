import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.reading import read_article
from drawdown_cli.articles.shipped import data_folder
from drawdown_cli.extract.zones import headline, mark_zones
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Zone

TITLE = "الحكومة تعلن سحب ألف جندي من القاعدة"
BODY = "أعلنت الحكومة، الأحد، أنها ستسحب ألف جندي من القاعدة الجوية في شمال البلاد قبل نهاية الشهر المقبل."
MORE = "وقال الوزير إن عدد الجنود الباقين لن يزيد على مئتين، وإنهم سيدربون الجيش المحلي."


def zones(*lines):
    """The zone of each line that is not body."""
    tokenized = mark_zones(tokenize("\n".join(lines)))
    found = {}
    for sentence in tokenized.sentences:
        if sentence.zone is not Zone.BODY:
            found[lines[sentence.paragraph]] = sentence.zone.value
    return found


@pytest.mark.parametrize("line", ["أخبار العالم", "سياسة", "الرئيسية > العالم", "عاجل", "تسجيل الدخول"])
def test_what_stands_above_the_headline_is_no_part_of_the_article(line):
    assert zones(line, TITLE, BODY) == {line: "boilerplate", TITLE: "title"}


@pytest.mark.parametrize(
    "line",
    [
        "3 آذار 2020",
        "• 3/9/2020",
        "تاريخ النشر: 3 مايو 2020 - 10:05 GMT",
        "آخر تحديث قبل ساعة",
        "كتب: سامي نعمان",
        "سامي نعمان ووكالة الأنباء",
    ],
)
def test_a_line_of_date_or_author_is_a_byline(line):
    assert zones(TITLE, line, BODY) == {TITLE: "title", line: "byline"}


@pytest.mark.parametrize(
    "line",
    [
        "جنود في ساحة القاعدة. (أ ف ب)",
        "جنود في ساحة القاعدة الجوية يستعدون للسفر (رويترز)",
        "جنود في ساحة القاعدة الجوية [حقوق الصورة للجيش]",
        "صورة أرشيفية لجنود في قاعدة",
    ],
)
def test_a_credited_line_above_the_article_is_a_caption(line):
    assert zones(TITLE, line, BODY, MORE) == {TITLE: "title", line: "caption"}


def test_an_agencys_name_below_the_article_signs_it():
    last = "وأضاف الوزير أن القوات ستعود إلى بلادها في الصيف. (رويترز)"
    assert last not in zones(TITLE, BODY, MORE, last)


def test_a_repeated_line_between_paragraphs_is_a_caption():
    line = "الوزير يتحدث أمام الجنود في القاعدة الجوية"
    assert zones(BODY, line, line, MORE) == {line: "caption"}


def test_a_repeated_headline_stays_the_title():
    tokenized = mark_zones(tokenize("\n".join([TITLE, TITLE, BODY])))
    assert [sentence.zone for sentence in tokenized.sentences][:2] == [Zone.TITLE, Zone.BOILERPLATE]


@pytest.mark.parametrize(
    "line",
    [
        "0 تعليق",
        "شاركها.",
        "مشاركة :",
        "هل أعجبك التقرير؟",
        "تابعونا على فيسبوك",
        "12 مشاهدة",
        "news-picture",
        "—-",
    ],
)
def test_counters_and_buttons_are_boilerplate(line):
    assert zones(TITLE, BODY, MORE, line) == {TITLE: "title", line: "boilerplate"}


def test_related_links_are_boilerplate_up_to_the_next_whole_sentence():
    links = ["روابط ذات علاقة", "وزير الدفاع يزور القاعدة الجوية", "مقتل جندي في هجوم على رتل"]
    assert zones(TITLE, BODY, *links, MORE) == {TITLE: "title", **dict.fromkeys(links, "boilerplate")}


def test_reporters_credits_at_the_end_are_boilerplate():
    line = "ساهم في التقرير سامي نعمان من أربيل."
    assert zones(TITLE, BODY, line, "شاركها.") == {
        TITLE: "title",
        line: "boilerplate",
        "شاركها.": "boilerplate",
    }


@pytest.mark.parametrize(
    "line",
    [
        "شارك الوزير في اجتماع عقد أمس في العاصمة وبحث سحب القوات.",
        "كتب الوزير في رسالة إلى البرلمان أن القوات ستبقى حتى نهاية العام.",
        "تحرير المدينة بدأ قبل أن تصل القوات الأجنبية إلى القاعدة الجوية.",
        "فصائل مسلحة",
        "وبقي 2500 جندي.",
    ],
)
def test_sentences_of_the_article_stay_body(line):
    assert line not in zones(TITLE, BODY, line, MORE)


def test_a_button_at_the_end_of_a_paragraph_is_cut_off():
    tokenized = mark_zones(tokenize(f"{BODY} شاركها."))
    assert [sentence.zone for sentence in tokenized.sentences] == [Zone.BODY, Zone.BOILERPLATE]


def test_a_text_without_a_headline_gives_its_first_words():
    assert headline(mark_zones(tokenize(BODY))) == BODY[: BODY.index(" في شمال")] + " \N{HORIZONTAL ELLIPSIS}"


def test_every_entry_fires_on_its_example():
    for entry in lexicon("zones").entries:
        above = zones(TITLE, entry.example, BODY)
        below = zones(TITLE, BODY, MORE, entry.example)
        assert entry.example in {**above, **below}, entry.word
        if entry.counter_example:
            assert entry.counter_example not in zones(TITLE, BODY, entry.counter_example, MORE), entry.word


def test_the_shipped_articles_have_the_headlines_that_a_reader_sees():
    found = [read_article(path) for path in sorted(data_folder().glob("*.txt"))]
    titles = {article.doc[:3]: headline(mark_zones(tokenize(article.text))) for article in found}
    assert titles["001"].endswith("مع تحسن العلاقات الثنائية")
    assert titles["002"].startswith("بايدن يستقبل")
    assert titles["003"].endswith("\N{HORIZONTAL ELLIPSIS}")
