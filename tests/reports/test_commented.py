"""A Word draft comes back as it was, with comments that span just what they are about."""

import io
import zipfile
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from extract.document import read_located
from extract.errors import InputError
from extract.model import Span
from kb.check.model import CONTRADICTED, STRONGER, Account, Checked, DraftFinding, DraftPassage
from reports.commented import AUTHOR, commented

from ..extract.document.makers import docx, new_docx, tracked

AGAINST = DraftPassage("a", "A Sceptic", "panels wear out", 0, "[20 years]", "Both cannot be")
FAIR = "Solar panels last about 20 years."


def finding(text: str, quote: str) -> DraftFinding:
    at = text.index(quote)
    span = Span(at, at + len(quote))
    return DraftFinding(
        *(CONTRADICTED, "life", *span, span, "", "life: no", quote),
        against=(AGAINST,),
        fair=FAIR,
        basis=("A Sceptic",),
    )


def checked(data: bytes, *quotes: str) -> Checked:
    """The draft with a finding on each of these stretches."""
    document, places = read_located(data, "d.docx")
    return with_findings(Checked("d.docx", document, (), places), *quotes)


def with_findings(draft: Checked, *quotes: str) -> Checked:
    return replace(draft, findings=tuple(finding(draft.document.text, q) for q in quotes))


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def looks(data: bytes) -> list[tuple[str, Any, Any]]:
    """Each character of the body with the looks of its run."""
    runs = (r for p in opened(data).paragraphs for r in p.runs)
    return [
        (c, r.bold, r.style.name) for r in runs if "Reference" not in r.style.name for c in r.text
    ]


def spanned(data: bytes) -> list[str]:
    """The words that each comment spans, in the order of the comments."""
    made, words = opened(data), {}
    live: set[str] = set()
    for element in made.element.body.iter():
        id = element.get(qn("w:id"))
        if element.tag == qn("w:commentRangeStart"):
            live.add(id)
            words[id] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            live.remove(id)
        elif element.tag == qn("w:t"):
            words |= {id: words[id] + element.text for id in live}
    assert not live
    return [words[str(c.comment_id)] for c in made.comments]


def pieced() -> bytes:
    """ "Solar panels last forever. They are quiet." in four runs, one of them bold."""
    made: Any = new_docx()
    line = made.add_paragraph("Solar pan")
    line.add_run("els last for").bold = True
    line.add_run("ever. They ")
    line.add_run("are quiet.").italic = True
    return saved(made)


def test_the_comment_spans_the_statement_and_nothing_else() -> None:
    data = pieced()
    made = commented(data, checked(data, "Solar panels last forever", "quiet"))
    assert spanned(made) == ["Solar panels last forever", "quiet"]
    assert looks(made) == looks(data)


def test_it_says_the_verdict_the_passage_and_what_could_be_published() -> None:
    data = pieced()
    (comment,) = opened(commented(data, checked(data, "quiet"))).comments
    assert (comment.author, comment.initials, comment.timestamp) == (AUTHOR, "CC", None)
    verdict, passage, why, fair, basis = comment.text.split("\n")
    assert verdict.startswith("Contradicted. ")
    assert passage == "Against: ‘A Sceptic’: “panels wear out”"
    assert why == "Both cannot be."
    assert fair == f"Could be published: {FAIR}"
    assert basis == "It rests on ‘A Sceptic’."


def test_the_first_comment_accounts_for_every_sentence() -> None:
    data = pieced()
    account = Account(2, 1, (("contradicted", 1),))
    made = commented(data, replace(checked(data, "quiet"), account=account))
    first, second = opened(made).comments
    assert first.text == "Checked: 2 sentences, 1 claim: 1 contradicted."
    assert spanned(made) == ["Solar panels last forever. They are quiet.", "quiet"]
    assert second.text.startswith("Contradicted.")


def test_lesser_findings_on_the_same_words_are_told_in_the_same_comment() -> None:
    data = pieced()
    whole = checked(data, "quiet")
    (first,) = whole.findings
    lesser = DraftFinding(STRONGER, "life", 0, 1, Span(0, 1), "", "life: more", "f")
    folded = DraftFinding(
        *(first.rule, first.aspect, first.start, first.end, first.sentence),
        *("", first.message, "f"),
        folded=(lesser,),
    )
    made = commented(data, Checked(whole.name, whole.document, (folded,), whole.places))
    (comment,) = opened(made).comments
    assert "Also: life: more." in comment.text


def test_all_else_of_the_file_stays_as_it_was() -> None:
    data = pieced()
    made = commented(data, checked(data, "quiet"))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        touched = ("[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels")
        same = [n for n in old.namelist() if n not in touched]
        assert {*new.namelist()} == {*old.namelist(), "word/comments.xml"}
        for name in same:
            before, after = old.read(name), new.read(name)
            if name.endswith((".xml", ".rels")):
                before, after = (_canonical(part) for part in (before, after))
            assert before == after, name


