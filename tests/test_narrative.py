"""History as running prose tells it: what is said once, and what counts from it (report of October 2024)."""

import pytest
from test_changes import changes

from drawdown_cli.models import Status


def history(text: str) -> list[str]:
    """Each change as 'category start end', the value behind it where it has one."""
    rows = []
    for change in changes(text):
        value = f" {change.value}" if change.value is not None else ""
        rows.append(f"{change.category} {change.date_start} {change.date_end}{value}")
    return rows


@pytest.mark.parametrize(
    "text, second",
    [
        # a distance behind a past verb counts from what was told before ...
        ("نشرت إسبانيا قواتها في البوسنة عام 1992. وسحبت نصفها بعد ثلاث سنوات.", "1995-01-01 1995-12-31"),
        ("نشرت إسبانيا قواتها في البوسنة عام 1992. وبعد ثلاث سنوات غادرت القوات الإسبانية البوسنة.",
         "1995-01-01 1995-12-31"),
        ("نشرت إسبانيا قواتها في البوسنة في مايو 1992، ثم سحبتها بعد شهرين.", "1992-07-01 1992-07-31"),
        # ... and so does a stretch of time
        ("نشرت إسبانيا قواتها في البوسنة في 3 مايو 1992. وغادر نصف الجنود خلال شهر.",
         "1992-05-03 1992-06-03"),
        # what is to come counts from the day of the report
        ("نشرت إسبانيا قواتها في البوسنة عام 1992. وستسحب نصفها بعد ثلاث سنوات.", "2027-01-01 2027-12-31"),
    ],
)  # fmt: skip
def test_a_distance_counts_from_what_was_told(text, second):
    assert second in history(text)[-1]


@pytest.mark.parametrize(
    "text, row",
    [
        ("نشرت هولندا 500 جندي في مالي عام 2014. وبدأ الانسحاب في 3 مايو 2019.",
         "withdrawal 2019-05-03 2019-05-03"),
        ("نشرت هولندا 500 جندي في مالي عام 2014. وكان الانسحاب قد بدأ في مايو 2019.",
         "withdrawal 2019-05-01 2019-05-31"),
        ("أنهت هولندا تدريبا للشرطة في مالي، بعد أن كانت قد انسحبت عام 2019 من غاو.",
         "withdrawal 2019-01-01 2019-12-31"),
        ("انسحبت أوغندا من جوبا عام 2015. وكانت قد اجتاحت جنوب السودان في ديسمبر 2013.",
         "deployment 2013-12-01 2013-12-31"),
        ("نشر الاتحاد الأوروبي 1400 جندي في الكونغو في يونيو 2003، وعادت القوة إلى بلادها بعد ثلاثة أشهر.",
         "withdrawal 2003-09-01 2003-09-30"),
    ],
)  # fmt: skip
def test_a_verb_without_its_subject_speaks_of_who_was_named(text, row):
    assert history(text)[-1] == row


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت ألمانيا أن انسحابها من المعاهدة بدأ في 3 مايو 2019.",
        "زارت ألمانيا مباحثات جنيف، ثم غادرت عام 2019 بلا اتفاق.",
        "خسرت فرنسا المباراة أمام إيطاليا، وكانت قد خرجت عام 2019 من البطولة.",
    ],
)
def test_who_leaves_no_country_is_no_force(text):
    assert history(text) == []


def test_what_the_next_verb_says_dates_nothing_before_it():
    text = "أبقت فيتنام في كمبوديا 180 ألف جندي، سحبت آخرهم في 26 سبتمبر 1989."
    assert "level 1989-09-26 1989-09-26 180000" not in history(text)


@pytest.mark.parametrize(
    "text, rows",
    [
        ("كان عدد الجنود البريطانيين في العراق 46 ألفا في 2003، ثم 9 آلاف بعد عام، و4100 في مطلع 2009.",
         ["level 2003-01-01 2003-12-31 46000", "level 2004-01-01 2004-12-31 9000",
          "level 2009-01-01 2009-03-31 4100"]),
        ("خفضت إيطاليا قواتها في العراق إلى 1600 جندي في يونيو 2006 فإلى مئة في أكتوبر 2006.",
         ["withdrawal 2006-06-01 2006-06-30 1600", "withdrawal 2006-10-01 2006-10-31 100"]),
        ("انخفض عدد الجنود البريطانيين في العراق إلى 4100 عام 2009، وقتل 179 في 2007.",
         ["level 2009-01-01 2009-12-31 4100"]),
    ],
)  # fmt: skip
def test_numbers_go_on_without_their_verb(text, rows):
    assert sorted(history(text)) == sorted(rows)


