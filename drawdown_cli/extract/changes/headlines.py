"""Give a headline's present tense the status of what the article goes on to tell.

'Washington withdraws its forces' stands above a plan as well as above what has been done: a headline has no
other tense. What the body tells of the same force decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drawdown_cli.models import Category, Change, DateBasis, Status
from drawdown_cli.nations import COMBAT, country_of_place, is_part_of

_TOLD = frozenset({Status.PLANNED, Status.OCCURRED})


def settled(headlines: Iterable[Change], body: Sequence[Change]) -> list[Change]:
    """Return the changes of the headlines, those in the present tense as the body tells them."""
    return [_settled(headline, body) for headline in headlines]


def _settled(headline: Change, body: Sequence[Change]) -> Change:
    if headline.status is not Status.ONGOING or headline.date_basis is not DateBasis.PUBLISHED:
        return headline
    if headline.category is Category.LEVEL:
        return headline
    able = [change for change in body if change.status in _TOLD and _is_same(headline, change)]
    # What the body both announces and tells as done is done.
    told = min(able, key=lambda change: change.status is not Status.OCCURRED, default=None)
    if told is None:
        return headline
    return headline._replace(
        status=told.status,
        date_start=told.date_start,
        date_end=told.date_end,
        date_mod=told.date_mod,
        grain=told.grain,
        date_basis=told.date_basis,
    )


def _is_same(headline: Change, told: Change) -> bool:
    places = country_of_place(headline.place), country_of_place(told.place)
    return (
        headline.category is told.category
        and _is_same_force(headline.force.removesuffix(COMBAT), told.force.removesuffix(COMBAT))
        and (places[0] == places[1] or "" in places)
        and (headline.value == told.value or None in (headline.value, told.value))
    )


def _is_same_force(headline: str, told: str) -> bool:
    """'The UN mission' in a headline is the one that the body names: MINUSMA."""
    return headline == told or (headline == "UN" and is_part_of(told, headline))
