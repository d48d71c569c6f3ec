import io
import zipfile

import pytest

from kb.knowledge.value import Knowledge
from reports.brief import LESSONS, Format, brief
from reports.teach.signed import is_ours, signed


@pytest.mark.parametrize("form", [*LESSONS, Format.GIFT])
def test_what_was_written_is_known_again(knowledge: Knowledge, form: Format) -> None:
    made = brief(knowledge, format=form, quiz=form is Format.GIFT)
    assert is_ours(signed(made, form))


@pytest.mark.parametrize("form", [Format.HTML, Format.MD, Format.GIFT])
def test_what_somebody_changed_since_is_not_ours(form: Format) -> None:
    made = signed(b"one line\nand another\n", form)
    for old, new in ((b"one", b"two"), (b"\nand", b"\r\nand"), (b" counter", b"  counter")):
        assert is_ours(made)
        assert not is_ours(made.replace(old, new))
    assert not is_ours(made + b"a note\n")


def test_a_document_that_somebody_saved_is_not_ours(knowledge: Knowledge) -> None:
    made, out = brief(knowledge, format=Format.DOCX), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b">Counterclaim<", b">Ann<"))
    assert is_ours(made) and not is_ours(out.getvalue())


@pytest.mark.parametrize(
    ("content", "ours"), [(b"", True), (b"my notes\n", False), (b"PK", False), (b"\xff", False)]
)
def test_other_files_are_not_ours(content: bytes, ours: bool) -> None:
    assert is_ours(content) is ours
