"""People told apart by a relative clause: "suitable for people who grind their teeth"."""

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.cues import words
from extract.grammar.tree import Tree
from extract.parse import Token

# Who wants what is offered is nobody in particular.
_WISHING = words(
    "want wish desire look seek prefer like need hope feel think love would decide dream"
)
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "PART", "ADV"})


def told_apart(tree: Tree, clause: Clause, base: tuple[int, ...]) -> tuple[Token, ...]:
    """The people that words of the clause govern, with what the relative clause says of them."""
    for i in clause.tokens if base else ():
        noun = tree[i]
        if noun.lemma not in cues.PEOPLE or noun.pos not in ("NOUN", "PRON") or i < min(base):
            continue
        governed = noun.head in base or noun.head == clause.head
        for verb in tree.kids(i, "acl:relcl") if governed else ():
            told = [tree[k] for k in tree.subtree(verb.i) if tree[k].pos != "PUNCT"]
            who = told[0].lower in ("who", "that")
            if who and all(t.lemma not in _WISHING for t in told):
                return (noun, *told)
    return ()


def group_name(people: tuple[Token, ...]) -> str:
    """The words that tell them apart, without those of grammar."""
    return " ".join(t.lemma.lower() for t in people[2:] if t.pos in _NAMING)
