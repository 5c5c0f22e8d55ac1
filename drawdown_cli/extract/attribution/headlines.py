"""Headlines that give somebody's words: a speaker, a colon, and what he said."""

from __future__ import annotations

from drawdown_cli.arabic.letters import LAM
from drawdown_cli.extract.attribution.apposition import with_apposition
from drawdown_cli.extract.attribution.clauses import has_quoted_words, is_direct
from drawdown_cli.extract.attribution.contents import take_direct
from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.labels import is_name
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.reading import DASHES, Reading, finite, frames
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.models import Confidence, QuoteKind, TokenKind

_LEAST_HEADLINE_WORDS = 3
_LONGEST_HEADLINE_NAME = 18
_SHORTEST_OURS = 4
_OURS = ("نا", "ناها", "ناه", "ناهم")
_SAYS = frozenset({"clause", "إن"})
_NO_HEADLINE = ("document", "media", "rank", "country")


def headline(scan: Scan, at: int) -> bool:
    """Draft 'Kadhimi: we will not give up sovereignty': a speaker, a colon, and his words."""
    r = scan.r
    while at < scan.last and r.tokens[at].text in DASHES:  # a list of headlines
        at += 1
    colon = next(
        (n for n in range(at + 1, min(at + _LONGEST_HEADLINE_NAME, scan.last)) if r.tokens[n].text == ":"), -1
    )
    if colon < 0 or any(
        finite(form) for n in range(at, colon) if not r.noun(n, "given") for form in r.cues[n]
    ):
        return False
    marked = r.marks.quotes.get(at, -1) == colon - 1 and scan.sentence == 0
    mention = parse_phrase(r, at + marked, colon - marked)
    if mention is None or r.has(at, "label"):
        return False
    via, mention = _relayed(r, mention, colon)
    if marked:
        mention.last = colon
    elif mention.last < colon:
        mention.last = max(mention.last, with_apposition(r, mention, colon))
    ranked = mention.category == "rank" and mention.definite and bool(mention.names)
    speaks = ranked or marked or mention.category not in _NO_HEADLINE or _state_speaks(scan, mention, colon)
    if not speaks or not _ends_headline(r, mention.last, colon):
        return False
    known = mention.head is not None or r.noun(at, "given") is not None or _known_name(scan, mention)
    known = known or _surname_in_title(scan, at, colon)
    start = colon + 1
    if not known or scan.last - start < _LEAST_HEADLINE_WORDS or _credits(scan, start):
        return False
    if _only_heads(r, mention, start):
        return False
    close = is_direct(r, start, scan.last) if start in r.marks.quotes else 0
    first, last = (start + 1, close) if close else (start, scan.trimmed(start, scan.last))
    draft = Draft((at, at), None, mention, "headline", confidence=Confidence.MEDIUM, via=via)
    take_direct(scan, draft, first, last)
    if not close and has_quoted_words(r, first, last):  # the desk's words around the speaker's
        scan.drafts[-1].kind = QuoteKind.MIXED
    return True


def _relayed(r: Reading, carrier: Mention, colon: int) -> tuple[Mention | None, Mention]:
    """'Reuters quoting an official: …': return who carries the words, or None, and whose they are."""
    at = carrier.last
    passed_on = r.has(at, "quoting")
    source = parse_phrase(r, at + passed_on, colon) if carrier.category == "media" and passed_on else None
    return (None, carrier) if source is None or source.category == "document" else (carrier, source)


def _state_speaks(scan: Scan, mention: Mention, colon: int) -> bool:
    """'Yerevan: a page that we have turned': above an article, where the words show whose they are.

    'Mali: twenty soldiers killed' only says where.
    """
    r = scan.r
    if mention.category != "country" or mention.first != r.sentences[0][0] or scan.sentence:
        return False
    behind = range(colon + 1, scan.last)
    ours = any(r.norm(n).endswith(_OURS) and len(r.norm(n)) > _SHORTEST_OURS for n in behind)
    marked = any(r.marks.quotes.get(n, n) > n + 2 and not is_name(r, n) for n in behind)
    return ours or marked


def _only_heads(r: Reading, mention: Mention, at: int) -> bool:
    """'Mubasher: the cell said that': behind one word that names nobody known another's verb begins."""
    past = (form for form in r.cues[at] if form.inflection.form == "past" and not form.proclitic)
    verb = any(_SAYS & frames(form) for form in past) and head_at(r, at + 1) is not None
    return verb and mention.head is None and mention.last == mention.first + 1 and not r.nouns[mention.first]


def _credits(scan: Scan, at: int) -> bool:
    """'Quneitra: Asharq al-Awsat': behind a place stands nothing but who reports."""
    form = scan.r.noun(at, "media")
    return form is not None and at + form.length >= scan.trimmed(at, scan.last)


def _ends_headline(r: Reading, at: int, colon: int) -> bool:
    """Whether only the colon, or to whom it is said (لـ«العين»), follows the speaker."""
    if at == colon:
        return True
    to = r.norm(at)[:1] == LAM and (len(r.norm(at)) <= 2 or r.noun(at, "media") is not None)
    return to and (r.marks.quotes.get(at + 1, at) + 1 == colon or colon - at <= 3)


def _surname_in_title(scan: Scan, at: int, colon: int) -> bool:
    """'Lavrov: no talks …' above an article: one word that no lexicon knows and that labels nothing."""
    r = scan.r
    unknown = not (r.nouns[at] or r.small[at] or r.cues[at] or looks_like_verbal_noun(r, at))
    plain = r.tokens[at].kind is TokenKind.WORD and not r.norm(at).endswith("ه")
    return scan.sentence == 0 and at == r.sentences[0][0] and colon == at + 1 and unknown and plain


def _known_name(scan: Scan, mention: Mention) -> bool:
    """Whether the surname stands elsewhere in the article too."""
    return scan.r.vocabulary[scan.r.norm(mention.last - 1)] > 1
