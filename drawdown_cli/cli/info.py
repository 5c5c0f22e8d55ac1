"""`drawdown info`: what is in the index."""

from __future__ import annotations

from drawdown_cli.cli.options import Limit, Settings, with_settings

EXAMPLES = "Examples:  drawdown info   |   drawdown info --format json"


@with_settings
def info(settings: Settings, limit: Limit = None) -> None:
    """List the articles of the index: source, date and how it was found, and what each holds."""
    from drawdown_cli.cli.opening import open_index, tell
    from drawdown_cli.cli.showing import end, show
    from drawdown_cli.corrections import FILE_NAME

    with open_index(settings) as index:
        shown = show("info", index.inventory(), settings, index, limit)
        health = index.health()
        unmet = index.unmet_corrections()
    tell(
        settings,
        f"{index.path}: {health.articles} articles, {health.quotes} quotations, {health.changes} changes, "
        f"{health.bytes / 1e6:.1f} MB, analysed by {health.analysis}" + (", stale" if health.stale else ""),
    )
    for correction in unmet:
        place = f"{index.path.with_name(FILE_NAME)}: line {correction.line}"
        remedy = "drawdown show DOC --explain lists those of an article"
        tell(settings, f"{place}: nothing in this index has the id {correction.id}; {remedy}")
    end(shown)
