"""A user's corrections.toml: what it may say, what follows from it, and that every export shows it."""

import json

import pytest

from drawdown_cli.cli import run
from drawdown_cli.corrections import FILE_NAME, CorrectedIndex
from drawdown_cli.corrections.userfile import read_corrections
from drawdown_cli.errors import InputError
from drawdown_cli.models import ChangeFilter, QuoteFilter
from drawdown_cli.timeline import build_timeline

ARTICLES = {
    "leave": """باريس

23 يوليو 2021

انسحبت القوات الفرنسية من مالي في 5 مايو 2021. وقال وزير النقل خالد الجابري إن الميناء مفتوح.
وأضاف أن السفن تصل كل يوم.""",
    "again": """باماكو

24 يوليو 2021

وانسحبت القوات الفرنسية من مالي في 5 مايو 2021. وأكد مسؤول محلي أن الشحنات في الطريق.""",
}
WITHDRAWAL, PORT, SHIPS, FREIGHT = "withdrawal", "الميناء مفتوح", "السفن تصل كل يوم", "الشحنات في الطريق"


@pytest.fixture
def index(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "i.sqlite3"
    assert run(["index", "-q", "--index", str(path), str(folder)]) == 0
    return path


def shown(index, capsys, *arguments):
    run([arguments[0], "--index", str(index), "-q", *arguments[1:]])
    return capsys.readouterr().out


def records(index, capsys, *arguments):
    return [json.loads(line) for line in shown(index, capsys, *arguments, "-f", "jsonl").splitlines()]


def ids(index, capsys):
    """The ids of the quotations by their words, and of the withdrawal."""
    quotes = records(index, capsys, "quotes")
    [row] = records(index, capsys, "timeline")
    return {**{quote["content"]: quote["id"] for quote in quotes}, WITHDRAWAL: row["id"]}


def correct(index, *entries):
    text = "\n".join(f"[[correction]]\n{entry}\n" for entry in entries)
    index.with_name(FILE_NAME).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "text, line, words",
    [
        ('[[correction]]\nid = "q0123456789"\nreject = maybe', 3, "mend this line"),
        ('[[correction]]\n\nid = "q01"\nreject = true', 3, "'q01' is no fact's; copy the id from an export"),
        ("[[correction]]\nreject = true", 1, "copy the id from an export"),
        ('[[correction]]\nid = "q0123456789"', 2, "add accept, reject or one of speaker"),
        ('[[correction]]\nid = "q0123456789"\nspeeker = "س"', 3, "did you mean speaker?"),
        ('[[correction]]\nid = "c0123456789"\nspeaker = "س"', 3, "is no key for a change"),
        ('[[correction]]\nid = "c0123456789"\nvalue = "2500"', 3, "in digits, without quotation marks"),
        ('[[correction]]\nid = "c0123456789"\nstatus = "done"', 3, "use one of occurred, ongoing"),
        ('[[correction]]\nid = "c0123456789"\ndate = "May 2021"', 3, "write 2021, 2021-09 or 2021-09-09"),
        ('[[correction]]\nid = "c0123456789"\ndate = "2021-09/2021-05"', 3, "write the earlier day first"),
        ('[[correction]]\nid = "c0123456789"\nreject = true\nvalue = 3', 3, "keep one of them"),
        ('[[correction]]\nid = "c0123456789"\naccept = "yes"', 3, "write accept = true"),
        ('[[correction]]\nid = "c0123456789"\nforce = ""', 3, "is no text"),
        ('[correction]\nid = "c0123456789"', 1, "begin each correction with [[correction]]"),
        ('\n[[corection]]\nid = "c0123456789"', 2, "begin each with [[correction]]"),
        (
            '[[correction]]\nid = "c0123456789"\naccept = true\n# again\n[[correction]]\n\n'
            'id = "c0123456789"\nreject = true',
            7,
            "corrected on line 1 already; join the two",
        ),
    ],
)
def test_a_bad_file_is_one_sentence_with_its_line_and_a_remedy(tmp_path, text, line, words):
    file = tmp_path / FILE_NAME
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_corrections(file)
    assert str(error.value).startswith(f"{file}: line {line}: ")
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_text_is_named(tmp_path):
    file = tmp_path / FILE_NAME
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is not in UTF-8; save it so"):
        read_corrections(file)
    file.unlink()
    file.mkdir()
    with pytest.raises(InputError, match="make it a file that can be read"):
        read_corrections(file)


