"""A topic file laid over a pack: what is added, changed, left out."""

from itertools import permutations
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.rules import Rules
from extract.topic import packs
from extract.topic.load import load_topic
from extract.topic.schema import Topic

PACK = """\
pack: drinks
about: what is said of every drink
subject: {stand-ins: [drink]}
by-products: [{name: froth, names: [froth]}]
units: [{name: sip, names: [sip]}]
words:
  please: [please, delight]
  vessel: []
aspects:
  - id: keeps
    label: keeping
    question: How long does it keep?
    kind: quantity
    unit: day
    says: [keep fresh, <subject> stand, pour <vessel>]
  - id: taste
    label: taste
    question: How does it taste?
    kind: choice
    asked-with: keeps
    options:
      - {name: sweet, words: [sweet, sugary], goes-with: [mild]}
      - {name: mild, words: [mild], goes-with: [sweet]}
      - {name: sour, words: [sour]}
  - {id: fizz, label: fizz, question: Does it fizz?, kind: yesno, says: [fizz]}
ties:
  - one: {aspect: keeps}
    other: {aspect: fizz, polarity: affirm}
    strength: tension
    because: What fizzes goes flat.
  - one: {aspect: keeps}
    other: {aspect: taste, values: [mild]}
    strength: tension
    because: What keeps gets strong.
"""
TOPIC = """\
topic: Cold brew
packs: [drinks]
subject: {name: cold brew, names: [cold-brew|coldbrew]}
"""


