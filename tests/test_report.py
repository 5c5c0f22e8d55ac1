"""The report as a file: whole, offline, escaped, its links lead somewhere."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from factories import an_article

from drawdown_cli.models import ChangeFilter, QuoteFilter
from drawdown_cli.pipeline import analyze
from drawdown_cli.records import to_record
from drawdown_cli.render.report import Findings, report_page
from drawdown_cli.render.svg import chart
from drawdown_cli.store.index import Index
from drawdown_cli.timeline import build_timeline
from drawdown_cli.timeline.readable import readable_records
from drawdown_cli.timeline.series import level_series

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)"> & \N{RIGHT-TO-LEFT OVERRIDE}'
REPORT = (
    "قال الوزير سامي المالكي إن بلاده ستسحب 1200 جندي أميركي من العراق بحلول نهاية 2022. "
    "وبلغ عدد القوات الأميركية في العراق 5200 جندي في يناير 2020، "
    "ثم بلغ عدد القوات الأميركية في العراق 3000 جندي في سبتمبر 2020.\n\n"
    "وغادر آخر الجنود الفرنسيين مالي في 15 أغسطس 2022."
)


class Page(HTMLParser):
    """What a parser sees of a page: its elements, its ids, and the text outside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else self._inside

    def handle_endtag(self, tag):
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data):
        self.text += "" if self._inside else data


@pytest.fixture(scope="module")
def text(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("report") / "index.sqlite3"
    articles = [an_article(REPORT, title=HOSTILE), an_article(f"{REPORT}\n{HOSTILE}", doc="b", title="ثان")]
    with Index.open(path, write=True) as index:
        index.put_batch(analyze(article) for article in articles)
    with Index.open(path) as index:
        rows = build_timeline(index.changes(ChangeFilter()))
        return report_page(
            Findings(
                title=HOSTILE,
                rows=list(readable_records(map(to_record, rows), index, "ar")),
                series=level_series(rows),
                quotes=list(index.quotes(QuoteFilter())),
                corrections={},
                articles=index.fetch(["a", "b"]),
                sentences={doc: index.sentences(doc) for doc in ("a", "b")},
                versions="drawdown test",
            )
        )


def test_what_articles_say_is_text_and_nothing_else(text):
    page = Page(text)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert "img" not in {tag for tag, _ in page.tags}
    assert "<script>alert(1)</script>" in page.text
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in page.text


def test_nothing_is_loaded_and_no_element_brings_its_own_script_or_style(text):
    for tag, attributes in Page(text).tags:
        assert not {name for name in attributes if name.startswith("on") or name in ("style", "src")}, tag
        assert tag not in ("link", "iframe", "object", "embed", "base")
        assert attributes.get("href", "#").startswith("#")


def test_the_policy_admits_the_pages_own_script_and_style_by_their_hashes(text):
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        [piece] = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(piece.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in text
    assert "default-src 'none'" in text


def test_every_link_leads_to_something_on_the_page_and_no_name_is_given_twice(text):
    page = Page(text)
    names = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(names) == len(set(names))
    targets = {attributes["href"][1:] for _, attributes in page.tags if "href" in attributes}
    assert targets <= set(names)
    assert any(name.startswith("s-a-") for name in targets)


def test_the_page_is_arabic_from_right_to_left_and_its_dates_are_fenced(text):
    page = Page(text)
    assert ("html", {"lang": "ar", "dir": "rtl"}) in page.tags
    assert ("bdi", {"dir": "ltr", "class": "soft"}) in page.tags
    assert "جون" not in page.text
    assert "سامي المالكي" in page.text


def test_a_chart_is_drawn_from_left_to_right_with_a_point_for_each_level():
    document = analyze(an_article(REPORT))
    [series] = [found for found in level_series(build_timeline(document.changes)) if len(found.points) > 1]
    picture = chart(series, "ar", lambda point: (f"#{point.id}", "قيل"))
    points = picture.findall("./a/circle")
    assert picture.get("direction") == "ltr"
    said = [point.findtext("title") for point in points]
    assert [words.split(": ")[1].split("،")[0].split(", ")[0] for words in said] == ["5,200", "3,000"]
    assert all(point.get("class") == "point" for point in points)
    places = [float(point.get("cx")) for point in points]
    assert places == sorted(places)
