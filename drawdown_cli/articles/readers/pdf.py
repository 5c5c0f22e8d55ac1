"""Read the text layer of PDFs: letters instead of their shapes, and in the order in which they are read."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO

from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.arabic.normalize import unshape
from drawdown_cli.articles.pages import Page, clean
from drawdown_cli.errors import InputError, MissingExtra

MAX_PAGES = 500
MAX_SECONDS = 60.0

_ARABIC = r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
_LEFT_TO_RIGHT = re.compile(
    r"[^\W_\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"
    r"(?:[\w.,:/%@+-]*[^\W_])?"
)
_MIRRORED = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_FINISHED = (".", "!", "?", "\N{ARABIC QUESTION MARK}", ":", "\N{ARABIC FULL STOP}")


def pdf_pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """Yield the one page of a PDF: the text of all its sheets.

    Raises InputError where there is no text, MissingExtra without the reader.
    """
    try:
        import pypdf
    except ImportError as error:
        raise MissingExtra(path, "pdf") from error
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    _keep_order()
    try:
        text, title = _read(pypdf.PdfReader(stream), path)
    except InputError:
        raise
    # PDFs are hostile input, and what their parser raises is not documented.
    except Exception as error:
        raise InputError(path, f"is a damaged PDF ({type(error).__name__})") from error
    text = join_lines(clean(set_right(text)))
    if not text.strip():
        raise InputError(path, "holds no text, only pictures of it; make it searchable (OCR) first")
    yield Page(text, title=clean(unshape(title)).strip())


def set_right(text: str) -> str:
    """Return text whose Arabic is written as letters in reading order, whatever order the file kept.

    >>> set_right("ﺓﺪﻋﺎﻘﻟﺍ ﺕﺭﺩﺎﻏ 2500 ﺔﻳﺪﻨﺟ")
    'جندية 2500 غادرت القاعدة'
    """
    return unshape(_mirrored(text) if _is_reversed(text) else text)


def join_lines(text: str) -> str:
    """Join the lines of a paragraph: a line that stops in mid-sentence goes on in the next.

    >>> join_lines("غادرت القوات\\nالقاعدة.\\nوبقي الباقون.")
    'غادرت القوات القاعدة.\\nوبقي الباقون.'
    """
    paragraphs: list[list[str]] = []
    open_line = False
    widest = max(map(len, text.split("\n")))
    for line in (line.strip() for line in text.split("\n")):
        if open_line and line:
            paragraphs[-1].append(line)
        elif line or open_line:
            paragraphs.append([line])
        # A short line without a stop is a headline, not half of a sentence.
        open_line = bool(line) and not line.endswith(_FINISHED) and 2 * len(line) > widest
    return "\n".join(" ".join(lines) for lines in paragraphs)


def _read(reader: Any, path: str) -> tuple[str, str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(path, "is locked by a password")
    if len(reader.pages) > MAX_PAGES:
        raise InputError(path, f"has more than {MAX_PAGES} pages, too many for one article")
    began = time.monotonic()
    sheets = []
    for sheet in reader.pages:
        sheets.append(sheet.extract_text())
        if time.monotonic() - began > MAX_SECONDS:
            raise InputError(path, f"takes longer than {MAX_SECONDS:.0f} seconds to read")
    title = reader.metadata.title if reader.metadata else ""
    return "\n".join(sheets), str(title or "")


@cache
def _keep_order() -> None:
    """Let pypdf give the glyphs as they stand; it would turn words round, but not the lines they stand in."""
    from pypdf._text_extraction import set_custom_rtl

    blocks = (range(0x0600, 0x0900), range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))
    set_custom_rtl(None, None, [code for block in blocks for code in block])


def _is_reversed(text: str) -> bool:
    """The article (alef, lam) begins words; where it ends them, the line runs backwards."""
    letters = unshape(text)
    forward = len(re.findall(rf"(?<![{_ARABIC}]){ALEF}{LAM}", letters))
    backward = len(re.findall(rf"{LAM}{ALEF}(?![{_ARABIC}])", letters))
    return backward > forward


def _mirrored(text: str) -> str:
    return "\n".join(_mirrored_line(line) for line in text.split("\n"))


def _mirrored_line(line: str) -> str:
    """Turn a line round, but not the numbers and the Latin words in it."""
    turned = line[::-1].translate(_MIRRORED)
    return _LEFT_TO_RIGHT.sub(lambda match: match.group()[::-1], turned)
