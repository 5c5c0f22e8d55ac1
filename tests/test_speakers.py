import json
from datetime import date

import pytest
from factories import an_article

from drawdown_cli.errors import InputError
from drawdown_cli.indexing import link
from drawdown_cli.models import QuoteFilter, QuoteKind, SpeakerType
from drawdown_cli.pipeline import analyze
from drawdown_cli.speakers import QuoteQuery, list_speakers, search_quotes
from drawdown_cli.speakers.citing import Provenance, Style, cite
from drawdown_cli.speakers.context import around
from drawdown_cli.speakers.matching import match_speakers
from drawdown_cli.speakers.registry import Spoken, build_registry
from drawdown_cli.speakers.userfile import read_speakers
from drawdown_cli.store.index import Index


def spoken(name: str, role: str = "", *, kind: str = "person", since: str = "2021-01-01", quotes: int = 1):
    return Spoken(f"{kind}:{name}", name, kind, role, since, since, quotes)


def names(*rows: Spoken) -> list[set[str]]:
    return sorted((set(speaker.names) for speaker in build_registry(rows).speakers), key=sorted)


@pytest.mark.parametrize(
    "one, other",
    [
        ("كينيث ماكنزي", "كينيث ماكينزي"),
        ("محمد السوداني", "محمد شياع السوداني"),
        ("مصطفى الكاظمي", "الكاظمي"),
        ("لويد أوستن", "لويد اوستن"),
        ("دميتري بيسكوف", "ديمتري بيسكوف"),
    ],
)
def test_spellings_and_short_forms_of_one_name_are_one_speaker(one, other):
    assert names(spoken(one), spoken(other)) == [{one, other}]


def test_two_people_of_one_surname_are_kept_apart():
    assert len(names(spoken("محمد السوداني"), spoken("عمر السوداني"))) == 2


def test_a_bare_surname_that_two_people_have_goes_to_the_one_with_its_title():
    minister, envoy = spoken("خالد الجابري", "وزير النقل"), spoken("هدى الجابري", "مبعوثة الاتحاد")
    assert {"خالد الجابري", "الجابري"} in names(minister, envoy, spoken("الجابري", "وزير النقل"))


def test_a_bare_surname_that_two_people_have_is_nobody_in_particular():
    rows = (spoken("خالد الجابري"), spoken("هدى الجابري"), spoken("الجابري"))
    assert {"الجابري"} in names(*rows)


def test_unnamed_speakers_are_one_whatever_the_spelling():
    rows = (spoken("مسؤولون أميركيون", kind="anonymous"), spoken("مسؤولون أمريكيون", kind="anonymous"))
    assert len(names(*rows)) == 1


REGISTRY = build_registry(
    [
        spoken("جون كيربي", "المتحدث باسم وزارة الدفاع", quotes=4),
        spoken("كينيث ماكنزي", "قائد القيادة المركزية", quotes=2),
        spoken("محمد شياع السوداني", "رئيس الوزراء العراقي", since="2023-02-01"),
        spoken("مصطفى الكاظمي", "رئيس الوزراء العراقي", since="2021-07-01"),
        spoken("فؤاد حسين", "وزير الخارجية العراقي"),
        spoken("البنتاغون", kind="organisation"),
    ]
)


@pytest.mark.parametrize(
    "wanted, name",
    [
        ("كيربي", "جون كيربي"),
        ("kirby", "جون كيربي"),
        ("John Kirby", "جون كيربي"),
        ("ماكينزي", "كينيث ماكنزي"),
        ("McKenzie", "كينيث ماكنزي"),
        ("al-Sudani", "محمد شياع السوداني"),
        ("Kadhimi", "مصطفى الكاظمي"),
        ("al-Kāẓimī", "مصطفى الكاظمي"),
        ("الكاضمي", "مصطفى الكاظمي"),
        ("Fuad Hussein", "فؤاد حسين"),
        ("وزير الخارجية", "فؤاد حسين"),
        ("البنتاجون", "البنتاغون"),
    ],
)
def test_a_speaker_is_found_by_any_spelling_or_by_his_office(wanted, name):
    assert [speaker.name for speaker in match_speakers(REGISTRY, wanted).speakers] == [name]


