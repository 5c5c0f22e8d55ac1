"""Words in marks, or after a headline's colon, that no cue before them announces."""

from __future__ import annotations

from collections.abc import Iterator

from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.contents import take, take_direct
from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.labels import is_name
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.reading import COMMAS, DASHES, STOPS, Reading, finite
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.sources import source_after, source_before
from drawdown_cli.extract.attribution.subjects import is_governed, phrases_in, who_was_asked
from drawdown_cli.models import Confidence, SpeakerType

_NEAR = 6
_LONGEST_GOVERNED = 4
_FARTHEST_THESE = 18
_SENTENCES_BACK = 2
_LEAST_FLOATING_WORDS = 3
_ONE = (SpeakerType.PERSON, SpeakerType.ROLE)
_SPEAK = (SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS, SpeakerType.COLLECTIVE)


def floating(scan: Scan, at: int) -> bool:
    """Draft a sentence that is nothing but words in marks: whoever spoke last goes on."""
    r = scan.r
    close = r.marks.quotes.get(at)
    if close is None or any(r.tokens[n].text not in STOPS for n in range(close + 1, scan.last)):
        return False
    if r.noun(at + 1, "media"):  # a dateline's outlet
        return False
    mention = _with_these_words(scan) or _asked_before(scan)
    near = scan.layer and scan.layer[-1][0] >= scan.sentence - 2
    recent = scan.drafts and scan.drafts[-1].sentence >= scan.sentence - 2
    if mention is None and not (near or recent):
        mention = _just_told_of(scan)
    elif mention is None and scan.layer[-1:] and scan.layer[-1][0] < scan.sentence - 1:
        mention = _told_before(scan)
    known = mention is not None or near or recent
    if sum(r.is_word(n) for n in range(at + 1, close)) < _LEAST_FLOATING_WORDS or not known:
        return False
    take_direct(scan, Draft((at, at), None, mention, "floating", confidence=Confidence.MEDIUM), at + 1, close)
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


def _asked_before(scan: Scan) -> Mention | None:
    """'The reporter asked the colonel about the date. "Soon, God willing."': who was asked."""
    if not scan.sentence:
        return None
    first, last, _ = scan.r.sentences[scan.sentence - 1]
    return who_was_asked(scan.r, first, last)


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
        told = next((m for m in phrases_in(scan.r, first, last) if m.type in _ONE), None)
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
        take_direct(scan, Draft((after, after), None, mention, "after-quote"), at + 1, close)
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
    titled = r.has(first, "naming", "label") > 0 and r.noun(first) is None  # عنوان الكتاب: «…»
    if titled or (mention is None and not reply):
        return 0
    take_direct(scan, Draft((at, at), None, mention, "colon", confidence=Confidence.MEDIUM), at + 1, close)
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
            take_direct(scan, draft, at + 1, close)
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
    take_direct(scan, draft, at + 1, close)
    return close + 1
