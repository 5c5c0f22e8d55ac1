"""Find troop-level and mission changes: trigger, what, when, where, who, and status.

A change is a trigger whose frame is filled (a force that withdraws, a base that is handed over), that the
sentence asserts, plans, demands, considers or denies, with the date that governs it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TypeVar

from drawdown_cli.extract.changes.assembly import changes_in
from drawdown_cli.extract.changes.forces import Force, find_forces
from drawdown_cli.extract.changes.headlines import settled
from drawdown_cli.extract.changes.hosts import host_of, is_abroad, is_scattered
from drawdown_cli.extract.changes.marks import Mark, Role, read_marks
from drawdown_cli.extract.changes.narrative import DISTANCE, WINDOW, narrated
from drawdown_cli.extract.changes.nearby import preposition_before
from drawdown_cli.extract.changes.others import watches_vote
from drawdown_cli.extract.changes.outlets import is_of_outlet
from drawdown_cli.extract.changes.owners import is_location, only_leads
from drawdown_cli.extract.changes.scene import Counted, Dated, Memory, Scene, within
from drawdown_cli.extract.changes.when import DEADLINES, is_a_date
from drawdown_cli.lexicon import Form, lexicon
from drawdown_cli.models import Change, Published, Quantity, Quote, Sentence, Timex, TokenizedText, Zone
from drawdown_cli.nations import COMBAT, is_local, is_part_of

Placed = TypeVar("Placed", Counted, Dated)

_LONGEST = 400
"""More words than a sentence of the press has."""

_ZONES = frozenset({Zone.TITLE, Zone.BODY})


def find_changes(
    tokenized: TokenizedText,
    published: Published,
    timexes: Sequence[Timex],
    quantities: Sequence[Quantity],
    quotes: Sequence[Quote],
) -> Iterator[Change]:
    """Yield the changes that a text reports, in order."""
    starts = [token.start for token in tokenized.tokens]
    forms = lexicon("changes").find_all(tokenized.tokens)
    counted = [Counted(*within(starts, fact.start, fact.end), fact) for fact in quantities]
    dated = [Dated(*within(starts, fact.start, fact.end), fact) for fact in timexes]
    memory = Memory()
    scenes = [
        _scene(tokenized, piece, forms, counted, dated, memory)
        for sentence in tokenized.sentences
        if sentence.zone in _ZONES
        for piece in _pieces(tokenized, sentence)
    ]
    # What the sentences behind the last that may tell a change speak of is asked for by none.
    telling = [at for at, scene in enumerate(scenes, 1) if scene.counted or Role.TRIGGER in scene.roles]
    if not telling:
        return
    memory.place = memory.country = host_of(scenes)
    memory.scattered = is_scattered(scenes)
    headlines: list[Change] = []
    body: list[Change] = []
    for scene in scenes[: telling[-1]]:
        if scene.marks:
            if "turn" in scene.kinds or (is_abroad(scene)):
                _forget(memory)
            scene.dated = narrated(scene, published)
            forces = find_forces(scene)
            told = headlines if scene.sentence.zone is Zone.TITLE else body
            rows = list(changes_in(scene, forces, published, quotes))
            told.extend(rows)
            _remember(scene, forces, rows)
    yield from settled(headlines, body)
    yield from body


def _pieces(tokenized: TokenizedText, sentence: Sentence) -> Iterator[Sentence]:
    """Cut what is too long for a sentence, so that time grows with the text and not with its square."""
    if sentence.last - sentence.first <= _LONGEST:
        yield sentence
        return
    for first in range(sentence.first, sentence.last, _LONGEST):
        last = min(first + _LONGEST, sentence.last)
        start, end = tokenized.tokens[first].start, tokenized.tokens[last - 1].end
        yield sentence._replace(start=start, end=end, first=first, last=last)


def _scene(
    tokenized: TokenizedText,
    sentence: Sentence,
    forms: Sequence[tuple[Form, ...]],
    counted: Sequence[Counted],
    dated: Sequence[Dated],
    memory: Memory,
) -> Scene:
    marks = read_marks(tokenized.tokens, forms, sentence.first, sentence.last)
    here, now = _inside(counted, sentence), _inside(dated, sentence)
    return Scene(tokenized.text, tokenized.tokens, sentence, marks, here, now, memory)


def _inside(facts: Sequence[Placed], sentence: Sentence) -> list[Placed]:
    """The facts, in their order, that begin in a sentence."""
    at = bisect_left(facts, sentence.first, key=itemgetter(0))
    end = bisect_left(facts, sentence.last, at, key=itemgetter(0))
    return list(facts[at:end])


def _forget(memory: Memory) -> None:
    """'On another subject, ...': nothing named before is meant by what follows."""
    memory.place = memory.country = memory.force = memory.actor = memory.mission = ""
    memory.when = memory.told = None
    memory.operation, memory.gone = False, ("", None)


def _remember(scene: Scene, forces: Sequence[Force], rows: Sequence[Change]) -> None:
    memory = scene.memory
    moved = [row.force.removesuffix(COMBAT) for row in rows if not is_local(row.force, memory.country)]
    named = [force for force in forces if force.key]
    # 'Handed the base over to the Somali army': who receives is not whom the text is about.
    given = [force for force in named if not (_receives(scene, force) or _is_whole(scene, force))]
    keys = [force.key for force in given or named]
    # Whom the forces fight, and whom they train, is not whom the text is about.
    foreign = [key for key in keys if not is_local(key, memory.country)]
    # 'Sends soldiers to Poland to reassure the allies in NATO': whose forces move is whom the text is about.
    narrower = moved and foreign and is_part_of(foreign[-1], moved[-1])
    told = foreign if narrower else moved or foreign
    memory.force = told[-1] if told else memory.force or next(iter(keys), "")
    actors = [mark.entry.feature("actor") for mark in scene.all_marks(Role.PLACE, Role.INSTITUTION)
              if not _is_aside(scene, mark)]  # fmt: skip
    dates = [dated.timex for dated in scene.dated if _is_told(dated.timex)]
    memory.told = dates[-1] if dates else None
    past = [timex for timex in dates if timex.mod not in DEADLINES]
    memory.when = past[-1] if past else memory.told or memory.when
    memory.voters |= watches_vote(scene)
    missions = [mark for mark in scene.all_marks(Role.GROUP) if mark.entry.feature("mission")]
    memory.mission = str(missions[-1].entry.feature("key")) if missions else memory.mission
    last = told[-1] if told else memory.actor
    memory.actor = next((actor for actor in actors if actor), last)


def _is_told(timex: Timex) -> bool:
    return is_a_date(timex) and timex.rule not in (DISTANCE, WINDOW)


def _receives(scene: Scene, force: Force) -> bool:
    preposition = scene.mark(force.first - 1, Role.PREPOSITION) if force.first > scene.first else None
    return preposition is not None and preposition.entry.feature("side") == "to"


def _is_aside(scene: Scene, mark: Mark) -> bool:
    """Whether a state is named as a place, as the home of an outlet or as the leader of an alliance."""
    at = mark.first
    return is_location(scene, mark) or is_of_outlet(scene, at) or only_leads(scene, at)


def _is_whole(scene: Scene, force: Force) -> bool:
    """'Its soldiers who fight within the coalition': of what they are a part, not whom the text is about."""
    preposition = preposition_before(scene, force.first)
    return preposition is not None and bool(preposition.entry.feature("member"))
