from pathlib import Path

import pytest

from extract.errors import InputError, InputErrors
from extract.topic.load import load_topic, rules_digest, topic_digest
from extract.topic.schema import Topic

HEAD = """\
topic: Cold brew
subject: {name: cold brew, names: [cold-brew]}
words:
  rise: [go up, grow]
"""
KEEPS = """\
aspects:
  - id: keeps
    label: Keeping
    question: How long does it keep?
    kind: quantity
    unit: day
    says: [keep]
"""
TASTE = """\
  - id: taste
    label: Taste
    question: How does it taste?
    kind: choice
    options:
      - {name: sweet, words: [sweet]}
      - {name: sour, words: [sour]}
"""
GOOD = HEAD + KEEPS + TASTE
OTHER = "  - {id: x, label: X, question: Is it?, kind: KIND}\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def written(text: str | bytes) -> Path:
        path = Path("topic.yaml")
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return written


def complaints(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_topic(path)
    return str(caught.value).splitlines()


def test_a_good_file(write) -> None:
    topic = load_topic(write(GOOD))
    assert [a.id for a in topic.aspects] == ["keeps", "taste"]
    assert topic.words == {"rise": ("go up", "grow")}


def test_no_and_numbers_stay_texts(write) -> None:
    topic = load_topic(write(GOOD.replace("[keep]", "[no, 24, on, 1e3, 2024-01-01]")))
    assert topic.aspect("keeps").says == ("no", "24", "on", "1e3", "2024-01-01")


def test_the_programs_own_mark_of_a_guess_is_no_key(write) -> None:
    with pytest.raises(InputError, match="'guessed' is not a key here"):
        load_topic(write(GOOD + "guessed: true\n"))


def test_a_guess_written_down_is_another_topic(write) -> None:
    topic = load_topic(write(GOOD))
    assert not topic.guessed
    assert topic.as_guessed().guessed
    assert topic_digest(topic.as_guessed()) != topic_digest(topic)


def test_byte_order_mark_and_windows_line_ends(write) -> None:
    path = write(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_topic(path).topic == "Cold brew"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "    unit: day",
            "    unitt: day",
            [
                "KB107 topic.yaml:6: aspect keeps: kind quantity needs 'unit'; add unit: …",
                "KB103 topic.yaml:10: aspect keeps: 'unitt' is not a key here; did you mean unit?",
            ],
        ),
        (
            "    label: Keeping\n",
            "",
            ["KB104 topic.yaml:6: aspect keeps: 'label' is missing; add label: …"],
        ),
        (
            "label: Keeping",
            "label:",
            [
                "KB104 topic.yaml:7: aspect keeps: 'label' is empty; "
                "write a text, in quotes if need be"
            ],
        ),
        (
            "label: Keeping",
            "label: ''",
            [
                "KB104 topic.yaml:7: aspect keeps: 'label' is an empty text; "
                "write something or take the key out"
            ],
        ),
        (
            "kind: choice",
            "kind: chioce",
            ["KB104 topic.yaml:15: aspect taste: 'kind' is 'chioce'; did you mean choice?"],
        ),
        (
            "[keep]",
            "keep",
            [
                "KB104 topic.yaml:11: aspect keeps: 'says' is the text 'keep'; "
                "write a list: [one, two] or a line with - for each"
            ],
        ),
        (
            "[keep]",
            "[last: verb]",
            [
                "KB104 topic.yaml:11: aspect keeps, says: entry 1 is a map of keys; "
                "write a text, in quotes if it holds a colon and a space"
            ],
        ),
        (
            "[keep]",
            "[keep, true]",
            [
                "KB104 topic.yaml:11: aspect keeps, says: entry 2 is true; "
                "write a text, in quotes if need be"
            ],
        ),
        (
            "id: taste",
            "id: Tas.te",
            [
                "KB104 topic.yaml:12: aspect tas.te: 'tas.te' is not a name; use letters, "
                "digits, spaces and - _ ' / +, beginning with a letter or digit"
            ],
        ),
        (
            "kind: choice",
            "kind: choice\n    scale: perhaps",
            [
                "KB104 topic.yaml:16: aspect taste: 'scale' is the text 'perhaps'; "
                "write true or false"
            ],
        ),
        (
            "[keep]",
            "[<rize> keep]",
            ["KB105 topic.yaml:11: aspect keeps, says: no word list <rize>; did you mean rise?"],
        ),
        (
            "words: [sour]",
            "words: [sour|]",
            [
                "KB105 topic.yaml:18: aspect taste, option sour, words: an empty alternative in "
                "'sour|'; write a word on both sides of each |"
            ],
        ),
        (
            "[go up, grow]",
            "[go up, <rise>]",
            [
                "KB105 topic.yaml:4: words rise: '<rise>' names a list; "
                "lists don't nest, write its words out"
            ],
        ),
        (
            "id: taste",
            "id: keeps",
            ["KB106 topic.yaml:12: aspect 'keeps' is on line 6 too; rename one or merge them"],
        ),
        (
            "name: sour",
            "name: sweet",
            [
                "KB106 topic.yaml:18: aspect taste: answer 'sweet' is on line 17 too; "
                "rename one or merge them"
            ],
        ),
        (
            "words:\n",
            "rivals: [{name: self, names: [drip]}]\nwords:\n",
            ["KB106 topic.yaml:3: 'self' means the subject; use another name"],
        ),
        (
            "    kind: choice",
            "    kind: choice\n    unit: day",
            [
                "KB107 topic.yaml:16: aspect taste: 'unit' is not for kind choice; "
                "take it out or use quantity"
            ],
        ),
        (
            "      - {name: sour, words: [sour]}\n",
            "",
            [
                "KB107 topic.yaml:16: aspect taste: a choice of one option; "
                "add another, or use yesno"
            ],
        ),
        (
            "unit: day",
            "unit: days",
            [
                "KB108 topic.yaml:10: aspect keeps: no unit 'days'; "
                "did you mean day?, or add it to units"
            ],
        ),
        (
            "unit: day",
            "unit: day\n    plausible: {low: soon, high: 5 litres}",
            [
                "KB108 topic.yaml:11: aspect keeps, plausible high: "
                "'litres' can't be turned into day; use a unit that can",
                "KB108 topic.yaml:11: aspect keeps, plausible low: "
                "'soon' is not an amount; write a number and a unit, as in 2 day",
            ],
        ),
        (
            "words: [sour]",
            "goes-with: [swete]",
            [
                "KB108 topic.yaml:18: aspect taste, option sour, goes-with: "
                "no option 'swete'; did you mean sweet?"
            ],
        ),
        (
            "words: [sour]",
            "goes-with: [sour]",
            [
                "KB108 topic.yaml:18: aspect taste, option sour, goes-with: "
                "names itself; name another"
            ],
        ),
        (
            "    kind: choice",
            "    kind: choice\n    asked-with: keep",
            [
                "KB108 topic.yaml:16: aspect taste, asked-with: "
                "no aspect 'keep'; did you mean keeps?"
            ],
        ),
        (
            "    kind: choice",
            "    kind: choice\n    asked-with: taste",
            [
                "KB108 topic.yaml:16: aspect taste, asked-with: "
                "'taste' must stand for itself; name another"
            ],
        ),
        (
            "aspects:",
            "first: [tast]\naspects:",
            ["KB108 topic.yaml:5: first: no aspect 'tast'; did you mean taste?"],
        ),
    ],
)
def test_each_mistake_has_its_line_and_its_remedy(
    write, old: str, new: str, line: list[str]
) -> None:
    assert old in GOOD
    assert complaints(write(GOOD.replace(old, new, 1))) == line


