"""A text as the attribution rules read it: each token with its cues, its nouns and its part in a clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from drawdown_cli.arabic.inflect import PartOfSpeech
from drawdown_cli.arabic.letters import (
    ALEF,
    ALEF_HAMZA_ABOVE,
    ALEF_HAMZA_BELOW,
    ALEF_MAKSURA,
    FATHATAN,
    LAM,
    TEH_MARBUTA,
    YEH_HAMZA,
)
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.entries import Entry
from drawdown_cli.extract.attribution.marks import Marks, pair_marks
from drawdown_cli.lexicon import Form, lexicon
from drawdown_cli.models import Token, TokenizedText, TokenKind, Zone

CONJUNCTIONS = ("و", "ف")
_WORDS = (TokenKind.WORD, TokenKind.LATIN)
COMMAS = frozenset("،,؛;")
DASHES = frozenset(("-", "–", "—", "ـ", "ــ", "ـــ"))
STOPS = frozenset(".؟?!…۔")

# Places, bodies with a name and media are not possessed: عراقي is no 'my Iraq'.
_HAMZAS = frozenset("أإآ")
_OTHER_HAMZAS = frozenset("إآ")
_ANY_HAMZA = frozenset({"complementiser", "asking", "masdar", "dontname", "venue", "naming"})
_NAMED = frozenset({"country", "organisation", "media", "given", "nameparticle"})

_Forms = tuple[Form, ...]
_Reader = Callable[[Token, _Forms], _Forms]
_MOST_READ = 50_000
_SHORTEST_TITLE = 3
_READ: dict[tuple[int, str], tuple[_Forms, _Forms]] = {}
"""What words were read as, with the forms that they were read from."""
_NO_FRAMES: frozenset[str] = frozenset()
_FRAMES: dict[int, tuple[Entry, frozenset[str]]] = {}
"""The frames of each entry of the lexicon, made when they are first asked for."""
_BEYOND: tuple[_Forms, ...] = ((),) * 8
"""Behind the last token stands nothing: rules may ask what does, so many words ahead."""


@dataclass(slots=True)
class Reading:
    """A tokenized text, read: lexicon forms by token, paired marks, sentences that marks do not cut.

    `vocabulary` counts the folded words; `openers` leads from a closing mark back to its opening;
    `identities` are the tokens that say 'his name', 'her identity'.
    """

    tokenized: TokenizedText
    tokens: tuple[Token, ...]
    cues: list[tuple[Form, ...]]
    nouns: list[tuple[Form, ...]]
    small: list[tuple[Form, ...]]
    marks: Marks
    sentences: list[tuple[int, int, Zone]]
    vocabulary: Counter[str]
    openers: dict[int, int]
    keeps_teh_marbuta: bool
    keeps_alef_maksura: bool
    size: int
    identities: list[int]
    heads: dict[int, Form | None] = field(default_factory=dict)

    def norm(self, index: int) -> str:
        """Return the folded token, or '' beyond the ends."""
        return self.tokens[index].norm if 0 <= index < self.size else ""

    def written(self, index: int) -> str:
        """Return the token as it is written, or '' beyond the ends."""
        return self.tokens[index].text if 0 <= index < self.size else ""

    def is_word(self, index: int) -> bool:
        """Whether a word, Arabic or Latin, stands at `index`."""
        return 0 <= index < self.size and self.tokens[index].kind in _WORDS

    def articled(self, index: int) -> bool:
        """Whether a word begins with the article: ألكسندر does not, though it folds as if it did."""
        if not 0 <= index < self.size:
            return False
        token = self.tokens[index]
        return token.norm.startswith("ال") and token.text[0] not in "أإآ"

    def has(self, index: int, *roles: str) -> int:
        """Return how many tokens the longest small word with one of these roles takes at `index`, or 0."""
        if 0 <= index < self.size:
            for form in self.small[index]:
                if form.entry.sense in roles:
                    return form.length
        return 0

    def noun(self, index: int, *classes: str) -> Form | None:
        """Return the longest noun of one of these classes (of any, if none is named) at `index`."""
        if 0 <= index < self.size:
            for form in self.nouns[index]:
                if not classes or form.entry.sense in classes:
                    return form
        return None

    def between(self, first: int, last: int) -> str:
        """Return the article's own words from token `first` up to token `last`."""
        if first >= last:
            return ""
        words = self.tokenized.text[self.tokens[first].start : self.tokens[last - 1].end]
        return " ".join(words.split()) if "\n" in words else words  # a line broken inside a name

    def skip_bracket(self, index: int) -> int:
        """Return the token after the bracket that opens at `index`, else `index`."""
        return self.marks.brackets.get(index, index - 1) + 1


