"""Why a speaker goes unnamed is kept with the quotation, as written."""

import csv
import io
import json

import pytest
from growth import WORST, growth

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.cli import run
from drawdown_cli.extract.attribution import find_quotes
from drawdown_cli.indexing import index_paths
from drawdown_cli.models import QuoteFilter
from drawdown_cli.store.index import Index

AFTER_NAME = [
    ("قال مسؤول عسكري {} إن القوات غادرت مطار غاو.", "طلب عدم الكشف عن هويته لأنه غير مخول بالتصريح"),
    ("وقالت مسؤولة في الأمم المتحدة {} إن القافلة وصلت إلى تيغراي.", "طلبت عدم ذكر اسمها"),
    ("وقال مسؤولان أمنيان {} إن الانسحاب سيبدأ غدا.", "طلبا عدم الكشف عن هويتيهما"),
    ("وقال دبلوماسيون {} إن المحادثات تعثرت في جوبا.", "اشترطوا عدم الكشف عن أسمائهم"),
    ("وقالت ضابطات {} إن الكتيبة غادرت.", "رفضن الكشف عن هوياتهن"),
    ("وقال ضابط كولومبي {} إن الجيش سينسحب من كاوكا.", "فضل عدم الكشف عن اسمه"),
    ("وقال مسؤول أميركي {} إن العدد سيهبط إلى ألفين.", "تحدث شريطة عدم الكشف عن هويته"),
    ("وقال عنصران في حرس الحدود {} إن المعبر أقفل.", "تحدثا شريطة عدم ذكر اسميهما"),
    ("وقال دبلوماسيان {} إن البعثة ستقلص.", "تحدثا شرط عدم الكشف عن هويتهما"),
    ("وأكد مصدر {} أن القوات انتشرت في منبج.", "من دون الكشف عن هويته"),
    ("وقال مسؤول كبير {} إن الكتيبة عادت.", "لم يشأ ذكر اسمه"),
    ("ونقلت الصحيفة عن مصدر {} قوله إن الجنود وصلوا إلى بورت سودان.", "لم يكشف عن اسمه"),
    ("ونقلت صحيفة «الوطن» عن مصدر {} قوله إن الجسر قطع.", "لم تسمه"),
    ("ولفت مصدر قيادي {} إلى أن الانسحاب تم.", "رفض الإفصاح عن هويته"),
    ("وقالت مصادر مطلعة {} لرويترز إن الاتفاق قريب.", "فضلت عدم الكشف عن هويتها لحساسية الموضوع"),
    ("وقال مصدر {} إن الحصار مستمر في الفاشر.", "طلب عدم ذكر اسمه الكامل خوفا على سلامته"),
    ("وقال مسؤول {} إن المتمردين دخلوا غوما.", "طلب ألا ينشر اسمه ومنصبه"),
    ("وقال موظف إغاثة {} إن المخيم أحرق.", "رافضا ذكر اسمه خوفا من الانتقام"),
    ("وأوضح المصدر الذي {} أن القصف توقف في الخرطوم.", "طلب عدم الكشف عن هويته"),
    ("وقال قيادي تحدث إلينا و{} إن السلاح سيبقى.", "اشترط إخفاء هويته"),
]
BETWEEN_COMMAS = [
    ("وقال مسؤول، {}، إن اللواء انسحب من باخموت.", "مشترطا عدم كشف هويته"),
    ("مسؤول إثيوبي، {}، أكد أن القوات الإريترية لم تنسحب.", "طلب عدم الكشف عن هويته"),
    ("وبحسب مصدر عسكري {}، فإن الجنود غادروا القاعدة.", "رفض الكشف عن هويته"),
    ("غادر الجنود ليلا، بحسب مسؤول في الحكومة الصومالية {}.", "فضل عدم الكشف عن اسمه"),
    ("وقال مصدر {}، إن الحصار مستمر.", "طلب عدم ذكر اسمه، لأنه غير مخول بالحديث لوسائل الإعلام"),
]
BEFORE_NAME = [
    ("وقال، {}، مسؤول في كييف إن اللواء انسحب من باخموت.", "طالبا عدم الكشف عن اسمه"),
    ("وقال لوكالة فرانس برس {} مسؤول محلي إن المتمردين دخلوا غوما.", "شريطة عدم ذكر اسمه"),
    ("و{}، قال مسؤول فلبيني إن السفن غادرت المياه.", "شريطة عدم الكشف عن هويته"),
]
BEHIND_QUOTATION = [
    ("وقال ضابط في الجيش إن الجنود غادروا القاعدة ليلا، {}.", "طالبا عدم ذكر اسمه"),
    ("وقال ضابط في الجيش إن الجنود غادروا القاعدة ليلا، و{}.", "طلب عدم ذكر اسمه"),
    ("وقال ضابط: «غادر الجنود القاعدة ليلا»، {}.", "مشترطا عدم الكشف عن هويته لأسباب أمنية"),
    ("«غادر الجنود القاعدة ليلا»، قال ضابط في الجيش النيجري {}.", "طلب عدم ذكر اسمه"),
]