@pytest.mark.parametrize(
    ("kind", "needs"),
    [("any-of", "parts"), ("all-of", "parts"), ("choice", "options"), ("advice", "acts")],
)
def test_each_kind_needs_its_key(write, kind: str, needs: str) -> None:
    path = write(HEAD + KEEPS + OTHER.replace("KIND", kind))
    told = f"aspect x: kind {kind} needs {needs!r}; add {needs}: …"
    assert complaints(path) == [f"KB107 topic.yaml:12: {told}"]


def test_an_act_may_be_against_known_acts_only(write) -> None:
    acts = "acts: [{name: stir, opposite: [shake]}, {name: shale}]"
    path = write(HEAD + KEEPS + OTHER.replace("KIND", f"advice, {acts}"))
    assert complaints(path) == [
        "KB108 topic.yaml:12: aspect x, act stir, opposite: no act 'shake'; did you mean shale?"
    ]


def test_parts_of_parts_are_answers_too(write) -> None:
    parts = "parts: [{name: crema, parts: [{name: crema}]}]"
    path = write(HEAD + KEEPS + OTHER.replace("KIND", f"any-of, {parts}"))
    assert complaints(path) == [
        "KB106 topic.yaml:12: aspect x: answer 'crema' is on line 12 too; rename one or merge them"
    ]