def test_a_bad_file_ends_every_command_that_would_apply_it_with_code_2(index, capsys):
    correct(index, 'id = "nonsense"')
    for command in (["quotes"], ["timeline"], ["speakers"], ["show", "leave"], ["report", "-o", "r.html"]):
        assert run([command[0], "--index", str(index), *command[1:]]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert f"{FILE_NAME}: line 2: id: 'nonsense'" in told.err
        assert len(told.err.splitlines()) == 1


def test_a_fixed_speaker_is_found_and_counted_where_he_belongs(index, capsys):
    correct(index, f'id = "{ids(index, capsys)[SHIPS]}"\nspeaker = "سعيد الحربي"')
    assert [q["content"] for q in records(index, capsys, "quotes", "--speaker", "الحربي")] == [SHIPS]
    assert [q["content"] for q in records(index, capsys, "quotes", "--speaker", "الجابري")] == [PORT]
    about = records(index, capsys, "quotes", "--speaker", "الحربي", "--about", "السفن")
    assert [q["content"] for q in about] == [SHIPS]
    assert records(index, capsys, "search", "السفن", "--speaker", "الحربي")
    assert records(index, capsys, "search", "السفن", "--speaker", "الجابري") == []
    assert records(index, capsys, "search", "الميناء", "--speaker", "الجابري")
    counts = {each["speaker"]: each["quotes"] for each in records(index, capsys, "speakers")}
    assert (counts["سعيد الحربي"], counts["خالد الجابري"]) == (1, 1)


def test_a_fixed_date_decides_what_lies_in_an_interval(index, capsys):
    correct(index, f'id = "{ids(index, capsys)[PORT]}"\ndate = 2019-03-01')
    assert [q["content"] for q in records(index, capsys, "quotes", "--until", "2020")] == [PORT]
    assert PORT not in [q["content"] for q in records(index, capsys, "quotes", "--since", "2020")]
    [quote] = records(index, capsys, "quotes", "--until", "2020")
    assert (quote["date"], quote["date_basis"], quote["confidence"]) == ("2019-03-01", "corrected", "high")


def test_a_correction_holds_for_all_reports_of_a_fact(index, capsys):
    fact = ids(index, capsys)[WITHDRAWAL]
    correct(index, f'id = "{fact}"\ndate = "2020-02"\nvalue = 300\nplace = "النيجر"')
    [row] = records(index, capsys, "timeline", "--since", "2020", "--until", "2020-12")
    assert (row["date_start"], row["date_end"], row["grain"]) == ("2020-02-01", "2020-02-29", "month")
    assert (row["value"], row["value_role"], row["unit"], row["place"]) == (300, "moved", "troops", "Niger")
    assert {source["doc"] for source in row["sources"]} == {"leave", "again"}
    assert row["correction"]["verdict"] == "fixed"
    assert row["correction"]["fields"] == ["date", "value", "place"]
    assert row["correction"]["found"]["place"] == "Mali"
    assert records(index, capsys, "timeline", "--since", "2021") == []


def test_what_is_rejected_is_shown_only_on_request(index, capsys):
    known = ids(index, capsys)
    correct(index, *(f'id = "{known[name]}"\nreject = true' for name in (WITHDRAWAL, FREIGHT)))
    assert records(index, capsys, "timeline") == []
    assert FREIGHT not in [q["content"] for q in records(index, capsys, "quotes")]
    assert "مسؤول محلي" not in [each["speaker"] for each in records(index, capsys, "speakers")]
    [row] = records(index, capsys, "timeline", "--rejected")
    assert row["correction"] == {"verdict": "rejected", "fields": [], "found": {}, "note": ""}
    assert FREIGHT in [q["content"] for q in records(index, capsys, "quotes", "--rejected")]


def test_corrections_survive_indexing_again_and_name_what_they_do_not_meet(index, capsys):
    correct(index, f'id = "{ids(index, capsys)[PORT]}"\naccept = true', 'id = "q0000000000"\nreject = true')
    (index.parent / "articles" / "more.txt").write_text("وصل الوفد إلى باريس.", encoding="utf-8")
    index.unlink()
    assert run(["index", "-q", "--index", str(index), str(index.parent / "articles")]) == 0
    [port] = [q for q in records(index, capsys, "quotes") if q["content"] == PORT]
    assert port["correction"]["verdict"] == "accepted"
    run(["info", "--index", str(index)])
    assert f"{FILE_NAME}: line 5: nothing in this index has the id q0000000000" in capsys.readouterr().err


def test_an_index_without_corrections_yields_what_it_holds(index):
    with CorrectedIndex.open(index) as opened:
        assert len(list(opened.quotes(QuoteFilter()))) == 3
        assert len(build_timeline(opened.changes(ChangeFilter()))) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        *(["quotes", "-f", name] for name in ("json", "jsonl", "csv", "tsv", "md")),
        *(["timeline", "-f", name] for name in ("json", "jsonl", "csv", "tsv", "md", "ics", "timelinejs")),
        *(["quotes", "--cite", name] for name in ("plain", "bibtex", "csl")),
        ["show", "leave", "-f", "json"],
    ],
    ids=" ".join,
)
def test_every_export_shows_what_was_corrected_and_what_made_it(index, capsys, arguments):
    known = ids(index, capsys)
    correct(
        index,
        f'id = "{known[SHIPS]}"\nrole = "القبطان"',
        f'id = "{known[WITHDRAWAL]}"\ndate = "2020"\nnote = "by the gazette"',
    )
    written = shown(index, capsys, *arguments).replace("\r\n ", "")
    assert "fixed" in written or "corrected by hand" in written
    for made_by in ("drawdown 0", "lexicon ", "schema 1"):
        assert made_by in written


