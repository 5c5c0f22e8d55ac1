"""What a command says on stderr: messages that no file name can disguise."""

from __future__ import annotations

import sys


def tell(message: str) -> None:
    """Write one line to stderr; characters that cannot be seen cannot act on the terminal either."""
    seen = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in message)
    print(seen, file=sys.stderr)