@pytest.mark.parametrize("wanted", ["مينوسما", "مينوسمه", "minusma"])
def test_a_body_is_found_by_its_short_name(wanted):
    registry = build_registry([spoken("بعثة الأمم المتحدة في مالي", "مينوسما", kind="organisation")])
    assert [one.name for one in match_speakers(registry, wanted).speakers] == ["بعثة الأمم المتحدة في مالي"]


def test_a_kind_of_speaker_is_no_name():
    assert match_speakers(REGISTRY, "Anonymous").kind is SpeakerType.ANONYMOUS


def test_an_unknown_name_brings_near_ones():
    matches = match_speakers(REGISTRY, "كوبري")
    assert not matches.speakers
    assert matches.near[0].name == "جون كيربي"


@pytest.mark.parametrize(
    "day, name", [("2021-07-01", "مصطفى الكاظمي"), ("2023-02-01", "محمد شياع السوداني"), ("2019-01-01", None)]
)
def test_an_office_means_who_is_known_to_hold_it_on_the_day(day, name):
    holder = REGISTRY.holder("رئيس الوزراء العراقي", day)
    assert (holder.name if holder else None) == name


def test_the_users_speakers_add_names_and_offices(tmp_path):
    path = tmp_path / "speakers.toml"
    path.write_text(
        '[[speaker]]\nname = "جون كيربي"\naliases = ["الأدميرال"]\n'
        '[[speaker.role]]\ntitle = "الناطق باسم البيت الأبيض"\nsince = "2022"\n',
        encoding="utf-8",
    )
    known = read_speakers(path)
    registry = build_registry([spoken("جون كيربي"), spoken("الأدميرال")], known)
    assert [set(speaker.names) for speaker in registry.speakers] == [{"جون كيربي", "الأدميرال"}]
    assert registry.holder("الناطق باسم البيت الأبيض", "2023-01-01").name == "جون كيربي"


@pytest.mark.parametrize(
    "toml",
    [
        "[[speaker]]\naliases = []",
        "speaker = 3",
        "[[speaker",
        '[[speaker]]\nname="a"\n[[speaker.role]]\ntitle="b"\nsince="soon"',
    ],
)
def test_a_broken_speakers_file_is_named(tmp_path, toml):
    path = tmp_path / "speakers.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(InputError, match=r"speakers\.toml"):
        read_speakers(path)


ONE = "وقال وزير النقل خالد الجابري إن الميناء مفتوح. وأضاف أن السفن تصل كل يوم."
TWO = 'وقال الجابري: "لن نغلق الميناء". وقال مسؤول محلي إن الوقود نفد.'


@pytest.fixture
def index(tmp_path):
    with Index.open(tmp_path / "i.sqlite3", write=True) as opened:
        articles = (an_article(ONE, doc="a", title="الميناء"), an_article(TWO, doc="b", day=date(2022, 1, 5)))
        opened.put_batch(analyze(article) for article in articles)
        link(opened)
        yield opened


def test_quotes_of_a_speaker_come_from_all_articles_under_his_full_name(index):
    found = search_quotes(index, QuoteQuery(speaker="Jabri"))
    assert [(quote.doc, quote.speaker) for quote in found] == [("a", "خالد الجابري")] * 2 + [
        ("b", "خالد الجابري")
    ]


def test_a_bare_surname_is_quoted_under_whom_its_title_means(tmp_path):
    texts = (
        "وقال وزير النقل خالد الجابري إن الميناء مفتوح.",
        "وقالت مبعوثة الاتحاد هدى الجابري إن الطريق مغلق.",
        "وقال الوزير الجابري إن السفن تصل.",
        "وقالت المبعوثة الجابري إن الوقود نفد.",
    )
    with Index.open(tmp_path / "i.sqlite3", write=True) as opened:
        opened.put_batch(analyze(an_article(text, doc=f"d{at}")) for at, text in enumerate(texts))
        link(opened)
        found = search_quotes(opened, QuoteQuery(speaker="خالد الجابري"))
    assert [quote.doc for quote in found] == ["d0", "d2"]