def test_the_report_and_the_table_show_what_was_corrected(index, capsys, tmp_path):
    correct(index, f'id = "{ids(index, capsys)[SHIPS]}"\nspeaker = "سعيد الحربي"\nnote = "<b>heard</b>"')
    page = tmp_path / "report.html"
    shown(index, capsys, "report", "-o", str(page))
    assert '<bdi class="corrected">✎ مصحَّح يدويًّا: &lt;b&gt;heard&lt;/b&gt;</bdi>' in page.read_text("utf-8")
    table = shown(index, capsys, "quotes", "-f", "table", "--width", "120")
    assert "indirect ✎" in table
    assert "✎ corrected by you" in table


def test_a_command_writes_the_file_that_hands_may_edit(index, capsys):
    known = ids(index, capsys)
    assert (
        run(["correct", "--index", str(index), known[SHIPS], "--speaker", "سعيد الحربي", "--note", 'a "b"'])
        == 0
    )
    assert run(["correct", "--index", str(index), "-q", known[WITHDRAWAL], "--reject"]) == 0
    written = read_corrections(index.with_name(FILE_NAME))
    assert written[known[SHIPS]].fixes == {"speaker": "سعيد الحربي"}
    assert (written[known[SHIPS]].note, written[known[SHIPS]].words) == ('a "b"', SHIPS)
    capsys.readouterr()
    assert records(index, capsys, "timeline") == []


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["q0000000000", "--reject"], "nothing in this index has the id 'q0000000000'"),
        (["Kadhimi", "--reject"], "nothing in this index has the id 'Kadhimi'"),
        ([SHIPS], "says nothing of the fact; add accept, reject"),
        ([SHIPS, "--date", "soon"], "date: 'soon' is no date"),
        ([SHIPS, "--value", "3"], "value: is no key for a quotation"),
        ([SHIPS, "--reject", "--role", "x"], "can be neither accepted nor fixed"),
        ([PORT, "--reject"], "is corrected on line 1 of"),
    ],
)
def test_a_command_that_makes_no_sense_leaves_the_file_as_it_is(index, capsys, arguments, message):
    known = ids(index, capsys)
    correct(index, f'id = "{known[PORT]}"\naccept = true')
    before = index.with_name(FILE_NAME).read_text("utf-8")
    assert run(["correct", "--index", str(index), known.get(arguments[0], arguments[0]), *arguments[1:]]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert len(told.splitlines()) == 1
    assert index.with_name(FILE_NAME).read_text("utf-8") == before


def test_a_fact_that_is_cut_otherwise_by_now_is_known_by_its_words(index, capsys):
    correct(
        index,
        f'id = "q0000000000"\nspeaker = "سعيد الحربي"\ndoc = "leave"\nwords = "{SHIPS} إلى هنا"',
        'id = "c0000000000"\nvalue = 9\ndoc = "again"\nwords = "وانسحبت القوات الفرنسية من مالي"',
        'id = "q0000000001"\nreject = true\ndoc = "leave"\nwords = "شيء آخر تماما"',
    )
    quotes = {quote["content"]: quote["speaker"] for quote in records(index, capsys, "quotes")}
    assert quotes == {PORT: "خالد الجابري", SHIPS: "سعيد الحربي", FREIGHT: "مسؤول محلي"}
    [row] = records(index, capsys, "timeline")
    assert row["value"] == 9
    run(["info", "--index", str(index)])
    told = capsys.readouterr().err
    assert "q0000000001" in told
    assert "c0000000000" not in told
    assert "2 articles, 3 quotations, 2 changes, 3 corrections, " in told


def test_what_is_tried_on_the_shipped_articles_stays_out_of_ones_own(index):
    shipped = index.with_name("examples.sqlite3")
    index.rename(shipped)
    with CorrectedIndex.open(shipped) as opened:
        assert opened.corrections_file == index.with_name(f"examples-{FILE_NAME}")


@pytest.mark.parametrize(
    "arguments",
    [
        *(["search", "الميناء", "-f", name] for name in ("json", "csv", "md")),
        *([command, "-f", "jsonl"] for command in ("info", "speakers")),
        ["search", "الميناء", "--kwic", "-f", "tsv"],
        ["timeline", "--plot", "-o", "levels.svg"],
    ],
    ids=" ".join,
)
def test_every_other_export_says_what_made_it(index, capsys, monkeypatch, tmp_path, arguments):
    monkeypatch.chdir(tmp_path)
    written = shown(index, capsys, *arguments)
    if "levels.svg" in arguments:
        written = (tmp_path / "levels.svg").read_text("utf-8")
    for made_by in ("drawdown 0", "lexicon ", "schema 1"):
        assert made_by in written
