"""Where reported words end, and which of them are the speaker's own."""

from __future__ import annotations

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.attribution.apposition import may_begin
from drawdown_cli.extract.attribution.asides import adjunct_end
from drawdown_cli.extract.attribution.attributions import ROLES, attribution_at
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.cuewords import adverbial, participle
from drawdown_cli.extract.attribution.labels import is_name
from drawdown_cli.extract.attribution.narrator import narrator_begins
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import (
    COMMAS,
    DASHES,
    STOPS,
    Reading,
    begins_with_and,
    conjunction,
    finite,
    frames,
)
from drawdown_cli.extract.attribution.shapes import joins_verb
from drawdown_cli.extract.attribution.sources import source_after
from drawdown_cli.lexicon import Form

AND_THAT = "وذلك"
_LONGEST_REMARK = 12
_LONGEST_FRONT = 7
_LONGEST_NAMED = 2
_WILL = "س"
_BUT = "لكن"
_FARTHEST_VERB = 6
_LEFT_OUT = COMMAS | STOPS | DASHES | {":"}
_CLOSINGS = frozenset('"”»›')
_MAY_BREAK = (*ROLES, "while", "contrast", "without", "turn", "break", "relative", "stance", "negation")
"""The small words at which a clause may end; and 'as for', and a preposition behind a comma."""


def clause_end(r: Reading, start: int, last: int, *, nominal: bool = False) -> int:
    """Return the token before which the clause that begins at `start` ends."""
    at = start
    while at < last:
        if at > start and breaks(r, at, last, nominal=nominal) and not _past_front(r, start, at):
            break
        after = r.marks.after(at)
        at = after if after > 0 else at + 1
    end = _without_marks(r, start, min(at, last))
    if end < last and r.tokens[end].text in STOPS:
        end = _without_marks(r, start, _before_last_act(r, start, end))
    return end


def _past_front(r: Reading, start: int, at: int) -> bool:
    """'Under the plan, the army stresses': whether only a circumstance, or a subject, stands before it."""
    if at - start > _LONGEST_FRONT or r.tokens[at - 1].text not in COMMAS:
        return False
    plain = any(finite(form) and not conjunction(form) for form in r.cues[at])
    if not r.has(start, "preposition", "according"):
        subject = parse_phrase(r, start, at) if plain and may_begin(r, start) else None
        return subject is not None and subject.head is not None and subject.last == at - 1
    verb = any(
        r.tokens[n].text in COMMAS or r.has(n, "that_which", "relative") or any(map(finite, r.cues[n]))
        for n in range(start, at - 1)
    )
    return plain and not verb


def _without_marks(r: Reading, start: int, end: int) -> int:
    while end > start and (r.tokens[end - 1].text in _LEFT_OUT or _stray(r, end - 1)):
        end -= 1
    return end


def _stray(r: Reading, at: int) -> bool:
    """Whether a closing mark stands here that nothing opened."""
    return r.tokens[at].text in _CLOSINGS and at not in r.openers


def _before_last_act(r: Reading, start: int, end: int) -> int:
    """'…, and went', '… then went': what the speaker did when he had spoken; return where his words end."""
    act = end - 1
    alone = act - start > 2 and r.is_word(act) and not (r.nouns[act] or r.small[act])
    went = begins_with_and(r, act) and r.tokens[act - 1].text in COMMAS
    if alone and (went or r.norm(act - 1) == "ثم"):
        return act if went else act - 1
    return end


def breaks(r: Reading, at: int, last: int, *, nominal: bool = False) -> bool:
    """Whether a clause cannot go on at `at`: a stop, another cue, an attribution, the reporter's remark."""
    token = r.tokens[at]
    if token.text in STOPS and token.text != "…" and not _initial(r, at, last):
        ended = at + 1 >= last or r.tokens[at + 1].start > token.end
        two = r.written(at + 1) == "." != r.written(at + 2) and begins_with_and(r, at + 2)  # ستنسحب..وفي سياق
        return token.text != "." or ended or two
    before = r.tokens[at - 1].text
    after_comma = before in COMMAS or before in DASHES
    second_headline = r.norm(at + 1) == ":" and begins_with_and(r, at)
    if second_headline or (nominal and after_comma and joins_verb(r, at)):
        return True
    if not (r.small[at] or r.cues[at]):
        return False
    may_break = r.small[at] and (after_comma or r.has(at, *_MAY_BREAK) or r.norm(at) == "اما")
    if may_break and _small_break(r, at, last, after_comma=after_comma, nominal=nominal):
        return True
    if not r.cues[at]:
        return False
    return _another_speech_noun(r, at) or _new_cue(r, at, last, after_comma=after_comma, nominal=nominal)


