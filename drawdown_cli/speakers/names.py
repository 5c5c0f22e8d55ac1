"""Compare names and titles as a registry needs it: by the sounds that spellings share."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.similarity import word_similarity
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.arabic.transliterate import is_latin, skeleton, skeletons
from drawdown_cli.models import TokenKind
from drawdown_cli.store.vocabulary import key, shortened

_SAME_FIRST_NAME = 0.75
_SHORTEST_WITH_ARTICLE = 4
_SHORT = 2
_PERSONS = ("title", "rank", "anonymous", "collective")
_PLURAL = "p"


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without articles.

    >>> name_words("محمد شياع السوداني")
    ('محمد', 'شياع', 'سوداني')
    """
    words = (token.norm for token in tokens(name) if token.kind is not TokenKind.MARK)
    return tuple(_bare(word) for word in words)


@lru_cache(maxsize=100_000)
def surname_key(name: str) -> str:
    """Return what all spellings of a surname share."""
    words = name_words(name)
    return (skeleton(words[-1]) or words[-1]) if words else ""


@lru_cache(maxsize=100_000)
def phrase_key(phrase: str) -> str:
    """Return what all spellings of a phrase share (القوات الأمريكية, قوات أميركية).

    One source and several share their consonants, but are not the same speakers.

    >>> phrase_key("مصدر أميركي") == phrase_key("مصادر أمريكية"), phrase_key("ضابط") == phrase_key("ضباط")
    (False, False)
    """
    words = name_words(phrase)
    return " ".join([*(skeleton(word) or word for word in words), *(_several(word) for word in words[:1])])


def _several(word: str) -> str:
    """Return a mark for a noun that is only a plural (مصادر, ضباط), else ''."""
    # Imported late: a query finds the keys that the index has.
    from drawdown_cli.lexicon import lexicon

    forms = lexicon("speakers").find_word(word)
    numbers = {form.inflection.number for form in forms if form.entry.sense in _PERSONS}
    return _PLURAL if numbers == {_PLURAL} else ""


def name_keys(name: str) -> set[int]:
    """Return the keys that a name or a title shares with what differs from it by a letter or in script.

    >>> bool(name_keys("مصطفى الكاظمي") & name_keys("Kazimi")), bool(name_keys("كيربي") & name_keys("كربي"))
    (True, True)
    """
    words = name_words(name)
    joined = ["".join(pair) for pair in pairwise(words)]
    return {found for word in (*words, *joined) for found in _word_keys(word)}


@lru_cache(maxsize=20_000)
def _word_keys(word: str) -> frozenset[int]:
    texts = shortened(word) if len(word) > _SHORT else {word}
    for bones in skeletons(word) if is_latin(word) else (skeleton(word),):
        some = shortened(bones) if len(bones) > _SHORT else {bones}
        texts |= {f"#{each}" for each in some if each}
    return frozenset(map(key, texts))


@lru_cache(maxsize=100_000)
def title_key(title: str) -> int:
    """Return a key of the words of a title, in whatever order."""
    return key(" ".join(sorted(title_words(title))))


@lru_cache(maxsize=100_000)
def title_words(title: str) -> frozenset[str]:
    """Return the words of a title as they are compared."""
    return frozenset(skeleton(word) or word for word in name_words(title))


def first_names_agree(one: str, other: str) -> bool:
    """Whether two full names of one surname begin alike (كينيث, كينث; مصطفى, مصطفي)."""
    first, second = name_words(one), name_words(other)
    if len(first) == 1 or len(second) == 1:
        return False
    return word_similarity(first[0], second[0]) >= _SAME_FIRST_NAME and (
        len(first) != len(second) or all(_alike(a, b) for a, b in zip(first, second, strict=True))
    )


def is_part_of(one: str, other: str) -> bool:
    """Whether the words of one name stand in the other, in order (محمد السوداني, محمد شياع السوداني)."""
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    rest = iter(longer)
    return all(any(_alike(word, candidate) for candidate in rest) for word in shorter)


def _alike(one: str, other: str) -> bool:
    return one == other or word_similarity(one, other) >= _SAME_FIRST_NAME


def _bare(word: str) -> str:
    bare = fold(word)
    return bare.removeprefix("ال") if len(bare) > _SHORTEST_WITH_ARTICLE else bare