def read(tokenized: TokenizedText) -> Reading:
    """Look up every token of a text and pair its marks."""
    tokens = tokenized.tokens
    cues, speakers, small = lexicon("cues"), lexicon("speakers"), lexicon("attribution")
    marks = pair_marks(tokenized)
    spoken = _read_as(_spoken, tokens, cues.find_all(tokens))
    read_small = _read_as(_small, tokens, small.find_all(tokens))
    return Reading(
        tokenized,
        tokens,
        [*spoken, *_BEYOND],
        [*_read_as(_nouns, tokens, speakers.find_all(tokens)), *_BEYOND],
        [*read_small, *_BEYOND],
        marks,
        _whole_sentences(tokenized, marks, spoken),
        Counter([token.norm for token in tokens]),
        {close: opening for opening, close in (*marks.quotes.items(), *marks.brackets.items())},
        TEH_MARBUTA in tokenized.text,
        ALEF_MAKSURA in tokenized.text,
        len(tokens),
        [at for at, forms in enumerate(read_small) for form in forms if form.entry.sense == "identity"],
    )


def _read_as(read: _Reader, tokens: Sequence[Token], found: Sequence[_Forms]) -> list[_Forms]:
    """Read every token; a word as it was read before, for its forms are the same wherever it stands alone."""
    if len(_READ) > _MOST_READ:
        _READ.clear()
    kept = list(found)
    for at, forms in enumerate(found):
        if forms:
            token = tokens[at]
            known = _READ.get((id(forms), token.text))
            if known is None or known[0] is not forms:
                known = _READ[id(forms), token.text] = (forms, read(token, forms))
            kept[at] = known[1]
    return kept


