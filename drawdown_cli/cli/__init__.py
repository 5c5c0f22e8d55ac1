"""The command line: each module one command; everything heavy is imported inside the command."""

from __future__ import annotations

import errno
import gc
import signal
import sys
from typing import NoReturn

from drawdown_cli.errors import DrawdownError

INTERRUPTED = 130
_YOUNG = 100_000
"""Objects made before the first look for rubbish: most commands never make so many, and none makes rings."""


def main() -> NoReturn:
    """Run the command line and end the process: 0 found, 1 nothing found, 2 error, 130 interrupted."""
    gc.set_threshold(_YOUNG)
    if hasattr(signal, "SIGPIPE"):
        # A closed pipe ends us silently, as it does grep (141 in a shell).
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        # Arabic must come out whole whatever the locale says.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    _leave(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every message for the user goes to stderr."""
    from drawdown_cli.cli.app import Abort, UsageProblem, application, usage_sentence

    try:
        if not arguments:
            application(["--help"])(["--help"], standalone_mode=False, prog_name="drawdown")
            return 2
        if arguments[0] == "help":
            arguments = [*arguments[1:2], "--help"]
        code = application(arguments)(arguments, standalone_mode=False, prog_name="drawdown")
    except DrawdownError as error:
        return _fail(str(error))
    except UsageProblem as problem:
        return _fail(usage_sentence(problem))
    except (KeyboardInterrupt, Abort):
        print("drawdown: interrupted", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        return _fail(f"{error.filename or 'standard output'}: {error.strerror}")
    return code if isinstance(code, int) else 0


def _fail(message: str) -> int:
    from drawdown_cli.render.printable import printable

    # A file's name or a query may hold what a terminal would obey.
    print(printable(f"drawdown: {message}"), file=sys.stderr)
    return 2


def _leave(code: int) -> NoReturn:
    """End the process without taking it apart object by object, which costs a tenth of a query's time.

    What was registered for the end is done. Where threads still run, or a profiler or debugger watches,
    Python ends as ever.
    """
    import atexit
    import os
    import threading

    try:
        sys.stdout.flush()
    except OSError as error:
        code = code if code == 2 else _fail(f"standard output: {error.strerror or error}")
    if threading.active_count() > 1 or sys.getprofile() or sys.gettrace():
        raise SystemExit(code)
    atexit._run_exitfuncs()
    sys.stderr.flush()
    os._exit(code)
