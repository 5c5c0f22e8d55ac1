"""What a number counts: soldiers, formations, bases, or something else."""

from __future__ import annotations

from drawdown_cli.extract.changes.losses import is_loss
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import DateMod, Quantity, QuantityForm, TokenKind

TROOP_UNITS = frozenset(
    {
        "troops", "advisers", "trainers", "police", "contractors", "mercenaries", "observers", "peacekeepers",
        "staff",
    }
)  # fmt: skip
FORMATION_UNITS = frozenset(
    {"brigades", "battalions", "divisions", "companies", "regiments", "platoons", "units"}
)
BASE_UNITS = frozenset({"bases", "posts", "sites"})
_SHARES = (QuantityForm.FRACTION, QuantityForm.PERCENT)
LEAST = 10
"""The smallest number that counts soldiers though no word says so."""

MOST = 1_000_000
"""The largest number that counts soldiers."""

_EXCEPTED = 3
_TIMES = frozenset({"years", "months", "weeks", "days", "hours"})
_AGES = 200
"""More years, months or days than reports count."""

_MEN = frozenset({"", "people"})
_AROUND = frozenset({DateMod.BY, DateMod.BEFORE, DateMod.AFTER, DateMod.SINCE, DateMod.UNTIL})


def quantity_size(quantity: Quantity) -> float | int:
    """Return the largest number that a quantity admits, 0 where it names none."""
    return quantity.value or quantity.high or quantity.low or 0


def unit_of(scene: Scene, counted: Counted) -> str:
    """Return what a quantity counts: nothing where the word after it belongs to a date ('to 900 in 2020')."""
    dated = counted.last < scene.last and scene.date_at(counted.last) is not None
    unit = counted.quantity.unit
    reach = 2 if scene.mark(counted.last, Role.PREPOSITION) else 1  # '200 of its men'
    near = range(counted.last - 1, min(counted.last + reach, scene.last)) if unit == "people" else ()
    if any(mark.entry.feature("kind") == "men" for at in near if (mark := scene.mark(at, Role.FORCE))):
        return "troops"
    # '2,500 in the year 2007, then 600': a number after 'to' takes over the unit of the one before.
    ages = unit in _TIMES and quantity_size(counted.quantity) >= _AGES
    return "" if dated or ages or unit == "others" else unit


def may_count_troops(scene: Scene, counted: Counted) -> bool:
    """Whether a quantity counts soldiers, or nothing that is named, in a number that soldiers may have."""
    quantity, unit = counted.quantity, unit_of(scene, counted)
    if quantity.form is not QuantityForm.CARDINAL or is_loss(scene, counted):
        return False
    return unit in TROOP_UNITS if unit else LEAST <= quantity_size(quantity) <= MOST


def stands_bare(scene: Scene, counted: Counted) -> bool:
    """Whether nothing that a number counts stands behind it, or soldiers do: 'and in Gabon 350.'"""
    if unit_of(scene, counted):
        return True
    after = scene.tokens[counted.last] if counted.last < scene.last else None
    roles = (Role.FORCE, Role.FORCE_KIND, Role.NATIONALITY, Role.OPERATOR, Role.PREPOSITION)
    # '170,000 spread over 500 sites': a plural of men says what they do.
    ends = after is None or after.kind is TokenKind.MARK or after.norm.endswith(("ين", "ون"))
    until = scene.date_at(counted.last + 1)
    around = until and (until.timex.mod in _AROUND or _leads_to_date(scene, counted.last))
    dated = scene.date_at(counted.last) or around
    particle = scene.mark(counted.last, Role.TRIGGER) if after else None
    adverb = particle is not None and particle.inflection.form == "particle"  # 'upon the invasion'
    return bool(ends or dated or adverb or scene.mark(counted.last, *roles))


def _leads_to_date(scene: Scene, index: int) -> bool:
    """'200 throughout last year': a word that only bounds the time behind it."""
    forms = lexicon("time").find_word(scene.tokens[index].norm)
    return any(form.entry.feature("class") == "bound" for form in forms)


def is_excepted(scene: Scene, counted: Counted) -> bool:
    """'There remain but 600': the number stands behind an exception."""
    before = range(max(scene.first, counted.first - _EXCEPTED), counted.first)
    return scene.says(before, "except")


def is_share(counted: Counted) -> bool:
    """Whether a quantity is a fraction or a percentage."""
    return counted.quantity.form in _SHARES


def bare_numbers(scene: Scene, first: int, last: int) -> list[Counted]:
    """Return the numbers without a unit between two tokens that are large enough to count soldiers."""
    return [
        counted
        for counted in scene.counted
        if first <= counted.first < last
        and unit_of(scene, counted) in _MEN
        and counted.quantity.form is QuantityForm.CARDINAL
        and LEAST <= quantity_size(counted.quantity) <= MOST
        and not is_loss(scene, counted)
    ]


def whole_of(scene: Scene, counted: Counted) -> Counted | None:
    """'Three out of eight bases': the number of the whole behind that of a part."""
    whole = scene.count_at(counted.last + 2) if counted.last + 2 < scene.last else None
    if whole is None or whole.first != counted.last + 2:
        return None
    out_of = lexicon("numbers").find(scene.tokens, counted.last, whole.first)
    known = any(form.length > 1 and form.entry.feature("role") == "out_of" for form in out_of)
    return whole if known else None
