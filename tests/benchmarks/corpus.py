"""Generate a large corpus that reads like newswire to the program: the same seed gives the same articles.

The constructions are those of reports on troop movements (quotations, dates, numbers, buttons of a page);
names come from parts that combine, and between them stands running text whose words follow Zipf's law over
tens of thousands of forms, so that the vocabulary grows with the corpus as a real one does.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

BYTES = 2600
"""The aim for the length of an article in UTF-8."""
COPIES = 0.03
"""The share of articles that are an earlier one with small edits, as wire copy is."""

FIRST = "سامي|ليلى|نبيل|هدى|كريم|سلمى|فارس|رنا|وليد|مها|عادل|ندى|ماجد|سناء|طارق|جون|مايكل|روبرت|سارة|ديفيد"
LAST = (
    "العزاوي|النعيمي|الدليمي|الجبوري|الساعدي|البياتي|الحداد|النجار|الخفاجي|الزبيدي|المالكي|الشمري|"
    "هاريسون|ميلر|كوبر|والاس|دونوفان|بارنز|غرانت|هولدن"
)
TITLES = (
    "وزير الدفاع|وزير الخارجية|رئيس الوزراء|المتحدث باسم وزارة الدفاع|قائد القوات المشتركة|السفير الأميركي|"
    "رئيس لجنة الأمن والدفاع|المتحدث باسم التحالف|مستشار الأمن القومي|الجنرال|اللواء|النائب"
)
GROUPS = (
    "مسؤولون عراقيون|مسؤولون أميركيون|مصادر عسكرية|دبلوماسيون غربيون|قادة ميدانيون|نواب في البرلمان|شهود عيان"
)
PAPERS = "صحيفة المثال|وكالة الأنباء الرسمية|قناة النهار|شبكة الأخبار|مجلة الشؤون الدولية"
COUNTRIES = "العراق|أفغانستان|سوريا|مالي|النيجر|الصومال|تشاد|ليبيا"
FORCES = "القوات الأميركية|قوات التحالف|القوات الفرنسية|القوات البريطانية|القوات الألمانية|بعثة الأمم المتحدة"
BASES = (
    "قاعدة الوادي الجوية|قاعدة الشرق|معسكر النصر|قاعدة الحرية|قاعدة الشمال الجوية|مطار العاصمة|قاعدة الصحراء"
)
MONTHS = (
    "يناير/كانون الثاني|شباط/فبراير|مارس|أبريل|أيار/مايو|يونيو|تموز|أغسطس/آب|سبتمبر|تشرين الأول|نوفمبر|"
    "كانون الأول"
)
DAYS = "السبت|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة"

SENTENCES = (
    "قال {title} {name} {day} إن {force} ستسحب {number} جندي من {country} بحلول نهاية {year}.",
    'وأضاف {last} أن "عدد الجنود الباقين لن يزيد على {number}، {filler}".',
    'وأكد {title} {name} لـ"{paper}" أن {force} ستبقى في {base} {filler}.',
    "ونقلت {paper} عن {group} قولهم إن {filler}.",
    "وأعلنت وزارة الدفاع في بيان، {day}، أن {number} جندي غادروا {base} في {month} {year}.",
    "وكان عدد {force} في {country} قد بلغ نحو {number} جندي في عام {year}.",
    "وسلمت {force} {base} إلى الجيش المحلي في {dd} {month} {year}.",
    'وتابع {last}: "{filler} {filler}".',
    "ونفى {title} {name} أن تكون بلاده قد طلبت بقاء {force} {filler}.",
    "وأشار التقرير إلى أن {filler}، وأن {filler} {filler}.",
    'وقالت {group} ل{paper} إن "{filler}" وإن {filler}.',
    "من جهته، شدد {name} على ضرورة {filler}.",
    "وقُتل {small} أشخاص وأصيب {small} آخرون في هجوم على {base} {day} الماضي.",
    "وخفضت {force} عدد قواعدها من {small} إلى {tiny} خلال الأشهر الماضية.",
    "وطالب {title} {name} بسحب {force} من {country} فورا.",
)
NEUTRAL = (
    "وفي سياق متصل، {filler}، {filler}.",
    "وجاء ذلك بعد أن {filler} في {country} منذ عام {year}.",
    "ويأتي هذا في وقت {filler}، كما أن {filler} {filler}.",
    "{filler} في {country}، {filler}.",
    "وتواجه البلاد {filler} و{filler} بسبب {filler}.",
)
"""What no rule should take for a quotation or a change: the larger part of a report."""
TOLD = 0.55
"""The share of sentences that tell something; then the corpus is as dense as the shipped articles are."""
HEADLINES = (
    "{force} تسحب {number} جندي من {country}",
    "{title} يؤكد بقاء {force} في {base}",
    "{country}.. {filler} بعد انسحاب {force}",
    "اتفاق على إنهاء مهمة {force} في {country} بحلول {year}",
)
TAILS = ("", "", "", "شاركها.", "0 تعليق", "روابط ذات علاقة\n{country}.. {filler}\n{filler}", "مشاركة :")

_ROOT_LETTERS = "بتجحخدرزسشصضطعغفقكلمنهوي"
_PATTERNS = (
    "{0}{1}{2}|{0}ا{1}{2}|م{0}{1}و{2}|{0}{1}ي{2}|ت{0}{1}ي{2}|{0}{1}ا{2}|م{0}ا{1}{2}ة|ا{0}ت{1}ا{2}|است{0}{1}ا{2}|"
    "{0}{1}{2}ة|ي{0}{1}{2}|ت{0}{1}{2}|{0}وا{1}{2}|{0}{1}{2}ات"
)
_PREFIXES = ("", "", "", "ال", "ال", "ال", "و", "وال", "ب", "لل", "بال", "ل")
_COMMON = "في|من|على|إلى|عن|مع|بعد|قبل|خلال|بين|هذا|هذه|التي|الذي|كما|لكن|حيث|وقد|كان|كانت|ما|لم|لا|أو"


def generate(folder: Path, count: int, seed: int = 1) -> int:
    """Write `count` articles as text files below `folder`, a thousand a subfolder; return their bytes."""
    written = 0
    for number in range(count):
        place = folder / f"{number // 1000:03d}"
        if number % 1000 == 0:
            place.mkdir(parents=True, exist_ok=True)
        data = article(number, seed).encode()
        (place / f"{number:06d}.txt").write_bytes(data)
        written += len(data)
    return written


def article(number: int, seed: int = 1) -> str:
    """Return the article of a number; some are an earlier one with small edits."""
    chance = random.Random(f"{seed}-{number}")
    if number and chance.random() < COPIES:
        return _edited(article(chance.randrange(number), seed), chance)
    return "\n\n".join(_paragraphs(chance))


def _paragraphs(chance: random.Random) -> Iterator[str]:
    fill = _filler_of(chance)
    length = chance.gauss(BYTES, BYTES / 4)
    yield _filled(chance.choice(HEADLINES), fill)
    if chance.random() < 0.7:
        yield fill["dd"]() + " " + fill["month"]() + " " + fill["year"]()
    size = 0
    while size < length:
        paragraph = " ".join(_filled(_sentence(chance), fill) for _ in range(chance.randint(1, 3)))
        size += len(paragraph.encode())
        yield paragraph
    tail = _filled(chance.choice(TAILS), fill)
    if tail:
        yield tail


def _sentence(chance: random.Random) -> str:
    return chance.choice(SENTENCES if chance.random() < TOLD else NEUTRAL)


def _filled(template: str, fill: dict[str, Callable[[], str]]) -> str:
    pieces = template.split("{")
    return pieces[0] + "".join(
        fill[slot]() + rest for slot, rest in (piece.split("}") for piece in pieces[1:])
    )


def _filler_of(chance: random.Random) -> dict[str, Callable[[], str]]:
    people = [f"{_one(FIRST, chance)} {_one(LAST, chance)}" for _ in range(3)]
    country = _one(COUNTRIES, chance)
    year = chance.randint(2004, 2023)
    return {
        "name": lambda: chance.choice(people),
        "last": lambda: chance.choice(people).split()[1],
        "title": lambda: _one(TITLES, chance),
        "group": lambda: _one(GROUPS, chance),
        "paper": lambda: _one(PAPERS, chance),
        "country": lambda: country,
        "force": lambda: _one(FORCES, chance),
        "base": lambda: _one(BASES, chance),
        "month": lambda: _one(MONTHS, chance),
        "day": lambda: _one(DAYS, chance),
        "dd": lambda: str(chance.randint(1, 28)),
        "year": lambda: str(year + chance.choice((-1, 0, 0, 0, 1))),
        "number": lambda: str(chance.choice((200, 500, 700, 1200, 2500, 3000, 5200, 9800))),
        "small": lambda: str(chance.randint(5, 14)),
        "tiny": lambda: str(chance.randint(2, 4)),
        "filler": lambda: _running_text(chance),
    }


def _one(words: str, chance: random.Random) -> str:
    return chance.choice(words.split("|"))


def _running_text(chance: random.Random) -> str:
    words = []
    for _ in range(chance.randint(4, 11)):
        if chance.random() < 0.3:
            words.append(_one(_COMMON, chance))
        else:
            words.append(chance.choice(_PREFIXES) + _word(chance))
    return " ".join(words)


def _word(chance: random.Random) -> str:
    words, weights = _vocabulary()
    return words[bisect(weights, chance.random() * weights[-1])]


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Made-up words with the shape of Arabic ones, and the running sum of their Zipf weights."""
    chance = random.Random(0)
    words = {_one(_PATTERNS, chance).format(*chance.sample(_ROOT_LETTERS, 3)): None for _ in range(60_000)}
    return list(words), list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def _edited(text: str, chance: random.Random) -> str:
    """Wire copy: another headline, a paragraph less, a word or two exchanged."""
    paragraphs = text.split("\n\n")
    paragraphs[0] = _filled(chance.choice(HEADLINES), _filler_of(chance))
    if len(paragraphs) > 4:
        del paragraphs[chance.randrange(2, len(paragraphs))]
    words = paragraphs[-1].split(" ")
    words[chance.randrange(len(words))] = _word(chance)
    return "\n\n".join([*paragraphs[:-1], " ".join(words)])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(f"{generate(asked.folder, asked.count, asked.seed):,} bytes")
