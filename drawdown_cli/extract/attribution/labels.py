"""What stands in marks and is no quotation: a name, a title, a word held at a distance; a subject."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF
from drawdown_cli.extract.attribution.apposition import may_begin
from drawdown_cli.extract.attribution.cuewords import adverbial, folded
from drawdown_cli.extract.attribution.heads import is_definite_word, kind_of_medium
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.names import is_hyphen
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.reading import COMMAS, STOPS, Reading, conjunction, finite, frames
from drawdown_cli.extract.attribution.shapes import ARTICLE, looks_like_verbal_noun, verbal_noun_shape
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType, TokenKind

_LONGEST_NAME = 6
_LONGEST_SUBJECT = 4
_LONGEST_NAMING = 3
_FARTHEST_WORDS = 30
_SHORT = 3
_SAID = frozenset({"إن", "direct", "continues"})
_PREDICATES = ("ا", "ه", "ين", "ون", "ت")
_NEAR = 10
_CARRIERS = ("media", "organisation", "body")
_FUSED = ("ل", "ب", "ـ")


def is_name(r: Reading, at: int) -> bool:
    """Whether what stands in marks is a name, a title or a word held at a distance."""
    close = r.marks.quotes[at]
    words = [r.tokens[n] for n in range(at + 1, close) if r.tokens[n].kind is not TokenKind.MARK]
    if not words or all(word.kind is not TokenKind.WORD for word in words):
        return True
    if len(words) > 1 and _says(r, at + 1):
        return False
    if len(words) <= _LONGEST_NAME and names_what_follows(r, at):
        return True
    if r.norm(at - 1) == "ب":  # called it «hasty»: what names was asked for above
        return False
    if len(words) <= 3 and all(r.articled(n) for n in range(at + 1, close) if r.is_word(n)):
        return True
    return len(words) == 1 and not _is_predicate(r, at)


def _says(r: Reading, at: int) -> bool:
    """Whether words begin with a negation or a verb of speaking, as no name does."""
    return r.has(at, "negation") > 0 or any(map(finite, r.cues[at]))


def _is_predicate(r: Reading, at: int) -> bool:
    """Whether one word in marks is said of a definite subject: 'the difference is «technical»'."""
    if r.nouns[at + 1] and not r.noun(at + 1, "adjective"):
        return False
    if r.norm(at + 1).endswith(_PREDICATES) and not r.articled(at + 1):
        return True
    return not (r.articled(at + 1) or r.has(at - 1, "naming"))


def names_what_follows(r: Reading, at: int) -> bool:
    """Whether the noun before marks is one that takes a name: تنظيم «داعش», not المنطقة «خالية»."""
    before = at - 1
    if any(r.has(before - n, "naming") == n + 1 for n in range(1, _LONGEST_NAMING)):
        return True
    possessed = any(form.inflection.suffix for form in (*r.small[before], *r.nouns[before]))
    named = r.has(before, "naming") > 0 or r.noun(before, "body") is not None or kind_of_medium(r, before)
    return named and not possessed and not is_definite_word(r, before)


def subject_in_marks(r: Reading, at: int, last: int, cue: Form | None) -> Mention | None:
    """Return who is named in the marks at `at` as the subject of a cue: said "X" that …, or None."""
    close = r.marks.quotes.get(at, 0)
    inside = [n for n in range(at + 1, close) if not is_hyphen(r, n)]
    speaks = cue is not None and finite(cue) and "hearer" not in frames(cue)
    if cue is None or not speaks or not 0 < len(inside) <= _LONGEST_SUBJECT or _says(r, at + 1):
        return None
    if not all(r.is_word(n) and not r.has(n, "complementiser") for n in inside):
        return None
    goes_on = r.norm(close + 1) in folded(frames(cue)) and _is_body(r, at + 1, close, cue)
    if not goes_on and not _words_follow(r, close + 1, min(last, close + _FARTHEST_WORDS), cue):
        return None
    mention = parse_phrase(r, at + 1, close) if may_begin(r, at + 1) else None
    if mention is None or mention.last != close:
        mention = Mention(at + 1, close, None, "name", [(at + 1, close)], (at + 1, at + 1))
        mention.type, mention.definite = SpeakerType.PERSON, True
    mention.last = close + 1
    return mention


def _is_body(r: Reading, at: int, close: int, cue: Form) -> bool:
    """دعت «العفو الدولية» إلى: a body that agrees with its verb, no «كل الأطراف» whom somebody calls upon."""
    form = r.noun(at, "organisation", "media", "body")
    if form is None:
        latin = all(r.tokens[n].kind is TokenKind.LATIN for n in range(at, close))
        return latin or ("addressee" not in frames(cue) and not r.noun(at, "collective"))
    gender = form.entry.feature("gender") or form.inflection.gender
    return not gender or gender == cue.inflection.gender or "addressee" not in frames(cue)


def medium_in_marks(r: Reading, at: int) -> Mention | None:
    """Return the medium or body that the marks at `at` hold: according to «the agency X», or None."""
    close = r.marks.quotes.get(at, 0)
    mention = parse_phrase(r, at + 1, close) if at + 1 < close and r.noun(at + 1) is not None else None
    if mention is None or mention.last != close or mention.category not in _CARRIERS:
        return None
    mention.last = close + 1
    return mention


def _words_follow(r: Reading, at: int, last: int, cue: Form) -> bool:
    """Whether words come behind marks: 'that', a colon, an event, a source; no other cue before."""
    event = at
    while event < last and (r.tokens[event].text in COMMAS or r.has(event, "adverb")):  # «X»، الأحد، انسحاب
        event += 1
    if "object" in frames(cue) and looks_like_verbal_noun(r, event) and not r.articled(event):
        return True
    passed = at
    for n in range(at, last):
        if r.has(n, "complementiser") and not r.has(n - 1, "before_anna"):
            return True
        if n < passed:
            continue
        close = r.marks.quotes.get(n, n)
        if at < n < close <= n + _SHORT and _named_before(r, n):
            passed = close + 1
            continue
        if r.tokens[n].text == ":" or (n > at and n in r.marks.quotes):
            return r.tokens[n].text == ":"
        other = adverbial(r, n) is not None or any(finite(form) and conjunction(form) for form in r.cues[n])
        if r.tokens[n].text in STOPS or other:
            return False
        if r.norm(n) == "عن" and ("carrier" in frames(cue) or (n == at and "عن" in frames(cue))):
            return True
    return False


def _named_before(r: Reading, at: int) -> bool:
    """Whether marks hold the short name of the body before them: حلف شمال الأطلسي «ناتو»."""
    return r.noun(at - 1, "body") is not None or (r.is_word(at - 1) and r.marks.quotes[at] == at + 2)


def name_in_marks_end(r: Reading, at: int, last: int, own: frozenset[str] = frozenset()) -> int:
    """Return the token after a name in marks that stands on the way to the reported words, or 0.

    `own` holds the prepositions behind which the cue's words may stand.
    """
    close = r.marks.quotes.get(at)
    if close is None:
        return 0
    words = close - at - 1
    naming = names_what_follows(r, at) and not r.has(at - 1, "identity")
    titled = kind_of_medium(r, at - 1) or r.noun(at - 1, "rank") is not None
    if words <= _LONGEST_NAME and (naming or titled) and not _says(r, at + 1):
        return close + 1
    if words > _SHORT:
        body = r.has(close + 1, "complementiser") > 0 and r.noun(at + 1, *_CARRIERS) is not None
        return (
            close + 1 if body and words <= _NEAR and not any(r.cues[n] for n in range(at + 1, close)) else 0
        )
    called_on = r.norm(close + 1) in own and r.is_word(at - 1)  # دعا الوزير «الدول الصديقة» إلى
    before = r.norm(at - 1)
    if called_on or (r.written(close + 1) == ":" and close + 2 in r.marks.quotes):
        return close + 1  # لإذاعة «إر إف إي»: «…»
    fused = len(before) <= 2 and before[-1:] in _FUSED and before not in own
    elsewhere = r.has(at - 1, "preposition") and before not in own and not _says(r, at + 1)
    if fused or (elsewhere and (r.written(close + 1) == ":" or r.written(close + 1) in COMMAS)):
        return close + 1
    return close + 1 if _leads_on(r, close + 1, min(last, close + _NEAR)) else 0


def by_name_end(r: Reading, at: int, kinds: frozenset[str]) -> int:
    """Return the token after a body's short name in marks behind it (بعثة الأمم المتحدة «مينوسما»), or 0.

    A verb that takes words in marks as they are needs more to show that these are a name.
    """
    close = r.marks.quotes.get(at, 0)
    if not 1 < close - at <= _SHORT or not r.is_word(close - 1):
        return 0
    known = r.noun(at + 1, "organisation", "media") is not None or r.tokens[at + 1].kind is TokenKind.LATIN
    bare = r.norm(at + 1).removeprefix(ARTICLE)
    said = kinds & _SAID or verbal_noun_shape(bare) or r.has(at + 1, "masdar", "negation") or r.cues[at + 1]
    if not known and (said or r.norm(at + 1).endswith(ALEF)):
        return 0
    after = close + 1
    goes_on = r.written(after) in COMMAS or r.has(after, "adverb") > 0 or looks_like_verbal_noun(r, after)
    return after if goes_on and (is_definite_word(r, at - 1) or r.noun(at - 1) is not None) else 0


def _leads_on(r: Reading, at: int, last: int) -> bool:
    """Whether 'that' comes behind a name in marks before anybody else speaks."""
    for n in range(at, last):
        if r.has(n, "complementiser"):
            return True
        if adverbial(r, n) is not None or any(finite(form) and conjunction(form) for form in r.cues[n]):
            return False
    return False
