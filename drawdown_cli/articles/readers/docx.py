"""Read Word documents: the words of their paragraphs and tables."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from drawdown_cli.articles.pages import Page, clean
from drawdown_cli.articles.readers.archives import refuse_bomb
from drawdown_cli.errors import InputError, MissingExtra


def docx_pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """Yield the one page of a Word document.

    Raises InputError when it is none, MissingExtra without the reader.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtra(path, "docx") from error
    try:
        with zipfile.ZipFile(stream) as archive:
            refuse_bomb(archive, path)
        stream.seek(0)
        document = docx.Document(stream)
        text = "\n".join(_paragraphs(document))
        title = str(document.core_properties.title or "")
    except InputError:
        raise
    # Documents are hostile input, and what their parser raises is not documented.
    except Exception as error:
        raise InputError(path, f"is a damaged Word document ({type(error).__name__})") from error
    yield Page(clean(text), title=clean(title).strip())


def _paragraphs(container: Any) -> Iterator[str]:
    for part in container.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                yield " ".join(cell.text for cell in row.cells)
        else:
            yield part.text
