"""The tables of speakers answer as a registry of all names does, however the index came to hold them."""

import random
from datetime import date

from factories import an_article
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.models import (
    Act,
    Confidence,
    Document,
    Polarity,
    Quote,
    QuoteFilter,
    QuoteKind,
    SpeakerType,
)
from drawdown_cli.speakers.linking import link_speakers
from drawdown_cli.speakers.matching import match_speakers
from drawdown_cli.speakers.quoting import QuoteQuery, registry_of, search_quotes
from drawdown_cli.speakers.registry import build_registry
from drawdown_cli.speakers.stored import StoredRegistry
from drawdown_cli.speakers.userfile import KnownRole, KnownSpeaker
from drawdown_cli.store.index import Index
from drawdown_cli.store.speakers import Spoken

PEOPLE = (
    "جون كيربي",
    "كيربي",
    "كيربى",
    "كينيث ماكنزي",
    "كينيث ماكينزي",
    "محمد السوداني",
    "محمد شياع السوداني",
    "عمر السوداني",
    "السوداني",
    "McKenzie",
)
OTHERS = (
    ("البنتاغون", SpeakerType.ORGANISATION),
    ("مسؤولون أميركيون", SpeakerType.ANONYMOUS),
    ("مسؤولون أمريكيون", SpeakerType.ANONYMOUS),
    ("رئيس الوزراء العراقي", SpeakerType.ROLE),
    ("", SpeakerType.UNKNOWN),
)
ROLES = (
    "",
    "",
    "رئيس الوزراء العراقي",
    "رئيس وزراء العراق",
    "المتحدث باسم وزارة الدفاع",
    "قائد القيادة المركزية",
)
WANTED = (
    *PEOPLE,
    "Kirby",
    "kerby",
    "ماكنزى",
    "Sudani",
    "al-Sudani",
    "المتحدث باسم وزارة الدفاع",
    "رئيس الوزراء",
    "البنتاجون",
    "مسؤولون أميركيون",
    "anonymous",
    "الأدميرال",
)
KNOWN = (
    KnownSpeaker("جون كيربي", ("الأدميرال", "عمر السوداني"), ()),
    KnownSpeaker("محمد شياع السوداني", (), (KnownRole("رئيس الوزراء العراقي", "2019-01-01", "2030-01-01"),)),
)
TEXT = "وقال المتحدث إن القوات ستغادر البلاد في الوقت المحدد، وأضاف أن ذلك قريب."


def some_quote(chance: random.Random, doc: str, place: int, published: date) -> Quote:
    name, kind = chance.choice([*((name, SpeakerType.PERSON) for name in PEOPLE), *OTHERS])
    return Quote(
        id=f"q{chance.getrandbits(40):010x}",
        doc=doc,
        title="",
        published=published.isoformat(),
        kind=chance.choice(list(QuoteKind)),
        start=place * 5,
        end=place * 5 + 4,
        content=TEXT[place * 5 : place * 5 + 4],
        cue="",
        cue_start=-1,
        cue_end=-1,
        cue_lemma="",
        act=Act.STATEMENT,
        polarity=Polarity.POSITIVE,
        speaker=name,
        speaker_id=f"{kind.value}:{fold(name)}",
        speaker_type=kind,
        source="",
        source_start=-1,
        source_end=-1,
        role=chance.choice(ROLES) if kind is SpeakerType.PERSON else "",
        affiliation="",
        anonymity="",
        via="",
        addressee="",
        venue="",
        date="",
        date_basis="published",
        continuation=False,
        rule="cue",
        confidence=Confidence.HIGH,
    )


def a_document(chance: random.Random, doc: str, version: int) -> Document:
    day = date(2018 + chance.randrange(6), 5, 1)
    article = an_article(f"{TEXT} {doc} {version}", doc=doc, id=f"{doc}-{version}", day=day)
    quotes = tuple(some_quote(chance, doc, place, day) for place in range(chance.randrange(8)))
    return Document(article, tokenize(article.text), (), (), quotes, ())


