"""Where a person's name ends: given names, particles, surnames, Latin letters, hyphens."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, ALEF_MAKSURA, HEH, LAM, MEEM, TEH, YEH
from drawdown_cli.extract.attribution.reading import DASHES, Reading, begins_with_and, finite
from drawdown_cli.models import TokenKind

ARTICLE: str = ALEF + LAM
_BOUNDS = (
    "complementiser",
    "then",
    "whether",
    "preposition",
    "adverb",
    "relative",
    "contrast",
    "break",
    "negation",
    "according",
    "clausal",
    "own_words",
    "own_words_pronoun",
    "identity",
    "because",
)
_HEADS = ("title", "rank", "anonymous", "collective", "body", "media", "document", "organisation", "country")
_SHORTEST_VERBAL_NOUN = 5


def name_end(r: Reading, start: int, last: int, most: int = 4) -> int:
    """Return the token after the name that begins at `start`, or `start` where none does."""
    at, words, closed = start, 0, False
    while at < last and words < most:
        if words and _hyphen(r, at):
            at += 1
            continue
        particle = at > start and r.noun(at - 1, "nameparticle") is not None
        if not r.is_word(at) or (not particle and _is_bound(r, at, words, closed=closed)):
            break
        closed = r.norm(at).startswith(ARTICLE) and not particle and (words > 0 or not _goes_on(r, at + 1))
        words += r.noun(at, "nameparticle") is None
        at += 1
    while at > start and (_hyphen(r, at - 1) or _hanging(r, at - 1, start)):
        at -= 1
    return at


def looks_like_verbal_noun(r: Reading, index: int) -> bool:
    """Whether a bare word has the shape of a verbal noun (انسحاب، تقليص، مغادرة) or is a listed one."""
    if r.has(index, "masdar"):
        return True
    norm = r.norm(index)
    return not norm.startswith(ARTICLE) and not r.noun(index, "given") and verbal_noun_shape(norm)


def verbal_noun_shape(norm: str) -> bool:
    """Whether a folded word has a pattern of the derived verbal nouns: إفعال، انفعال، تفعيل، مفاعلة.

    >>> [verbal_noun_shape(word) for word in ("انسحاب", "اقاله", "تقليص", "مغادره", "اوستن")]
    [True, True, True, True, False]
    """
    if len(norm) < _SHORTEST_VERBAL_NOUN:
        return False
    if norm[0] == ALEF:
        return bool(norm[-2] == ALEF or (norm[-1] == HEH and norm[-3] == ALEF))
    if norm[0] == TEH:
        return bool(len(norm) == _SHORTEST_VERBAL_NOUN and (norm[3] == YEH or norm[2] == ALEF))
    return bool(norm[0] == MEEM and norm[2] == ALEF and norm[-1] == HEH)


def fused_preposition(r: Reading, at: int) -> bool:
    """Whether a word is بـ with a noun (بإقالة, بالرد), not a word that begins with ba."""
    norm = r.norm(at)
    if not norm.startswith("ب") or r.noun(at, "given"):
        return False
    if norm[1:].startswith(ARTICLE):
        return True
    forms = [form for form in (*r.small[at], *r.nouns[at], *r.cues[at]) if form.proclitic[-1:] == "ب"]
    return bool(forms) or verbal_noun_shape(norm[1:])


def _goes_on(r: Reading, at: int) -> bool:
    """Whether a first name with the article (الطيب، الهادي) has a name after it."""
    if not r.is_word(at):
        return False
    return r.noun(at, "nameparticle", "given") is not None or not _is_bound(r, at, 1, closed=False)


def _hyphen(r: Reading, index: int) -> bool:
    token = r.tokens[index]
    if token.text not in DASHES or index + 1 >= len(r.tokens):
        return False
    return token.start == r.tokens[index - 1].end and token.end == r.tokens[index + 1].start


def _hanging(r: Reading, index: int, start: int) -> bool:
    """A particle that nothing follows belongs to no name, unless it is all there is."""
    return index > start and r.noun(index, "nameparticle") is not None and r.noun(index, "given") is None


def _is_bound(r: Reading, at: int, words: int, *, closed: bool) -> bool:
    if r.noun(at, "given") is not None and not _is_preposition(r, at, words):
        return closed
    if closed or len(r.norm(at)) < 2 or r.has(at, *_BOUNDS) or _is_cue(r, at):
        return True
    if r.noun(at, "nameparticle"):
        return False
    surname = words > 0 and r.norm(at).startswith(ARTICLE)
    if r.noun(at, *_HEADS) or (r.noun(at, "nisba", "adjective") and not surname):
        return True
    shaped = looks_like_verbal_noun(r, at) or verbal_noun_shape(r.norm(at).removeprefix(ARTICLE))
    if shaped or fused_preposition(r, at):
        return True
    return words > 0 and (_joins(r, at, words) or _addressee(r, at, words))


def _is_cue(r: Reading, at: int) -> bool:
    """A verb of speaking, or 'his saying'."""
    return any(
        finite(form) or (form.inflection.form == "masdar" and form.inflection.suffix) for form in r.cues[at]
    )


def _is_preposition(r: Reading, at: int, words: int) -> bool:
    """'علي' is a name, 'على' a preposition; where the press writes either for both, what follows decides."""
    if not r.has(at, "preposition"):
        return False
    return r.tokens[at].text.endswith(ALEF_MAKSURA) or (words >= 2 and r.has(at + 1, "venue") > 0)


def _joins(r: Reading, at: int, words: int) -> bool:
    """Whether a word in waw is 'and' with another word, not a name that begins with waw."""
    if not begins_with_and(r, at) or r.tokens[at].kind is TokenKind.LATIN:
        return False
    rest = r.norm(at)[1:]
    if rest.startswith(ARTICLE) or rest in r.vocabulary:
        return True
    return words >= 2 and r.noun(at - 1, "given", "nameparticle") is None and r.norm(at - 1) != "الله"


def _addressee(r: Reading, at: int, words: int) -> bool:
    """Whether a word in lam is 'to somebody', not a name that begins with lam."""
    norm = r.norm(at)
    if not norm.startswith(LAM) or len(norm) < 4:
        return False
    return norm.startswith(LAM + LAM) or norm[1:] in r.vocabulary or words >= 2
