"""Small Word files and PDFs, made for the tests."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

Line = tuple[float, float, float, str]
"""A line of a PDF: left edge, baseline, size, words."""


def tracked(kind: str, words: str) -> str:
    """A tracked insertion ("ins") or deletion ("del") as WordprocessingML."""
    tag = "w:delText" if kind == "del" else "w:t"
    run = f'<w:r><{tag} xml:space="preserve">{words}</{tag}></w:r>'
    return f'<w:{kind} {nsdecls("w")} w:id="1" w:author="Ann">{run}</w:{kind}>'


def new_docx() -> WordDocument:
    """An empty Word file, without the looks of tables: nine tenths of the reading."""
    made = Document()
    styles = made.styles.element
    for style in list(styles):
        if style.get(qn("w:type")) == "table" and not style.get(qn("w:default")):
            styles.remove(style)
    return made


def docx(*paragraphs: tuple[str, str], changes: dict[int, tuple[str, ...]] | None = None) -> bytes:
    """A Word file of (style, words) paragraphs; `changes` are put at the end of one of them."""
    document = new_docx()
    for i, (style, words) in enumerate(paragraphs):
        paragraph = document.add_paragraph(words, style)
        for change in (changes or {}).get(i, ()):
            paragraph._p.append(parse_xml(change))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(*pages: list[Line], locked: bool = False) -> bytes:
    """A PDF in Helvetica, with pages of lines; page size is 612 × 792 points."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        stream = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n" for x, y, size, words in lines
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
    return _with_table(objects, locked)


def _with_table(objects: list[str], locked: bool) -> bytes:
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'00' * 32}> >>"
    lock = f" {lock} /ID [<00> <00>]" if locked else ""
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R{lock} >>\nstartxref\n{len(out)}\n%%EOF\n"
    )
    return out.encode("cp1252")
