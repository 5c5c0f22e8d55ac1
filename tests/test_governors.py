"""Which words bear on a change, and which only tell of who speaks."""

import pytest
from test_changes import changes


@pytest.mark.parametrize(
    "text, status",
    [
        ("قال مسؤول رفض الكشف عن اسمه إن كندا ستسحب 200 جندي كندي من مالي.", "planned"),
        ("أكد مسؤول طلب عدم الكشف عن هويته انسحاب 200 جندي كندي من مالي.", "planned"),
        ("نفى مسؤول طلب عدم الكشف عن اسمه سحب 200 جندي كندي من مالي.", "denied"),
        ("نفى مسؤول، اشترط عدم ذكر اسمه، وجود خطط لسحب 200 جندي كندي من مالي.", "denied"),
        ("نفى مسؤول رفض ذكر اسمه سحب 200 جندي كندي من مالي.", "denied"),
        ("أكد مسؤول رفض الكشف عن اسمه سحب 200 جندي كندي من مالي.", "planned"),
        ("قال مسؤول طلب عدم الإفصاح عن هويته إن كندا ستسحب 200 جندي كندي من مالي.", "planned"),
        ("قال مسؤول فضل عدم ذكر اسمه إن كندا قد تسحب 200 جندي كندي من مالي.", "possible"),
    ],
)
def test_a_name_that_is_withheld_denies_no_change(text, status):
    assert [each.status for each in changes(text)] == [status]
