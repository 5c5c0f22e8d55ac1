"""What a command says on stderr: messages that no file name can disguise."""

from __future__ import annotations

import sys

from drawdown_cli.render.printable import one_line


def tell(message: str) -> None:
    """Write one line to stderr; what a terminal would obey is only shown."""
    print(one_line(message), file=sys.stderr)
