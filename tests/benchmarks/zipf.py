"""An invented collection for measuring: articles whose words follow Zipf's law over 200,000 forms and more.

The words are made of roots, patterns and affixes as Arabic makes them: stems, neighbours and skeletons
collide about as often as in news; they mean nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate, product

LETTERS = "بتثجحخدذرزسشصضطعغفقكلمنه"
PATTERNS = (
    "123",
    "1ا23",
    "12ي3",
    "م12و3",
    "ت12ي3",
    "12ا3",
    "ا12ا3",
    "م1ا23",
    "است12ا3",
    "ا1ت2ا3",
    "م123ه",
    "12و3",
    "ان12ا3",
    "مت123",
    "12ا3ي",
)
PREFIXES = ("", "ال", "و", "وال", "بال", "لل", "ب", "ل")
PREFIX_WEIGHTS = (50, 28, 6, 5, 3, 3, 3, 2)
SUFFIXES = ("", "ه", "ات", "ين", "ها", "ي", "يه", "ون")
SUFFIX_WEIGHTS = (60, 12, 6, 4, 4, 5, 5, 4)
ROOTS = 4_000


def word_forms(seed: int = 7) -> list[str]:
    """Return more than 200,000 distinct forms, the commonest first."""
    drawn = random.Random(seed)
    roots = drawn.sample(["".join(root) for root in product(LETTERS, repeat=3)], ROOTS)
    forms: dict[str, None] = {}
    for root, pattern in product(roots, PATTERNS):
        stem = _filled(pattern, root)
        for _ in range(5):
            prefix = drawn.choices(PREFIXES, PREFIX_WEIGHTS)[0]
            forms.setdefault(prefix + stem + drawn.choices(SUFFIXES, SUFFIX_WEIGHTS)[0])
    ranked = list(forms)
    drawn.shuffle(ranked)
    return ranked


def texts(count: int, words: int = 235, seed: int = 7) -> Iterator[str]:
    """Yield texts of about 3.4 KB, in sentences of twenty words and paragraphs of three sentences."""
    drawn = random.Random(seed)
    forms = word_forms(seed)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(forms))))
    for _ in range(count):
        length = max(60, int(drawn.gauss(words, words / 4)))
        chosen = drawn.choices(forms, cum_weights=weights, k=length)
        sentences = [" ".join(chosen[at : at + 20]) + "." for at in range(0, length, 20)]
        yield "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))


def questions(collection: Sequence[str], count: int, seed: int = 11) -> Iterator[str]:
    """Yield questions of three to eight words that stand together in a text, every third misspelt."""
    drawn = random.Random(seed)
    for number in range(count):
        words = drawn.choice(collection).replace(".", " ").split()
        length = drawn.randint(3, 8)
        start = drawn.randrange(max(1, len(words) - length))
        asked = words[start : start + length]
        if number % 3 == 0:
            at = drawn.randrange(len(asked))
            asked[at] = misspelt(asked[at], drawn)
        yield " ".join(asked)


def misspelt(word: str, drawn: random.Random) -> str:
    """Return a word with one edit."""
    at, letter = drawn.randrange(len(word)), drawn.choice(LETTERS)
    return drawn.choice(
        (word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :])
    )


def _filled(pattern: str, root: str) -> str:
    for number, letter in enumerate(root, 1):
        pattern = pattern.replace(str(number), letter)
    return pattern