def lived(index: Index, chance: random.Random) -> None:
    """Articles come, change and go; the speakers are worked out now and then."""
    for version in range(chance.randrange(1, 5)):
        docs = chance.sample([f"d{n}" for n in range(8)], chance.randrange(1, 6))
        index.put_batch([a_document(chance, doc, version) for doc in docs])
        if chance.random() < 0.4:
            index.forget([f"d{chance.randrange(8)}.txt"])
        if chance.random() < 0.7:
            link_speakers(index)
    link_speakers(index)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10**6))
def test_the_tables_answer_as_a_registry_of_all_names(tmp_path_factory, seed):
    chance = random.Random(seed)
    with Index.open(tmp_path_factory.mktemp("i") / "i", write=True) as index:
        lived(index, chance)
        quotes = list(index.quotes(QuoteFilter()))
        for known in ((), KNOWN):
            stored = registry_of(index, known)
            assert isinstance(stored, StoredRegistry)
            whole = build_registry((Spoken(*row) for row in index.searching.spoken()), known)
            assert stored.speakers == whole.speakers
            assert [stored.of(quote) for quote in quotes] == [whole.of(quote) for quote in quotes]
            assert set(whole.keys()) == set(stored.keys())
            for role in ROLES:
                assert stored.holder(role, "2021-05-01") == whole.holder(role, "2021-05-01")
            for wanted in WANTED:
                assert (
                    match_speakers(registry_of(index, known), wanted)[::2]
                    == match_speakers(whole, wanted)[::2]
                )


def test_names_near_an_unknown_one_are_found_by_the_tables(tmp_path):
    with Index.open(tmp_path / "i", write=True) as index:
        index.put_batch([a_document(random.Random(4), "a", 0), a_document(random.Random(5), "b", 0)])
        link_speakers(index)
        said: list[str] = []
        assert search_quotes(index, QuoteQuery(speaker="كوبري"), say=said.append) == []
        assert said == ["nobody called 'كوبري' is quoted; near: جون كيربي (4); see: drawdown speakers"]


def test_a_run_that_was_broken_off_is_told_of_and_answered_rightly(tmp_path):
    with Index.open(tmp_path / "i", write=True) as index:
        index.put_batch([a_document(random.Random(seed), f"d{seed}", 0) for seed in range(5)])
        said: list[str] = []
        before = search_quotes(index, QuoteQuery(speaker="Kirby"), say=said.append)
        assert before
        assert said == [
            "the stored speakers are behind the quotations: they are worked out for this question alone, "
            "which may take time; drawdown index stores them where the index can be written"
        ]
        link_speakers(index)
        assert search_quotes(index, QuoteQuery(speaker="Kirby"), say=said.append) == before
        assert len(said) == 1


def test_speakers_of_another_version_are_worked_out_anew(tmp_path):
    with Index.open(tmp_path / "i", write=True) as index:
        lived(index, random.Random(3))
        speakers = registry_of(index).speakers
        index.searching._connection.execute(
            "UPDATE facts_about_index SET value = '0' WHERE name = 'speakers'"
        )
        assert not index.speakers.are_complete()
        link_speakers(index)
        assert registry_of(index).speakers == speakers


def test_other_tools_see_who_is_called_what_and_held_which_office(tmp_path):
    with Index.open(tmp_path / "i", write=True) as index:
        lived(index, random.Random(3))
        ask = index.searching._connection.execute
        names = ask(
            "SELECT s.name, a.alias FROM speakers s JOIN speaker_aliases a ON a.speaker = s.number"
        ).fetchall()
        expected = {(one.name, name) for one in registry_of(index).speakers for name in one.names}
        assert set(names) == expected
        assert ask("SELECT count(*) FROM speaker_roles WHERE since <= until").fetchone()[0] > 0
