"""Inflect dictionary words into the forms that newswire writes.

Unvocalised, third person and first person plural only: what reporting verbs, their participles and the nouns
of the lexicons need. Forms after Ryding, A Reference Grammar of Modern Standard Arabic (2005), chs. 21-37.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF, ALEF_MAKSURA, HAMZA, NOON, TEH, TEH_MARBUTA, WAW, YEH


class PartOfSpeech(StrEnum):
    """The classes of word that inflect, or take proclitics, differently."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PARTICLE = "particle"
    NAME = "name"


class Inflection(NamedTuple):
    """What an inflected form says: `form` (past, present, jussive, masdar, participle, noun, particle),
    gender (m, f or ""), number (s, d, p or ""), the attached pronoun (folded, or "")."""

    form: str
    gender: str = ""
    number: str = ""
    suffix: str = ""


PRONOUNS = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هم": ("m", "p"),
    "هما": ("", "d"),
    "هن": ("f", "p"),
    "نا": ("", "p"),
    "ي": ("", "s"),
    "ك": ("", "s"),
    "كم": ("m", "p"),
}
"""Attached pronouns with their gender and number."""

_WEAK_ENDS = (ALEF_MAKSURA, ALEF, YEH, WAW)
_FEMININE_PLURAL = "ات"
_SOUND_PLURAL = "ون"


def past_forms(past: str, *, objects: bool = False) -> Iterator[tuple[str, Inflection]]:
    """Yield the past tense of a verb given as 'he did'; with `objects`, also with attached pronouns.

    >>> [form for form, _ in past_forms("نفى")][:3]
    ['نفى', 'نفت', 'نفوا']
    """
    stem = past[:-1] if past[-1] in (ALEF_MAKSURA, ALEF) else past
    feminine, plural = stem + TEH, stem + "وا"
    yield past, Inflection("past", "m", "s")
    yield feminine, Inflection("past", "f", "s")
    yield plural, Inflection("past", "m", "p")
    yield feminine + ALEF, Inflection("past", "f", "d")
    if past[-1] == HAMZA:
        yield past[:-1] + "ؤوا", Inflection("past", "m", "p")  # جاؤوا beside جاءوا
    yield _feminine_plural_of(past), Inflection("past", "f", "p")
    if stem == past:
        yield past + ALEF, Inflection("past", "m", "d")
    elif past[-1] == ALEF_MAKSURA:
        yield stem + YEH + ALEF, Inflection("past", "m", "d")  # نفيا; دعوا is the plural too
    if objects:
        bases = (
            (stem + ALEF if stem != past else past, "m", "s"),
            (feminine, "f", "s"),
            (plural[:-1], "m", "p"),
            *(((past[:-1] + "ؤو", "m", "p"),) if past[-1] == HAMZA else ()),
        )
        for base, gender, number in bases:
            for pronoun in PRONOUNS:
                yield (
                    base + (NOON + YEH if pronoun == YEH else pronoun),
                    Inflection("past", gender, number, pronoun),
                )


def _feminine_plural_of(past: str) -> str:
    """قلن, رأين, دعون, أكدن: a hollow verb loses its long vowel, a weak one shows its last letter."""
    if past[-1] in (ALEF_MAKSURA, ALEF):
        last = WAW if past[-1] == ALEF else YEH
        return f"{past[:-1]}{last}{NOON}"
    hollow = len(past) >= 3 and past[-2] == ALEF
    return f"{past[:-2] + past[-1] if hollow else past}{NOON}"


def present_forms(present: str, *, objects: bool = False) -> Iterator[tuple[str, Inflection]]:
    """Yield the present tense of a verb given as 'he does', with its jussive where that is written shorter.

    >>> [form for form, _ in present_forms("يقول")]
    ['يقول', 'تقول', 'نقول', 'يقولون', 'يقولوا', 'يقولان', 'تقولان', 'يقل', 'تقل']
    """
    rest = present[1:]
    yield present, Inflection("present", "m", "s")
    yield TEH + rest, Inflection("present", "f", "s")
    yield NOON + rest, Inflection("present", "", "p")
    stem = rest[:-1] if rest[-1] in _WEAK_ENDS else rest
    yield YEH + stem + _SOUND_PLURAL, Inflection("present", "m", "p")
    yield YEH + stem + "وا", Inflection("present", "m", "p")
    dual = (rest[:-1] + YEH if rest[-1] == ALEF_MAKSURA else rest) + "ان"  # يريان, ينفيان, يدعوان
    yield YEH + dual, Inflection("present", "m", "d")
    yield TEH + dual, Inflection("present", "f", "d")
    short = _jussive(rest)
    if short:
        yield YEH + short, Inflection("jussive", "m", "s")
        yield TEH + short, Inflection("jussive", "f", "s")
    if objects:
        for pronoun in PRONOUNS:
            written = NOON + YEH if pronoun == YEH else pronoun
            yield YEH + rest + written, Inflection("present", "m", "s", pronoun)
            yield TEH + rest + written, Inflection("present", "f", "s", pronoun)


