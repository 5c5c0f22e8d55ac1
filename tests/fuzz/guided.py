"""Let atheris look for bytes that break a target: `python tests/fuzz/guided.py readers -max_total_time=60`.

What stands behind the target's name goes to libFuzzer; a find is written to a file beside, and the bytes
belong into tests/test_fuzzing.py once the defect is mended. Needs `pip install '.[dev]'` on Linux.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

TESTS = Path(__file__).resolve().parents[1]


def main() -> None:
    """Fuzz the target that the command line names."""
    sys.path[:0] = [str(TESTS), str(TESTS.parent)]
    with atheris.instrument_imports(include=["drawdown_cli"]):
        from targets import TARGETS
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        raise SystemExit(f"name a target: {', '.join(TARGETS)}")
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
