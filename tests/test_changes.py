from datetime import date

import pytest
from growth import WORST, growth

from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Article, Category, Change, Grain, Published, PublishedBasis, Status
from drawdown_cli.pipeline import analyze

DAY = date(2024, 10, 1)
PUBLISHED = Published("2024-10-01", Grain.DAY, PublishedBasis.MANIFEST, DAY, DAY, DAY, DAY)


def changes(text: str) -> tuple[Change, ...]:
    return analyze(Article("a", "a", "", "", "", "", PUBLISHED, text)).changes


def told(text: str) -> list[tuple[Category, Status]]:
    return [(change.category, change.status) for change in changes(text)]


TRIGGERS = [entry for entry in lexicon("changes").entries if entry.feature("role") == "trigger"]


@pytest.mark.parametrize(
    "entry", [entry for entry in TRIGGERS if entry.example], ids=lambda entry: f"{entry.word}-{entry.sense}"
)
def test_a_trigger_fires_in_its_example(entry):
    assert changes(entry.example)


@pytest.mark.parametrize(
    "entry",
    [entry for entry in TRIGGERS if entry.counter_example],
    ids=lambda entry: f"{entry.word}-{entry.sense}",
)
def test_a_trigger_is_silent_in_its_counter_example(entry):
    assert not changes(entry.counter_example)


@pytest.mark.parametrize(
    "text, status",
    [
        ("انسحبت القوات الفرنسية من مالي", Status.OCCURRED),
        ("لم تنسحب القوات الفرنسية من مالي", Status.DENIED),
        ("ستنسحب القوات الفرنسية من مالي", Status.PLANNED),
        ("لن تنسحب القوات الفرنسية من مالي", Status.DENIED),
        ("قد تنسحب القوات الفرنسية من مالي", Status.POSSIBLE),
        ("ربما تنسحب القوات الفرنسية من مالي", Status.POSSIBLE),
        ("بدأت فرنسا سحب قواتها من مالي", Status.ONGOING),
        ("أكملت فرنسا سحب قواتها من مالي", Status.OCCURRED),
        ("تم سحب القوات الفرنسية من مالي", Status.OCCURRED),
        ("سيتم سحب القوات الفرنسية من مالي", Status.PLANNED),
        ("تعتزم فرنسا بدء سحب قواتها من مالي", Status.PLANNED),
        ("لا تعتزم فرنسا سحب قواتها من مالي", Status.DENIED),
        ("نفت فرنسا سحب قواتها من مالي", Status.DENIED),
        ("لم تستبعد فرنسا سحب قواتها من مالي", Status.POSSIBLE),
        ("ليس لدى فرنسا نية لسحب قواتها من مالي", Status.DENIED),
        ("طالب النواب بإخراج القوات الفرنسية من مالي", Status.DEMANDED),
        ("على فرنسا أن تسحب قواتها من مالي وأن تغلق قواعدها", Status.DEMANDED),
        ("صوت البرلمان في باماكو على إخراج القوات الفرنسية من مالي", Status.DEMANDED),
        ("كان من المقرر أن تنسحب القوات الفرنسية من مالي", Status.PLANNED),
        ("انسحاب القوات الفرنسية من مالي غير وارد", Status.DENIED),
        ("نفت باريس وجود جنود فرنسيين في أوكرانيا", Status.DENIED),
        ("نفت فرنسا الأنباء التي تحدثت عن سحب قواتها من مالي", Status.DENIED),
        ("ما يشاع عن سحب القوات الفرنسية من مالي عار من الصحة", Status.DENIED),
        ("منح المجلس الضوء الأخضر لسحب القوات الفرنسية من مالي", Status.PLANNED),
        ("قالت وزارة الدفاع إن سحب القوات الفرنسية من مالي سيكتمل في مارس المقبل", Status.PLANNED),
    ],
)
def test_status_follows_tense_modality_and_negation(text, status):
    assert told(text)[0][1] is status


@pytest.mark.parametrize(
    "text, start, end",
    [
        # The date of the announcement is not the date of what is announced.
        ("أعلنت كندا أمس أنها ستسحب قواتها من مالي بحلول نهاية العام", "2024-12-31", "2024-12-31"),
        ("أعلنت كندا الخميس سحب قواتها من مالي قبل 15 مارس المقبل", "2025-03-14", "2025-03-15"),
        # Nothing else said, the announcement's date is the best there is.
        ("أعلنت كندا أمس أن قواتها غادرت مالي", "2024-09-30", "2024-09-30"),
        # Each clause has its own date.
        ("دخلت القوات الإثيوبية الصومال عام 2006 وخرجت منه عام 2009", "2006-01-01", "2006-12-31"),
        # A date ahead is none of what has happened.
        ("انتهت مهمة القوات الأممية في هايتي بعد عشر سنوات", "2024-10-01", "2024-10-01"),
        # Another event's date.
        (
            "أعلن الناتو إرسال 700 جندي إلى كوسوفو بعد إصابة 30 في اشتباكات أمس",
            "2024-10-01",
            "2024-10-01",
        ),
        ("في ديسمبر 2011، غادرت القوات الأميركية العراق", "2011-12-01", "2011-12-31"),
    ],
)
def test_a_change_has_the_date_that_governs_it(text, start, end):
    change = changes(text)[0]
    assert start <= change.date_start.isoformat() <= change.date_end.isoformat() <= end


