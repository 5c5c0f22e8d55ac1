"""Attribution without a main verb: according to, as somebody said, in his own words."""

from __future__ import annotations

from dataclasses import dataclass

from drawdown_cli.arabic.inflect import PRONOUNS
from drawdown_cli.arabic.letters import ALEF, BEH, LAM
from drawdown_cli.extract.attribution.apposition import with_apposition
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.cuewords import folded
from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.labels import medium_in_marks
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.phrases import bare_name, parse_phrase
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import COMMAS, STOPS, Reading, finite, frames, is_definite
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.extract.attribution.sources import source_after
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

_SHORTEST_FUSED = 3
_AS_OR_ALSO = "كما"
_IN_OR_ON = ("في", "علي")
_FARTHEST_WORDS = 12
ROLES = ("according", "clausal", "own_words", "own_words_apart", "own_words_pronoun")


@dataclass(slots=True)
class Attribution:
    """An attribution: the tokens that announce it, who it names (None: a pronoun), and where it ends."""

    first: int
    cue_last: int
    last: int
    mention: Mention | None
    via: Mention | None
    form: Form | None
    rule: str
    gender: str = ""
    number: str = ""


def attribution_at(r: Reading, at: int, last: int) -> Attribution | None:
    """Return the attribution that begins at `at`, or None."""
    if not r.small[at] or r.has(at, "adverb") > r.has(at, *ROLES):  # على حد سواء
        return None
    for role, rule in (
        ("own_words_pronoun", _pronoun),
        ("own_words", _own_words),
        ("own_words_apart", _own_words_apart),
        ("clausal", _clausal),
        ("according", _according),
    ):
        length = r.has(at, role)
        found = rule(r, at, length, last) if length else None
        if found:
            return found
    return None


def _pronoun(r: Reading, at: int, length: int, last: int) -> Attribution | None:
    end = at + length
    # كما قال الوزير names its speaker; كما قال alone does not.
    spoken = any(map(finite, r.cues[end - 1]))
    if spoken and ((r.is_word(end) and not r.has(end, "preposition")) or _that_follows(r, end, last)):
        return None
    gender, number = _of_pronoun(r.norm(end - 1))
    return Attribution(at, end, end, None, None, None, "in-his-words", gender, number)


def _that_follows(r: Reading, at: int, last: int) -> bool:
    """'As he said in an interview on Sunday that': he also said it."""
    for n in range(at, min(last, at + _FARTHEST_WORDS)):
        if not r.is_word(n) or r.has(n, "complementiser"):
            return r.has(n, "complementiser") > 0
    return False


def _of_pronoun(norm: str) -> tuple[str, str]:
    """Return gender and number of the pronoun at the end of a word.

    >>> _of_pronoun("تعبيرها"), _of_pronoun("قولهم"), _of_pronoun("له")
    (('f', 's'), ('m', 'p'), ('m', 's'))
    """
    found = (PRONOUNS[length] for length in (norm[-2:], norm[-1:]) if length in PRONOUNS)
    gender, number = next(found, ("", ""))
    return gender, number


def _own_words(r: Reading, at: int, length: int, last: int) -> Attribution | None:
    noun = at + length
    if length > 1 and r.articled(noun - 1):  # على الحد الأدنى من
        return None
    forms = r.small[noun] if noun < last else ()
    spoken = next((form for form in forms if form.entry.sense == "speaking_noun"), None)
    if spoken is not None:
        if spoken.inflection.suffix:
            gender, number = _of_pronoun(r.norm(noun))
            return Attribution(at, noun + 1, noun + 1, None, None, None, "in-his-words", gender, number)
        noun += 1
    if noun >= last:
        return None
    mention = parse_phrase(r, noun, last)
    if mention is None:
        return None
    if mention.head is None and r.has(at, "these_words") and not r.noun(noun, "given"):
        mention.lead = int(r.norm(noun).startswith(LAM))  # والكلام لشنكالي
    end = with_apposition(r, mention, last)
    return Attribution(at, noun, end, mention, None, None, "in-his-words")