def test_quotes_are_filtered_by_kind_date_words_and_type(index):
    def contents(query: QuoteQuery) -> list[str]:
        return [quote.content for quote in search_quotes(index, query)]

    assert contents(QuoteQuery(within=QuoteFilter(kinds=(QuoteKind.DIRECT,)))) == ["لن نغلق الميناء"]
    assert contents(QuoteQuery(about="السفن")) == ["السفن تصل كل يوم"]
    assert contents(QuoteQuery(speaker="anonymous")) == ["الوقود نفد"]
    assert contents(QuoteQuery(within=QuoteFilter(since=date(2022, 1, 1)))) == [
        "لن نغلق الميناء",
        "الوقود نفد",
    ]


ON_THE_PORT = (
    "وقال الوزير إن الميناء مفتوح للسفن.",
    "وقال المحافظ إن السفن تصل كل يوم.",
    "وقال العقيد إن في الميناء ألف جندي، وإن السفن غادرته.",
)


@pytest.mark.parametrize(
    ("about", "docs", "loose"),
    [
        ("الميناء السفن", ["d0", "d2"], False),
        ("ما في الميناء من السفن", ["d0", "d2"], False),
        ('"السفن غادرته" الميناء', ["d2"], False),
        ('"السفن تصل" الميناء', ["d1"], True),
        ("الميناء OR السفن", ["d0", "d1", "d2"], False),
        ("السفن -الميناء", ["d1"], False),
        ("الميناء الدبابات", ["d0", "d2"], True),
        ("الدبابات", [], False),
        ("source:لا-أحد السفن", [], False),
    ],
)
def test_quotations_about_something_have_all_its_words_or_else_any(tmp_path, about, docs, loose):
    said: list[str] = []
    with Index.open(tmp_path / "i.sqlite3", write=True) as opened:
        opened.put_batch(analyze(an_article(text, doc=f"d{at}")) for at, text in enumerate(ON_THE_PORT))
        link(opened)
        found = search_quotes(opened, QuoteQuery(about=about), say=said.append)
    assert [quote.doc for quote in found] == docs
    assert ("no quotation has all of these words; those with any of them follow" in said) is loose


def test_who_matched_and_who_is_near_is_said(index):
    said: list[str] = []
    assert search_quotes(index, QuoteQuery(speaker="كالد"), say=said.append) == []
    assert "nobody called" in said[0]


def test_speakers_are_listed_with_names_roles_and_dates(index):
    first = list_speakers(index)[0]
    assert (first["speaker"], first["quotes"], first["aliases"]) == ("خالد الجابري", 3, ["الجابري"])
    assert first["roles"] == ["وزير النقل"]
    assert (first["since"], first["until"]) == ("2021-09-09", "2022-01-05")


def test_the_context_is_the_sentence_around(index):
    [quote] = search_quotes(index, QuoteQuery(about="السفن"))
    assert around(index, [quote]) == {quote.id: "وأضاف أن السفن تصل كل يوم."}


@pytest.mark.parametrize("style", list(Style))
def test_a_citation_says_who_what_where_and_when_it_was_read(index, style):
    [quote] = search_quotes(index, QuoteQuery(about="السفن"))
    provenance = Provenance(date(2025, 3, 1), "drawdown 9, lexicon ab", {quote.id: ["role"]})
    text = cite([(quote, index.fetch(["a"])["a"])], style, provenance)
    assert all(part in text for part in ("خالد الجابري", "السفن تصل", f"{quote.start}-"))
    assert "drawdown 9, lexicon ab; corrected by hand: role" in text
    if style is Style.CSL:
        assert json.loads(text)[0]["accessed"] == {"date-parts": [[2025, 3, 1]]}
