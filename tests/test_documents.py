import builtins
import gzip
import json

import pytest
from documents import a_docx, a_page, a_pdf, a_zip, needs
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown_cli.articles.files import Found
from drawdown_cli.articles.pages import Skipped
from drawdown_cli.articles.readers import pdf
from drawdown_cli.articles.reading import pages_in, read_article, read_articles

TITLE = "الحكومة تعلن سحب ألف جندي من القاعدة"
BODY = [
    "أعلنت الحكومة، الأحد، أنها ستسحب ألف جندي من القاعدة الجوية في شمال البلاد قبل نهاية الشهر المقبل.",
    "وقال الوزير إن عدد الجنود الباقين لن يزيد على 1,200 (بعثة Resolute Support)، وإنهم سيدربون الجيش.",
    'وأضاف أن بلاده "لن تترك حلفاءها" وأن المحادثات في شأن ما بعد عام 2020 لا تزال مستمرة حتى الآن.',
]


def save(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def reasons(path):
    return [item.reason for item in read_articles([path]) if isinstance(item, Skipped)]


@needs("trafilatura")
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-1"])
def test_a_page_gives_its_article_whatever_encoding_it_claims(tmp_path, encoding, declared):
    article = read_article(save(tmp_path, "a.html", a_page(TITLE, BODY, declared).encode(encoding)))
    assert article.text.split("\n") == [TITLE, *BODY]
    assert (article.title, article.source, article.url) == (
        TITLE,
        "وكالة المثال",
        "https://example.org/news/1",
    )


@needs("trafilatura")
def test_a_page_gives_the_date_of_its_head(tmp_path):
    path = save(tmp_path, "a.html", a_page(TITLE, BODY))
    with path.open("rb") as stream:
        (page,) = pages_in(stream, Found(str(path), 0, 0))
    assert page.published == "2020-03-03"


@needs("trafilatura")
def test_a_page_without_an_article_is_named(tmp_path):
    assert "no article" in reasons(save(tmp_path, "a.html", "<html><body></body></html>"))[0]


@needs("trafilatura")
def test_a_page_saved_with_its_pictures_gives_its_article(tmp_path):
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
    part = f"Content-Transfer-Encoding: 8bit\n\n{a_page(TITLE, BODY)}\n--b--"
    assert read_article(save(tmp_path, "a.mhtml", head + part)).title == TITLE


@needs("pypdf")
@pytest.mark.parametrize("turned", [False, True])
def test_a_pdf_is_read_in_reading_order(tmp_path, turned):
    lines = [pdf._mirrored_line(line) if turned else line for line in BODY]
    assert read_article(save(tmp_path, "a.pdf", a_pdf(lines))).text.split("\n")[:3] == BODY


@needs("pypdf")
def test_shapes_of_letters_become_letters(tmp_path):
    article = read_article(save(tmp_path, "a.pdf", a_pdf(["ﻻ ﺗﻌﻠﻴﻖ ﻣﻦ ﺍﻟﻮﺯﺍﺭﺓ ﺑﺸﺄﻥ ﺍﻟﻌﺪﺩ"])))
    assert article.text.strip() == "لا تعليق من الوزارة بشأن العدد"


@needs("pypdf")
def test_a_pdf_of_pictures_asks_for_its_text(tmp_path):
    assert "only pictures" in reasons(save(tmp_path, "a.pdf", a_pdf([""])))[0]


@needs("pypdf")
@pytest.mark.parametrize("cut", [20, 400, -200])
def test_a_damaged_pdf_is_named(tmp_path, cut):
    (reason,) = reasons(save(tmp_path, "a.pdf", a_pdf(BODY)[:cut])) or ["read in spite of it"]
    assert "damaged" in reason or "no text" in reason or "in spite" in reason


@needs("pypdf")
def test_a_long_pdf_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 0)
    assert "more than 0 pages" in reasons(save(tmp_path, "a.pdf", a_pdf(BODY)))[0]


@needs("pypdf")
def test_a_slow_pdf_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "MAX_SECONDS", -1.0)
    assert "takes longer" in reasons(save(tmp_path, "a.pdf", a_pdf(BODY)))[0]


@needs("docx")
def test_a_word_document_is_read(tmp_path):
    article = read_article(save(tmp_path, "a.docx", a_docx(BODY, TITLE)))
    assert (article.title, article.text.split("\n")) == (TITLE, BODY)