def _own_words_apart(r: Reading, at: int, length: int, last: int) -> Attribution | None:
    """'In the estimation of X' behind a comma; 'erred in the estimation of X' is something else."""
    return None if r.is_word(at - 1) else _own_words(r, at, length, last)


def _clausal(r: Reading, at: int, length: int, last: int) -> Attribution | None:
    verb = at + length
    if r.norm(verb) == "قد":
        verb += 1
    form = next((form for form in r.cues[verb] if finite(form)), None) if verb < last else None
    if form is None or "text" in frames(form):  # وفقا لما تنص عليه المهام says how
        return None
    start = verb + form.length
    if start < last and r.has(start, "back_pronoun"):
        start += 1
    if "document" in frames(form) and r.norm(start) in _IN_OR_ON:
        return _of_text(r, at, start, last, form)
    mention, end = source_after(r, start, last, form)
    marked = medium_in_marks(r, start) if mention is None else None  # وفق ما أفادت به «فرانس برس»
    if marked is not None:
        mention, end = marked, marked.last
    if mention is None:
        return _clausal_alone(r, at, start, last, form)
    # كما زعم مجددا وقوع تزوير
    event = mention.head is None and looks_like_verbal_noun(r, mention.first)
    event = event or (form.inflection.number in ("p", "d") and mention.head is None)  # كما نشروا مقاطع
    if event or _says_more(r, at, form, end, last):
        return None
    source = _quoted_by(r, form, mention, end, last)
    if source is None:
        return Attribution(at, verb + form.length, end, mention, None, form, "as-said")
    beyond = with_apposition(r, source, last, form)
    return Attribution(at, verb + form.length, beyond, source, mention, form, "as-said")


def _quoted_by(r: Reading, form: Form, mention: Mention, end: int, last: int) -> Mention | None:
    """'As the agency reported from a source', 'as the agency said, quoting a source': who that is."""
    if "carrier" in frames(form) and end + 1 < last and r.norm(end) == "عن":
        return parse_phrase(r, end + 1, last)
    if mention.category != "media" or end >= last or not r.has(end, "through"):
        return None
    source = parse_phrase(r, end + r.has(end, "through"), last)
    known = source is not None and source.head is not None and source.category != "document"
    return source if known else None


def _of_text(r: Reading, at: int, start: int, last: int, form: Form) -> Attribution | None:
    """'As came in a statement', 'on the tongue of'; not 'and in a statement it came, too, that'."""
    if r.norm(start) == "علي":
        return _own_words(r, at, start + 2 - at, last) if r.norm(start + 1) == "لسان" else None
    found = _in_document(r, at, start + 1, last, form)
    also = found is not None and r.norm(at) == "كما" and r.has(found.last, "complementiser")
    return None if also else found


def _clausal_alone(r: Reading, at: int, end: int, last: int, form: Form) -> Attribution | None:
    """'…, as he explains.': nobody is named, and nothing follows."""
    spoken = end
    while end < last and (r.has(end, "adverb") or (r.is_word(end) and r.norm(end).endswith(ALEF))):
        end += 1
    ended = end >= last or r.tokens[end].text in COMMAS | STOPS
    if not ended or at == 0 or _says_more(r, at, form, end, last):
        return None
    inflection = form.inflection
    return Attribution(
        at, spoken, end, None, None, None, "in-his-words", inflection.gender, inflection.number
    )


def _says_more(r: Reading, at: int, form: Form, end: int, last: int) -> bool:
    """'And X also announced the withdrawal': كما before a verb with words of its own is no 'as'."""
    also = r.norm(at).endswith(_AS_OR_ALSO)
    if also and _takes_object(r, form, end):
        return True
    limit = min(last, end + _FARTHEST_WORDS)
    return r.has(end, "complementiser") > 0 or (also and find_complement(r, form, end, limit) is not None)


