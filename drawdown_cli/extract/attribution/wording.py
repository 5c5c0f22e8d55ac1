"""How a speaker is written down: without prepositions, plurals in the nominative."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, FATHA, LAM, TATWEEL, WAW, YEH
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.phrases import bare_name
from drawdown_cli.extract.attribution.reading import Reading
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.models import SpeakerType

_THEIRS = ("هما", "ها")
COUNTS = ("p", "q")
"""The genders that the lexicon gives numerals."""
_UNNAMED = (SpeakerType.ANONYMOUS, SpeakerType.COLLECTIVE)


def role_of(r: Reading, mention: Mention) -> str:
    """Return the title that a mention gives its speaker, or ''."""
    start, end = mention.role
    if mention.names and start < mention.names[0][0] < end:
        end = mention.names[0][0]
    return _plain(r, start, end) if mention.category != "name" or start < end else ""


def name_of(r: Reading, mention: Mention) -> str:
    """Return the name, or the words, by which an article calls a speaker."""
    if mention.names:
        start, end = mention.names[0]
        text = r.between(start, end)
        if mention.lead:
            return bare_name(text, mention.lead)
        return without_proclitic(r, start, text) if start == mention.first else text
    last = mention.role[1] if mention.role[1] > mention.role[0] else mention.last
    while last > mention.first + 1 and r.tokens[last - 1].text in ")]":
        last = r.openers.get(last - 1, last - 1)
    if mention.type in _UNNAMED:
        return _nominative(r, mention, mention.first, last)
    text = _plain(r, mention.first, last)
    return _of_two(text) if mention.head and mention.head.inflection.number == "d" else text


def _of_two(text: str) -> str:
    """حكومتي مالي والنيجر in the nominative: a dual that something is of."""
    word, blank, rest = text.partition(" ")
    oblique = blank and word.endswith(YEH) and not word.startswith(ARTICLE)
    return word[:-1] + ALEF + blank + rest if oblique else text


def without_proclitic(r: Reading, start: int, name: str) -> str:
    """Return a name without the 'to' or 'and' written onto it; its own article stays (السوداني)."""
    proclitic = r.nouns[start][0].proclitic if r.nouns[start] else ""
    if proclitic.endswith(LAM + LAM):
        return ARTICLE + name[len(proclitic) :]
    return name[len(proclitic.removesuffix(ARTICLE)) :]


def _plain(r: Reading, start: int, end: int) -> str:
    """The words of a phrase without the preposition or 'and' written onto the first."""
    text = r.between(start, end)
    forms = r.nouns[start] if start < end else ()
    form = forms[0] if forms else None
    if form is None or not form.proclitic or form.proclitic == ARTICLE:
        return text
    lead = len(form.proclitic.removesuffix(ARTICLE).removesuffix("لل"))
    text = "".join(letter for letter in text if letter != TATWEEL) if TATWEEL in text[:4] else text
    if form.proclitic.endswith("لل"):
        return ARTICLE + text[lead + 2 :]
    return text[lead:]


def _nominative(r: Reading, mention: Mention, start: int, end: int) -> str:
    """An unnamed speaker's words as a heading: without article and case, plurals in the nominative."""
    text = _plain(r, start, end)
    words = text.split()
    if len(words) != end - start or r.has(start, "adverb"):
        return text
    if _counts(mention):
        return text  # ثلاثة مسؤولين: a number keeps its genitive
    definite = words[0].startswith(ARTICLE) and not _two(mention)
    ending = {"p": "ون", "d": "ان"}.get(mention.number, "")
    agreeing = True
    for number, word in enumerate(words):
        at = start + number
        agreeing = agreeing and (number == 0 or _agrees_with_head(r, at, definite=definite))
        if agreeing:
            words[number] = _caseless(_without_article(word) if definite else word, ending)
    return " ".join(words)


def _two(mention: Mention) -> bool:
    """الوزيران الألماني والإيطالي, البلدان: two that are known, not 'two ministers'."""
    return mention.number == "d" and mention.category in ("title", "collective")


def _counts(mention: Mention) -> bool:
    """Whether a number heads the phrase, with a plural behind it."""
    return mention.head is not None and mention.head.entry.feature("gender") in COUNTS


def _agrees_with_head(r: Reading, at: int, *, definite: bool) -> bool:
    """Whether a word is an adjective of the head: as definite as it is."""
    if r.has(at, "preposition") or r.noun(at, "country", "body", "organisation", "title", "media"):
        if r.noun(at, "organisation") and r.norm(at).endswith("يا") and not definite:
            return True  # مصدرا حوثيا
        mali = r.noun(at, "nisba") is not None and r.norm(at).endswith(YEH + ALEF) and not definite  # ماليا
        return mali or (r.noun(at, "nisba", "adjective") is not None and not r.noun(at, "country"))
    own = r.norm(at).startswith(ARTICLE) and not r.articled(at)  # ألمانيين
    return (is_definite_word(r, at) and not own) == definite


def _caseless(word: str, plural: str) -> str:
    """A word in the nominative; `plural` is the ending that 'ين' then has, '' for the singular."""
    if plural and word.endswith("ين") and len(word) > 4:
        return word[:-2].rstrip(FATHA) + plural
    bare = word.rstrip("\N{ARABIC FATHATAN}")
    if not plural and bare.endswith(ALEF) and len(bare) > 4 and not bare.endswith(_THEIRS):
        return bare[:-1].rstrip("\N{ARABIC FATHATAN}")
    return word


def _without_article(word: str) -> str:
    lead = WAW if word.startswith(WAW + ARTICLE) else ""
    rest = word.removeprefix(WAW) if lead else word
    return lead + (rest.removeprefix(ARTICLE) if len(rest) > 4 else rest)