@pytest.fixture
def topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Loads a topic file that builds on the pack above."""
    monkeypatch.setattr(packs, "FOLDER", tmp_path / "packs")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs/drinks.yaml").write_text(PACK)

    def loaded(more: str = "", head: str = TOPIC) -> Topic:
        path = tmp_path / "topic.yaml"
        path.write_text(head + more)
        return load_topic(path)

    return loaded


def test_a_topic_file_needs_nothing_but_its_subject(topic) -> None:
    made = topic()
    assert [a.id for a in made.aspects] == ["keeps", "taste", "fizz"]
    assert made.subject.stand_ins == ("drink",)
    assert [b.name for b in made.by_products] == ["froth"]


def test_what_it_says_of_a_question_is_added(topic) -> None:
    made = topic("aspects: [{id: fizz, says: [bubble], denies: [flat]}]\n")
    assert made.aspect("fizz").says == ("fizz", "bubble")
    assert made.aspect("fizz").denies == ("flat",)


def test_a_text_replaces_the_packs(topic) -> None:
    made = topic("aspects: [{id: keeps, question: How long does cold brew keep?, unit: week}]\n")
    assert made.aspect("keeps").question == "How long does cold brew keep?"
    assert made.aspect("keeps").unit == "week"


def test_an_answer_is_changed_or_added_by_its_name(topic) -> None:
    made = topic("aspects: [{id: taste, options: [{name: sour, words: [tart]}, {name: nutty}]}]\n")
    options = {o.name: o.words for o in made.aspect("taste").options}
    assert options["sour"] == ("sour", "tart")
    assert list(options) == ["sweet", "mild", "sour", "nutty"]


def test_a_question_of_its_own_comes_after(topic) -> None:
    made = topic("aspects: [{id: roast, label: r, question: Is it?, kind: yesno}]\n")
    assert [a.id for a in made.aspects][-1] == "roast"


def test_word_lists_are_joined(topic) -> None:
    made = topic("words: {please: [cheer, please], mood: [mood]}\n")
    assert made.words["please"] == ("please", "delight", "cheer")
    assert made.words["mood"] == ("mood",)


def test_a_question_left_out_goes_with_its_ties_and_links(topic) -> None:
    made = topic("leave-out: [keeps]\n")
    assert [a.id for a in made.aspects] == ["taste", "fizz"]
    assert made.aspect("taste").asked_with is None
    assert not made.ties


def test_an_answer_left_out_goes_with_what_names_it(topic) -> None:
    made = topic("aspects: [{id: taste, leave-out: [mild]}]\n")
    assert {o.name: o.goes_with for o in made.aspect("taste").options} == {"sweet": (), "sour": ()}
    assert [t.because for t in made.ties] == ["What fizzes goes flat."]


def test_a_phrase_left_out(topic) -> None:
    made = topic("aspects: [{id: taste, options: [{name: sweet, leave-out: [sugary]}]}]\n")
    assert made.aspect("taste").options[0].words == ("sweet",)


def test_what_is_left_out_in_vain_is_told(topic, tmp_path: Path) -> None:
    topic(
        "leave-out: [keep, fizz]\n"
        "aspects: [{id: taste, leave-out: [mild], options: [{name: sweet, leave-out: [sugar]}]}]\n"
    )
    idle = packs.idle_leave_outs(packs.read_tree(tmp_path / "topic.yaml"))
    assert [(i.text, i.near) for i in idle] == [("keep", "keeps"), ("sugar", "sugary")]


def test_no_pack_leaves_out_what_is_not_there() -> None:
    for name in packs.pack_names():
        assert not list(packs.idle_leave_outs(packs.read_tree(packs.FOLDER / f"{name}.yaml")))


def test_a_topic_without_rivals_may_name_them(topic) -> None:
    made = Rules(topic("aspects: [{id: fizz, says: [beat <rival>]}]\n"))
    assert {s.phrase: p.slots for s, p in made.sayings()}["beat <rival>"][1] == ()


def test_the_packs_phrases_name_the_subject(topic) -> None:
    phrases = {said.phrase: phrase.slots for said, phrase in Rules(topic()).sayings()}
    words = {"-".join(a.words) for a in phrases["<subject> stand"][0]}
    assert words == {"cold-brew", "coldbrew"}


def test_a_list_that_the_topic_file_does_not_fill_finds_nothing(topic) -> None:
    slots = {s.phrase: p.slots for s, p in Rules(topic()).sayings()}["pour <vessel>"]
    assert slots[1] == ()


def test_packs_name_packs(topic, tmp_path: Path) -> None:
    more = "pack: bar\nabout: bars\npacks: [drinks]\naspects: [{id: fizz, says: [hiss]}]\n"
    (tmp_path / "packs/bar.yaml").write_text(more)
    made = topic(head=TOPIC.replace("[drinks]", "[bar, drinks]"))
    assert made.aspect("fizz").says == ("fizz", "hiss")
    assert len(made.ties) == 2


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("packs: [drinkz]", "KB108 {}:3: packs: no pack 'drinkz'; did you mean drinks?"),
        (
            "packs: [drinks]\naspects: [{id: fizz, says: [<plese>]}]",
            "KB105 {}:4: aspect fizz, says: no word list <plese>; did you mean please?",
        ),
        (
            "packs: [drinks]\naspects: [{id: roast, says: [dark]}]",
            "KB104 {}:4: aspect roast: 'label' is missing; add label: …",
        ),
    ],
)
def test_mistakes_are_told_where_they_stand(topic, tmp_path: Path, more: str, told: str) -> None:
    head = "topic: Cold brew\nsubject: {name: cold brew, names: [cold-brew]}\n"
    with pytest.raises(InputError) as caught:
        topic(head=f"{head}{more}\n")
    assert told.format(tmp_path / "topic.yaml") in str(caught.value).splitlines()


@pytest.mark.parametrize("name", packs.pack_names())
def test_every_pack_is_sound(name: str, tmp_path: Path) -> None:
    path = tmp_path / "topic.yaml"
    one = (
        ""
        if packs.pack_tree(name).items("aspects")
        else "aspects: [{id: a, label: A, question: Is it?, kind: yesno}]\n"
    )
    path.write_text(f"topic: T\npacks: [{name}]\nsubject: {{name: thing, names: [thing]}}\n{one}")
    assert load_topic(path).aspects


NAMES = packs.pack_names()
THREE_LINES = """\
topic: T
packs: [{packs}]
subject: {{name: thing, names: [thing]}}
"""


@pytest.mark.parametrize(
    "together",
    [*permutations(NAMES, 2), NAMES, NAMES[::-1]],
    ids=", ".join,
)
def test_any_packs_go_together(together: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "topic.yaml"
    path.write_text(THREE_LINES.format(packs=", ".join(together)))
    made = load_topic(path)
    rows = [row for name in together for row in packs.pack_tree(name).items("aspects")]
    assert {a.id for a in made.aspects} == {row.text("id") for row in rows}


BAR = """\
pack: bar
about: bars
aspects:
  - {id: glass, label: glass, question: In a glass?, kind: yesno, asked-with: taste}
  - {id: keeps, asked-with: fizz}
