"""Find quotations: direct, indirect and mixed, each with its cue and its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.extract.attribution.finder import walk
from drawdown_cli.extract.attribution.people import Speaker
from drawdown_cli.extract.attribution.reading import Reading, read
from drawdown_cli.extract.attribution.resolution import resolve
from drawdown_cli.extract.attribution.scan import Draft
from drawdown_cli.extract.attribution.setting import affiliation_of, setting_of
from drawdown_cli.extract.attribution.withheld import clauses_of
from drawdown_cli.models import Act, Polarity, Quote, Timex, TokenizedText


def find_quotes(tokenized: TokenizedText, timexes: Sequence[Timex] = ()) -> list[Quote]:
    """Return the quotations of a text in order of their content, speakers resolved within the text.

    >>> from drawdown_cli.arabic.tokenize import tokenize
    >>> [quote] = find_quotes(tokenize("وقال وزير الدفاع لويد أوستن إن المهمة انتهت."))
    >>> quote.speaker, quote.content
    ('لويد أوستن', 'المهمة انتهت')
    """
    reading = read(tokenized)
    if not any(reading.cues) and not reading.marks.quotes and not any(reading.small):
        return []
    scan = walk(reading)
    speakers = resolve(scan)
    quotes = [
        _quote(reading, draft, speaker, clause, timexes)
        for draft, speaker, clause in zip(
            scan.drafts, speakers, clauses_of(reading, scan.drafts), strict=True
        )
        if speaker.name
    ]
    return sorted(quotes, key=lambda quote: (quote.start, quote.end))


def _quote(r: Reading, draft: Draft, speaker: Speaker, clause: str, timexes: Sequence[Timex]) -> Quote:
    start, end = r.tokens[draft.first].start, r.tokens[draft.last - 1].end
    text = r.tokenized.text
    cue_start, cue_end = _cue_span(r, draft)
    mention = draft.mention
    setting = setting_of(r, draft, timexes)
    source_start, source_end = (
        (r.tokens[mention.first].start, r.tokens[mention.last - 1].end) if mention else (-1, -1)
    )
    entry = draft.form.entry if draft.form else None
    return Quote(
        id="",
        doc="",
        title="",
        published="",
        kind=draft.kind,
        start=start,
        end=end,
        content=text[start:end],
        cue=text[cue_start:cue_end],
        cue_start=cue_start,
        cue_end=cue_end,
        cue_lemma=entry.lemma if entry else "",
        act=Act(entry.feature("act", "statement")) if entry else Act.STATEMENT,
        polarity=Polarity.NEGATIVE if draft.negated else Polarity.POSITIVE,
        speaker=speaker.name,
        speaker_id=f"{speaker.type.value}:{fold(speaker.name)}",
        speaker_type=speaker.type,
        source=text[source_start:source_end] if mention else "",
        source_start=source_start,
        source_end=source_end,
        role=speaker.role,
        affiliation=affiliation_of(r, mention or draft.hint),
        anonymity=clause,
        via=speaker.via,
        addressee=setting.addressee,
        venue=setting.venue,
        date=setting.date,
        date_basis=setting.basis or "published",
        continuation=mention is None,
        rule=f"{draft.rule}/{speaker.rule}",
        confidence=draft.confidence,
    )


def _cue_span(r: Reading, draft: Draft) -> tuple[int, int]:
    first, last = draft.cue
    if first >= last:
        return r.tokens[first].start, r.tokens[first].start
    return r.tokens[first].start, r.tokens[last - 1].end
