"""Quotations that an attribution without a main verb claims: before it, or after it."""

from __future__ import annotations

from drawdown_cli.arabic.letters import TEH, WAW, YEH
from drawdown_cli.extract.attribution.attributions import ROLES, Attribution
from drawdown_cli.extract.attribution.clauses import AND_THAT, breaks, clause_end, is_direct
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.contents import kind_of, take
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.objects import Complement
from drawdown_cli.extract.attribution.reading import COMMAS, DASHES, STOPS, begins_with_and, finite
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.extract.attribution.sources import source_after
from drawdown_cli.lexicon import Form
from drawdown_cli.models import Confidence, QuoteKind, SpeakerType, TokenKind

_SPEAK = (SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS, SpeakerType.COLLECTIVE)
_LONGEST_FRONT = 25
_LONGEST_CLAUSE = 80
_SHORTEST_CLAUSE = 4
_LONGEST_DESCRIPTION = 8
_FARTHEST_THEN = 14
_SHORTEST_PRESENT = 4
_THEN = ("then", "then_has", "complementiser")


def attributed(scan: Scan, found: Attribution) -> int:
    """Draft the words that an attribution claims; return where to read on."""
    previous = scan.previous()
    if previous is not None and _follows(scan, previous, found.first):
        _merge(scan, previous, found)
        return found.last
    if _opens_clause(scan, found.first):
        return _fronted(scan, found)
    start = _clause_start(scan, found.first)
    if scan.r.has(start - 1, "negation") and scan.r.has(start - 1, "break"):
        return found.last  # 'the ministry did not comment on what the agency reported'
    end = scan.trimmed(start, found.first - _that_is(scan, found.first))
    told = _told(scan, start, found)
    if told and found.mention is not None and scan.r.has(found.first, "through"):
        scan.layer.append((scan.sentence, found.mention))
        return found.mention.last  # 'who accused' may follow
    whole = _past_aside(scan, start, end, found)
    if (end - start >= 2 or whole > end) and not told and not _only_link(scan, start, end):
        _claim(scan, start, max(end, whole), found)
        scan.clause = max(found.last, whole)
        return scan.clause
    return _fronted(scan, found)


def _opens_clause(scan: Scan, at: int) -> bool:
    """'…, and according to X, the two discussed': with 'and' an attribution claims what follows it."""
    return any(
        form.proclitic == WAW for form in scan.r.small[at] if form.entry.sense in ("according", "clausal")
    )


def _told(scan: Scan, start: int, found: Attribution) -> bool:
    """Whether the clause has a speaker of its own, and the attribution only says where that was read.

    'He answered through his spokesman' and 'he relies in his opinion on' claim nothing either.
    """
    r = scan.r
    cues = [(n, form) for n in range(start, start + 2) for form in r.cues[n] if finite(form)]
    if found.mention is None and found.rule == "in-his-words":
        within = r.is_word(found.first - 1) and found.last < scan.last and r.is_word(found.last)
        return within and found.first - start <= _SHORTEST_CLAUSE
    if r.has(found.first, "through"):
        return bool(cues) and found.first - start <= _SHORTEST_CLAUSE
    return _carries(found) and any(_complete(scan, n, form, found.first) for n, form in cues)


def _complete(scan: Scan, at: int, form: Form, last: int) -> bool:
    """Whether a verb of speaking has its words before `last`."""
    _, zone = source_after(scan.r, at + form.length, last, form)
    return find_complement(scan.r, form, zone, last) is not None


def _past_aside(scan: Scan, start: int, end: int, found: Attribution) -> int:
    """'It holds, according to a source, 250 men': return where the clause ends that goes on behind, or 0."""
    r = scan.r
    at = _described(scan, found) + 1
    apart = end > start and r.tokens[found.first - 1].text in COMMAS
    if not apart or at >= scan.last or r.tokens[at - 1].text not in COMMAS:
        return 0
    told = r.tokens[at].kind is TokenKind.NUMBER or at in r.marks.quotes
    if not (told or r.is_word(at)) or begins_with_and(r, at) or breaks(r, at, scan.last):
        return 0
    if r.has(at, "contrast", "relative", "turn", "withholding") or r.has(at + 1, "venue"):
        return 0
    ended = next((n for n in range(at, scan.last) if r.tokens[n].text in STOPS), scan.last)
    if all(r.has(n, "adverb") for n in range(at, ended)):  # said the president, on Sunday.
        return 0
    # Behind a whole clause a noun is rather in apposition to the source.
    goes_on = told or r.has(at, "preposition", "adverb") > 0 or end - start <= _SHORTEST_CLAUSE
    return clause_end(r, at, scan.last) if goes_on else 0