def _initial(r: Reading, at: int, last: int) -> bool:
    """Whether a point inside a sentence belongs to a name's initial: أحمد س. كمال."""
    inside = r.tokens[at].text == "." and at + 1 < last and r.is_word(at + 1)
    return inside and len(r.norm(at - 1)) == 1 and r.tokens[at - 1].end == r.tokens[at].start


def _small_break(r: Reading, at: int, last: int, *, after_comma: bool, nominal: bool) -> bool:
    """Whether an attribution, a remark of the reporter's or another cue behind 'but' or 'not' begins here."""
    of_what = r.has(at, "according") > 0 and r.has(at + 1, "that_which") > 0  # according to what reached her
    and_that = r.norm(at) == AND_THAT and r.has(at + 1, "preposition", *ROLES) > 0  # وذلك في خطاب ألقاه
    if of_what or and_that or (r.has(at, *ROLES) and _attributes(r, at, last)):
        return True
    other = r.norm(at) == "اما" or (nominal and r.has(at, "contrast"))
    without = r.has(at, "without")
    if without and (nominal or r.cues[at + without]):  # 'without disclosing'
        return not _between_commas(r, at, last)
    behind = at + r.has(at, "turn")  # 'while no comment came'
    adds = nominal and r.has(at, "relative") > 0 and r.norm(at).startswith(WAW)  # ', and which is to last'
    if after_comma and ((r.has(behind, "break") and behind > at) or adds):
        return True
    remark = (r.has(at, "break") > 0 or _said_of_it(r, at)) and not _between_commas(r, at, last)
    remark = remark or narrator_begins(r, at, last) or _another_begins(r, at, last)
    in_venue = nominal and r.has(at + 1, "venue") > 0 and not adjunct_end(r, at, last)
    in_venue = in_venue and r.has(at, "preposition") > 0
    if after_comma and (other or remark or in_venue or r.has(at, "stance") or _on_his_part(r, at, last)):
        return True
    if r.has(at, "contrast") and _cue_follows(r, at, last) and not _what_he_called(r, at):
        return True
    negated = r.has(at, "negation") and (after_comma or begins_with_and(r, at))
    return bool(negated) and _cue_follows(r, at, last)


def _on_his_part(r: Reading, at: int, last: int) -> bool:
    """', for his part the minister said that', ', on Monday a source had said that': another's clause."""
    verb = at + r.has(at, "adverb")
    if verb == at or verb >= last:
        return False
    if r.has(verb, "had"):
        return _subject_and_cue(r, verb + 1, last)
    plain = (form for form in r.cues[verb] if finite(form) and not form.proclitic)
    return any(_completes(r, form, verb, last) for form in plain)


def _attributes(r: Reading, at: int, last: int) -> bool:
    """Whether an attribution begins here that ends the words before it.

    'His forces, in his words, are «ready»': between commas a pronoun only says once more who speaks.
    """
    found = attribution_at(r, at, last)
    if found is None or found.mention is not None or r.tokens[at - 1].text not in COMMAS:
        return found is not None
    after = found.last + 1
    if after >= last or r.tokens[found.last].text not in COMMAS:
        return True
    goes_on = after in r.marks.quotes or (r.is_word(after) and not begins_with_and(r, after))
    return not goes_on or adverbial(r, after) is not None or r.has(after, *_MAY_BREAK) > 0


def _what_he_called(r: Reading, at: int) -> bool:
    """فيما وصفته بأنه بداية: 'in what she called a beginning', not 'while she called'."""
    behind = at + r.has(at, "contrast")
    called = any("target" in frames(form) and form.inflection.suffix for form in r.cues[behind])
    return r.has(at, "in_what") > 0 and (called or r.has(behind, "calling") > 0)


def _said_of_it(r: Reading, at: int) -> bool:
    """', which is a promise of which his rivals said that': another speaks of what was said."""
    if not r.has(at, "while") or not r.is_word(at + 1) or r.articled(at + 1):
        return False
    return any(finite(form) and not form.proclitic for form in r.cues[at + 2])


def _between_commas(r: Reading, at: int, last: int) -> bool:
    """'And refused, without naming them, two offers': what the speaker says goes on behind the remark."""
    if not r.has(at, "without", "while"):
        return False
    comma = next((n for n in range(at + 2, min(last, at + _LONGEST_REMARK)) if r.tokens[n].text in COMMAS), 0)
    after = comma + 1
    return comma > 0 and r.is_word(after) and not begins_with_and(r, after) and not breaks(r, after, last)


