"""`drawdown info`: what is in the index."""

from __future__ import annotations

from drawdown_cli.cli.options import Limit, Settings, with_settings

EXAMPLES = "Examples:  drawdown info   |   drawdown info --format json"


@with_settings
def info(settings: Settings, limit: Limit = None) -> None:
    """List the articles of the index: source, date and how it was found, and what each holds."""
    from drawdown_cli.cli.opening import open_index, tell
    from drawdown_cli.cli.showing import end, show

    with open_index(settings) as index:
        shown = show("info", index.inventory(), settings, index, limit)
        health = index.health()
        unmet = index.unmet_corrections()
    held = (
        (health.articles, "article"),
        (health.quotes, "quotation"),
        (health.changes, "change"),
        *([(len(index.corrections), "correction")] if index.corrections else []),
    )
    counts = ", ".join(f"{count:,} {name}{'' if count == 1 else 's'}" for count, name in held)
    made_by = f"analysed by {health.analysis}" + (", stale" if health.stale else "")
    tell(settings, f"{index.path}: {counts}, {health.bytes / 1e6:.1f} MB, {made_by}")
    for correction in unmet:
        place = f"{index.corrections_file}: line {correction.line}"
        remedy = "drawdown show DOC --explain lists those of an article"
        tell(settings, f"{place}: nothing in this index has the id {correction.id}; {remedy}")
    end(shown)
