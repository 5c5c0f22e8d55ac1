import io
import os
import sys

import pytest

from drawdown_cli.render.paging import Paged, ReaderLeft, paged, pager_command


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def pager(monkeypatch, tmp_path):
    """A pager that writes what it reads to a file."""
    seen = tmp_path / "seen"
    script = f"import sys; open({str(seen)!r}, 'w', encoding='utf-8').write(sys.stdin.buffer.read().decode())"
    monkeypatch.setenv("PAGER", f'{sys.executable} -c "{script}"')
    monkeypatch.setenv("LINES", "5")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    return seen


def test_what_fits_on_the_screen_is_not_paged(pager):
    sink = Terminal()
    with paged(sink) as stream:
        stream.write("واحد\n" * 4)
    assert sink.getvalue() == "واحد\n" * 4
    assert not pager.exists()


def test_what_is_longer_goes_to_the_pager(pager):
    sink = Terminal()
    with paged(sink) as stream:
        for _ in range(9):
            stream.write("واحد\n")
    assert sink.getvalue() == ""
    assert pager.read_text(encoding="utf-8") == "واحد\n" * 9


@pytest.mark.parametrize("wanted, sink", [(False, Terminal()), (True, io.StringIO())])
def test_no_pager_where_none_is_wanted_or_nobody_looks(pager, wanted, sink):
    with paged(sink, wanted=wanted) as stream:
        assert stream is sink


@pytest.mark.parametrize("value", ["", "cat", "no-such-pager-anywhere"])
def test_the_user_may_want_no_pager(monkeypatch, value):
    monkeypatch.setenv("PAGER", value)
    assert pager_command() == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="pipes break differently elsewhere")
def test_a_reader_who_leaves_ends_the_writing(monkeypatch):
    stream = Paged(Terminal(), [sys.executable, "-c", "pass"], 1)

    def write_for_long() -> None:
        for _ in range(100_000):
            stream.write("line\n" * 100)

    with pytest.raises(ReaderLeft):
        write_for_long()
    stream.finish()
