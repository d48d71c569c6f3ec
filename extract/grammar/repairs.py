"""What the parser often gets wrong, put right before any rule looks at the tree.

A repair is a row of `REPAIRS`: the labels at which it looks, an example with the link that it
makes there, and a sentence that it leaves alone; both are tests. The rows run in their order.
What holds after all of them: each sentence has one root, and no word hangs below itself.
"""

from collections.abc import Callable
from typing import NamedTuple

from extract.grammar import mending as by
from extract.grammar import mending_clauses as clausal
from extract.grammar.mending import Changes
from extract.grammar.tree import Tree
from extract.parse import Parse, Token


class Repair(NamedTuple):
    """A repair: the labels that it looks at, and a sentence with the link that it makes there.

    `link` is the word, its label and its head, or "is" and its tag. `counter` is a sentence that
    it leaves alone.
    """

    mend: Callable[[Tree, Token], Changes]
    labels: tuple[str, ...]
    example: str
    link: str
    counter: str

    @property
    def name(self) -> str:
        """What tests call it."""
        return self.mend.__name__


_PHRASES = ("nmod", "obl", "appos", "dep", "obj", "amod", "compound", "nmod:desc", "nsubj")
REPAIRS: tuple[Repair, ...] = (
    Repair(
        clausal.said_by_cleft,
        ("nsubj", "nsubj:outer", "obj"),
        "What the pump can't do is bring the water back.",
        "pump nsubj bring",
        "What the pump costs is a secret.",
    ),
    Repair(
        by.hung_on_auxiliary,
        ("aux", "aux:pass", "cop"),
        "How long do solar lamps last?",
        "long advmod last",
        "How long will the lamps last?",
    ),
    Repair(
        by.hung_on_adverb,
        ("advmod",),
        "Despite the fact that knitting is still slow, it’s fast becoming a popular pastime.",
        "it nsubj becoming",
        "It is slowly drying in the sun.",
    ),
    Repair(
        by.noun_in_list,
        ("conj",),
        "It makes no noise, smell or dirt.",
        "smell conj noise",
        "It makes no noise and saves water.",
    ),
    Repair(
        by.compound_in_list,
        ("conj",),
        "Common tools are pumps, hoses, paint chip sprays, or other cans.",
        "chip compound sprays",
        "They sell pumps, hoses, and the lid leaks.",
    ),
    Repair(
        by.with_described,
        ("advcl", "acl"),
        "Dogs with thinning coats feel cold.",
        "coats nmod Dogs",
        "They earn money by painting walls.",
    ),
    Repair(
        by.object_with_participle,
        ("ccomp",),
        "Most gardens need three visits spread over two months.",
        "visits obj need",
        "Most people know that pumps leak.",
    ),
    Repair(
        by.agreeing,
        ("root",),
        "Silver pack $60",
        "Silver compound pack",
        "Pumps leak",
    ),
    Repair(
        by.item_of_list,
        ("appos",),
        "It is not for people with asthma, a chest infection or a history of fainting.",
        "infection conj asthma",
        "My friend, a painter, came.",
    ),
    Repair(
        by.finite_after_subject,
        ("root", "appos", "conj", "parataxis", "acl:relcl"),
        "Fact: Dogs with thin coats make up a third of guests.",
        "make is VBP",
        "The stove can make noise.",
    ),
    Repair(
        by.about_content,
        ("obl",),
        "The stove raises many questions about smoke.",
        "smoke nmod questions",
        "They tell guests about smoke.",
    ),
    Repair(
        clausal.unlike_conjunct,
        ("conj",),
        "All others are welcome, also women with long coats.",
        "women parataxis welcome",
        "The stove is small, safe and cheap.",
    ),
    Repair(
        clausal.participle_conjunct,
        ("conj",),
        "The only faults are cracks, seen in a handful of pumps.",
        "seen acl cracks",
        "The wood was cut and dried.",
    ),
    Repair(
        clausal.clause_under_phrase,
        _PHRASES,
        "Fact: There are no leaks.",
        "are parataxis Fact",
        "The lid, a steel one, is tight.",
    ),
    Repair(
        clausal.reduced_relative,
        ("root", "ccomp", "advcl", "conj", "parataxis"),
        "The oils and waxes involved in the process could stain the floor.",
        "oils nsubj stain",
        "The oils dried and could stain the floor.",
    ),
    Repair(
        clausal.subject_of_main,
        ("root", "conj", "parataxis"),
        "Although it does not drip it stains wood.",
        "it nsubj stains",
        "Although it does not help it, sell it.",
    ),
    Repair(
        clausal.opened_by_time,
        ("root",),
        "Most of the time the pump leaks.",
        "Most obl:unmarked leaks",
        "The way the glue dries matters.",
    ),
    Repair(
        clausal.finite_complement,
        ("xcomp",),
        "The pump does not leak it rusts.",
        "it nsubj rusts",
        "The pump makes it rust.",
    ),
    Repair(
        clausal.run_on,
        ("csubj", "acl:relcl"),
        "It has no smell you can use it at night.",
        "use parataxis has",
        "It has a lid you can open at night.",
    ),
    Repair(
        clausal.second_subject,
        ("nsubj",),
        "No pain, swelling goes down in a day.",
        "pain parataxis goes",
        "No pain or swelling remains.",
    ),
    Repair(
        clausal.free_relative,
        ("root",),
        "Whatever glue you put into the outer layer of the wood fades in the end.",
        "glue nsubj fades",
        "What do you put into the wood?",
    ),
    Repair(
        clausal.opened_by_condition,
        ("root",),
        "If it itches, tap lightly.",
        "itches advcl tap",
        "Tap lightly if it itches.",
    ),
    Repair(
        clausal.relative_with_preposition,
        ("acl",),
        "There are several ways in which wool socks can help men and women alike to sleep.",
        "help acl:relcl ways",
        "There are several ways to dry wool.",
    ),
    Repair(
        clausal.relative_of_noun,
        ("acl:relcl", "advcl", "ccomp"),
        "Beware of adverts that claim the pump is silent.",
        "claim acl:relcl adverts",
        "The pump that leaks is loud.",
    ),
    Repair(
        clausal.content_of_saying,
        ("parataxis", "advcl", "conj", "acl:relcl"),
        "Beware of adverts that claim the pump is silent.",
        "silent ccomp claim",
        "They say little, the pump is silent.",
    ),
    Repair(
        clausal.quoted_subject,
        ("parataxis", "conj"),
        "“The stove is safe” is a lie.",
        "safe csubj lie",
        "The stove is safe, it is a good one.",
    ),
    Repair(
        clausal.noun_with_content,
        ("advcl",),
        "Some stay away by the assumption that it hurts.",
        "hurts acl assumption",
        "It is so hot that it hurts.",
    ),
    Repair(
        by.noun_with_gerund,
        ("advcl",),
        "They give tips for handling any smoke.",
        "handling acl tips",
        "They save water by painting the tank.",
    ),
    Repair(
        clausal.noun_before_verb,
        ("conj", "parataxis"),
        "The paint is matt and darkens over six years; a top-up then brings it back.",
        "up nsubj brings",
        "The paint is matt and darkens over the years.",
    ),
    Repair(
        clausal.infinitive_of_purpose,
        ("csubj",),
        "Cleaning of the brush is important to achieve good results.",
        "achieve xcomp important",
        "It is important to clean the brush.",
    ),
)


def repaired(parse: Parse, repairs: tuple[Repair, ...] = REPAIRS) -> Tree:
    """The tree of a parse, with every repair made."""
    tree = Tree(parse)
    for repair in repairs:
        labelled = tree.labelled
        for i in [i for label in repair.labels if label in labelled for i in labelled[label]]:
            changes = tuple(repair.mend(tree, tree[i]))
            if changes:
                tree = _if_sound(tree, tree.changed(changes), changes)
    return tree


def _if_sound(old: Tree, new: Tree, changes: Changes) -> Tree:
    """The new tree if each changed word still hangs on the one root of its own sentence."""
    for token in changes:
        first, last = new.sentence(token.i)
        at, steps = token, 0
        while at.head != at.i and steps <= last - first and first <= at.head < last:
            at, steps = new[at.head], steps + 1
        if at.head != at.i or sum(t.head == t.i for t in new.tokens[first:last]) != 1:
            return old
    return new