@pytest.mark.parametrize(
    "text, row",
    [
        ("سلمت فرنسا قاعدة غاو في 3 مارس 2022، ثم قاعدة ميناكا بعدها بشهر.", "base 2022-04-01 2022-04-30"),
        ("سلمت فرنسا قاعدة غاو في 3 مارس 2022، وبعدها بأسبوع معسكر تساليت.", "base 2022-03-10 2022-03-10"),
    ],
)
def test_a_base_goes_on_without_its_verb(text, row):
    assert row in history(text)


def test_a_base_that_is_only_described_is_no_second_one():
    text = "سلمت فرنسا قاعدة غاو في 3 مارس 2022، وهي من قواعد زارها الرئيس في 2013."
    assert "base 2013-01-01 2013-12-31" not in history(text)


def test_what_comes_next_came_after_what_was_told():
    text = "نشرت رواندا ألف جندي في موزمبيق في يوليو 2021 ثم رفعت عددهم إلى 2500."
    assert "deployment 2021-07-31 2024-09-30 2500" in history(text)


def test_a_peak_came_before_what_is_told_next():
    text = "في أوج الحرب انتشر في لبنان 40 ألف جندي سوري، ثم تدنى عددهم إلى 14 ألفا مطلع 2005."
    assert "deployment None 2004-12-31 40000" in history(text)


@pytest.mark.parametrize(
    "text, row",
    [
        # the accord was signed then, the mission ends some other time
        ("بموجب الاتفاق الموقع في سبتمبر 2023، تنتهي مهمة التحالف في العراق على مرحلتين.",
         "mission 2024-10-01 2024-10-01"),
        # a date behind another verb is that verb's ...
        ("ودخل كوسوفو 50 ألف جندي أطلسي، بينهم روس انسحبوا صيف 2003.",
         "deployment 2024-10-01 2024-10-01 50000"),
        # ... unless 'when' or 'and' joins the two
        ("حشد التحالف في الكويت 700 ألف جندي حين انطلقت الحرب في 17 يناير 1991.",
         "deployment 1991-01-17 1991-01-17 700000"),
    ],
)  # fmt: skip
def test_a_date_belongs_to_its_own_verb(text, row):
    assert row in history(text)


def test_what_will_have_happened_is_planned():
    (change,) = changes("سيكون الجنود النرويجيون قد غادروا مالي بحلول ديسمبر المقبل.")
    assert (change.status, str(change.date_end)) == (Status.PLANNED, "2024-12-31")


@pytest.mark.parametrize(
    "text, row",
    [
        ("بدأ الجيش البرتغالي الانسحاب من أنغولا في مايو 1975 واكتمل في 10 نوفمبر 1975.",
         "withdrawal 1975-11-10 1975-11-10"),
        ("أنهت القوات البرتغالية انسحابها من أنغولا أمس، وهي عملية كانت قد بدأت في 3 مايو 2024.",
         "withdrawal 2024-05-03 2024-05-03"),
        ("غادر الفرنسيون النيجر في ديسمبر 2023، وتلاهم الألمان في أغسطس 2024.",
         "withdrawal 2024-08-01 2024-08-31"),
        ("غادر الإسبان العراق في مايو 2004، وتبعهم الهولنديون في مارس 2005 ثم الإيطاليون في ديسمبر 2006.",
         "withdrawal 2006-12-01 2006-12-31"),
    ],
)  # fmt: skip
def test_a_phase_and_an_army_go_on_without_their_event(text, row):
    assert row in history(text)


def test_what_else_began_is_no_withdrawal():
    text = "انسحبت القوات الإسبانية من العراق في مايو 2004، والمحادثات بدأت في يونيو 2005."
    assert history(text) == ["withdrawal 2004-05-01 2004-05-31"]


