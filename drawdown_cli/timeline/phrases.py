"""Say a change in one readable phrase, built from its fields, in Arabic or in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from drawdown_cli.arabic.letters import ALEF, LAM, TEH_MARBUTA
from drawdown_cli.compiled import compiled, read_toml
from drawdown_cli.nations import COMBAT, LOCAL
from drawdown_cli.records import Record
from drawdown_cli.wordfiles import FOLDER

_FILES = {
    "base": "bases",
    "group": "groups",
    "mission-kind": "missions",
    "nationality": "nationalities",
    "operation": "missions",
    "place": "places",
}
_TEMPLATES = Path(__file__).with_name("phrases.toml")
_JOINTS = {"withdrawal": "from-place", "deployment": "to-place"}
_BILATERAL = "bilateral"
_COMMON_WORDS = frozenset({"Foreign", "International"})
"""What English writes small: names of no nation."""
_COMPARATORS = {"~": "about", ">": "over", "<": "under"}


def phrase(row: Record, lang: str = "en") -> str:
    """Return what a timeline row says, from its fields alone.

    >>> row = {"category": "withdrawal", "force": "American", "place": "Iraq", "unit": "troops",
    ...        "value": 2500, "value_role": "result", "comparator": "~", "from_value": 5200}
    >>> phrase(row)
    'American forces reduced from 5,200 to about 2,500 troops in Iraq'
    """
    said = _templates(lang)[_shape(row)].format(
        force=force_name(row.get("force") or "", lang),
        amount=_amount(row, lang),
        old=_kinds(row.get("mission_from") or "", lang),
        new=_kinds(row.get("mission_to") or "", lang),
        path=_path(row, lang),
        **{"from": _number(row.get("from_value"))},
    )
    return " ".join(f"{said} {_where(row, lang)}".split())


def force_name(force: str, lang: str) -> str:
    """Return a force's name for people.

    >>> force_name("American combat", "en"), force_name("UNIFIL", "en"), force_name("Foreign", "en")
    ('American combat forces', 'UNIFIL forces', 'foreign forces')
    """
    texts, key = _templates(lang), force.removesuffix(COMBAT)
    if not key or key == LOCAL:
        return texts["local" if key else "unknown"]
    nation = _labels("nationality").get(key)
    combat = "-combat" if force.endswith(COMBAT) else ""
    if nation is None:
        label = _labels("group").get(key, key) if lang == "ar" else key
        return texts[f"group{combat}"].format(group=label)
    name = key.lower() if key in _COMMON_WORDS else key
    return texts[f"nation{combat}"].format(nation=_feminine(nation) if lang == "ar" else name)


def place_name(place: str, lang: str) -> str:
    """Return a place's name for people: the lexicon's own in Arabic, its key in English."""
    return _labels("place").get(place, place) if lang == "ar" else place


def _shape(row: Record) -> str:
    category = str(row["category"])
    if category == "mission":
        shape = str(row.get("rule") or "")
        return shape if shape in _templates("en") else "mission-change"
    if not _is_numbered(row):
        rule = str(row.get("rule") or "")
        return (
            (rule if rule in _templates("en") else "base-close") if category == "base" else f"{category}-bare"
        )
    role = str(row.get("value_role") or "result")
    if role == "result" and row.get("from_value") is not None:
        return f"{category}-path"
    if category == "level":
        return "level-result"
    return f"{category}-{role}" if f"{category}-{role}" in _templates("en") else f"{category}-result"


def _is_numbered(row: Record) -> bool:
    return row.get("value") is not None or row.get("low") is not None


def _where(row: Record, lang: str) -> str:
    texts, category = _templates(lang), str(row["category"])
    joint = _JOINTS.get(category, "in-place")
    if row.get("value_role") in ("result", "share") and _is_numbered(row):
        joint = "in-place"
    place, base = row.get("place") or "", row.get("base") or ""
    said = texts[joint].format(place=place_name(place, lang)) if place else ""
    if base:
        name = _labels("base").get(base, base) if lang == "ar" else base
        said += " " + texts["base-name"].format(base=name)
    return said


def _amount(row: Record, lang: str) -> str:
    texts = _templates(lang)
    value, low, high = row.get("value"), row.get("low"), row.get("high")
    if value is not None:
        bound = _COMPARATORS.get(str(row.get("comparator") or ""))
        number = texts[bound].format(number=_number(value)) if bound else _number(value)
    elif low is not None and high is not None:
        number = texts["between"].format(low=_number(low), high=_number(high))
    else:
        number = _number(low if low is not None else high)
    unit = str(row.get("unit") or "")
    # After three to ten Arabic has the plural, after all else the singular.
    if f"{unit}-few" in texts and value is not None and 3 <= value % 100 <= 10:
        unit = f"{unit}-few"
    return texts[unit].format(number=number) if unit in texts else f"{number} {unit}".strip()


def _number(value: Any) -> str:
    return f"{value:,}" if value is not None else ""


def _path(row: Record, lang: str) -> str:
    old, new = (_kinds(row.get(key) or "", lang) for key in ("mission_from", "mission_to"))
    if not (old or new):
        return ""
    return _templates(lang)["path-both" if old and new else "path-new" if new else "path-old"].format(
        old=old, new=new
    )


def _kinds(kinds: str, lang: str) -> str:
    """Name the kinds of a mission, 'training and advisory'; a name may have two words."""
    labels = _labels("mission-kind") | _labels("operation")
    keys = _known(kinds.split(), labels)
    if lang == "ar":
        return " ".join(labels.get(key, key) for key in keys)
    bilateral = [key for key in keys if key == _BILATERAL]
    return " ".join((*bilateral, " and ".join(key for key in keys if key != _BILATERAL)))


def _known(words: Sequence[str], labels: Mapping[str, str]) -> list[str]:
    """Part the words of the kinds into names that the lexicon knows, the longest first."""
    keys: list[str] = []
    at = 0
    while at < len(words):
        ends = range(len(words), at, -1)
        last = next((end for end in ends if " ".join(words[at:end]) in labels), at + 1)
        keys.append(" ".join(words[at:last]))
        at = last
    return keys


def _feminine(nisba: str) -> str:
    """'American' as the plural 'forces' takes it: definite and feminine."""
    return " ".join(f"{ALEF}{LAM}{word}{TEH_MARBUTA}" for word in nisba.split()[:1]) + "".join(
        f" {word}" for word in nisba.split()[1:]
    )


@cache
def _labels(role: str) -> dict[str, str]:
    file = FOLDER / "changes" / f"{_FILES[role]}.toml"
    return compiled(f"labels-{role}", [file, Path(__file__)], lambda: _read_labels(role))


def _read_labels(role: str) -> dict[str, str]:
    from drawdown_cli.lexicon import entries_of

    return {
        entry.feature("key"): entry.feature("ar")
        for entry in entries_of("changes", _FILES[role])
        if entry.feature("role") == role and entry.feature("ar")
    }


@cache
def _templates(lang: str) -> dict[str, str]:
    return dict(read_toml(_TEMPLATES)[lang])
