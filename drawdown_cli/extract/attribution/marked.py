"""Words in marks, or after a headline's colon, that no cue before them announces."""

from __future__ import annotations

from collections.abc import Iterator

from drawdown_cli.arabic.letters import LAM
from drawdown_cli.extract.attribution.apposition import with_apposition
from drawdown_cli.extract.attribution.clauses import has_quoted_words, is_direct
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.contents import take
from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.labels import is_name
from drawdown_cli.extract.attribution.phrases import Mention, parse_phrase
from drawdown_cli.extract.attribution.reading import COMMAS, DASHES, STOPS, Reading, finite
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.extract.attribution.sources import source_after, source_before
from drawdown_cli.extract.attribution.subjects import is_governed, phrases_in
from drawdown_cli.models import Confidence, QuoteKind, SpeakerType, TokenKind

_NEAR = 6
_LONGEST_GOVERNED = 4
_FARTHEST_THESE = 18
_SENTENCES_BACK = 2
_LEAST_FLOATING_WORDS = 3
_SPEAK = (SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS, SpeakerType.COLLECTIVE)
_LEAST_HEADLINE_WORDS = 3
_LONGEST_HEADLINE_NAME = 18
_SHORTEST_OURS = 4
_OURS = ("نا", "ناها", "ناه", "ناهم")
_NO_HEADLINE = ("document", "media", "rank", "country")


def floating(scan: Scan, at: int) -> bool:
    """Draft a sentence that is nothing but words in marks: whoever spoke last goes on."""
    r = scan.r
    close = r.marks.quotes.get(at)
    if close is None or any(r.tokens[n].text not in STOPS for n in range(close + 1, scan.last)):
        return False
    if r.noun(at + 1, "media"):  # a dateline's outlet
        return False
    mention = _with_these_words(scan)
    near = scan.layer and scan.layer[-1][0] >= scan.sentence - 2
    recent = scan.drafts and scan.drafts[-1].sentence >= scan.sentence - 2
    if mention is None and not (near or recent):
        mention = _just_told_of(scan)
    elif mention is None and scan.layer[-1:] and scan.layer[-1][0] < scan.sentence - 1:
        mention = _told_before(scan)
    known = mention is not None or near or recent
    if sum(r.is_word(n) for n in range(at + 1, close)) < _LEAST_FLOATING_WORDS or not known:
        return False
    _direct(scan, Draft((at, at), None, mention, "floating", confidence=Confidence.MEDIUM), at + 1, close)
    return True


def _with_these_words(scan: Scan) -> Mention | None:
    """Who is named after '…'. With these words he summed up; '…'. He was twenty when he wrote this."""
    r, at = scan.r, scan.last
    following = r.sentences[scan.sentence + 1 : scan.sentence + 2]
    if not following:
        return None
    last = min(following[0][1], at + _FARTHEST_THESE)
    if not any(r.has(n, "these_words") and (n == at or r.cues[n - 1]) for n in range(at, last)):
        return None
    return next(phrases_in(r, at + bool(r.has(at, "these_words")), following[0][1]), None)


def _told_before(scan: Scan) -> Mention | None:
    """Who is the subject of the sentence before, where that sentence quotes nobody."""
    first, last, _ = scan.r.sentences[scan.sentence - 1]
    if scan.drafts and scan.drafts[-1].sentence >= scan.sentence - 1:
        return None
    told = next(phrases_in(scan.r, first, last), None)
    if told is None or is_governed(scan.r, told) or _background(scan.r, first):
        return None
    return told if told.type is SpeakerType.PERSON and told.first <= first + _NEAR else None


def _just_told_of(scan: Scan) -> Mention | None:
    """The person whom the sentence before tells of: 'Zaynab waited at the gate. "They promised …"'."""
    behind: Mention | None = None
    for number in range(scan.sentence - 1, max(-1, scan.sentence - 1 - _SENTENCES_BACK), -1):
        first, last, _ = scan.r.sentences[number]
        told = next((m for m in phrases_in(scan.r, first, last) if m.type is SpeakerType.PERSON), None)
        if told is None or _with_a_thing(scan.r, told):
            continue
        if not _background(scan.r, first):
            return told
        behind = behind or told
    return behind


def _background(r: Reading, first: int) -> bool:
    """'The general had given him two days': a sentence that tells what was before changes no subject."""
    return r.has(first, "had") > 0 or (r.norm(first) == "وقد" and not r.cues[first])


def _with_a_thing(r: Reading, mention: Mention) -> bool:
    """بمفتاح: one word with 'with' written onto it is a key rather than somebody of that name."""
    form = r.noun(mention.first, "given")
    single = mention.head is None and mention.last == mention.first + 1
    return single and form is not None and form.proclitic.endswith("ب")


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
    close = is_direct(r, start, scan.last) if start in r.marks.quotes else 0
    first, last = (start + 1, close) if close else (start, scan.trimmed(start, scan.last))
    _direct(scan, Draft((at, at), None, mention, "headline", confidence=Confidence.MEDIUM), first, last)
    if not close and has_quoted_words(r, first, last):  # the desk's words around the speaker's
        scan.drafts[-1].kind = QuoteKind.MIXED
    return True


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