@needs("docx")
def test_a_damaged_word_document_is_named(tmp_path):
    assert "damaged Word document" in reasons(save(tmp_path, "a.docx", b"PK\x03\x04"))[0]


@pytest.mark.parametrize(
    "name, data, extra", [("a.html", "<p>", "html"), ("a.pdf", "%PDF", "pdf"), ("a.docx", "PK", "docx")]
)
def test_a_missing_reader_is_named(tmp_path, monkeypatch, name, data, extra):
    original = builtins.__import__

    def without(module, *rest):
        if module in ("trafilatura", "pypdf", "docx"):
            raise ImportError(module)
        return original(module, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert reasons(save(tmp_path, name, data)) == [
        f"needs an optional reader; run: pip install 'drawdown-cli[{extra}]'"
    ]


@needs("trafilatura")
def test_an_archive_is_read_file_by_file(tmp_path):
    rows = json.dumps({"id": "r1", "text": BODY[0]})
    members = {
        "2020/a.txt": BODY[0].encode(),
        "2020/b.jsonl": rows.encode(),
        "c.txt.gz": gzip.compress(BODY[1].encode()),
        "d.html": a_page(TITLE, BODY).encode(),
        "__MACOSX/a.txt": b"x",
        "e.txt": b"\x89PNG",
        "f.jpg": b"x",
        "g.zip": b"x",
    }
    found = list(read_articles([save(tmp_path, "in.zip", a_zip(members))]))
    assert [getattr(item, "doc", None) for item in found] == ["a", "r1", "c", "d", None, None, None]
    assert [item.reason for item in found[4:]] == [
        "is a PNG image, not a text",
        "is of a type that is not read (.jpg)",
        "is an archive in an archive; unpack it first",
    ]


@needs("docx")
@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.jsonl.gz"])
def test_a_bomb_is_left_packed(tmp_path, monkeypatch, name):
    monkeypatch.setattr("drawdown_cli.articles.readers.archives._ALWAYS", 1000)
    zeros = b"\n" * 5_000_000
    data = gzip.compress(zeros) if name.endswith(".gz") else a_zip({"a.txt": zeros})
    assert reasons(save(tmp_path, name, data)) == ["unpacks to more than any text would; it was left packed"]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.txt.gz"])
def test_a_line_without_end_is_named_and_the_rest_is_read(tmp_path, monkeypatch, name):
    for module in ("pages", "readers.text", "readers.tables"):
        monkeypatch.setattr(f"drawdown_cli.articles.{module}.MAX_BYTES", 10_000)
    row = json.dumps({"id": "r1", "text": BODY[0]}, ensure_ascii=False)
    long = "ا" * 30_000
    data = {".jsonl": f"{long}\n{row}\n", ".csv": f"text\n{long}\n"}.get(name[1:], long).encode()
    path = save(tmp_path, name, gzip.compress(data) if name.endswith(".gz") else data)
    (reason,) = reasons(path)
    assert "too long for one article" in reason or "field larger than" in reason
    assert len([item for item in read_articles([path]) if not isinstance(item, Skipped)]) == name.count(
        "jsonl"
    )


@settings(max_examples=60)
@given(
    st.sampled_from(["txt", "md", "jsonl", "csv", "html", "mht", "pdf", "docx", "zip", "txt.gz"]), st.binary()
)
def test_any_bytes_are_pages_or_a_reason(tmp_path_factory, ending, data):
    path = tmp_path_factory.getbasetemp() / f"any.{ending}"
    path.write_bytes(data)
    for item in read_articles([path]):
        if not isinstance(item, Skipped):
            item.text.encode()


@settings(max_examples=60)
@given(
    st.text(), st.sampled_from(["<p>{}</p>", "<!--{}", "<script>{}", '<meta content="{}">', "<a href='{}"])
)
def test_any_page_is_a_page_or_a_reason(tmp_path_factory, text, frame):
    path = tmp_path_factory.getbasetemp() / "any.html"
    path.write_bytes((frame.format(text) * 3).encode("utf-8", "replace"))
    assert all(item for item in read_articles([path]))


@settings(max_examples=100)
@given(
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda v: st.dictionaries(st.text(), v))
)
def test_any_json_is_an_article_or_a_reason(tmp_path_factory, value):
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_text(json.dumps(value) + "\n" + json.dumps({"text": value, "id": value, "date": value}))
    for item in read_articles([path]):
        assert isinstance(item, Skipped) or item.text.encode()