@pytest.mark.parametrize(
    "text, value, role, unit, before",
    [
        ("سحبت كندا 300 جندي من مالي", 300, "moved", "troops", None),
        ("خفضت كندا عدد جنودها في مالي من 900 إلى 600 جندي", 600, "result", "troops", 900),
        ("خفضت كندا عدد جنودها في مالي إلى 600 جندي", 600, "result", "troops", None),
        ("ستخفض كندا عدد جنودها في مالي بمقدار 200 جندي", 200, "moved", "troops", None),
        ("سحبت كندا نصف قواتها من مالي", 50, "share", "percent", None),
        ("تقلص عدد القوات الكندية في مالي من 900 إلى 600 جندي", 600, "result", "troops", 900),
        ("كندا تقلص قواتها في مالي إلى 600 جندي", 600, "result", "troops", None),
        ("سحبت كندا خمس قواتها من مالي", 20, "share", "percent", None),
        ("ستخفض كندا عدد جنودها في مالي إلى صفر", 0, "result", "troops", None),
        ("تضم القوة الكندية في مالي 600 رجل", 600, "result", "troops", None),
        ("لم يبق من القوات الكندية في مالي سوى 600", 600, "result", "troops", None),
        ("خفض التحالف وجوده في العراق إلى أربع قواعد بعدما كان عدد القواعد 14", 4, "result", "bases", 14),
        ("أمرت كندا بسحب قواتها من مالي، وعددها 300 جندي", None, "", "", None),
    ],
)
def test_a_number_is_what_results_what_moves_or_a_share(text, value, role, unit, before):
    change = changes(text)[0]
    assert (change.value, change.value_role, change.unit, change.from_value) == (value, role, unit, before)


@pytest.mark.parametrize(
    "text, force, place, base",
    [
        ("سحبت واشنطن قواتها القتالية من الموصل", "American combat", "Mosul", ""),
        ("طلبت باماكو من ألمانيا سحب قواتها من مالي", "German", "Mali", ""),
        ("غادرت القوات الأميركية قاعدة عين الأسد في العراق", "American", "Iraq", "Ain al-Asad"),
        ("انسحبت بعثة مينوسما من مالي", "MINUSMA", "Mali", ""),
        ("وصل 400 عنصر من مجموعة فاغنر إلى مالي", "Wagner", "Mali", ""),
        ("تسلم الجيش العراقي معسكر التاجي من قوات التحالف الدولي", "Coalition", "Iraq", "Taji"),
        ("انسحبت القوات الإسرائيلية من جنوب لبنان", "Israeli", "southern Lebanon", ""),
        ("انسحبت القوات التركية من بعشيقة", "Turkish", "Iraq", ""),
        ("انسحبت القوات التركية من قاعدة بعشيقة", "Turkish", "Iraq", "Bashiqa"),
        ("سيغادر الجنود الأميركيون ديركو", "American", "Niger", ""),
        ("نشرت روسيا 150 جنديا في رميلان", "Russian", "Syria", ""),
    ],
)
def test_a_change_knows_whose_forces_and_where(text, force, place, base):
    change = changes(text)[0]
    assert (change.force, change.place, change.base) == (force, place, base)


@pytest.mark.parametrize(
    "text",
    [
        "قتل أربعة جنود فرنسيين في مالي أمس",
        "عادت جثامين ثلاثة جنود كنديين إلى بلادهم",
        "تبادلت موسكو وكييف الأسرى وعاد 90 جنديا أوكرانيا",
        "قصفت مسيرات قاعدة تضم قوات أميركية في سوريا",
        "ناقش الوزيران مستقبل القوات الأميركية في العراق",
        "عقدت جولة جديدة من المحادثات بشأن انسحاب القوات الأميركية من العراق",
        "غادر قائد القوات الأميركية بغداد",
        "غادر المدرب الفرنسي السعودية بعد إقالته",
        "شارك ألف جندي أميركي في مناورات في الأردن",
        "أرسل الاتحاد الأوروبي مراقبين للانتخابات في العراق",
        "نقلت القوات الفرنسية 200 طن من المساعدات إلى النيجر",
        "سحبت أنقرة سفيرها من دمشق",
        "دخل منتخب القوات المسلحة الفرنسية معسكرا في قطر",
    ],
)
def test_what_is_no_change_of_forces_is_left_out(text):
    assert not changes(text)


