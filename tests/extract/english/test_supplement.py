"""The sentences made to learn from: sound trees, plausible tags, the same each time."""

from collections import Counter
from itertools import pairwise

import pytest
import spacy

from extract.english import supplement
from extract.english.pipeline import cut_ranges
from extract.english.supplement import Node, Writer, conllu, sentences, spaces, text

MADE = list(sentences())

# What may hang by a relation; the treebank has no other in sentences like these.
TAGS = {
    "det": {"DET"},
    "case": {"ADP", "SYM", "ADJ", "ADV", "VERB"},
    "cop": {"AUX"},
    "aux": {"AUX"},
    "cc": {"CCONJ", "ADV"},
    "nummod": {"NUM"},
    "amod": {"ADJ"},
    "punct": {"PUNCT"},
    "expl": {"PRON"},
    "nsubj": {"NOUN", "PRON", "SYM"},
    "obj": {"NOUN", "PRON", "SYM", "ADJ"},
    "csubj": {"VERB", "ADJ", "NOUN"},
    "ccomp": {"VERB", "ADJ", "NOUN"},
    "xcomp": {"VERB", "ADJ"},
    "advcl": {"VERB", "ADJ", "NOUN"},
    "mark": {"SCONJ", "PART", "ADV"},
}


def write(pattern: str) -> tuple[Node, ...]:
    return Writer().sentence(pattern)


def arcs(nodes: tuple[Node, ...]) -> list[str]:
    return [f"{n.dep} {nodes[n.head - 1].word.form if n.head else ''}".strip() for n in nodes]


def above(nodes: tuple[Node, ...], place: int) -> list[int]:
    """The words on the way from a word to its root, counted from 1."""
    way = []
    while place:
        way.append(place)
        place = nodes[place - 1].head
        assert len(way) <= len(nodes), "a ring"
    return way


def test_every_sentence_is_a_tree_without_crossing_arcs() -> None:
    for nodes in MADE:
        assert [n.dep for n in nodes if not n.head] == ["root"], text(nodes)
        for place, node in enumerate(nodes, 1):
            low, high = sorted((place, node.head or place))
            assert all(node.head in above(nodes, i) for i in range(low + 1, high)), text(nodes)


def test_tags_fit_their_relations() -> None:
    for nodes in MADE:
        for node in nodes:
            allowed = TAGS.get(node.dep.split(":")[0], {node.word.pos})
            assert node.word.pos in allowed, f"{text(nodes)}: {node}"


def test_a_finite_verb_agrees_with_its_subject() -> None:
    for nodes in MADE:
        for node in nodes:
            head = nodes[node.head - 1].word
            noun = node.dep == "nsubj" and node.word.pos == "NOUN"
            if noun and head.tag in ("VBZ", "VBP") and head.lemma != "be":
                joined = any(n.dep == "conj" and nodes[n.head - 1] is node for n in nodes)
                plural = node.word.tag == "NNS" or joined
                assert plural == (head.tag == "VBP") or "nor" in text(nodes), text(nodes)


def test_every_relation_is_one_the_treebank_has() -> None:
    dependents = Counter(n.dep for nodes in MADE for n in nodes)
    assert set(dependents) <= {
        *("root nsubj nsubj:pass csubj obj obl obl:agent obl:unmarked xcomp ccomp advcl".split()),
        *("acl acl:relcl advmod amod appos aux aux:pass case cc cc:preconj compound conj".split()),
        *("cop det discourse expl fixed mark nmod nmod:poss nummod parataxis punct".split()),
        *("advcl:relcl compound:prt flat nmod:unmarked nsubj:outer".split()),
    }


def test_the_tokenizer_cuts_them_as_they_are_written() -> None:
    nlp = spacy.blank("en")
    cut_ranges(nlp)
    for nodes in MADE:
        assert [t.text for t in nlp.tokenizer(text(nodes))] == [n.word.form for n in nodes]


def test_they_are_the_same_each_time_and_others_for_another_seed() -> None:
    assert conllu() == conllu()
    assert conllu() != conllu(seed=1)


def test_they_are_no_more_than_a_third_of_the_treebank() -> None:
    assert 3_000 <= len(MADE) <= 12_544 / 3
    assert sum(map(len, MADE)) <= 0.18 * 204_577


def test_no_verb_stands_for_a_noun() -> None:
    """`stain.p` is the plural, `stain.v` the verb."""
    assert supplement.lexicon()["stain.p"].tag == "NNS"
    assert supplement.lexicon()["stain.v"].tag == "VBP"


def test_a_pattern_is_words_around_a_head() -> None:
    nodes = write("nsubj[det=the pump.s] reduce.z obj[det=no noise.s] punct=.")
    assert text(nodes) == "The pump reduces no noise."
    assert arcs(nodes) == [
        "det pump",
        "nsubj reduces",
        "root",
        "det noise",
        "obj reduces",
        "punct reduces",
    ]


def test_a_star_stands_for_a_class_whose_words_all_come_up() -> None:
    writer = Writer()
    many = {writer.sentence("year*.p")[0].word.lemma for _ in supplement.classes()["year*.p"]}
    assert many == {"minute", "hour", "day", "week", "month", "year"}


def test_one_word_in_five_of_the_larger_classes_is_made_up() -> None:
    writer = Writer()
    drawn = [writer.sentence("reduce*.z")[0].word for _ in range(1_000)]
    made_up = [word for word in drawn if f"{word.lemma}.z" not in supplement.lexicon()]
    assert 150 < len(made_up) < 250
    assert {word.tag for word in made_up} == {"VBZ"}


def test_a_name_in_capitals_stands_for_a_phrase() -> None:
    nodes = write("nsubj=it V@z")
    assert nodes[0].word.form == "It"
    assert "VBZ" in [n.word.tag for n in nodes if n.dep == "root"]


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("det=a oven.s", "An oven"),
        ("det=a user.s", "A user"),
        ("nummod=five.d nmod[case=– five.d] hour.p", "Five–five hours"),
        ("aux=can advmod=not last.b punct=.", "Cannot last."),
        ("fade.z ~", "Fades"),
        ("nsubj=it cop='s cheaper punct=-/d", "It's cheaper -"),
        ("nsubj=it aux=does advmod=nt fade.b", "It doesnt fade"),
        ("nummod[5.d advmod=+] year.p", "5+ years"),
    ],
)
def test_spelling(pattern: str, written: str) -> None:
    assert text(write(pattern)) == written


def test_spaces_are_told_of_every_word() -> None:
    nodes = write("cost.z obj[$ nummod=50.d] punct=.")
    assert list(zip((n.word.form for n in nodes), spaces(nodes), strict=True)) == [
        ("Costs", True),
        ("$", False),
        ("50", False),
        (".", False),
    ]


@pytest.mark.parametrize(
    ("pattern", "error"),
    [("nsubj[it fade.z", "bracket"), ("nsubj=it", "0 heads"), ("it it", "2 heads")],
)
def test_a_pattern_that_is_no_tree_is_refused(pattern: str, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        write(pattern)


@pytest.mark.parametrize("table", [path.stem for path in sorted(supplement.LESSONS.glob("*.tsv"))])
def test_every_row_of_a_table_is_whole_and_told_once(table: str) -> None:
    rows = supplement.rows(table)
    assert all(cell.strip() == cell and cell for row in rows for cell in row)
    assert not [a for a, b in pairwise(sorted(rows)) if a == b]