def _described(scan: Scan, found: Attribution) -> int:
    """Return the comma behind what an unnamed source is told to have done: 'an officer who took part,'."""
    r, at = scan.r, found.last
    if found.mention is None or found.mention.definite or not (at < scan.last and r.is_word(at)):
        return at
    near = range(at, min(scan.last, at + _LONGEST_DESCRIPTION))
    return next((n for n in near if r.tokens[n].text in COMMAS), at)


def _carries(found: Attribution) -> bool:
    """Whether an attribution only says where another's words were read: 'according to the statement'."""
    return found.mention is None or found.mention.type in (SpeakerType.DOCUMENT, SpeakerType.MEDIA)


def _draft(found: Attribution) -> Draft:
    draft = Draft((found.first, found.cue_last), found.form, found.mention, found.rule, via=found.via)
    draft.confidence = Confidence.MEDIUM if found.mention is not None else Confidence.LOW
    draft.pronoun = (found.gender, found.number)
    return draft


def _follows(scan: Scan, previous: Draft, at: int) -> bool:
    """Whether nothing but marks, and 'and that', lies between a quotation and an attribution."""
    between = range(previous.last, at - _that_is(scan, at))
    return previous.last <= at and all(scan.r.tokens[n].kind is TokenKind.MARK for n in between)


def _that_is(scan: Scan, at: int) -> int:
    """'…, and that according to': how many words before an attribution only link it to what was said."""
    return int(at > scan.first and scan.r.norm(at - 1) == AND_THAT)


def _merge(scan: Scan, previous: Draft, found: Attribution) -> None:
    """An attribution at the end of a cue's words: its carrier, or the true speaker."""
    if found.mention is None:
        return
    if found.mention.type is SpeakerType.MEDIA:
        previous.via = found.mention
        return
    named = previous.mention or previous.hint
    if previous.form is not None and named is not None and (named.names or _refers(previous, named, found)):
        return
    previous.mention, previous.cue = found.mention, (found.first, found.cue_last)
    scan.layer.append((scan.sentence, found.mention))


def _refers(previous: Draft, named: Mention, found: Attribution) -> bool:
    """'Kigali denies it, accusing Kinshasa, according to an inquiry of the UN': one body cites another."""
    bodies = found.mention is not None and named.type is found.mention.type is SpeakerType.ORGANISATION
    return bodies or _cites(previous, found)


def _cites(previous: Draft, found: Attribution) -> bool:
    """'Stressing that they will leave, in accordance with the resolution': what he says refers to a text."""
    stressing = previous.mention is None and previous.form is not None and not finite(previous.form)
    return stressing and found.mention is not None and found.mention.type is SpeakerType.DOCUMENT


def _clause_start(scan: Scan, before: int) -> int:
    r = scan.r
    start = max(scan.clause, scan.first)
    previous = scan.previous()
    if previous is not None:
        start = max(start, previous.last)
    if before > start and r.tokens[before - 1].text not in COMMAS:
        start = _last_clause(scan, start, before)
    while start < before and (r.tokens[start].text in COMMAS | DASHES or r.has(start, "contrast", "break")):
        start += max(1, r.has(start, "contrast"))
    return start


def _last_clause(scan: Scan, start: int, before: int) -> int:
    """Without a comma before it, an attribution claims only the last of the sentence's clauses."""
    r = scan.r
    for at in range(before - 3, max(start, before - _LONGEST_CLAUSE), -1):
        if r.has(at, "contrast") and r.tokens[at - 1].text in COMMAS:
            return at + r.has(at, "contrast")
        if begins_with_and(r, at) and not r.nouns[at] and r.norm(at + 1) in ("عن", "الي", "علي"):
            return at
    return start


