"""What a paragraph opens with and then speaks of or answers: a bare name, somebody's words."""

from extract.grammar import cues
from extract.grammar.attribution import MYTHS
from extract.grammar.cues import words
from extract.grammar.tree import Tree
from extract.model import Scope, ScopeKind
from extract.parse import Token
from extract.reading.lead import NO_LEAD, Lead
from extract.reading.subject import ITSELF, OTHER, Mentions, Referent, SubjectStanding
from extract.rules import Mention

_SHORT_NAME = 7  # tokens of a sentence that only names what follows
_NAME = 4  # tokens of a name under a quotation, with its full stop
_MARKS = frozenset('"“”„«»')
PERSONS = words("woman women lady child kid teenager beginner")
_EXCEPTING = frozenset({"only", "unless", "except", "just"})
_DENYING = frozenset({"no", "not", "without", "never", "non"})


def bare_name(
    tree: Tree, mentions: Mentions, first: int, last: int, listed: bool
) -> Referent | None:
    """The rival that a sentence only names: "A fountain? Ten days of work.", "Fountain. It …".

    `listed`: a paragraph before opened so; what else opens one is another thing, too.
    """
    tokens = tree.tokens[first:last]
    bracket = next((t.i for t in tokens if t.text == "("), last)
    opens = first == 0 and last < len(tree.tokens)
    asked = tokens[-1].text == "?" or (first > 0 and tree[first - 1].text == "?")
    if min(len(tokens), bracket - first) > _SHORT_NAME or not (opens or asked):
        return None
    if any(_says(t, mentions) for t in tokens) or tokens[0].lower in _DENYING:
        return None
    if mentions.among(range(first, last), Mention.SELF, Mention.SUBTYPE):
        return ITSELF if opens and listed else None
    rival = mentions.among(range(first, last), Mention.RIVAL)
    if rival is not None:
        return Referent(SubjectStanding.RIVAL, rival.name)
    noun = any(t.pos in ("NOUN", "PROPN") for t in tokens)
    own = mentions.among(range(first, last), Mention.STAND_IN, Mention.BELONGING, Mention.PEOPLE)
    return OTHER if opens and listed and noun and own is None else None


def _says(token: Token, mentions: Mentions) -> bool:
    return token.pos in ("VERB", "AUX") and token.i not in mentions.strongest


def excepted(tree: Tree, i: int) -> bool:
    """Whether what begins at a token takes back a part of an answer: "No. Only at night."."""
    return i < len(tree.tokens) and tree[i].lower in _EXCEPTING


def for_whom(tree: Tree) -> Lead:
    """The people that a heading speaks of: "Pumps for women", "Women's pumps"."""
    for token in tree.tokens:
        cases = {k.lower for k in tree.kids(token.i, "case")}
        if token.lemma in PERSONS and token.tag == "NNS" and cases & {"for", "in", "'s", "’s", "'"}:
            return Lead(scope=Scope(ScopeKind.POPULATION, token.text, token.lemma))
    return NO_LEAD


def put_in_a_mouth(tree: Tree) -> frozenset[int]:
    """The tokens of a quotation that opens a paragraph and is answered in it, by nobody's name.

    "“It leaks.” It does not.", and several quotations with nothing between them.
    """
    if not tree.has(_MARKS):
        return frozenset()
    inside, outside, quotes = _parted(tree)
    if not inside or inside[0] > 1:
        return frozenset()
    if not outside:
        return frozenset(inside) if quotes > 1 else frozenset()
    first = tree[outside[0]]
    after = outside[0] > inside[-1] and tree[inside[-1]].text in ".!?"
    if not after or first.pos == "PUNCT" or first.lemma in cues.SAYING:
        return frozenset()
    _, end = tree.sentence(first.i)
    reply = tree.tokens[first.i : max(end, first.i + 1)]
    told = any(t.finite for t in reply) or first.lower in _REPLIES
    told = told or (first.pos != "PROPN" and tree[-1].text in ".!?" and len(reply) > _NAME)
    spoken = any(t.lemma in cues.SAYING for t in reply)
    return frozenset(inside) if told and not spoken else frozenset()


_REPLIES = (
    words("well no nope wrong false rubbish nonsense really not yes true fact partly half sadly")
    | MYTHS
)


def _parted(tree: Tree) -> tuple[list[int], list[int], int]:
    """The tokens within quotation marks, those without, and how many quotations there are."""
    inside: list[int] = []
    outside: list[int] = []
    quotes = 0
    for token in tree.tokens:
        if token.text in _MARKS:
            quotes += 1
        else:
            (inside if quotes % 2 else outside).append(token.i)
    return inside, outside, quotes // 2
