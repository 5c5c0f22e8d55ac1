"""Makers of the files that tests read: web pages, PDFs, Word documents, archives."""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec

import pytest


def needs(module: str) -> pytest.MarkDecorator:
    """Skip a test where an optional reader is not installed."""
    return pytest.mark.skipif(find_spec(module) is None, reason=f"needs {module}")


PAGE = """<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="{charset}">
<title>{title} | وكالة المثال</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="وكالة المثال">
<meta property="article:published_time" content="2020-03-03T10:05:00+03:00">
<link rel="canonical" href="https://example.org/news/1">
</head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/w">العالم</a></li></ul></nav>
<div class="share"><a href="#">شارك على فيسبوك</a> <a href="#">تويتر</a></div>
<article><h1>{title}</h1>{body}</article>
<div class="comments"><h3>التعليقات</h3><p>0 تعليق</p></div>
<aside><h3>روابط ذات علاقة</h3><ul><li><a href="/2">خبر آخر عن موضوع آخر</a></li></ul></aside>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def a_page(title: str, paragraphs: list[str], charset: str = "utf-8") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return PAGE.format(title=title, body=body, charset=charset)


def a_pdf(lines: list[str], *, encrypted: bool = False) -> bytes:
    """A PDF whose lines are shown glyph after glyph from the left, each glyph named by its character."""
    shown = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj T*" for line in lines)
    content = f"BT /F1 12 Tf 14 TL 50 800 Td {shown} ET".encode()
    cmap = b"1 begincodespacerange <0000> <ffff> endcodespacerange "
    cmap += b"1 beginbfrange <0000> <ffff> <0000> endbfrange"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 500>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
    ]
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        data
        + head
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            len(data),
        )
    )


def a_docx(paragraphs: list[str], title: str = "") -> bytes:
    import docx

    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def a_zip(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()