def _spoken(token: Token, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Verbs; وأمن is 'and the security of', no 'and believed', whose madda may be lost but is no hamza.

    A word with the ending of an indefinite noun is none: لم يعط وصفاً.
    """
    if FATHATAN in token.text:
        forms = tuple(form for form in forms if not finite(form))
    if ALEF_HAMZA_ABOVE not in token.text[:2]:
        return forms
    return tuple(form for form in forms if form.entry.word[0] != "آ" or form.inflection.form != "past")


def _nouns(token: Token, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    hamza = token.text[0] in _HAMZAS
    kept = (form for form in forms if not _possessed(form) and not (hamza and form.proclitic[:2] == "ال"))
    kept = (form for form in kept if not _other_hamza(token, form) and not _lost_hamza(token, form))
    if ALEF_HAMZA_BELOW in token.text[1:]:  # وإلى is no governor: والي has no hamza
        kept = (form for form in kept if form.proclitic or ALEF_HAMZA_BELOW in form.entry.word)
    if token.text[-1] == YEH_HAMZA:  # الهادئ is quiet, no Hadi
        kept = (form for form in kept if form.entry.sense != "given")
    # 'المركزي' is an adjective, no dual: a dual in construct takes no article.
    norm = token.norm
    return tuple(f for f in kept if not (_annexed_with_article(f, norm) or _wrong_case(f, norm)))


def _other_hamza(token: Token, form: Form) -> bool:
    """أمام ضيوفه, أمر الرئيس: no imam and no commander, for a title in the singular keeps its hamza."""
    lead = len(form.proclitic) if form.proclitic in CONJUNCTIONS else 0
    bare = form.entry.sense == "title" and form.inflection.number == "s" and len(form.proclitic) == lead
    return bare and token.text[lead] == ALEF_HAMZA_ABOVE and form.entry.word[0] in _OTHER_HAMZAS


def _lost_hamza(token: Token, form: Form) -> bool:
    """فانس, باسيل, كاردن are no 'so Anas', 'with Asil', 'like Jordan': behind these a hamza is kept."""
    named = form.entry.sense in ("given", "masdar", "nameparticle") and form.proclitic in ("ف", "ب")
    lead = form.proclitic if named or form.proclitic == "ك" else ""
    return bool(lead) and form.entry.word[0] in _HAMZAS and token.text[len(lead)] not in _HAMZAS


def _wrong_case(form: Form, norm: str) -> bool:
    """بوسمان, باسرا: behind a preposition stands no nominative of two or many, and no accusative."""
    if form.proclitic.removesuffix("ال")[-1:] not in ("ب", "ل", "ك") or form.inflection.suffix:
        return False
    number, word = form.inflection.number, form.entry.word
    if (number == "d" and norm.endswith("ان")) or (number == "p" and norm.endswith("ون")):
        return not word.endswith(norm[-2:])
    several = form.entry.features.get("plural") or ()
    return norm.endswith(ALEF) and norm[len(form.proclitic) : -1] in map(fold, (word, *several))


def _annexed_with_article(form: Form, norm: str) -> bool:
    """المركزي, المدعي: what would be a dual or a sound plural in construct has no article."""
    number = form.inflection.number
    if number == "p" and norm.endswith("اتا"):  # أميناتا: a sound plural has no such case
        return True
    sound = number == "p" and not form.entry.word.endswith("ي") and "ون" in form.entry.feature("plural")
    several = number == "d" or sound
    return several and form.proclitic.endswith(("ال", "لل")) and norm.endswith(("ي", "ا"))


def _small(token: Token, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Small words; where both spellings show their hamza, إمام is not أمام, and آني is no 'that I'."""
    if token.text[0] not in _HAMZAS:
        tests = (_and_where, _lost_hamza, _is_ray)
        kept = (form for form in forms if not any(test(token, form) for test in tests))
        return tuple(form for form in kept if not _wrong_case(form, token.norm))
    free = _ANY_HAMZA if token.text[0] != "آ" else ()
    return tuple(form for form in forms if form.entry.sense in free or form.entry.word[0] == token.text[0])


def _is_ray(token: Token, form: Form) -> bool:
    """تيموثي راي: 'opinion' has its hamza."""
    return form.entry.word == "رأي" and token.text == "راي"


def _and_where(token: Token, form: Form) -> bool:
    """واين is Wayne: 'and where' has its hamza."""
    return form.entry.sense == "asking" and form.proclitic == "و" and token.text[1] == ALEF


def _possessed(form: Form) -> bool:
    inflection, sense = form.inflection, form.entry.sense
    # كاوه is no 'like', وود no 'and wad': names take only the prepositions of speaking, short particles none.
    if sense in ("given", "nameparticle") and form.proclitic.endswith("ك"):
        return True
    if sense == "nameparticle" and form.proclitic and len(form.entry.word) < 3:
        return True
    # لوال is a name, no 'to a governor'; ابنه is 'his son', ابن part of a name.
    short = sense == "title" and form.proclitic == LAM and len(form.entry.word) <= _SHORTEST_TITLE
    if not inflection.suffix and (short or form.entry.features.get("owned")):
        return True
    if inflection.suffix == "نا" and form.entry.features.get("ours"):
        return False  # مراسلتنا
    # The press does not write 'my minister'; what looks like it is a name or an adjective.
    if inflection.suffix in ("ي", "ك", "كم", "نا") or (
        inflection.suffix and form.proclitic.endswith(("ال", "لل"))
    ):
        return True
    return form.entry.sense in _NAMED and (bool(inflection.suffix) or inflection.number == "d")


def _whole_sentences(
    tokenized: TokenizedText, marks: Marks, cues: Sequence[_Forms]
) -> list[tuple[int, int, Zone]]:
    """The sentences, joined where a full stop stands inside quotation marks."""
    whole: list[tuple[int, int, Zone]] = []
    inside_until = -1
    pending = -1
    opens = sorted(marks.quotes.items())
    at = 0
    for sentence in tokenized.sentences:
        first = sentence.first if pending < 0 else pending
        while at < len(opens) and opens[at][0] < sentence.last:
            inside_until = max(inside_until, opens[at][1])
            at += 1
        if inside_until >= sentence.last:
            pending = first
            continue
        pending = -1
        whole.append((first, sentence.last, sentence.zone))
    if pending >= 0:
        whole.append((pending, tokenized.sentences[-1].last, tokenized.sentences[-1].zone))
    return _with_cues_behind(tokenized.tokens, marks, whole, cues)


def _with_cues_behind(
    tokens: Sequence[Token], marks: Marks, sentences: list[tuple[int, int, Zone]], cues: Sequence[_Forms]
) -> list[tuple[int, int, Zone]]:
    """Join '«Who will defend us?», asks X': the stop in the marks ends no sentence."""
    closings = set(marks.quotes.values())
    joined: list[tuple[int, int, Zone]] = []
    for first, last, zone in sentences:
        behind = joined and first - 1 in closings and tokens[first - 2].text in STOPS
        asks = behind and (
            tokens[first].text in COMMAS or any(finite(form) and not form.proclitic for form in cues[first])
        )
        if asks and tokens[first].start - tokens[first - 1].end < 3:
            joined[-1] = (joined[-1][0], last, zone)
        else:
            joined.append((first, last, zone))
    return joined


def conjunction(form: Form) -> str:
    """Return the 'and' or 'so' that is written onto a form, or ''."""
    return form.proclitic[:1] if form.proclitic[:1] in CONJUNCTIONS else ""


def is_definite(form: Form) -> bool:
    """Whether a noun has the article or an attached pronoun."""
    return (
        "ل" in form.proclitic.removeprefix("و").removeprefix("ف") and form.proclitic[-2:] in ("ال", "لل")
    ) or (bool(form.inflection.suffix))


def finite(form: Form) -> bool:
    """Whether a cue is a verb in a tense."""
    return form.entry.pos is PartOfSpeech.VERB and form.inflection.form in ("past", "present", "jussive")


def frames(form: Form | None) -> frozenset[str]:
    """Return what may follow a cue: clause, object, prepositions, addressee, carrier ..."""
    if form is None:
        return _NO_FRAMES
    entry = form.entry
    known = _FRAMES.get(id(entry))
    if known is None or known[0] is not entry:
        known = _FRAMES[id(entry)] = (entry, frozenset(entry.features.get("frames", ())))
    return known[1]


def begins_with_and(r: Reading, index: int) -> bool:
    """Whether the waw at the head of a word is 'and': no lexicon knows the word with it as its own letter.

    A word that none knows either way counts as joined; names that begin with waw are for the caller.
    """
    if not 0 <= index < r.size or not r.tokens[index].norm.startswith("و"):
        return False
    known = (r.nouns[index], r.cues[index], r.small[index])
    return all(form.proclitic.startswith("و") for forms in known for form in forms)
