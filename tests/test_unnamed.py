"""'The source', 'the spokesman', 'the UN employee': who among the unnamed is meant."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

LAST = "وأضاف {} أن المفاوضات لم تنته."
TEXTS = {
    "'the source' is whoever spoke unnamed": (
        "وقال مستشار للرئيس طلب عدم نشر اسمه إن القوات سترحل. " + LAST.format("المصدر"),
        "مستشار للرئيس",
    ),
    "past what the narrator tells": (
        "وقالت مسؤولة في الأمم المتحدة إن القوات سترحل. ولم تعلن الحكومة موعدا. " + LAST.format("المصدر"),
        "مسؤولة في الأمم المتحدة",
    ),
    "'the military source' is the officer who has just spoken": (
        "وقال ضابط رفيع في الجيش إن القوات سترحل. " + LAST.format("المصدر العسكري"),
        "ضابط رفيع في الجيش",
    ),
    "a spokesman by the other word for one": (
        "وقال ناطق باسم القوة إن الجنود رحلوا. " + LAST.format("المتحدث"),
        "ناطق باسم القوة",
    ),
    "of whose nation nothing was told": (
        "وقال موظف في البعثة إن الجنود رحلوا. " + LAST.format("الموظف الأممي"),
        "موظف في البعثة",
    ),
    "not who is of another nation": (
        "وقال مسؤول أميركي إن الجنود رحلوا. " + LAST.format("المسؤول العراقي"),
        "مسؤول عراقي",
    ),
    "a source of his own before an official": (
        "وقال مصدر أمني إن الجنود رحلوا. وقال مسؤول محلي إن الطريق مفتوح. " + LAST.format("المصدر"),
        "مصدر أمني",
    ),
    "not who spoke long ago": (
        "وقال ضابط في الجيش إن الجنود رحلوا. " + "وكانت القاعدة قد تعرضت لهجوم. " * 6 + LAST.format("المصدر"),
        "مصدر",
    ),
}


WHOLE = {
    "وقال جنرال فرنسي سابق إن القوات سترحل.": "جنرال فرنسي سابق",
    "وأكد أكثر من مسؤول أن القوات سترحل.": "أكثر من مسؤول",
    "وقالت مصادر «الأخبار» إن القوات سترحل.": "مصادر «الأخبار»",
    "وقال خبراء في الشأن الأفريقي إن القوات سترحل.": "خبراء في الشأن الأفريقي",
    "وأفاد سائق شاحنة وكالة رويترز بأن القوات سترحل.": "سائق شاحنة",
    "وأكد مراقبون لـ«الأخبار» أن القوات سترحل.": "مراقبون",
}


@pytest.mark.parametrize(("text", "speaker"), WHOLE.items())
def test_who_goes_unnamed_is_told_whole(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == [speaker]


@pytest.mark.parametrize(("text", "speaker"), TEXTS.values(), ids=TEXTS)
def test_who_is_meant_among_the_unnamed(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in find_quotes(tokenize(text))][-1] == speaker
