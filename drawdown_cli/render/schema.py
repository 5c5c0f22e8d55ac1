"""The JSON Schema of every kind of record, derived from the models that the records are made of."""

from __future__ import annotations

import types
import typing
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from drawdown_cli.corrections.userfile import Verdict
from drawdown_cli.models import Change, Hit, PublishedBasis, Quantity, Quote, Timex
from drawdown_cli.records import is_record
from drawdown_cli.search.concordance import Line
from drawdown_cli.versions import SCHEMA

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = ("search", "kwic", "quotes", "speakers", "timeline", "info", "annotate")

_PLAIN: dict[type, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    types.NoneType: {"type": "null"},
}

_MADE_BY: dict[str, Schema] = {
    "versions": {"type": "string", "description": "The versions of the tool, the lexicons and the schema."}
}


def schema_of(kind: str) -> Schema:
    """Return the schema of one record of a kind, as `--format jsonl` writes it on a line."""
    return {
        "$schema": DIALECT,
        "title": f"drawdown {kind}, schema {SCHEMA}",
        **_kinds()[kind],
    }


@cache
def _kinds() -> dict[str, Schema]:
    return {
        "search": _with(_record(Hit), **_MADE_BY),
        "kwic": _with(_record(Line), **_MADE_BY),
        "quotes": _with(_record(Quote), correction=_correction(), **_MADE_BY),
        "speakers": _with(_speakers(), **_MADE_BY),
        "timeline": _with(_record(Change), correction=_correction(), **_MADE_BY),
        "info": _with(_inventory(), **_MADE_BY),
        "annotate": _with(_annotation(), **_MADE_BY),
    }


def _record(model: type) -> Schema:
    """A model as an object; every field is there in every record."""
    hints = typing.get_type_hints(model)
    return _object(
        {name: _type(hint) for name, hint in hints.items()},
        description=(model.__doc__ or "").strip().split("\n")[0],
    )


def _object(properties: dict[str, Schema], *, description: str = "") -> Schema:
    made: Schema = {"type": "object", "properties": properties, "required": list(properties)}
    return {"description": description, **made} if description else made


def _with(schema: Schema, **properties: Schema) -> Schema:
    """An object with further properties, which come last."""
    names = {**schema["properties"], **properties}
    return {**schema, "properties": names, "required": list(names)}


def _correction() -> Schema:
    """What the user has said of a fact in corrections.toml; null where nothing."""
    verdict = {"type": "string", "enum": [member.value for member in Verdict]}
    found = {"type": "object", "description": "What had been found, by the fields that are corrected."}
    fields = {"type": "array", "items": _PLAIN[str], "description": "What the user has given."}
    said = _object({"verdict": verdict, "fields": fields, "found": found, "note": _PLAIN[str]})
    return {"anyOf": [{"type": "null"}, said]}


def _type(hint: Any) -> Schema:
    """A field's type: closed sets as enums, tuples as arrays, `X | None` as either."""
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_type(argument) for argument in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0])}
    if isinstance(hint, type) and is_record(hint):
        return _record(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [member.value for member in hint]}
    return _row(hint)


def _row(hint: Any) -> Schema:
    """A named tuple, which JSON writes as an array of its fields in order."""
    hints = typing.get_type_hints(hint)
    items = [{"title": name, **_type(hints[name])} for name in hint._fields]
    return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}


def _inventory() -> Schema:
    text, count = _PLAIN[str], _PLAIN[int]
    basis = _type(PublishedBasis)
    return _object(
        {
            "doc": text,
            "title": text,
            "source": text,
            "published": text,
            "published_basis": basis,
            "characters": count,
            "quotes": count,
            "changes": count,
            "url": text,
            "path": text,
            "id": text,
        },
        description="An article of the index: where it comes from, how it is dated, what was found in it.",
    )


def _speakers() -> Schema:
    text, count = _PLAIN[str], _PLAIN[int]
    role = _object({"title": text, "since": text, "until": text, "quotes": count})
    names: Schema = {"type": "array", "items": text}
    return _object(
        {
            "speaker": text,
            "type": _type(typing.get_type_hints(Quote)["speaker_type"]),
            "quotes": count,
            "aliases": names,
            "roles": names,
            "roles_by_date": {"type": "array", "items": role},
            "since": text,
            "until": text,
        },
        description="Who is quoted, under which names and titles.",
    )


def _annotation() -> Schema:
    text, place = _PLAIN[str], _PLAIN[int]
    sentence = _object({"start": place, "end": place, "text": text, "zone": text})
    facts = {"timexes": Timex, "quantities": Quantity, "quotes": Quote, "changes": Change}
    return _object(
        {
            "id": text,
            "published": text,
            "published_basis": text,
            "sentences": {"type": "array", "items": sentence},
            **{name: {"type": "array", "items": _record(model)} for name, model in facts.items()},
        },
        description="The whole analysis of one text; spans count the characters of the text as given.",
    )
