"""Who speaks is told from everything else that stands in his sentence: hearers, venues, targets, remarks."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

OPENING = "قال الوزير إن الأمر انتهى. "


def speakers(text: str) -> list[str]:
    return [quote.speaker for quote in find_quotes(tokenize(text))]


@pytest.mark.parametrize(
    "text",
    [
        'واعتبر في حديث لـ"المنبر"، أن "عرقلة القافلة أمر مرفوض".',
        "وكشف في تصريح خاص لـ«المرفأ» أن القافلة عادت.",
        "وأضاف في مقابلة مع قناة «الضفة»: «لن نبقى هنا سنة أخرى».",
    ],
)
def test_who_is_told_in_marks_does_not_speak(text):
    assert speakers(OPENING + text) == ["الوزير", "الوزير"]


@pytest.mark.parametrize(
    "subject, target",
    [
        ("مسؤول حكومي", "قوات الرد السريع"),
        ("متحدث عسكري", "حركة الشباب"),
        ("مسؤول أميركي", "إيران"),
        ("مسؤول محلي يمني", "جماعة الحوثي"),
        ("منظمات حقوقية", "قوات النظام"),
    ],
)
def test_behind_an_adjective_without_article_another_phrase_begins(subject, target):
    verb = "واتهمت" if subject.startswith("منظمات") else "واتهم"
    [quote] = find_quotes(tokenize(f"{verb} {subject} {target} بقصف السوق."))
    assert (quote.speaker, quote.content) == (subject, f"{target} بقصف السوق")


def test_a_title_of_three_bare_words_is_one_title():
    text = "وقال مدير عام شرطة محافظة ميسان اللواء كريم العبودي إن السوق هادئة."
    assert speakers(text) == ["كريم العبودي"]


@pytest.mark.parametrize("how", ["رافضا كشف هويته", "مفضلا عدم ذكر اسمه", "طالبا عدم الكشف عن هويته"])
def test_how_an_official_speaks_is_not_his_name(how):
    assert speakers(f"وقال الضابط {how}، إن الكتيبة لم تغادر الجزيرة.") == ["الضابط"]


@pytest.mark.parametrize("clause", ["رفض ذكر اسمه", "رفض ذكر اسمه خشية الملاحقة", "لم يشأ كشف هويته"])
@pytest.mark.parametrize("told", ["", "لوكالة الأناضول "])
def test_a_witness_who_gives_no_name_is_a_witness(told, clause):
    assert speakers(f"وقال {told}شاهد عيان {clause} إن الدبابات عادت ليلا.") == ["شاهد عيان"]


@pytest.mark.parametrize("clause", ["", " لم تسمهم", " لم تكشف هوياتهم"])
def test_who_is_quoted_between_commas_speaks(clause):
    text = f'وذكرت صحيفة "الضفة"، نقلا عن ثلاثة مسؤولين كينيين{clause}، أن القرار اتخذ الأسبوع الماضي.'
    [quote] = find_quotes(tokenize(text))
    assert (quote.speaker, quote.via) == ("ثلاثة مسؤولين كينيين", 'صحيفة "الضفة"')


@pytest.mark.parametrize("verb", ["نقلت قناة الضفة", "نقل موقع الضفة", "نقلت وسائل إعلام محلية"])
def test_the_verb_of_who_carries_words_says_nothing_of_who_speaks(verb):
    text = f"{verb} عن العقيد سالم جمعة قوله إن اللجنة ستجتمع. وأوضح أن الموعد لم يحدد بعد."
    assert speakers(text) == ["سالم جمعة", "سالم جمعة"]


@pytest.mark.parametrize("reaction", ["رد فعل رسمي", "ردة فعل رسمية"])
def test_a_reaction_is_nobody_who_answers(reaction):
    text = f'وأصدر المجلس بيانا في أول {reaction} قال فيه: "إن باريس تتحمل جزءا من المسؤولية".'
    assert speakers(text) == ["المجلس"]


@pytest.mark.parametrize("site", ['موقع "الضفة"', "موقع أكسيوس", "موقع السومرية نيوز"])
def test_a_site_is_a_medium_where_its_name_follows(site):
    assert speakers(f"وبحسب {site}، فإن الكتيبة قررت الانسحاب من القاعدة.") == [site]


def test_a_site_on_the_map_is_none():
    assert speakers("وتحدد المدى بحسب موقع القاعدة، فإن الرادار لا يرى الوادي.") == []


@pytest.mark.parametrize(
    "dateline", ["بورتسودان- متابعات نبض برس- ", "وكالات - الضفة الإخباري - ", "بغداد - واع - "]
)
def test_a_dateline_of_two_parts_says_nothing(dateline):
    assert speakers(f"{dateline}أكد وزير الدفاع أن الكتيبة ستغادر.") == ["وزير الدفاع"]


def test_a_surname_known_from_before_speaks_behind_that():
    text = (
        "رد المتحدث باسم الحرس العميد بهرام نوروزي على الاتهامات. "
        "وذكرت وكالة تسنيم أن نوروزي قال في تصريح له إن التقارير كاذبة."
    )
    [quote] = find_quotes(tokenize(text))
    assert (quote.speaker, quote.via, quote.content) == ("بهرام نوروزي", "وكالة تسنيم", "التقارير كاذبة")


@pytest.mark.parametrize(
    "body, held",
    [
        ("قوات سوريا الديمقراطية", "المدعومة من واشنطن"),
        ('قوات "درع الشمال"', "المدعومة من تركيا"),
        ("القوات الروسية", "المتمركزة في القاعدة"),
    ],
)
def test_what_a_participle_tells_of_a_body_is_none_of_its_name(body, held):
    assert speakers(f"وأعلنت {body} {held} أنها سيطرت على ثلاث قرى.") == [body]


@pytest.mark.parametrize("title", ["النائب", "النائب في البرلمان التونسي", "المستشار في الرئاسة"])
def test_a_woman_may_have_a_title_in_the_masculine(title):
    text = f"وقالت {title} سامية العمري إن القاعدة مخالفة للدستور. وأضافت أن الكتيبة سترحل."
    assert speakers(text) == ["سامية العمري"] * 2


@pytest.mark.parametrize(
    "phrase, name",
    [
        ("القيادي السابق بمليشيا الدعم السريع، بشير حماد،", "بشير حماد"),
        ("القيادي في حركة فتح نضال قعدان", "نضال قعدان"),
        ("العميد احتياط أوري بن شاحر", "أوري بن شاحر"),
        ("آية الله السيد جواد الحسني", "جواد الحسني"),
        ("حجة الإسلام علي الكاظمي", "علي الكاظمي"),
        ("الأركان العامة للجيوش البلجيكية", "الأركان العامة للجيوش البلجيكية"),
        ('متحدث باسم الـ"يوناميد"،', 'متحدث باسم الـ"يوناميد"'),
        ("قائد ميداني طلب الإشارة إليه باسم أبو حازم", "أبو حازم"),
    ],
)
def test_a_phrase_is_read_to_its_end(phrase, name):
    verb = "وقالت" if name.startswith("الأركان") else "وقال"
    assert speakers(f"{verb} {phrase} إن الكتيبة باقية في الوادي.") == [name]


def test_a_subject_in_marks_may_have_a_long_way_to_its_words():
    text = (
        'وقال "غولر" في كلمته التي ألقاها خلال تفقده القوات الموجودة على الحدود مع الجارة الجنوبية في ولاية '
        "كيليس جنوبي البلاد، إن أمن الحدود معرض للخطر."
    )
    assert speakers(text) == ["غولر"]
