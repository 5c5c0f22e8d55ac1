import io

import pytest

from drawdown_cli.render.article import Mark, facts, marked, marks, show_article
from drawdown_cli.render.output import Format, Output

TEXT = "عنوان الخبر\nوقال كيربي إن \x1b[2J«2500 جندي باقون» في 2021."


def span(words: str) -> dict:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def a_record(**known) -> dict:
    quote = {
        **span("2500 جندي باقون"),
        "content": "2500 جندي باقون",
        "speaker": "جون كيربي",
        "source": "كيربي",
        "cue": "وقال",
        "cue_start": span("قال")["start"],
        "cue_end": span("قال")["end"],
        "source_start": span("كيربي")["start"],
        "source_end": span("كيربي")["end"],
        "rule": "verb_subject_inna",
        "confidence": "high",
    }
    sure = {"rule": "plain", "confidence": "medium"}
    return {
        "id": "a1",
        "title": "خبر",
        "source": "وكالة السهل",
        "url": "",
        "published": "2021-07",
        "published_basis": "inferred",
        "text": TEXT,
        "quotes": [quote],
        "timexes": [{**span("2021"), "text": "2021", "value": "2021", **sure}],
        "quantities": [{**span("2500 جندي"), "text": "2500 جندي", "value": 2500, **sure}],
        "changes": [],
        **known,
    }


def shown(record=None, *, format=Format.TABLE, tty=False, color="never", **how) -> str:
    class Sink(io.StringIO):
        def isatty(self) -> bool:
            return tty

    sink = Sink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", sink)
        show_article(record or a_record(), Output(format=format, color=color, width=90, pager=False), **how)
    return sink.getvalue()


def test_what_lies_in_a_quotation_is_drawn_over_it():
    assert [TEXT[mark.start : mark.end] for mark in marks(a_record())] == [
        "2500 جندي باقون",
        "قال",
        "كيربي",
        "2021",
        "2500 جندي",
    ]


def test_a_source_without_words_has_no_mark():
    record = a_record()
    record["quotes"][0] |= {"source_start": -1, "source_end": -1}
    assert "speaker" not in {mark.what for mark in marks(record)}


def test_marks_may_lie_in_one_another():
    text = marked("abcdef", [Mark(0, 6, "quote"), Mark(2, 4, "quantity")])
    assert [(span.start, span.end) for span in text.spans] == [(0, 2), (2, 4), (4, 6)]


def test_marking_loses_nothing_and_lets_nothing_act():
    text = marked(TEXT, marks(a_record()))
    assert text.plain == TEXT.replace("\x1b", "\ufffd")


def test_colours_have_a_legend_of_what_occurs():
    legend = shown(tty=True, color="always").split("\n\n")[0].splitlines()[-1]
    assert "quotation" in legend
    assert "change" not in legend


def test_without_colours_the_legend_names_what_is_bold_or_underlined():
    legend = shown(tty=True, color="never").split("\n\n")[0].splitlines()[-1]
    assert "speaker" in legend
    assert "quotation" not in legend


def test_without_colours_the_facts_are_listed():
    text = shown()
    assert "verb_subject_inna" in text
    assert "\x1b" not in text


def test_every_fact_is_explained_in_order_of_the_text():
    found = list(facts(a_record()))
    assert [(fact["what"], fact["value"], fact["rule"]) for fact in found] == [
        ("quantity", "2500", "plain"),
        ("quote", "جون كيربي", "verb_subject_inna"),
        ("timex", "2021", "plain"),
    ]


def test_explaining_adds_the_list_to_the_colours():
    assert "verb_subject_inna" not in shown(color="always", tty=True)
    assert "verb_subject_inna" in shown(color="always", tty=True, explain=True)


def test_plain_is_the_text_alone_and_harmless_on_a_terminal():
    assert shown(plain=True) == TEXT + "\n"
    assert shown(plain=True, tty=True) == TEXT.replace("\x1b", "\ufffd") + "\n"


def test_a_machine_format_gives_the_whole_record():
    import json

    assert json.loads(shown(format=Format.JSONL)) == a_record()
