"""Where a person's name ends: given names, particles, surnames, Latin letters, hyphens."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, ALEF_MAKSURA, HEH, LAM, MEEM, TEH, TEH_MARBUTA, YEH
from drawdown_cli.extract.attribution.reading import DASHES, Reading, begins_with_and, finite
from drawdown_cli.lexicon import Form
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
    "asking",
    "that_not",
)
_HEADS = ("title", "rank", "anonymous", "collective", "body", "media", "document", "organisation", "country")
_SHORTEST_VERBAL_NOUN = 5
_SHORTEST_PLURAL = 8
_OWN = ("ه", "ها", "هم", "هما", "هن")
_PRONOUNS = ("هما", "هم", "ها", "ه")


def name_end(r: Reading, start: int, last: int, most: int = 4, *, events: bool = False) -> int:
    """Return the token after the name that begins at `start`, or `start` where none does.

    With `events`, what looks like a verbal noun is none of the name (after a cue that takes one).
    """
    at, words, surnames, closed = start, 0, 0, False
    while at < last and words < most:
        if words and _hyphen(r, at):
            at += 1
            continue
        particle = at > start and r.noun(at - 1, "nameparticle") is not None
        free = particle and not r.has(at, "complementiser", "then", "relative", "own_words")
        if not r.is_word(at) or (not free and _is_bound(r, at, words, closed=closed, events=events)):
            break
        # A surname with the article closes a name (الكاظمي); a first name with it does not (الطيب).
        link = r.has(at, "name_link") > 0
        surname = r.articled(at) and not particle and not link
        closed = surname and (surnames > 0 or not _goes_on(r, at + 1, again=words > 0))
        surnames += surname
        words += r.noun(at, "nameparticle") is None
        at += 1
    while at > start and (_hyphen(r, at - 1) or _hanging(r, at - 1, start)):
        at -= 1
    return at


def looks_like_verbal_noun(r: Reading, index: int) -> bool:
    """Whether a bare word is a listed verbal noun or has the shape of one (انسحاب، تقليص، مغادرة)."""
    if r.has(index, "masdar"):
        return True
    norm = r.norm(index)
    return not norm.startswith(ARTICLE) and not r.noun(index, "given") and verbal_noun_shape(norm)


def verbal_noun_shape(norm: str) -> bool:
    """Whether a folded word has a pattern of the derived verbal nouns: إفعال، انفعال، تفعيل، مفاعلة.

    >>> [verbal_noun_shape(word) for word in ("انسحاب", "اقاله", "تقليص", "اغلاقها", "اوستن")]
    [True, True, True, True, False]
    """
    if _has_shape(norm):
        return True
    bare = next((norm.removesuffix(pronoun) for pronoun in _PRONOUNS if norm.endswith(pronoun)), norm)
    return bare != norm and _has_shape(bare)


def _has_shape(norm: str) -> bool:
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
    forms = [form for form in (*r.small[at], *r.cues[at]) if form.proclitic[-1:] == "ب"]
    return bool(forms) or verbal_noun_shape(norm[1:])


# --- what a name cannot be made of -----------------------------------------------------------------------


def _is_bound(r: Reading, at: int, words: int, *, closed: bool, events: bool = False) -> bool:
    given = r.noun(at, "given") is not None and not _is_preposition(r, at, words)
    joins = r.noun(at, "nameparticle") is not None and not _is_then(r, at)
    if words and (joins or r.has(at, "name_link")):
        return False
    if given:
        return closed and not r.has(at + 1, "complementiser")
    if closed or len(r.norm(at)) < 2 or r.has(at, *_BOUNDS, "dontname"):
        return True
    if r.noun(at, "nameparticle"):
        return False
    if (events and _is_event(r, at, words)) or (words and r.has(at, "masdar")):
        return True
    tests = (_speaks, _is_noun, _is_attached, _joins, _addressee, _feminine)
    return any(refuses(r, at, words) for refuses in tests)


def _feminine(r: Reading, at: int, words: int) -> bool:
    """'X Y the mission', '… the charges': hardly a surname has the article and a feminine ending."""
    plural = r.norm(at).endswith(ALEF + TEH) and len(r.norm(at)) >= _SHORTEST_PLURAL
    return words > 1 and r.articled(at) and (plural or r.tokens[at].text.endswith(TEH_MARBUTA))


def _is_noun(r: Reading, at: int, words: int) -> bool:
    """A title, a body or an adjective; but titles stand in names too: حسن شيخ محمود, رامي الحاج."""
    surname = words > 0 and r.articled(at)
    title = r.noun(at, "title", "rank")
    if words and title and title.inflection.number == "s" and not r.noun(at, "body", "country"):
        if surname:
            spokesman = r.norm(at + 1) == "باسم"
            return spokesman or bool(r.is_word(at + 1) and not _ends_name(r, at + 1))
        return not (_within_name(r, at) or (words == 1 and _last_word(r, at)))
    head = r.noun(at, *_HEADS)
    if head is not None:
        last = words == 1 and (not r.is_word(at + 1) or _ends_name(r, at + 1))
        return not (last and head.entry.sense in ("collective", "organisation") and not head.proclitic)
    return r.noun(at, "nisba", "adjective") is not None and not words


def _last_word(r: Reading, at: int) -> bool:
    """A bare title where a name of one word lacks its second: Hasan Sheikh."""
    form = r.noun(at, "title", "rank")
    plain = form is not None and not form.proclitic and not form.inflection.suffix
    return plain and (not r.is_word(at + 1) or _ends_name(r, at + 1))


def _within_name(r: Reading, at: int) -> bool:
    """Whether a bare title has a name, not what it is a title of, right after it."""
    form = r.noun(at, "title", "rank")
    if form is None or form.proclitic or form.inflection.suffix or form.inflection.number != "s":
        return False
    unknown = not r.nouns[at + 1 : at + 2][0] and not r.articled(at + 1) if r.is_word(at + 1) else False
    return r.noun(at + 1, "given") is not None or (unknown and not _ends_name(r, at + 1))


def _is_event(r: Reading, at: int, words: int) -> bool:
    """A verbal noun with what it is of, or with بـ; where nothing follows, the shape is chance (ترامب)."""
    if r.has(at, "masdar"):
        return True
    bare = r.norm(at).removeprefix(ARTICLE)
    shaped = not r.noun(at, "given") and verbal_noun_shape(bare)
    marked = words == 0 and at + 1 in r.marks.quotes
    following = marked or (r.is_word(at + 1) and not _ends_name(r, at + 1))
    # تفعيل is hardly ever a name; إفعال may be one (أنطوان).
    plain = marked or (bare[0] == TEH and bare[3:4] == YEH)
    if shaped and bare != r.norm(at):
        return True
    return shaped and following and (words > 0 or plain or r.articled(at + 1))


def _is_attached(r: Reading, at: int, words: int) -> bool:
    """A noun with بـ: with what it is of behind it, or plainly a noun; else بـ may begin a name (باسكال)."""
    if not fused_preposition(r, at):
        return False
    plain = r.norm(at)[1:].startswith(ARTICLE) or any(form.proclitic[-1:] == "ب" for form in r.small[at])
    if words == 1 and not plain and not r.cues[at] and r.has(at + 1, "complementiser"):
        return False
    return plain or words > 0 or r.articled(at + 1) or bool(r.nouns[at + 1 : at + 2] and r.nouns[at + 1])


def _speaks(r: Reading, at: int, words: int) -> bool:
    """A verb of speaking, or 'his saying'; but سيري and ويري are names too."""
    chance = not r.has(at + 1, "complementiser") or (words == 1 and r.tokens[at].text.endswith(YEH))
    return any(
        (finite(form) and LAM not in form.proclitic and not (chance and _could_be_name(form)))
        or (form.inflection.form == "masdar" and form.inflection.suffix in _OWN)
        or (words and form.inflection.form == "participle" and r.norm(at).endswith(ALEF))
        for form in r.cues[at]
    )


def _could_be_name(form: Form) -> bool:
    """A future, an 'and he sees', a plural: no verb that a singular subject could have before it."""
    inflection = form.inflection
    joined = form.proclitic == "و" and inflection.form == "present"
    odd = form.proclitic not in ("", "و", "ف")
    return joined or odd or inflection.number in ("p", "d")


def _joins(r: Reading, at: int, words: int) -> bool:
    """Whether a word in waw is 'and' with another word, not a name that begins with waw."""
    if not words or not begins_with_and(r, at) or r.tokens[at].kind is TokenKind.LATIN:
        return False
    rest = r.norm(at)[1:]
    if rest.startswith(ARTICLE) or rest in r.vocabulary:
        return True
    return words >= 2 and r.noun(at - 1, "given", "nameparticle") is None and not r.has(at - 1, "name_link")


def _addressee(r: Reading, at: int, words: int) -> bool:
    """Whether a word in lam is 'to somebody', not a name that begins with lam."""
    norm = r.norm(at)
    if not words or not norm.startswith(LAM) or len(norm) < 4:
        return False
    return norm.startswith(LAM + LAM) or norm[1:] in r.vocabulary or words >= 2


def _ends_name(r: Reading, at: int) -> bool:
    return bool(r.has(at, *_BOUNDS)) or begins_with_and(r, at) or any(finite(form) for form in r.cues[at])


def _is_preposition(r: Reading, at: int, words: int) -> bool:
    """'علي' is a name, 'على' a preposition; where the press writes either for both, what follows decides."""
    if not r.has(at, "preposition"):
        return False
    return r.tokens[at].text.endswith(ALEF_MAKSURA) or (words >= 2 and r.has(at + 1, "venue") > 0)


def _is_then(r: Reading, at: int) -> bool:
    """'فإن' is no 'van': its hamza tells, and so does an article after it."""
    return r.has(at, "then") > 0 and ("إ" in r.tokens[at].text or r.articled(at + 1))


def _goes_on(r: Reading, at: int, *, again: bool) -> bool:
    """Whether a name with the article has another after it; a surname, one with the article."""
    if not r.is_word(at):
        return False
    if again and not r.articled(at):
        # محمد الأمين كومبا: one more word right before what is said.
        last = (
            r.tokens[at + 1].text in ":،" or r.has(at + 1, "complementiser")
            if at + 1 < len(r.tokens)
            else True
        )
        return bool(last) and not r.nouns[at] and not _is_bound(r, at, 2, closed=False)
    return r.noun(at, "nameparticle", "given") is not None or not _is_bound(r, at, 1, closed=False)


def _hyphen(r: Reading, index: int) -> bool:
    token = r.tokens[index]
    if token.text not in DASHES or index + 1 >= len(r.tokens):
        return False
    return token.start == r.tokens[index - 1].end and token.end == r.tokens[index + 1].start


def _hanging(r: Reading, index: int, start: int) -> bool:
    """A particle that nothing follows belongs to no name, unless it is all there is."""
    return index > start and r.noun(index, "nameparticle") is not None and r.noun(index, "given") is None
