"""Find quotations: by speaker, by what they are about, by kind and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drawdown_cli.models import Quote, QuoteFilter, SpeakerType
from drawdown_cli.records import Record
from drawdown_cli.speakers.matching import Matches, describe, match_speakers
from drawdown_cli.speakers.registry import Registry, Role, Speaker, build_registry
from drawdown_cli.speakers.stored import StoredRegistry
from drawdown_cli.speakers.userfile import KnownSpeaker
from drawdown_cli.store.index import Index
from drawdown_cli.store.searching import quiet
from drawdown_cli.store.speakers import Spoken

Say = Callable[[str], None]
AnyRegistry = Registry | StoredRegistry
_SHOWN_NAMES = 6


class QuoteQuery(NamedTuple):
    """What to look for; empty fields admit all."""

    speaker: str = ""
    about: str = ""
    within: QuoteFilter = QuoteFilter()


def search_quotes(
    index: Index,
    query: QuoteQuery | None = None,
    known: Sequence[KnownSpeaker] = (),
    *,
    say: Say = quiet,
) -> list[Quote]:
    """Return the quotations that a query admits, by date, speakers resolved across the index.

    `say` hears which speakers matched when several did, and which names are near when none does.
    """
    return list(find_quotes(index, query or QuoteQuery(), known, say=say))


def find_quotes(
    index: Index, query: QuoteQuery, known: Sequence[KnownSpeaker] = (), *, say: Say = quiet
) -> Iterator[Quote]:
    """Yield what `search_quotes` returns, as it is found."""
    registry = registry_of(index, known, say=say)
    matches = match_speakers(registry, query.speaker) if query.speaker else Matches()
    within = _of_speaker(matches, query, say) if query.speaker else query.within
    if within is None:
        return iter(())
    quotes = _about(index, query.about, within, say) if query.about else index.quotes(within)
    if meant := {id(speaker) for speaker in matches.speakers}:
        # Two people may share an id: a surname alone is whose its title is.
        quotes = (quote for quote in quotes if id(registry.of(quote)) in meant)
    return (resolved(quote, registry) for quote in quotes)


def list_speakers(
    index: Index, known: Sequence[KnownSpeaker] = (), *, wanted: str = "", say: Say = quiet
) -> list[Record]:
    """Return who is quoted, most quoted first: names, titles, from when to when."""
    registry = registry_of(index, known, say=say)
    speakers: Sequence[Speaker] = registry.speakers
    if wanted:
        matches = match_speakers(registry, wanted)
        kind = [speaker for speaker in speakers if speaker.type is matches.kind]
        speakers = kind if matches.kind else matches.speakers
    return [_record(speaker) for speaker in speakers]


def registry_of(index: Index, known: Sequence[KnownSpeaker] = (), *, say: Say = quiet) -> AnyRegistry:
    """Return the speakers of an index: those that the last run worked out, or else from all quotations."""
    if index.corrects_quotes():
        return build_registry((Spoken(*row) for row in index.searching.spoken()), known)
    if index.speakers.are_complete():
        return StoredRegistry(index.speakers, known)
    say(
        "the stored speakers are behind the quotations: they are worked out for this question alone, which "
        "may take time; drawdown index stores them where the index can be written"
    )
    return build_registry((Spoken(*row) for row in index.searching.spoken()), known)


def resolved(quote: Quote, registry: AnyRegistry) -> Quote:
    """Return a quotation with its speaker's fullest name; an office becomes its one holder on that day."""
    speaker = registry.of(quote)
    if speaker is None:
        return quote
    if quote.speaker_type is SpeakerType.ROLE:
        holder = registry.holder(quote.speaker, (quote.date or quote.published)[:10])
        if holder is not None:
            return quote._replace(
                speaker=holder.name,
                speaker_type=SpeakerType.PERSON,
                role=quote.role or quote.speaker,
                rule=f"{quote.rule}/holder",
            )
    rule = quote.rule if speaker.name == quote.speaker else f"{quote.rule}/corpus"
    return quote._replace(speaker=speaker.name, rule=rule)


def _of_speaker(matches: Matches, query: QuoteQuery, say: Say) -> QuoteFilter | None:
    if matches.kind is not None:
        return query.within._replace(speaker_types=(matches.kind,))
    if not matches.speakers:
        near = f"; near: {describe(matches.near)}" if matches.near else ""
        say(f"nobody called {query.speaker!r} is quoted{near}; see: drawdown speakers")
        return None
    if len(matches.speakers) > 1:
        more = len(matches.speakers) - _SHOWN_NAMES
        rest = f" and {more} more" if more > 0 else ""
        say(f"{query.speaker!r} matched {describe(matches.speakers[:_SHOWN_NAMES])}{rest}")
    keys = sorted({key for speaker in matches.speakers for key in speaker.keys})
    return query.within._replace(speaker_ids=tuple(keys))


def _about(index: Index, words: str, within: QuoteFilter, say: Say) -> Iterator[Quote]:
    """The quotations with all of some words; where there are none, those with any of them."""
    from drawdown_cli.models import ArticleFilter
    from drawdown_cli.search.quotations import topics_of

    articles = ArticleFilter(sources=within.sources, undated=True, copies=within.copies)
    for topic in topics_of(index, words, articles, within.speaker_ids or None, say=say):
        quotes = index.quotes(within._replace(docs=topic.docs))
        found = (quote for quote in quotes if topic.is_of(quote.content))
        first = next(found, None)
        if first is None:
            continue
        if topic.loose:
            say("no quotation has all of these words; those with any of them follow")
        yield first
        yield from found
        return


def _record(speaker: Speaker) -> Record:
    aliases = [name for name in speaker.names if name != speaker.name]
    known = speaker.known.aliases if speaker.known else ()
    return {
        "speaker": speaker.name,
        "type": speaker.type.value,
        "quotes": speaker.quotes,
        "aliases": list(dict.fromkeys((*aliases, *known))),
        "roles": [role.title for role in speaker.roles],
        "roles_by_date": [_role_record(role) for role in speaker.roles],
        "since": speaker.since,
        "until": speaker.until,
    }


def _role_record(role: Role) -> Record:
    return {"title": role.title, "since": role.since, "until": role.until, "quotes": role.quotes}