"""


@pytest.mark.parametrize("together", ["drinks, bar", "bar, drinks"])
def test_a_question_is_asked_with_the_end_of_the_chain(
    topic, tmp_path: Path, together: str
) -> None:
    (tmp_path / "packs/bar.yaml").write_text(BAR)
    made = topic(head=TOPIC.replace("drinks", together))
    asked = {a.id: a.asked_with for a in made.aspects}
    assert asked == {"glass": "fizz", "taste": "fizz", "keeps": "fizz", "fizz": None}


def test_a_ring_of_two_packs_is_let_go(topic, tmp_path: Path) -> None:
    (tmp_path / "packs/bar.yaml").write_text(BAR.replace("fizz", "taste"))
    made = topic(head=TOPIC.replace("drinks", "drinks, bar"))
    assert {a.asked_with for a in made.aspects} == {None}


def test_what_the_topic_file_asks_with_another_takes_the_packs_questions_along(topic) -> None:
    made = topic("aspects: [{id: keeps, asked-with: fizz}]\n")
    assert made.aspect("taste").asked_with == "fizz"


def test_a_mistake_in_what_a_pack_says_is_told_of_its_file(topic, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        topic("aspects: [{id: taste, kind: yesno}]\n")
    mine = f"(a pack on which {tmp_path / 'topic.yaml'} builds)"
    line = 1 + PACK.splitlines().index("    options:")
    told = f"KB107 {tmp_path / 'packs/drinks.yaml'}:{line}: aspect taste: 'options' is not for"
    assert str(caught.value).startswith(told) and str(caught.value).endswith(mine)


def test_a_name_that_a_pack_has_too_is_told_with_its_line_there(topic, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        topic("rivals: [{name: froth, names: [froth]}]\n")
    line = 1 + next(n for n, row in enumerate(PACK.splitlines()) if "froth" in row)
    mine, packs_own = tmp_path / "topic.yaml", tmp_path / "packs/drinks.yaml"
    told = f"KB106 {mine}:4: subject 'froth' is on line {line} of {packs_own} too; "
    assert str(caught.value).startswith(told)


def test_a_question_of_a_pack_that_is_not_named_is_told_with_the_pack(tmp_path: Path) -> None:
    path = tmp_path / "topic.yaml"
    path.write_text(THREE_LINES.format(packs="treatment") + "first: [lifespan]\n")
    with pytest.raises(InputError, match="no aspect 'lifespan'; the pack product asks it"):
        load_topic(path)


def test_a_question_of_one_s_own_takes_the_pack_s_label_away(topic) -> None:
    asked = "aspects: [{id: keeps, question: How long does a jug keep?}]\n"
    (keeps,) = (a for a in topic(asked).aspects if a.id == "keeps")
    assert (keeps.label, keeps.question) == (
        "How long does a jug keep",
        "How long does a jug keep?",
    )


@pytest.mark.parametrize(
    "row",
    [
        "{id: keeps, question: How long does it keep?}",
        "{id: keeps, question: How long does a jug keep?, label: keeping}",
        "{id: keeps, says: [last]}",
    ],
)
def test_the_pack_s_label_stays_with_its_question_and_one_s_own_with_one_s_own(
    topic, row: str
) -> None:
    (keeps,) = (a for a in topic(f"aspects: [{row}]\n").aspects if a.id == "keeps")
    assert keeps.label == "keeping"