def _another_speech_noun(r: Reading, at: int) -> bool:
    """'His denial that …, and his stressing that …': the second noun has words of its own."""
    return r.has(at + 1, "complementiser") > 0 and any(
        form.inflection.form == "masdar" and form.inflection.suffix and form.proclitic == WAW
        for form in r.cues[at]
    )


def _cue_follows(r: Reading, at: int, last: int) -> bool:
    verb = at + r.has(at, "contrast")
    while verb < last and r.has(verb, "negation", "adverb"):
        verb += 1
    if _subject_and_cue(r, verb, last):
        return True
    if verb >= min(last, at + 5):
        return False
    turns = r.has(at, "turn") > 0 and verb > at
    # لكنها لم تحسم: what a verb may mean besides speaking is no other voice yet.
    but = turns and r.norm(at).removeprefix(WAW).startswith(_BUT)
    return any(
        finite(form)
        and ((turns and not (but and form.entry.counter_example)) or _completes(r, form, verb, last))
        for form in r.cues[verb]
    )


def _another_begins(r: Reading, at: int, last: int) -> bool:
    """', and in the same context the ambassador stressed that': an adverbial, then a verb with its words."""
    if not (r.has(at, "preposition") and begins_with_and(r, at)):
        return False
    for verb in range(at + 2, min(at + _FARTHEST_VERB, last)):
        if not r.is_word(verb) or r.has(verb, "complementiser", "relative"):
            return False
        for form in r.cues[verb]:
            if finite(form) and not form.proclitic and form.inflection.gender:
                return _completes(r, form, verb, last)
    return False


def _subject_and_cue(r: Reading, start: int, last: int) -> bool:
    """Whether another speaker and his verb begin here: 'but Senator X saw that'."""
    if start >= last or not may_begin(r, start) or any(map(finite, r.cues[start])):
        return False
    subject = parse_phrase(r, start, last)
    if subject is None or subject.head is None or subject.last >= last:
        return False
    verb = subject.last + (r.tokens[subject.last].text in COMMAS or r.norm(subject.last) == "قد")
    person = subject.category in PERSONS and (subject.names or not subject.definite)
    return any(
        finite(form) and not conjunction(form) and (person or _completes(r, form, verb, last))
        for form in r.cues[verb]
    )


def _new_cue(r: Reading, at: int, last: int, *, after_comma: bool, nominal: bool) -> bool:
    form = adverbial(r, at)
    plain = r.norm(at).endswith("ا") and not r.nouns[at]
    if form is not None and after_comma and plain:
        return True
    if form is not None and (after_comma or plain) and _speaks_on(r, form, at, last):
        return True
    for form in r.cues[at]:
        if not finite(form) or not (conjunction(form) or after_comma) or form.inflection.gender == "":
            continue
        if form.proclitic == _WILL:  # 'the men, their work will concentrate on': foretold, not reported
            continue
        if nominal and after_comma and conjunction(form):
            return True
        if _completes(r, form, at, last):
            return True
    return False


def _speaks_on(r: Reading, form: Form, at: int, last: int) -> bool:
    """Whether a participle introduces words of its own right away."""
    complement = find_complement(r, form, at + 1, min(last, at + 12))
    return complement is not None


def _completes(r: Reading, form: Form, at: int, last: int) -> bool:
    start = at + form.length
    _, zone = source_after(r, start, last, form)
    if find_complement(r, form, zone, last) is not None:
        return True
    # 'And accused Moscow of': the only noun phrase is the target.
    return "target" in frames(form) and zone > start and find_complement(r, form, start, last) is not None


def is_direct(r: Reading, start: int, last: int) -> int:
    """Return the closing mark where reported words begin in marks and end with them, else 0."""
    close = r.marks.quotes.get(start)
    if close is None:
        return 0
    after = close + 1
    if after >= last:
        return close
    token = r.tokens[after]
    if token.text in STOPS or token.text in COMMAS or token.text in DASHES or after in r.marks.brackets:
        return close
    # «مينوسما» سلمت: one word in marks before a verb is its subject.
    verb = close - start > _LONGEST_NAMED and any(finite(form) or participle(form) for form in r.cues[after])
    ended = verb or r.has(after, *ROLES, "contrast", "break")
    return close if (ended and not begins_with_and(r, after)) or _conjoined_cue(r, after, last) else 0


def _conjoined_cue(r: Reading, at: int, last: int) -> bool:
    return any(
        (finite(form) and _completes(r, form, at, last))
        or (participle(form) and _speaks_on(r, form, at, last))
        for form in r.cues[at]
    )


def has_quoted_words(r: Reading, start: int, last: int) -> bool:
    """Whether words of the speaker's own stand in marks between two tokens: no name, no title."""
    return any(start <= at < last and not is_name(r, at) for at in r.marks.quotes)