@pytest.mark.parametrize(
    "text, row",
    [
        ("وأمهلت تشاد القوات الفرنسية حتى 31 يناير المقبل لسحب ألف جندي.",
         "withdrawal 2025-01-31 2025-01-31 1000"),
        ("نشرت ألمانيا ألف جندي في مالي. وفي 5 مايو 2023 منحها البرلمان ستة أشهر لإتمام الانسحاب.",
         "withdrawal 2023-11-30 2023-11-30"),
        ("نشرت ألمانيا ألف جندي في مالي. وأمهلتها باماكو شهرين للرحيل.", "withdrawal 2024-12-31 2024-12-31"),
    ],
)  # fmt: skip
def test_a_term_is_the_date_of_what_is_asked(text, row):
    assert row in history(text)


def test_what_they_came_to_watch_over_has_not_their_date():
    text = "نزلت القوات الإيطالية في بيروت في آب 1982 للإشراف على خروج المقاتلين الفلسطينيين."
    assert history(text) == ["deployment 1982-08-01 1982-08-31"]


def test_then_is_the_date_told_last():
    text = "في ديسمبر 2018 أمر الرئيس بسحب القوات الأميركية من سوريا، وعددها حينذاك ألفا جندي."
    assert "level 2018-12-01 2018-12-31 2000" in history(text)


def test_who_left_long_before_comes_back_to_the_field():
    text = "غادرت القوات الأسترالية تيمور الشرقية عام 2000. وعاد الجنود الأستراليون عام 2006 عقب تمرد."
    assert history(text)[-1] == "deployment 2006-01-01 2006-12-31"


def test_who_left_this_month_comes_home():
    text = "غادرت القوات الأسترالية العراق في 3 مايو 2009. وعاد الجنود الأستراليون في 20 مايو 2009."
    assert history(text)[-1].startswith("withdrawal")


def test_the_operation_is_the_one_told_before():
    text = "انتشرت قوات «ليكورن» الفرنسية في ساحل العاج عام 2002. وانتهت العملية في يناير 2015."
    assert history(text)[-1] == "mission 2015-01-01 2015-01-31"
    assert history("انتشرت قوات فرنسية في مالي عام 2013. وانتهت العملية السياسية في يناير 2015.")[1:] == []


@pytest.mark.parametrize(
    "text, row",
    [
        # history has the date of the event beside it, where it has none of its own
        ("وكان عدد الجنود الأميركيين في النيجر 1100 قبل انقلاب يوليو 2023.",
         "level 2023-07-01 2023-07-31 1100"),
        ("نشرت روسيا 1960 جنديا في قره باغ غداة توقيع الاتفاق في 9 نوفمبر 2020.",
         "deployment 2020-11-09 2020-11-09 1960"),
        # what is planned, and news, have not
        ("تعتزم ألمانيا سحب جنودها من مالي بعد انقلاب يوليو 2023.", "withdrawal 2024-10-01 2024-10-01"),
        ("وسحبت ألمانيا جنودها من مالي أمس بموجب اتفاق 2023.", "withdrawal 2024-09-30 2024-09-30"),
        # an aside between commas parts no date from its verb
        ("وأنهت بعثة الأمم المتحدة في سيراليون، التي كانت يوما الأكبر بـ17500 جندي، عملها في ديسمبر 2005.",
         "mission 2005-12-01 2005-12-31"),
    ],
)  # fmt: skip
def test_the_date_of_an_event_beside_it_is_the_last_resort(text, row):
    assert row in history(text)


@pytest.mark.parametrize(
    "text, row",
    [
        # a clause in the present, and one with a date of its own, keep to themselves
        ("أرسلت فاغنر مرتزقة إلى مالي مطلع 2018، وتقدر باريس عدد مرتزقة فاغنر بألفين.",
         "level 2024-10-01 2024-10-01 2000"),
        ("يسري اتفاق القاعدة حتى 2044، ويرابط فيها ثلاثة آلاف جندي روسي.",
         "level 2024-10-01 2024-10-01 3000"),
        ("وفي يونيو 2011 سحبت أميركا ألف جندي من العراق، وبعد عام غادرت القوات البريطانية العراق.",
         "withdrawal 2011-06-01 2011-06-30 1000"),
        # 'the site' is spelt like 'the signed'
        ("غادر آخر الجنود الإيطاليين الموقع في السابع من سبتمبر.", "withdrawal 2024-09-07 2024-09-07"),
        # behind 'then' a verb goes on
        ("بدأت برخان بثلاثة آلاف جندي فرنسي في مالي، ثم رفع عددهم إلى 5100 في يناير 2020.",
         "level 2020-01-01 2020-01-31 5100"),
    ],
)  # fmt: skip
def test_each_clause_keeps_its_own_time(text, row):
    assert row in history(text)


