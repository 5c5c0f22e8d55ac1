from datetime import date

import pytest
from gold.event_cases import timex_cases
from gold.event_scoring import score_timexes
from gold.scoring import total

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import UNDATED, published_on
from drawdown_cli.extract.timex import find_timexes
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Confidence, DateMod, Grain, PublishedBasis, Timex, TimexBasis

CASES = list(timex_cases("build"))


def timexes(text: str, day: str = "2021-07-23") -> list[Timex]:
    published = published_on(day, PublishedBasis.MANIFEST) if day else UNDATED
    return list(find_timexes(tokenize(text), published))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_has_its_dates_and_no_others(case) -> None:
    score = score_timexes(case.expect, timexes(case.text, case.published.isoformat()))
    assert (score.attribute, score.right) == (score.needed, score.given)


def test_the_cases_hold_enough_sentences_of_both_kinds() -> None:
    empty = sum(not case.expect for case in CASES)
    assert empty >= 100
    assert total([score_timexes(case.expect, ()) for case in CASES]).needed >= 150


@pytest.mark.parametrize(
    ("text", "mod", "start", "end"),
    [
        ("ستغادر البعثة بحلول نهاية العام", DateMod.BY, "2021-12-31", "2021-12-31"),
        ("ستغادر البعثة قبل 15 سبتمبر", DateMod.BEFORE, "2021-09-15", "2021-09-15"),
        ("بقيت البعثة حتى عام 2026", DateMod.UNTIL, None, "2026-12-31"),
        ("تعمل البعثة منذ عام 2013", DateMod.SINCE, "2013-01-01", None),
        ("لن يبقى أحد بعد يونيو 2022", DateMod.AFTER, "2022-07-01", None),
        ("كانت الحرب قبل عام 2010", DateMod.BEFORE, None, "2009-12-31"),
        ("وصلت أواخر العام الماضي", DateMod.END, "2020-10-01", "2020-12-31"),
        ("وصلت في 11 يونيو", DateMod.ON, "2021-06-11", "2021-06-11"),
    ],
)
def test_a_bound_leaves_these_days(text: str, mod: DateMod, start: str | None, end: str | None) -> None:
    (found,) = timexes(text)
    days = [day.isoformat() if day else None for day in (found.date_start, found.date_end)]
    assert (found.mod, *days) == (mod, start, end)


def test_without_an_anchor_a_relative_date_is_found_but_not_resolved() -> None:
    (found,) = timexes("غادر الوفد أمس", "")
    assert (found.basis, found.date_start, found.value) == (TimexBasis.UNRESOLVED, None, "")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "نزلت الكتيبة في 7 أيار 2000، وخلفتها أخرى في منتصف حزيران",
            ["2000-05-07", "2000-06-15"],
        ),
        ("نزلت في 21 أبريل 1994. وفي 17 مايو رحلت", ["1994-04-21", "1994-05-17"]),
        ("نزلت في 21 أبريل 1994. ومرت أعوام. وفي 17 مايو رحلت", ["1994-04-21", "2021-05-17"]),
        ("نزلت في 21 أبريل 2020. وفي 17 مايو رحلت", ["2020-04-21", "2021-05-17"]),
        ("أبرم اتفاق 2019. وفي 17 مايو رحلت", ["2019", "2021-05-17"]),
        ("سقطت في 31 مارس 1994 ورحل الجنود قبل ذلك بستة أيام", ["1994-03-31", "1994-03-25"]),
        ("سقطت في 26 ديسمبر 2019 ثم القاعدة الثانية بعدها بأسبوعين", ["2019-12-26", "2020-01-09"]),
        ("تنتهي في 3 مايو 2026 وتنسحب خلال سنة من ذلك التاريخ", ["2026-05-03", "2026-05-03/2027-05-04"]),
        (
            "تعهدت في فبراير 2019 بالرحيل في غضون عام، ورحلت في يناير من العام التالي",
            ["2019-02", "2021-07-23/2022-07-24", "2020-01"],
        ),
        ("انتهى العقد في 11 يوليو 2014، ورحلوا بحلول ذلك الموعد", ["2014-07-11", "2014-07-11"]),
        (
            "أرسلتها في ديسمبر 2015، وسحبتها بعد عشرة أيام. وفي مايو من العام اللاحق عادت",
            ["2015-12", "2021-08-02", "2016-05"],
        ),
        (
            "نزلت في آب 1982، ثم انسحبت بعد أسبوعين، قبل أن تعود في أواخر أيلول",
            ["1982-08", "2021-08-06", "1982-09-21/1982-10-01"],
        ),
        ("ينتهي الأمر في تموز 2025 كما تقرر", ["2025-07"]),
        ("نزلت في 20 ديسمبر 1989، وانسحبت في فبراير التالي", ["1989-12-20", "1990-02"]),
        ("بلغت 300 في 2007، وألفين في السنة التي تليها", ["2007", "2008"]),
        ("خرجت مطلع 2022، وعادت أواخر العام نفسه", ["2022-01-01/2022-04-01", "2022-10-01/2023-01-01"]),
        ("غادروا في يناير 2004، وعادوا في الشهر الذي تلاه", ["2004-01", "2004-02"]),
        ("بدأت عام 1991، وبعد ثلاث سنوات من ذلك انتهت", ["1991", "1994"]),
        ("خططوا لعام 2022. وقبل ذلك بثلاثة أيام صرح الوزير", ["2022", ""]),
        ("خرج آخرهم في مثل هذا اليوم من عام 2005", ["2005-07-23"]),
        # a plural never stands behind such a number, so it is the year ...
        ("نزلت في مايو 2011 قوات من ثلاث دول", ["2011-05"]),
        ("انتشر منذ خريف 2014 جنود أجانب", ["2014-FA"]),
        # ... while one soldier is what it counts
        ("شارك في الحفل 2014 جنديا", []),
        # 'but' begins another clause, whose verb moves no day of the first
        ("استقال الاثنين، لكن حكومته ستبقى", ["2021-07-19"]),
        ("خرج آخرهم في مثل هذا اليوم قبل عشرين عاما", ["2001-07-23"]),
    ],
)
def test_a_narrative_counts_from_the_date_that_it_told_last(text: str, values: list[str]) -> None:
    assert [found.value for found in timexes(text)] == values


