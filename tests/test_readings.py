"""Verb or verbal noun, where one spelling is both."""

import pytest
from test_changes import told

from drawdown_cli.models import Category, Status


@pytest.mark.parametrize(
    "text, expected",
    [
        # behind a subject that 'that', 'was' or the sentence opens with stands a verb ...
        ("قال البنتاغون إن الجيش الأميركي سحب كل قواته من النيجر", (Category.WITHDRAWAL, Status.OCCURRED)),
        ("أكدت الوزارة أن حلف الناتو نشر قوات في كوسوفو", (Category.DEPLOYMENT, Status.OCCURRED)),
        ("وكان الجيش الفرنسي نشر ألف جندي في مالي", (Category.DEPLOYMENT, Status.OCCURRED)),
        ("الجيش الأميركي سحب قواته من النيجر", (Category.WITHDRAWAL, Status.OCCURRED)),
        ("نشر الجيش الفرنسي 900 جندي في مالي", (Category.DEPLOYMENT, Status.OCCURRED)),
        # ... behind one that another verb has, the noun
        ("أعلن الجيش الفرنسي سحب قواته من مالي", (Category.WITHDRAWAL, Status.PLANNED)),
        ("قرر الجيش الفرنسي سحب قواته من مالي", (Category.WITHDRAWAL, Status.PLANNED)),
        ("كان الجيش الفرنسي يعتزم سحب قواته من مالي", (Category.WITHDRAWAL, Status.PLANNED)),
    ],
)
def test_a_subject_before_it_makes_it_a_verb(text, expected):
    assert told(text) == [expected]


def test_a_noun_that_is_no_actor_has_its_predicate():
    assert told("قال الوزير إن الهدف الأميركي سحب القوات من سوريا") == []