TIE = """\
ties:
  - one: {aspect: keeps, endless: true}
    other: {aspect: taste, polarity: affirm, values: [sweet]}
    strength: tension
    because: Sugar spoils.
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("aspect: keeps", "aspect: keep", "20: tie, one: no aspect 'keep'; did you mean keeps?"),
        (
            "[sweet]",
            "[swet]",
            "21: tie, other: aspect taste has no answer 'swet'; did you mean sweet?",
        ),
        (
            "values: [sweet]",
            "endless: false",
            "21: tie, other: 'endless' is for a quantity, aspect taste is none; take it out",
        ),
        ("affirm", "afirm", "21: ties, entry 1, other: 'polarity' is 'afirm'; use affirm or deny"),
        ("tension", "tensoin", "22: ties, entry 1: 'strength' is 'tensoin'; did you mean tension?"),
    ],
)
def test_ties(write, old: str, new: str, told: str) -> None:
    assert load_topic(write(GOOD + TIE)).ties[0].one.endless
    lines = complaints(write(GOOD + TIE.replace(old, new)))
    assert [line.split(" topic.yaml:")[1] for line in lines] == [told]


@pytest.mark.parametrize("wrong", ["knd: quantity", "kind: quantitty"])
def test_a_tie_is_not_blamed_for_its_aspects_kind(write, wrong: str) -> None:
    lines = complaints(write((GOOD + TIE).replace("kind: quantity", wrong)))
    assert not [line for line in lines if "tie" in line]


def test_every_mistake_is_reported_at_once_in_file_order(write) -> None:
    text = GOOD.replace("unit: day", "unitt: day").replace("[keep]", "[<x> keep]")
    lines = complaints(write(text.replace("kind: choice", "kind: chioce")))
    assert [line.split(":")[1] for line in lines] == ["6", "10", "11", "15"]


def test_what_the_file_holds_cannot_break_a_message(write) -> None:
    path = write(GOOD.replace("id: taste", 'id: "a\\nb\\e[31m' + "x" * 5000 + '"'))
    lines = complaints(path)
    assert len(lines) == 1
    assert lines[0].isprintable()
    assert len(lines[0]) < 500


def test_one_phrase_may_raise_two_aspects(write) -> None:
    extra = OTHER.replace("kind: KIND", "kind: yesno, says: [keep]")
    assert len(load_topic(write(HEAD + KEEPS + extra)).aspects) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "KB102 topic.yaml:1: not a map of keys; begin with topic: NAME"),
        ("- a\n", "KB102 topic.yaml:1: not a map of keys; begin with topic: NAME"),
        ("a: 1\nb: 2\na: 3\n", "KB102 topic.yaml:3: 'a' is written twice, first on line 1; keep"),
        ("a:\n\t- b\n", "KB102 topic.yaml:2: a tab before the text; indent with spaces"),
        ("a: b: c\n", "KB102 topic.yaml:1: mapping values are not allowed here; put a text that"),
        ("a: [b\nc: d\n", "KB102 topic.yaml:2: "),
        ("a: %b\n", "KB102 topic.yaml:1: found character '%' that cannot start any token; put a"),
        ("a: &x [b]\n", "KB102 topic.yaml:1: an anchor, &x; write the words out"),
        ("a: *x\n", "KB102 topic.yaml:1: an alias, *x; write the words out"),
        ("a: !!python/name:os.system x\n", "KB102 topic.yaml:1: a tag, "),
        ("a: 1\n---\nb: 1\n", "KB102 topic.yaml:2: a second document; take the --- line out"),
        ("? [a]\n: b\n", "KB102 topic.yaml:1: a list or map as a key; write a text before the :"),
        ("a: \x07\n", "KB102 topic.yaml:1: a control character; take it out"),
        ("a: " + "[" * 5000, "KB102 topic.yaml:1: nested over 40 deep; use fewer levels"),
        (b"a: b\nc: \xff\xfe\n", "KB101 topic.yaml:2: not UTF-8; save the file as UTF-8"),
        (b"a" * 2_000_001, "KB101 topic.yaml: over 2 MB; give a smaller file"),
    ],
)
def test_what_is_no_yaml_is_said_in_one_line(write, text: str | bytes, told: str) -> None:
    lines = complaints(write(text))
    assert len(lines) == 1
    assert lines[0].startswith(told)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    missing = complaints(tmp_path / "topic.yaml")
    assert missing == [f"KB101 {tmp_path / 'topic.yaml'}: there is no such file; write one"]
    assert complaints(tmp_path) == [
        f"KB101 {tmp_path}: is a directory; give a file that can be read"
    ]


def test_keys_written_twice_are_all_named(write) -> None:
    with pytest.raises(InputErrors) as caught:
        load_topic(write("a: 1\na: 2\nb: 1\nb: 1\n"))
    assert len(caught.value.errors) == 2


def read_anew(write, old: str, new: str) -> Topic:
    assert old in GOOD + TIE
    return load_topic(write((GOOD + TIE).replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("label: Keeping", "label: Shelf life"),
        ("How long does it keep?", "How long?"),
        ("topic: Cold brew", "topic: Iced coffee"),
        ("name: sweet,", "name: sweet, goes-with: [sour], label: Sweet,"),
        ("Sugar spoils.", "Sugar ferments."),
        ("tension", "contradiction"),
    ],
)
def test_what_is_only_shown_leaves_the_rules_alone(write, old: str, new: str) -> None:
    before, after = read_anew(write, "", ""), read_anew(write, old, new)
    assert rules_digest(before) == rules_digest(after)
    assert topic_digest(before) != topic_digest(after)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[keep]", "[keep, last]"),
        ("unit: day", "unit: week"),
        ("words: [sour]", "words: [sour, acid]"),
        ("go up", "rise"),
        ("id: keeps\n", "id: keeps\n    unless: [cup]\n"),
    ],
)
def test_what_is_read_changes_the_rules(write, old: str, new: str) -> None:
    assert rules_digest(read_anew(write, "", "")) != rules_digest(read_anew(write, old, new))


def test_layout_and_comments_change_nothing(write) -> None:
    before, after = read_anew(write, "", ""), read_anew(write, "words:", "# lists\nwords:\n")
    assert topic_digest(before) == topic_digest(after)