def test_an_anchor_of_a_year_gives_no_invented_day() -> None:
    friday, next_year = timexes("قال الجمعة إن القوات ستغادر العام المقبل", "2024")
    assert (friday.value, friday.grain, friday.confidence) == ("2024", Grain.YEAR, Confidence.LOW)
    assert (next_year.value, next_year.date_start) == ("2025", date(2025, 1, 1))


@pytest.mark.parametrize(
    ("text", "value", "confidence"),
    [
        ("عقد يوم الخميس 9/10/2021 اجتماع", "2021-09-10", Confidence.LOW),
        ("عقد يوم السبت 9/10/2021 اجتماع", "2021-10-09", Confidence.HIGH),
        ("عقد يوم الجمعة 9/10/2021 اجتماع", "2021-09-10", Confidence.HIGH),
        ("عقد يوم الأحد 9 يوليو 2021 اجتماع", "2021-07-09", Confidence.LOW),
    ],
)
def test_a_weekday_decides_the_order_or_lowers_the_confidence(text, value, confidence) -> None:
    (found,) = timexes(text, "2021-09-09")
    assert (found.value, found.confidence) == (value, confidence)


@pytest.mark.parametrize(
    "locale", ["ar", "ar_IQ", "ar_SY", "ar_DZ", "ar_TN", "ar_MA", "ar_MR", "ar_EG", "ar_LB"]
)
def test_every_month_name_of_cldr_is_known(locale: str) -> None:
    from babel import Locale

    for number, name in Locale.parse(locale).months["format"]["wide"].items():
        found = timexes(f"وصلت البعثة في 12 {name} 2021")
        assert [each.value for each in found] == [f"2021-{number:02}-12"], name


@pytest.mark.parametrize("locale", ["ar", "ar_IQ", "ar_EG"])
def test_every_weekday_of_cldr_is_known(locale: str) -> None:
    from babel import Locale

    for number, name in Locale.parse(locale).days["format"]["wide"].items():
        (found,) = timexes(f"وصلت البعثة يوم {name}")
        assert found.date_start is not None
        assert found.date_start.weekday() == number


def test_every_rule_has_a_name_and_every_span_cuts_out_its_words() -> None:
    for case in CASES:
        for found in timexes(case.text, case.published.isoformat()):
            assert found.rule
            assert case.text[found.start : found.end] == found.text


def test_the_two_names_of_a_month_agree() -> None:
    names: dict[int, set[str]] = {}
    for entry in lexicon("time").entries:
        if entry.features["class"] == "month":
            names.setdefault(entry.features["month"], set()).add(entry.word)
    assert set(names) == set(range(1, 13))
    assert all(len(words) >= 2 for words in names.values())


# Words that only decide about others, and so make no time of their own example.
CONTEXT = {"clause", "plan", "event", "zone_word", "upon", "no_future"}
TIME_WORDS = [entry for entry in lexicon("time").entries if entry.features["class"] not in CONTEXT]


@pytest.mark.parametrize("entry", [e for e in TIME_WORDS if e.example], ids=lambda entry: entry.word)
def test_every_word_of_time_makes_one_in_its_example(entry) -> None:
    assert timexes(entry.example)


@pytest.mark.parametrize("entry", [e for e in TIME_WORDS if e.counter_example], ids=lambda entry: entry.word)
def test_no_counter_example_holds_a_time(entry) -> None:
    assert timexes(entry.counter_example) == []