def _jussive(rest: str) -> str:
    if rest[-1] in _WEAK_ENDS:
        return rest[:-1]
    hollow = len(rest) > 2 and rest[-2] in (WAW, YEH, ALEF)
    return rest[:-2] + rest[-1] if hollow else ""


def noun_forms(
    word: str, plurals: tuple[str, ...] = (), *, form: str = "noun"
) -> Iterator[tuple[str, Inflection]]:
    """Yield a noun's cases, dual, plurals and possessed forms; a plural may be 'ون' or 'ات' (sound).

    >>> {"قاعدة", "قاعدتين", "قاعدته", "قواعد", "قواعدها"} <= {f for f, _ in noun_forms("قاعدة", ("قواعد",))}
    True
    """
    gender = "f" if word.endswith(TEH_MARBUTA) else "m"
    yield from _cases(word, form, gender, "s")
    stem = _before_suffix(word)
    for ending in ("ان", "ين", ALEF, YEH):
        yield stem + ending, Inflection(form, gender, "d")
    for plural in plurals:
        yield from _plural(word, plural, form, gender)


def adjective_forms(word: str) -> Iterator[tuple[str, Inflection]]:
    """Yield an adjective or participle in both genders and all numbers.

    >>> {"مؤكدا", "مؤكدة", "مؤكدين", "مؤكدات"} <= {form for form, _ in adjective_forms("مؤكد")}
    True
    """
    for ending, gender, number in (
        ("", "m", "s"),
        (ALEF, "m", "s"),
        (TEH_MARBUTA, "f", "s"),
        ("ان", "m", "d"),
        ("تان", "f", "d"),
        ("تين", "f", "d"),
        (_SOUND_PLURAL, "m", "p"),
        ("ين", "m", "p"),
        (_FEMININE_PLURAL, "f", "p"),
    ):
        base = word[:-1] if word[-1] == YEH and ending in ("ون", "ين") and not word.endswith("يي") else word
        if base != word:
            # A nisba keeps its ya (أميركيون); a defective participle loses it (نافون): write both.
            yield word + ending, Inflection("participle", gender, number)
        yield base + ending, Inflection("participle", gender, number)


def _cases(word: str, form: str, gender: str, number: str) -> Iterator[tuple[str, Inflection]]:
    yield word, Inflection(form, gender, number)
    if word[-1] not in (TEH_MARBUTA, ALEF, ALEF_MAKSURA, HAMZA):
        yield word + ALEF, Inflection(form, gender, number)
    stem = _before_suffix(word)
    for pronoun in PRONOUNS:
        yield stem + pronoun, Inflection(form, gender, number, pronoun)


def _plural(word: str, plural: str, form: str, gender: str) -> Iterator[tuple[str, Inflection]]:
    if plural == _SOUND_PLURAL:
        for ending in (_SOUND_PLURAL, "ين", WAW, YEH):
            yield word + ending, Inflection(form, "m", "p")
        for pronoun in PRONOUNS:
            yield word + WAW + pronoun, Inflection(form, "m", "p", pronoun)
            yield word + YEH + pronoun, Inflection(form, "m", "p", pronoun)
        return
    if plural == _FEMININE_PLURAL:
        bare = word[:-1] if word.endswith(TEH_MARBUTA) else word
        yield from _cases(bare + _FEMININE_PLURAL, form, "f", "p")
        return
    yield from _cases(plural, form, gender, "p")


def _before_suffix(word: str) -> str:
    return word[:-1] + TEH if word.endswith(TEH_MARBUTA) else word


def hamza_spellings(word: str) -> Iterator[str]:
    """Yield a word as it is written in the east, and as in Egypt: the hamza before a long u moves.

    >>> list(hamza_spellings("مسؤول"))
    ['مسؤول', 'مسئول']
    """
    yield word
    for one, other in (("ؤو", "ئو"), ("ئو", "ؤو")):
        if one in word:
            yield word.replace(one, other)
