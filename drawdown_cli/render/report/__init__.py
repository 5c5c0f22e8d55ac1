"""The report: one self-contained HTML page that needs neither network nor server."""

from __future__ import annotations

from drawdown_cli.render.report.page import report_page
from drawdown_cli.render.report.sections import Findings

__all__ = ["Findings", "report_page"]
