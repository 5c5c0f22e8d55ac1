"""What may follow a title that is whole, before a name: adjectives, another title, a rank."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, HEH, LAM, MEEM, WAW, YEH
from drawdown_cli.extract.attribution.adjectives import hearers_behind, is_adjective, long_rank
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.links import told_to
from drawdown_cli.extract.attribution.progress import PERSONS, State
from drawdown_cli.extract.attribution.reading import Reading, is_definite
from drawdown_cli.extract.attribution.shapes import ARTICLE, fused_preposition, looks_like_verbal_noun
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

_UNKNOWN_RUN = 3
_THEIRS = ("ها", "هما")  # التزامها has no article


def closed_step(state: State, head: Form | None) -> int:
    """After a complete title only adjectives, another title and a rank can follow before the name."""
    r, at = state.r, state.at
    if _held_by(state) or _another_body(state):
        return 0
    form = r.noun(at, "nisba", "adjective", "portfolio")
    if r.noun(at, "body") and _alone(state):
        form = None
    if form is not None and (is_definite_word(r, at) or _ranked(state) or _of_arms(state)):
        other = r.noun(at, "given") or told_to(r, at) or hearers_behind(r, at)
        length = form.length if form.entry.sense == "nisba" else 1  # الجنوب أفريقي
        return 0 if other else length
    if head is not None:
        return _closed_head(state, head)
    if _another_link(state):
        return 1
    told = r.norm(at).endswith("ين") and r.noun(at - 1, "country") is not None and not state.several
    if told or not r.articled(at) or r.noun(at) or r.norm(at).endswith(_THEIRS):
        return 0
    return int(is_adjective(state))


def _another_body(state: State) -> bool:
    """شبكة الأطباء الدعم السريع: behind a body that is told whole another, of two words, begins."""
    whole = state.r.noun(state.at, "organisation")
    return whole is not None and whole.length > 1 and state.category not in PERSONS


def _of_arms(state: State) -> bool:
    """الفرقة الثانية مشاة: what arms the unit with that number has."""
    r, at = state.r, state.at
    numbered = r.noun(at - 1, "adjective") is not None and r.noun(at - 2, "body") is not None
    return numbered and not r.noun(at - 1, "portfolio", "nisba") and r.noun(at, "portfolio") is not None


def _held_by(state: State) -> bool:
    """قوات سوريا الديمقراطية المدعومة من: a body with its name ends before what a participle tells of it."""
    r, at = state.r, state.at
    several = state.category == "collective" or (state.plural and state.category in PERSONS)
    named = (several or state.category in ("body", "organisation", "media")) and at > state.start + 1
    if not named or r.nouns[at] or not r.articled(at):
        return False
    held = r.norm(at).startswith(ARTICLE + MEEM) and r.has(at + 1, "preposition") > 0
    held = held and (not several or r.norm(at + 1) == "من")
    held = held or (r.norm(at).startswith(ARTICLE + MEEM) and not several and fused_preposition(r, at + 1))
    # تلفزيون النهر الخاضع لسيطرة
    under = r.norm(at)[3:4] == ALEF and r.norm(at + 1)[:1] == LAM and looks_like_verbal_noun(r, at + 1)
    return held or under


def _alone(state: State) -> bool:
    """'The minister the parliament' are two: nothing is annexed to a title with the article.

    Nor to a body that has its nation: حزب «باستيف» السنغالي الحكومة.
    """
    r, at = state.r, state.at
    nation = state.category not in PERSONS and r.noun(at - 1, "nisba") is not None
    titled = r.noun(at - 1, "title") is not None
    return state.possessed or (r.articled(at - 1) and (titled or nation))


def _ranked(state: State) -> bool:
    r, at = state.r, state.at
    again = not state.definite and r.noun(at - 1, "nisba", "adjective") is not None  # جنرال فرنسي سابق
    return state.inner == "rank" and (again or r.noun(at - 1, "rank") is not None or long_rank(r, at))


def _another_link(state: State) -> bool:
    """One more word of a body's own name (جبهة تحرير شعب تيغراي): nothing else can stand here."""
    r, at = state.r, state.at
    named = r.noun(at + 1, "given") is not None and not r.noun(at + 1, "nameparticle")
    # صحيفة لوبوان أفريك أن: a medium's second word, where its phrase ends.
    medium = state.category == "media" and (r.has(at + 1, "complementiser") > 0 or not r.is_word(at + 1))
    own = state.category == "body" or medium or named or _unknown_run(state)
    own = own and state.softly and not r.articled(at)
    return own and not r.nouns[at] and not r.small[at] and not r.cues[at] and r.norm(at)[:1] not in "بل"