def marked_at(scan: Scan, at: int) -> int:
    """Draft words in marks that a following cue claims ('…', said X); return where to read on."""
    r = scan.r
    close = r.marks.quotes.get(at)
    if close is None:
        return r.marks.brackets[at] + 1
    after = close + 1
    alone = close - at < 3 and at == scan.first and after + 1 < scan.last and not r.nouns[at + 1]
    if alone and r.tokens[after].text in COMMAS and any(map(finite, r.cues[after + 1])):
        return _claimed(scan, at, close, after + 1) or after  # «نعم»، أجابت
    governed = r.has(at - 1, "preposition") > 0 and close - at <= _LONGEST_GOVERNED
    governed = governed or (at > scan.first and r.is_word(at - 1) and close - at <= _LONGEST_GOVERNED - 1)
    if is_name(r, at) or close - at < 3 or governed:
        return after
    while (
        not r.has(after, "these_words")
        and after < scan.last
        and (r.tokens[after].text in COMMAS | DASHES or r.has(after, "adverb") or r.has(after, "thus"))
    ):
        after += 1
    if after < scan.last and r.has(after, "these_words"):
        mention = next(phrases_in(r, after + 1, scan.last), None)
        _direct(scan, Draft((after, after), None, mention, "after-quote"), at + 1, close)
        return after
    claimed = _claimed(scan, at, close, after) if after < scan.last else 0
    return claimed or _behind_colon(scan, at, close) or _same_attribution(scan, at, close) or close + 1


def _behind_colon(scan: Scan, at: int, close: int) -> int:
    """'As for the driver X, he seemed content: «…»', 'and his answer was: «…»': a colon without a cue."""
    r = scan.r
    if (
        r.tokens[at - 1].text != ":"
        or sum(r.is_word(n) for n in range(at + 1, close)) < _LEAST_FLOATING_WORDS
    ):
        return 0
    reply = r.has(at - 2, "reply") > 0
    first = max(scan.first, scan.drafts[-1].last if scan.drafts else scan.first)
    named = (m for m in phrases_in(r, first, at - 1) if m.type in _SPEAK and r.norm(m.first - 1) != "علي")
    mention = None if reply else next(named, None)
    if mention is None and not reply:
        return 0
    _direct(scan, Draft((at, at), None, mention, "colon", confidence=Confidence.MEDIUM), at + 1, close)
    return close + 1


def _claimed(scan: Scan, at: int, close: int, after: int) -> int:
    r = scan.r
    for verb in (after, *_behind_subject(scan, after)):
        for form in r.cues[verb]:
            if not finite(form) or form.proclitic or r.has(verb, "preposition"):
                continue
            mention, zone = source_after(r, verb + form.length, scan.last, form)
            if verb != after:
                mention, zone = source_before(r, verb, after, form) or mention, verb + form.length
            if mention is None and close + 1 == after:
                continue
            draft = Draft((verb, verb + form.length), form, mention, "after-quote")
            _direct(scan, draft, at + 1, close)
            return _second_part(scan, draft, zone)
    return 0


def _behind_subject(scan: Scan, after: int) -> Iterator[int]:
    """The verb behind a subject that follows the marks: '…' the prime minister said."""
    if head_at(scan.r, after) is None and not scan.r.noun(after, "given"):
        return
    mention = parse_phrase(scan.r, after, scan.last)
    if mention is not None and mention.last < scan.last:
        yield mention.last


def _second_part(scan: Scan, draft: Draft, zone: int) -> int:
    """The second part of a quotation that its cue interrupts."""
    if draft.form is None:
        return zone
    complement = find_complement(scan.r, draft.form, zone, scan.last)
    if complement is None or complement.how not in ("marks", "colon", "clause"):
        return zone
    return take(scan, complement, Draft(draft.cue, draft.form, draft.mention, "split")) or zone


def _same_attribution(scan: Scan, at: int, close: int) -> int:
    """Words in marks later in a sentence whose words are attributed already."""
    previous = scan.previous()
    if previous is None or close - at < 5:
        return 0
    if not scan.r.norm(at - 1).startswith(("لان", "اذ", "حيث", "و", "ف", "ان")) and previous.last != at - 2:
        return 0
    draft = Draft(previous.cue, previous.form, previous.mention, "same-source", confidence=Confidence.MEDIUM)
    _direct(scan, draft, at + 1, close)
    return close + 1


def _direct(scan: Scan, draft: Draft, first: int, last: int) -> None:
    draft.kind, draft.first, draft.last = QuoteKind.DIRECT, first, last
    scan.add(draft)