def test_a_plan_is_not_for_a_month_long_past():
    text = (
        "أنهى حلف الناتو مهمته القتالية في أفغانستان، على أن تحل محلها في الأول من يناير مهمة «الدعم الحازم»."
    )
    assert "mission 2025-01-01 2025-01-01" in history(text)


def test_history_goes_on_about_the_time_told():
    text = "سحبت بريطانيا قواتها من مصر في ديسمبر 1956. وبلغ عدد جنود الأمم المتحدة في سيناء ستة آلاف جندي."
    assert history(text)[-1] == "level 1956-12-01 1956-12-31 6000"


def test_news_behind_history_is_news():
    text = "سحبت بريطانيا قواتها من مصر في ديسمبر 1956. واليوم غادرت القوات الأميركية سيناء."
    assert history(text)[-1] == "withdrawal 2024-10-01 2024-10-01"


@pytest.mark.parametrize(
    "text, rows",
    [
        ("تنتهي مهمة التحالف في العراق على مرحلتين، الأولى تنتهي في سبتمبر 2025، والثانية في سبتمبر 2026.",
         ["mission 2025-09-01 2025-09-30", "mission 2026-09-01 2026-09-30"]),
        ("وسيجري جلاء القوة البوروندية عن الصومال على دفعتين: خمسمئة جندي في ديسمبر، ثم البقية في 30 مارس.",
         ["withdrawal 2024-12-01 2024-12-31 500", "withdrawal 2025-03-30 2025-03-30"]),
        # one of two matches, and who was first, are no stages
        ("غادرت القوات البوروندية الصومال، وفازت بوروندي في المباراة الثانية في مايو 2024.", []),
        ("غادرت القوات البوروندية الصومال في مايو 2024، وهي الأولى في يونيو 2024.",
         ["withdrawal 2024-05-01 2024-05-31"]),
    ],
)  # fmt: skip
def test_an_event_in_parts_has_a_row_for_each(text, rows):
    told = set(history(text))
    assert told >= set(rows)
    assert len(told) <= len(rows) + 1


@pytest.mark.parametrize(
    "text, row",
    [
        ("دخلت قوات أوغندية الصومال في مارس 2007، ثم كتيبة إثيوبية في يناير 2014.",
         "deployment 2014-01-01 2014-01-31"),
        ("أرسل المغرب 600 جندي إلى الصومال عام 1992، ثم بعد ستة أعوام نحو 550 إلى كوسوفو.",
         "deployment 1998-01-01 1998-12-31 550"),
        ("ومن المقرر أن يصل قوام اللواء الألماني في ليتوانيا إلى 4800 عسكري بحلول نهاية 2027.",
         "level 2027-12-31 2027-12-31 4800"),
        ("وغادر الألمان، وهم أكبر كتيبة غربية، معسكرهم في غاو في 3 مايو 2023.", "base 2023-05-03 2023-05-03"),
    ],
)  # fmt: skip
def test_what_comes_next_has_its_own_army_number_and_date(text, row):
    assert row in history(text) or row.replace("base", "withdrawal") in history(text)


def test_what_was_to_come_has_its_date_though_it_is_past():
    text = "وكانت لندن قد أعلنت في فبراير 1966 أن قواتها ستنسحب من عدن بحلول 1968."
    assert history(text) == ["withdrawal 1968-12-31 1968-12-31"]


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون موقعا للجيش البنيني، وأحرقوا آليات قبل أن ينسحبوا نحو الغابة.",
        "أوقف الدرك النيجري مهربين ليبيين قرب معسكر في ديركو، وسلمهم إلى النيابة.",
    ],
)
def test_attackers_and_the_arrested_are_no_force_and_no_base(text):
    assert history(text) == []


@pytest.mark.parametrize(
    "text, row",
    [
        ("وضعت فرنسا حدا لعملية برخان في مالي بعد تسع سنوات.", "mission 2024-10-01 2024-10-01"),
        ("تعهدت فرنسا بسحب قواتها من تشاد بعد عام.", "withdrawal 2025-01-01 2025-12-31"),
    ],
)
def test_years_after_which_something_ended_lie_behind_it(text, row):
    assert history(text) == [row]