def _only_link(scan: Scan, start: int, end: int) -> bool:
    """Whether nothing but links, or another attribution, stands between two tokens."""
    r = scan.r
    if r.has(start, "according", "clausal") or (start > scan.first and r.has(start - 1, "clausal")):
        return True
    return all(r.has(n, "adverb", "preposition", "contrast") for n in range(start, end))


def _claim(scan: Scan, start: int, end: int, found: Attribution) -> None:
    draft = _draft(found)
    that = scan.r.has(start, "complementiser")
    start += that if start + that in scan.r.marks.quotes else 0
    close = is_direct(scan.r, start, end + 1) if start in scan.r.marks.quotes else 0
    draft.kind, draft.first, draft.last = kind_of(scan, start, end), start, end
    if close and close + 1 >= end:
        draft.kind, draft.first, draft.last = QuoteKind.DIRECT, start + 1, close
    scan.add(draft)


def _fronted(scan: Scan, found: Attribution) -> int:
    """'According to X, the force …': the words follow."""
    r, at = scan.r, found.last
    limit = min(scan.last, at + _LONGEST_FRONT)
    opened = next((n for n in range(at, min(limit, at + _FARTHEST_THEN)) if r.has(n, "then")), limit)
    if opened < limit and (opened == at or not r.has(at, "complementiser")):
        at = opened
    elif found.mention is not None and not found.mention.definite and r.is_word(at):
        # 'According to a person who spoke to the paper, …': what describes the source ends with a comma.
        at = next((n for n in range(at, limit) if r.tokens[n].text in COMMAS), at)
    while at < limit and r.tokens[at].text not in COMMAS and not r.has(at, *_THEN):
        verb = any(finite(form) for form in r.cues[at]) or (at == found.last and _is_told(scan, at))
        if at in r.marks.quotes or verb:
            break
        at += 1
    if at >= limit:
        return found.last
    apart = r.tokens[found.last].text in COMMAS or r.has(found.last, *_THEN)  # وبحسبه، …; وبحسبه فإن
    if found.mention is None and not (found.gender and apart):
        return found.last
    at += r.tokens[at].text in COMMAS
    at += r.has(at, *_THEN)
    if at >= scan.last or r.has(at, *ROLES):  # 'as officials said, according to the paper'
        return found.last
    for form in r.cues[at]:
        if finite(form):
            relayed = _said_by_way_of(scan, found, at, form)
            return relayed or take(scan, Complement("clause", at), _draft(found)) or found.last
    return take(scan, Complement("clause", at), _draft(found)) or found.last


def _is_told(scan: Scan, at: int) -> bool:
    """'According to the statement ends the mission in March': whether a verb in a tense stands here."""
    r = scan.r
    if r.has(at, "plain_verb"):
        return True
    norm = r.norm(at).removeprefix("س")
    known = r.nouns[at] or r.small[at] or looks_like_verbal_noun(r, at)
    return not known and len(norm) >= _SHORTEST_PRESENT and norm[0] in (TEH, YEH)


def _said_by_way_of(scan: Scan, found: Attribution, at: int, form: Form) -> int:
    """'Quoting security sources, the newspaper reported that': the sources speak, the newspaper carries."""
    carrier, zone = source_after(scan.r, at + form.length, scan.last, form)
    complement = find_complement(scan.r, form, zone, scan.last)
    if complement is None:
        return 0
    draft = _draft(found)
    draft.via = carrier
    if carrier is not None and _relays(found, carrier):
        draft.mention, draft.via, draft.pronoun = carrier, found.mention, ("", "")
    return take(scan, complement, draft)


def _relays(found: Attribution, named: Mention) -> bool:
    """Whether what stands in front only passes on what `named` says: 'according to the agency'."""
    if found.mention is None or named.type is SpeakerType.MEDIA:
        return False
    return _carries(found) or (named.type in _SPEAK and found.mention.type not in _SPEAK)
