"""`drawdown correct`: write into corrections.toml what is wrong with one fact, or right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from drawdown_cli.cli.completing import choices
from drawdown_cli.cli.options import Settings, with_settings
from drawdown_cli.errors import UsageError

if TYPE_CHECKING:
    from drawdown_cli.corrections import CorrectedIndex

EXAMPLES = (
    'Examples:  drawdown correct q490d16beb9 --speaker "جون كيربي"   |   '
    "drawdown correct cf91445f5f0 --reject   |   "
    'drawdown correct c087021b96f --value 171000 --note "as he said"'
)

Id = Annotated[
    str, typer.Argument(metavar="ID", help="The fact's id, from an export or drawdown show --explain.")
]
Accept = Annotated[bool, typer.Option("--accept", help="It is right as it stands.")]
Reject = Annotated[bool, typer.Option("--reject", help="It is none: leave it out.")]
Speaker = Annotated[str, typer.Option("--speaker", metavar="NAME", help="Of a quotation: who said it.")]
SpeakerType = Annotated[
    str, typer.Option("--speaker-type", metavar="KIND", help="person, role, organisation, document …")
]
Role = Annotated[str, typer.Option("--role", metavar="TEXT", help="In what office.")]
Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar="NAME",
        help="direct, mixed or indirect.",
        autocompletion=choices("direct", "mixed", "indirect"),
    ),
]
Date = Annotated[
    str, typer.Option("--date", metavar="DATE", help="When: a day, month or year, or two of them as A/B.")
]
DateMod = Annotated[
    str, typer.Option("--date-mod", metavar="NAME", help="Of a change: on, by, before, after, since, until …")
]
Value = Annotated[float | None, typer.Option("--value", metavar="N", help="How many.")]
Unit = Annotated[str, typer.Option("--unit", metavar="NAME", help="Of what: troops, bases, brigades …")]
Status = Annotated[
    str,
    typer.Option("--status", metavar="NAME", help="occurred, ongoing, planned, demanded, possible, denied."),
]
Category = Annotated[
    str, typer.Option("--category", metavar="NAME", help="level, withdrawal, deployment, mission, base.")
]
Force = Annotated[str, typer.Option("--force", metavar="NAME", help="Whose forces.")]
Place = Annotated[str, typer.Option("--place", metavar="NAME", help="Where.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why; exports show it.")]

_MOST_WORDS = 40


@with_settings
def correct(
    settings: Settings,
    fact: Id,
    accept: Accept = False,
    reject: Reject = False,
    speaker: Speaker = "",
    speaker_type: SpeakerType = "",
    role: Role = "",
    kind: Kind = "",
    date: Date = "",
    date_mod: DateMod = "",
    value: Value = None,
    unit: Unit = "",
    status: Status = "",
    category: Category = "",
    force: Force = "",
    place: Place = "",
    note: Note = "",
) -> None:
    """Accept, reject or mend one fact: the corrections.toml beside the index remembers it."""
    said = {
        "accept": accept,
        "reject": reject,
        "speaker": speaker,
        "speaker_type": speaker_type,
        "role": role,
        "kind": kind,
        "date": date,
        "date_mod": date_mod,
        "value": int(value) if value is not None and value.is_integer() else value,
        "unit": unit,
        "status": status,
        "category": category,
        "force": force,
        "place": place,
        "note": note,
    }
    _write(settings, fact, {key: each for key, each in said.items() if each not in ("", None, False)})


def _write(settings: Settings, name: str, said: dict[str, Any]) -> None:
    from drawdown_cli.cli.opening import open_index, tell
    from drawdown_cli.corrections.userfile import add_correction

    with open_index(settings, rejected=True) as index:
        path = index.corrections_file
        if name in index.corrections:
            line = index.corrections[name].line
            raise UsageError(f"{name} is corrected on line {line} of {path}; change it there")
        fact = _fact(index, name)
    doc, words = fact
    add_correction(path, {"id": name, **said, "doc": doc, "words": words})
    tell(settings, f"written to {path}: {words}")


def _fact(index: CorrectedIndex, name: str) -> tuple[str, str]:
    """Where the fact of an id stands, and the words by which it is known again.

    Raises UsageError where there is none.
    """
    from drawdown_cli.corrections.userfile import is_id
    from drawdown_cli.models import ChangeFilter, QuoteFilter

    found: list[tuple[str, str]] = []
    if is_id(name) and name.startswith("q"):
        found += [(quote.doc, quote.content) for quote in index.quotes(QuoteFilter(ids=(name,)))]
    elif is_id(name):
        found += [(change.doc, change.text) for change in index.changes(ChangeFilter(ids=(name,)))]
    if not found:
        raise UsageError(f"nothing in this index has the id {name!r}; drawdown show DOC --explain lists them")
    doc, words = found[0]
    return doc, " ".join(words.split()[:_MOST_WORDS])