def _takes_object(r: Reading, form: Form, at: int) -> bool:
    """كما رحب الوزير بالاتفاق, كما دعا إلى: the verb's own preposition, where 'as he said' would end."""
    if r.norm(at) in folded(frames(form)):
        return True
    fused = r.norm(at).startswith(BEH) and not (r.small[at] or r.noun(at, "given"))
    return fused and len(r.norm(at)) > _SHORTEST_FUSED


def _in_document(r: Reading, at: int, noun: int, last: int, form: Form) -> Attribution | None:
    """'According to what came in a statement of the police'."""
    mention = parse_phrase(r, noun, last) if noun < last else None
    if mention is None or not r.noun(noun, "document"):
        return None
    return Attribution(at, noun, with_apposition(r, mention, last, form), mention, None, form, "as-said")


def _according(r: Reading, at: int, length: int, last: int) -> Attribution | None:
    noun = at + length
    if r.norm(noun) in ("الي", "عن", "ما"):
        noun += 1
    if r.has(at, "leaning") and r.is_word(at - 1):
        return None
    if noun >= last or (r.has(noun, "dontname", "measure") and not _site(r, noun)):
        return None
    if _own_text(r, noun):  # بحسب تصريحه
        gender, number = _of_pronoun(r.norm(noun))
        return Attribution(at, noun + 1, noun + 1, None, None, None, "in-his-words", gender, number)
    noun += _words_of(r, noun)
    mention = medium_in_marks(r, noun) or parse_phrase(r, noun, last)
    if mention is not None and mention.head is None and r.norm(at).endswith("ا") and r.norm(noun)[:1] == "ل":
        mention.lead = 1
    if mention is None or not _may_speak(r, mention, last):
        return None
    end = with_apposition(r, mention, last)
    return Attribution(at, noun, end, mention, None, None, "according-to")


def _words_of(r: Reading, at: int) -> int:
    """بحسب تصريحات وزير الدفاع, وفق أقوال شهود العيان: whose words they are speaks, not the words."""
    words = next((form for form in r.nouns[at] if form.entry.features.get("spoken")), None)
    if words is None or is_definite(words) or not r.is_word(at + words.length):
        return 0
    owner = head_at(r, at + words.length)
    return (
        words.length if owner is not None and owner.entry.sense in PERSONS and not owner.proclitic[:-2] else 0
    )


def _site(r: Reading, at: int) -> bool:
    """موقع السومرية نيوز, موقع «أكسيوس»: a medium, though the word may be any place as well."""
    if r.noun(at, "media") is None or r.articled(at):
        return False
    unknown = r.is_word(at + 1) and not (r.nouns[at + 1] or r.small[at + 1] or r.articled(at + 1))
    return at + 1 in r.marks.quotes or r.noun(at + 1, "media") is not None or unknown


def _own_text(r: Reading, at: int) -> bool:
    """Whether a text or a saying has a pronoun that says whose it is, and nothing else: تصريحه, قولها."""
    own = any(form.inflection.suffix for form in r.nouns[at] if form.entry.sense == "document")
    said = any(form.inflection.suffix for form in r.small[at] if form.entry.sense == "speaking_noun")
    return (own or said) and (not r.is_word(at + 1) or r.has(at + 1, "preposition", "adverb") > 0)


def _may_speak(r: Reading, mention: Mention, last: int) -> bool:
    """A known kind of speaker; a bare word only where it is plainly a name."""
    if mention.head is not None or not mention.names:
        return True
    start, end = mention.names[0]
    if mention.lead and r.vocabulary[bare_name(r.norm(start), mention.lead)]:
        return True
    annexed = mention.role[0] < mention.role[1] and not r.noun(start, "given")
    if annexed or looks_like_verbal_noun(r, start) or r.norm(end - 1).endswith(("هم", "ها")):
        return False
    if r.noun(start, "given") or r.tokens[start].kind is TokenKind.LATIN:
        return True
    if r.vocabulary[r.norm(end - 1)] > 1:
        return True
    bounded = end >= last or r.tokens[end].text in COMMAS or r.tokens[end].text in ".؛"
    return bounded and end - start >= 2 and not any(r.articled(n) for n in range(start, end))
