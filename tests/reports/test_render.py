"""Filters of the templates: how words from a text and words of the program reach a page."""

from reports.render import told


def test_labels_stand_in_a_face_of_their_own_and_quotations_as_they_are() -> None:
    line = "One says [wool], the other [no <b>], but the first is hedged (“may [be]”)."
    assert told(line) == (
        '<bdi>One says <b class="label">wool</b>, the other <b class="label">no &lt;b&gt;</b>, '
        "but the first is hedged (“may [be]”).</bdi>"
    )


def test_a_line_that_was_cut_ends_its_label() -> None:
    assert told("One says [wo…") == '<bdi>One says <b class="label">wo…</b></bdi>'
