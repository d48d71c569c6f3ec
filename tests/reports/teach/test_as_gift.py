import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.text import plain
from reports.teach.as_gift import quiz_gift
from reports.teach.choose import choose
from reports.teach.item import Item, Offered, Proof
from reports.teach.quiz import Quiz, quiz_of
from reports.views.book import Book

from .gift import read_gift

WORDS = st.text(alphabet=st.sampled_from("ab ~=#{}:\\%0159-/>[]$\n\t“"), max_size=30)
HELD = WORDS.filter(lambda w: plain(w) != "" and "％" not in w)


def test_every_item_comes_back_as_it_was(book: Book) -> None:
    quiz = quiz_of(book, choose(book, (), every=True))
    category, found = read_gift(quiz_gift(quiz))
    assert category == "Memory foam mattresses"
    assert len(found) == len(quiz.items)
    for item, question in zip(quiz.items, found, strict=True):
        assert question.format == "plain"
        assert question.text.startswith(item.stem)
        assert question.answers == tuple((o.right, o.text) for o in item.options)
        assert all(p.words in question.feedback for p in item.key)


@given(HELD, HELD, HELD, HELD)
def test_no_words_of_a_source_are_an_answer_a_weight_or_a_comment(
    stem: str, right: str, wrong: str, proof: str
) -> None:
    options = (Offered(right, True), Offered(wrong, False))
    item = Item("i", stem, stem, None, options, (Proof(proof, "a source"),))
    _, (question,) = read_gift(quiz_gift(Quiz("a topic", (item,))))
    back = [(right, text.replace("％", "%")) for right, text in question.answers]
    assert back == [(True, plain(right)), (False, plain(wrong))]
    assert question.text == plain(stem)
    assert question.feedback == plain(f"“{proof}” – a source.")


def test_a_slash_in_the_topic_is_no_category_below_it() -> None:
    assert quiz_gift(Quiz("on/off", ())).startswith("$CATEGORY: on//off\n")


@pytest.mark.parametrize(
    ("source", "feedback"),
    [
        ("Bed Blog", "“It is so.” – Bed Blog."),
        ("Is it so?", "“It is so.” – Is it so?"),
        ("Dr. Bed Jr.", "“It is so.” – Dr. Bed Jr."),
    ],
)
def test_the_feedback_ends_in_one_full_stop(source: str, feedback: str) -> None:
    options = (Offered("yes", True), Offered("no", False))
    item = Item("i", "name", "stem", None, options, (Proof("It is so.", source),))
    _, (question,) = read_gift(quiz_gift(Quiz("a topic", (item,))))
    assert question.feedback == feedback