def _unknown_run(state: State) -> bool:
    """Whether three words that no lexicon has stand here: the first belongs to the body (تشاتام هاوس)."""
    r, at = state.r, state.at
    run = range(at, at + _UNKNOWN_RUN)
    return state.category in PERSONS and all(
        r.is_word(n) and not (r.nouns[n] or r.small[n] or r.cues[n] or r.articled(n)) for n in run
    )


def _closed_head(state: State, head: Form) -> int:
    """Another title or a rank; or the next link after an unknown word: رئيس اتحاد بلديات قضاء صور."""
    place = head.entry.sense == "country"
    if state.softly and (place or (head.entry.sense in ("body", "media") and not is_definite(head))):
        state.closed, state.softly = place, False
        return head.length
    if place and head.length == 1 and not head.proclitic and _rank_follows(state):
        return 1
    if state.plural and head.inflection.number == "s":
        return 0
    titled = is_definite(head) or (state.r.noun(state.at, "rank") and not state.r.noun(state.at, "given"))
    if head.entry.sense not in PERSONS or state.category not in PERSONS or not titled:
        return 0
    state.inner = head.entry.sense
    return head.length


def _rank_follows(state: State) -> bool:
    """'The military zone Tripoli Major General X': a place between a body and a rank belongs to the body."""
    form = state.r.noun(state.at + 1, "rank", "title")
    return state.category in PERSONS and form is not None and is_definite(form)


def group_step(state: State) -> int:
    """Step over the unknown name of a group, which makes the phrase whole."""
    if not _named_group(state):
        return 0
    state.closed = state.definite = True
    r, behind = state.r, state.at + 1
    numbered = r.tokens[behind].kind is TokenKind.NUMBER if behind < state.last else False
    return 1 + (numbered and r.tokens[behind].start == r.tokens[behind - 1].end)  # M23


def in_construct(r: Reading, at: int, people: Form) -> bool:
    """Whether a sound plural has lost its noon, so that what it is of must follow: متمردو, مقاتلي."""
    sound = people.inflection.number == "p" and "ون" in people.entry.feature("plural")
    return sound and r.norm(at).endswith((WAW, YEH)) and not r.articled(at)


def _named_group(state: State) -> bool:
    """جماعة أراكان, أحد سكان بانغي: the unknown name of a group, of the place that people live in."""
    r, at = state.r, state.at
    if r.nouns[at] or r.small[at] or r.cues[at] or r.articled(at) or state.described:
        return False
    body = r.noun(at - 1, "body")
    if body is not None and not body.proclitic and r.articled(at + 1) and r.norm(at + 2)[:1] == LAM:
        return body.inflection.gender == "f" and r.norm(at + 1).endswith(HEH)  # قائد فرقة كفور التابعة لـ
    ends = not r.is_word(at + 1) or r.articled(at + 1) or r.has(at + 1, "complementiser", "adverb") > 0
    people = r.noun(at - 1, "collective")
    if people is None or not (ends or in_construct(r, at - 1, people)):
        return False
    if in_construct(r, at - 1, people):  # متمردو كورو: such a plural is of somebody
        return True
    if people.proclitic:
        return False
    group = at == state.start + 1 and r.has(at - 1, "naming") > 0
    return group or (
        state.category == "anonymous" and at == state.start + 2 and people.inflection.number == "p"
    )
