"""Words at second hand: what an agency, a document or somebody's tongue passes on."""

from __future__ import annotations

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.extract.attribution.apposition import with_apposition
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.contents import take
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.objects import Complement
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.reading import COMMAS, finite, frames
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.extract.attribution.sources import past_prepositional, source_after, source_before
from drawdown_cli.extract.attribution.subjects import is_governed, phrases_in
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType

_ISSUERS = ("document", "body", "organisation", "country")
_SENTENCE_BACK = 80
_LONGEST_DATE = 8
_TELL = (SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS, SpeakerType.COLLECTIVE)
_CARRIED = ("عن", "الي", "من", "عنه", "عنها", "عنهم")


def relayed(scan: Scan, carrier: Mention | None, zone: int) -> tuple[Mention | None, Mention | None, int]:
    """Return carrier, speaker and end of 'the agency, quoting a source', 'the movement through X'."""
    r = scan.r
    at = zone + (r.tokens[zone].text in COMMAS) if zone < scan.last else zone
    if r.small[at] and r.has(at, "preposition") and not r.has(at, "through", "quoting"):
        beyond = past_prepositional(r, at, r.has(at, "preposition"), scan.last)  # على «تويتر» نقلا عن
        at = beyond if r.has(beyond, "through") else at
    if carrier is not None and carrier.category == "media":
        at = _past_date(scan, at)
    passed_on = r.has(at, "through")
    if zone >= scan.last or not passed_on:
        return None, carrier, zone
    phrase = at + passed_on
    source = parse_phrase(r, phrase, scan.last) if phrase < scan.last else None
    if source is None or source.head is None or source.category == "document":
        return None, carrier, zone
    return carrier, source, with_apposition(r, source, scan.last)


def _past_date(scan: Scan, at: int) -> int:
    """'The agency announced on Friday, 31 October 2025, quoting': past what tells when, up to 'quoting'."""
    r, start = scan.r, at
    while at < min(scan.last, start + _LONGEST_DATE) and not r.has(at, "through"):
        at += r.has(at, "adverb") or 1
        if any(finite(form) for form in r.cues[at]) and not r.has(at, "through"):
            return start
        if r.has(at, "complementiser") or at in r.marks.quotes:
            return start
    return at if r.has(at, "through") and r.tokens[at - 1].text in COMMAS else start


def carried(scan: Scan, at: int, form: Form, start: int) -> int:
    """'The agency quoted the minister as saying that'."""
    r = scan.r
    via, zone = source_after(r, start, scan.last, form)
    markers = [mark for mark in _CARRIED if mark[:2] in {fold(kind)[:2] for kind in frames(form)}]
    if r.norm(start) in markers:
        via, zone = source_before(r, at, scan.first, form), start  # الوكالة نقلت عن
        if r.has(start, "of_him"):
            via, _ = source_after(r, start + 1, scan.last, form)
    marker = next((n for n in range(zone, min(zone + 12, scan.last)) if r.norm(n) in markers), -1)
    if marker < 0 or any(r.has(n, "complementiser") for n in range(zone, marker)):
        return 0
    source = None
    zone = marker + 1
    if r.norm(marker) in ("عن", "الي", "من"):
        source = parse_phrase(r, zone, scan.last)
        if source is None:
            return 0
        zone = with_apposition(r, source, scan.last, form)
    complement = find_complement(r, form, zone, scan.last) or _hearsay(scan, source, zone)
    if complement is None:
        return 0
    draft = Draft((at, start), form, source, "carrier", via=via)
    draft.pronoun = {"عنه": ("m", "s"), "عنها": ("f", "s"), "عنهم": ("m", "p")}.get(r.norm(marker), ("", ""))
    return take(scan, complement, draft)


def _hearsay(scan: Scan, source: Mention | None, zone: int) -> Complement | None:
    """نقل إعلام محلي عن شهود، سماع إطلاق نار: a verbal noun is what the source has told of."""
    r = scan.r
    at = zone + (r.written(zone) in COMMAS)
    told = source is not None and source.type in _TELL and at + 2 < scan.last
    event = told and looks_like_verbal_noun(r, at) and not (r.articled(at) or r.has(at, "preposition"))
    return Complement("object", at) if event and r.is_word(at + 1) else None


def in_document(scan: Scan, at: int, form: Form, start: int) -> int:
    """'It came in the statement that', 'on the tongue of'."""
    r = scan.r
    if r.has(start, "in_it"):
        return _in_it(scan, at, form, start + 1)
    if r.norm(start) not in ("في", "علي"):
        return 0
    tongue = r.norm(start + 1) == "لسان"
    phrase = start + 1 + tongue
    mention = parse_phrase(r, phrase, scan.last) if phrase < scan.last else None
    if mention is None or not (tongue or mention.category == "document" or r.has(phrase, "venue")):
        return 0
    zone = with_apposition(r, mention, scan.last)
    complement = find_complement(r, form, zone, scan.last)
    if complement is None or complement.how not in ("clause", "marks", "colon"):
        return 0
    return take(scan, complement, Draft((at, phrase), form, mention, "document"))


def _in_it(scan: Scan, at: int, form: Form, start: int) -> int:
    """'He read a statement in which it came that': its body speaks, else who reads, else the statement."""
    complement = find_complement(scan.r, form, start, scan.last)
    if complement is None or complement.how not in ("clause", "marks", "colon"):
        return 0
    first = max(scan.first, at - _SENTENCE_BACK)
    told = list(phrases_in(scan.r, first, at))
    named = [mention for mention in told if mention.category in _ISSUERS]
    readers = [mention for mention in told if mention.names and not is_governed(scan.r, mention)]
    issuers = [mention for mention in named if mention.category != "document"] or readers[:1] or named[-1:]
    draft = Draft((at, start), form, None, "document", hint=issuers[0] if issuers else None)
    return take(scan, complement, draft)
