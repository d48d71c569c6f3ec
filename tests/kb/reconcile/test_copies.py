"""Near-duplicate texts."""

from random import Random

from kb.model import Source
from kb.reconcile import copies as found
from kb.reconcile.copies import Likeness, alike, print_of, with_copies

WORDS = "foam wool spring cover seam edge depth night sleep firm soft cool warm back side".split()


def text(seed: int, words: int = 400) -> str:
    return " ".join(Random(seed).choices(WORDS, k=words))


def copies(texts: dict[str, str]) -> dict[str, str]:
    prints = {id: print_of(t) for id, t in texts.items()}
    return found.copies(prints, Likeness(texts.__getitem__))


def edited(original: str, one_in: int) -> str:
    return " ".join("x" if i % one_in == 7 else w for i, w in enumerate(original.split()))


def test_a_text_and_its_light_edit_are_copies() -> None:
    texts = {"b": edited(text(1), 25), "a": text(1), "c": text(2)}
    assert copies(texts) == {"b": "a"}


def test_layout_and_case_do_not_matter() -> None:
    assert copies({"a": text(1), "b": text(1).upper().replace(" ", "\n ")}) == {"b": "a"}


def test_texts_on_one_topic_are_no_copies() -> None:
    assert copies({str(i): text(i) for i in range(20)}) == {}


def test_a_text_rewritten_by_half_is_no_copy() -> None:
    half = text(1, 200) + " " + text(9, 200)
    assert copies({"a": text(1, 400), "b": half}) == {}


def test_short_texts_are_alike_by_chance() -> None:
    assert copies({"a": "soft and warm", "b": "soft and warm"}) == {}


def test_three_copies_have_one_original() -> None:
    assert copies({"c": text(1), "a": text(1), "b": text(1)}) == {"b": "a", "c": "a"}


def test_likeness_is_symmetric() -> None:
    one, other = text(1).split(), edited(text(1), 20).split()
    assert alike(one, other) == alike(other, one) > 0.9


def test_what_was_stated_is_kept() -> None:
    sources = [Source(i, i, i, None, None, None, "", c) for i, c in (("a", None), ("b", "z"))]
    marked = with_copies(sources, {"b": "a"})
    assert [s.copy_of for s in marked] == [None, "z"]


def test_a_pair_that_was_looked_at_is_not_looked_at_again() -> None:
    texts = {"a": text(1), "b": text(1)}
    likeness = Likeness(texts.__getitem__, {("a", "b"): False})
    assert not likeness("a", "b")
    assert likeness.seen == {("a", "b"): False}