def test_a_change_inside_a_quotation_points_at_it():
    article = Article("a", "a", "", "", "", "", PUBLISHED, 'قال الوزير: "ستغادر القوات الفرنسية مالي قريبا".')
    document = analyze(article)
    assert document.changes[0].attributed_to == document.quotes[0].id


def test_every_span_cuts_its_own_words_out_of_the_article():
    text = "سحبت كندا 300 جندي من مالي. ثم أرسلت ألمانيا جنودها إلى النيجر في مارس 2013."
    for change in changes(text):
        assert text[change.start : change.end] == change.text == change.sources[0].text


def test_nothing_is_found_in_an_empty_text():
    assert changes("") == ()


@pytest.mark.parametrize(
    "text, expected",
    [
        ("لواشنطن 900 جندي في سوريا و2500 في العراق", [(900, "Syria"), (2500, "Iraq")]),
        ("ينتشر 900 جندي أميركي في سوريا، قتل منهم 25 في هجوم", [(900, "Syria")]),
        ("في العراق 2500 جندي أميركي، إضافة إلى 900 في سوريا", [(2500, "Iraq"), (900, "Syria")]),
        ("إضافة إلى 900 جندي في سوريا، يوجد في العراق 2500 جندي أميركي", [(900, "Syria"), (2500, "Iraq")]),
    ],
)
def test_a_second_number_with_a_place_is_a_second_level(text, expected):
    assert [(change.value, change.place) for change in changes(text)] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("تضم كفور 4500 جندي مقابل 50 ألفا عام 1999", [(4500, 2024), (50000, 1999)]),
        ("لفرنسا في مالي 900 جندي بعد أن كانوا 5100 في 2020", [(900, 2024), (5100, 2020)]),
    ],
)
def test_what_a_number_is_compared_with_held_on_its_own_date(text, expected):
    assert [(change.value, change.date_start.year) for change in changes(text)] == expected


def test_what_a_number_is_compared_with_held_some_time_before():
    now, then = changes("ينتشر 1200 جندي فرنسي في مالي مقابل 5300 في ذروة العملية")
    assert (then.value, then.status, then.date_start, then.date_end) == (
        5300,
        Status.OCCURRED,
        None,
        date(2024, 9, 30),
    )
    assert (now.value, now.date_start) == (1200, DAY)


@pytest.mark.parametrize(
    "text, status",
    [
        ("فرنسا تسحب قواتها من مالي\nأعلنت فرنسا أنها ستسحب قواتها من مالي.", Status.PLANNED),
        ("فرنسا تسحب قواتها من مالي\nغادرت القوات الفرنسية مالي أمس.", Status.OCCURRED),
        ("فرنسا تسحب قواتها من مالي\nأعلنت كندا أنها ستسحب قواتها من النيجر.", Status.ONGOING),
    ],
)
def test_a_headline_in_the_present_tense_says_what_its_article_tells(text, status):
    assert told(text)[0] == (Category.WITHDRAWAL, status)


def test_a_second_base_with_a_date_is_a_second_handover():
    text = "سلمت القوات الفرنسية قاعدة فايا في تشاد في مارس الماضي ثم قاعدة أبشي في أبريل الماضي"
    assert [(change.base, change.date_start.month) for change in changes(text)] == [
        ("Faya", 3),
        ("Abeche", 4),
    ]


@pytest.mark.parametrize(
    "words",
    ["سحبت فرنسا قواتها من مالي ", "أعلنت أن ", "نحو 900 جندي أميركي عام 2020 ", "بعد انسحاب القوات، "],
)
def test_time_grows_with_the_text_and_not_with_its_square(words):
    assert growth(changes, words, 4000) < WORST


def test_the_sin_of_the_future_makes_no_past_tense():
    found = told("ستقلص فرنسا عدد قواتها في تشاد إلى 1000 جندي")
    assert found == [(Category.WITHDRAWAL, Status.PLANNED)]


@pytest.mark.parametrize(
    "text",
    ["غادرت القوات الفرنسية مالي", "ستغادر القوات الألمانية مالي", "غادر 500 جندي فرنسي مالي في أغسطس"],
)
def test_a_country_that_sounds_like_an_adjective_is_left_like_any_other(text):
    assert [change.place for change in changes(text)] == ["Mali"]