@pytest.mark.parametrize(
    "text, clause", [*AFTER_NAME, *BETWEEN_COMMAS, *BEFORE_NAME, *BEHIND_QUOTATION], ids=str
)
def test_the_clause_is_kept_and_no_part_of_speaker_or_words(text, clause):
    [quote] = find_quotes(tokenize(text.format(clause)))
    assert quote.anonymity == clause
    assert clause not in quote.content
    assert clause not in quote.source


@pytest.mark.parametrize(
    "text",
    [
        "وقال المتحدث باسم الجيش محمد عبد الله إن هوية المهاجم لم تعرف.",
        "وقال وزير الدفاع إن الجيش رفض الكشف عن هويته.",
        "وقالت الشرطة، من دون الكشف عن هويته، إن المهاجم قتل.",
        "وقال مسؤول إن رجلا قتل في الهجوم من دون الكشف عن هويته.",
        "وقالت ضابطة: «قتل جندي واحد في الهجوم»، رافضة الكشف عن هويته.",
        "وقال ضابط ورد اسمه في التحقيق إن البعثة ستقلص.",
        "وقال ضابط متقاعد اسمه محمود إن البعثة ستقلص.",
        "وقال مسؤول محلي إن المعبر أقفل.",
    ],
)
def test_another_s_name_and_a_name_that_is_told_are_no_such_clause(text):
    assert [quote.anonymity for quote in find_quotes(tokenize(text))] == [""]


def test_each_speaker_has_his_own_clause_and_an_interrupted_quotation_has_it_twice():
    both = "وقال مدير المرفأ إن السفن وصلت، فيما أكد مسؤول آخر فضل عدم ذكر اسمه أن السفن لم تصل."
    split = "«سنغادر قريبا»، يقول جندي في الفيلق طلب إخفاء هويته، «لكن أحدا لا يعرف متى»."
    clauses = [[quote.anonymity for quote in find_quotes(tokenize(text))] for text in (both, split)]
    assert clauses == [["", "فضل عدم ذكر اسمه"], ["طلب إخفاء هويته"] * 2]


def test_a_name_within_what_is_said_does_not_silence_its_cue():
    text = "وتحدث الوالي أحمد سالم عن الهجوم. وأضاف أن المهاجم اسمه علي وأنه فر."
    assert [quote.content for quote in find_quotes(tokenize(text))] == ["المهاجم اسمه علي وأنه فر"]


@pytest.mark.parametrize("unit", ["وقال مسؤول طلب عدم ذكر اسمه إن الجسر قطع، ", "طلب عدم ذكر اسمه هويته "])
def test_time_grows_with_the_length_of_the_text(unit):
    assert growth(lambda text: find_quotes(tokenize(text)), unit, 8000) < WORST


@pytest.fixture
def index(tmp_path):
    text = (
        "جسر\n\n3 مايو 2023\n\nوقال مسؤول في غاو طلب عدم ذكر اسمه إن الجسر قطع. وقال الوالي إن الجسر سليم.\n"
    )
    (tmp_path / "bridge.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "index.sqlite3"
    with Index.open(path, write=True) as store:
        index_paths([tmp_path], store)
    return path


def test_the_index_keeps_it(index):
    with Index.open(index) as store:
        assert [quote.anonymity for quote in store.quotes(QuoteFilter())] == ["طلب عدم ذكر اسمه", ""]


def test_every_format_of_quotes_has_it(index, capsys):
    shown = {}
    for how in ("jsonl", "csv", "tsv", "table"):
        assert run(["quotes", "--index", str(index), "--format", how]) == 0
        shown[how] = capsys.readouterr().out
    told = [json.loads(line)["anonymity"] for line in shown["jsonl"].splitlines()]
    assert told == ["طلب عدم ذكر اسمه", ""]
    assert [row["anonymity"] for row in csv.DictReader(io.StringIO(shown["csv"].lstrip("\ufeff")))] == told
    assert "طلب عدم ذكر اسمه" in shown["tsv"]
    assert "طلب عدم ذكر اسمه" in shown["table"]


def test_show_explains_it(index, capsys):
    assert run(["show", "bridge", "--explain", "--width", "160", "--index", str(index)]) == 0
    listed = capsys.readouterr().out.partition("الجسر سليم.")[2]
    assert "طلب عدم ذكر اسمه" in " ".join(listed.split())


@pytest.mark.parametrize(
    "text, words",
    [
        (
            "نفى مسؤول في الحلف طلب عدم كشف هويته وجود أي خطط للرحيل من كوسوفو.",
            "وجود أي خطط للرحيل من كوسوفو",
        ),
        ("أكد مصدر رفض ذكر اسمه مغادرة آخر جندي نيامي.", "مغادرة آخر جندي نيامي"),
        ("أكد ضابط طلب عدم الكشف عن هويته تجنبا للعقاب أن الجنود رحلوا.", "الجنود رحلوا"),
    ],
)
def test_what_is_denied_may_follow_the_name_that_is_withheld(text, words):
    (quote,) = find_quotes(tokenize(text))
    assert (quote.content, quote.speaker.split()[0]) == (words, text.split()[1])