def _canonical(part: bytes) -> bytes:
    return etree.tostring(
        etree.fromstring(part, etree.XMLParser(remove_blank_text=True)), method="c14n"
    )


def test_the_same_draft_gives_the_same_bytes() -> None:
    data = pieced()
    assert commented(data, checked(data, "quiet")) == commented(data, checked(data, "quiet"))


def test_a_new_check_takes_the_place_of_the_last_one_and_leaves_people_s_comments() -> None:
    made: Any = opened(pieced())
    made.add_comment(made.paragraphs[0].runs[0], "Is that so?", "Ann", "A")
    data = saved(made)
    once = commented(data, checked(data, "Solar panels last forever", "quiet"))
    again = commented(once, checked(once, "They"))
    told = [
        (c.author, words) for c, words in zip(opened(again).comments, spanned(again), strict=True)
    ]
    assert told == [("Ann", "Solar pan"), (AUTHOR, "They")]
    assert looks(again) == looks(data)


def test_tracked_changes_are_read_as_accepted_and_kept() -> None:
    changes = (tracked("del", "no longer"), tracked("ins", "forever. Good."))
    data = docx(("Normal", "Panels last "), changes={0: changes})
    made = commented(data, checked(data, "last forever"))
    assert spanned(made) == ["last forever"]
    assert b"no longer" in zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml")


def test_within_a_link_only_the_link_is_a_link() -> None:
    made: Any = new_docx()
    line = made.add_paragraph("See ")
    link = '<w:hyperlink {} w:anchor="a"><w:r><w:t>that it lasts forever</w:t></w:r></w:hyperlink>'
    line._p.append(parse_xml(link.format(nsdecls("w"))))
    data = saved(made)
    back = commented(data, checked(data, "it lasts"))
    assert spanned(back) == ["it lasts"]
    sign = next(opened(back).element.body.iter(qn("w:commentReference")))
    assert sign.getparent().getparent().tag == qn("w:p")


@pytest.mark.parametrize("style", ["List Bullet", "Heading 1", "Title"])
def test_any_paragraph_can_be_commented(style: str) -> None:
    data = docx(("Normal", "Yes."), (style, "It lasts forever"), ("Normal", "Yes. It lasts."))
    assert spanned(commented(data, checked(data, "lasts forever"))) == ["lasts forever"]


def test_a_cell_of_a_table_can_be_commented() -> None:
    made: Any = new_docx()
    cells = made.add_table(2, 2).rows
    for row, words in zip(cells, (("Package", "Price"), ("Small", "It costs $5.")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    data = saved(made)
    assert spanned(commented(data, checked(data, "costs $5"))) == ["costs $5"]


def test_words_after_a_mark_that_only_one_of_them_reads() -> None:
    made: Any = new_docx()
    line = made.add_paragraph("It lasts")
    line._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:noBreakHyphen/></w:r>"))
    line.add_run("forever and is quiet.")
    data = saved(made)
    assert spanned(commented(data, checked(data, "is quiet"))) == ["is quiet"]


BOX = (
    "<w:r {}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
    "<w:txbxContent><w:p><w:r><w:t>It lasts forever</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)


def boxed(*words: str) -> bytes:
    made: Any = new_docx()
    line = made.add_paragraph(*words)
    line._p.append(parse_xml(BOX.format(nsdecls("w"))))
    return saved(made)


def test_words_in_a_text_box_are_told_of_beside_it() -> None:
    data = boxed("Panels are quiet.")
    made = commented(data, checked(data, "It lasts forever"))
    assert spanned(made) == ["Panels are quiet."]
    (comment,) = opened(made).comments
    assert comment.text.startswith("On “It lasts forever”:\n")


def test_words_in_text_boxes_only_are_refused_with_the_remedy() -> None:
    data = boxed()
    with pytest.raises(InputError, match=r"^KB525 d\.docx: .*--format html$"):
        commented(data, checked(data, "It lasts forever"))


def test_a_file_that_can_not_be_written_back_is_refused() -> None:
    data = pieced()
    with pytest.raises(InputError, match=r"^KB524 d\.docx: "):
        commented(b"PK\x03\x04", checked(data, "quiet"))


WORDS = "Solar panels last forever, they are quiet; and nobody  knows why."


@settings(max_examples=12)
@given(
    cuts=st.sets(st.integers(1, len(WORDS) - 1), max_size=8),
    spans=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=5),
)
def test_however_the_runs_lie(cuts: set[int], spans: list[tuple[int, int]]) -> None:
    made: Any = new_docx()
    line = made.add_paragraph()
    edges = [0, *sorted(cuts), len(WORDS)]
    for n, (a, b) in enumerate(pairwise(edges)):
        line.add_run(WORDS[a:b]).bold = bool(n % 2)
    data = saved(made)
    draft = checked(data)
    text = draft.document.text
    quotes = [q for a, n in spans if (q := text[a : a + n].strip())]
    back = commented(data, with_findings(draft, *quotes))
    assert looks(back) == looks(data)
    assert [" ".join(w.split()) for w in spanned(back)] == quotes
