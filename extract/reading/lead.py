"""What stands above or before words and is carried to them: headings, lead-ins, labels.

"Not suitable for:" denies each item under it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extract.grammar import cues
from extract.grammar.clauses import Clause, with_finite_verb
from extract.grammar.cues import words
from extract.grammar.directive import directive, imperative
from extract.grammar.negation import Negation, negated
from extract.grammar.tree import Tree
from extract.model import SELF, Claim, Polarity, Scope, ScopeKind
from extract.reading.kinds.base import Candidate
from extract.reading.subject import ITSELF, Mentions, Referent, SubjectStanding
from extract.rules import Mention, Role, Rules, Saying
from extract.topic.phrase import PhraseMatch
from extract.topic.schema import Kind

RAISING = (Role.ASKED, Role.SAYS, Role.DENIES)
_IF_REACH = 9  # tokens from the "if" that a lead-in ends with to its colon
_ADVERSE = frozenset({"against", "avoid", "refuse", "postpone", "contraindicate"})
_SHORT_NAME = 5  # tokens of a line that only names what follows


@dataclass(frozen=True, slots=True)
class Lead:
    """What a heading, a lead-in or a label lends to the words that lean on it.

    `raised` are the aspects it raises, `denied` those of them it denies. `referent` is what it
    is about, if it says so; `scope` the case that it names. `never`: its last verb, which the
    words below complete, is denied ("It does not cause:"). `conditional`: they complete a clause
    that it opens ("Not suitable if:"). `supposes`: that clause is an "if"; `against`: under it
    something is advised against ("Do not have it if you:"). `ours`: its last verb is denied, and is
    something that people do ("We do not treat:").
    """

    raised: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    never: bool = False
    referent: Referent | None = None
    scope: Scope | None = None
    conditional: bool = False
    supposes: bool = False
    against: bool = False
    ours: bool = False


NO_LEAD = Lead()
_OPENING = 4  # tokens


_RECKONING = words(
    """
    expect anticipate allow budget reckon count calculate estimate require need take last get
    have see pay spend charge enjoy keep wear hold schedule book recommend advise suggest say tell
    report find notice offer do finish complete perform wait return use invest save aim look
    """
)


class Instances(NamedTuple):
    """How a sentence opens that names parts of what was said, with an example of it."""

    words: tuple[str, ...]
    example: str


INSTANCES = tuple(
    Instances(tuple(words.split()), f"There may be side effects. {words.capitalize()} redness.")
    for words in ("examples are", "examples include", "examples of these are")
)


def lead(
    tree: Tree, indices: range, mentions: Mentions, rules: Rules, negs: Sequence[Negation]
) -> Lead:
    """What these tokens of a paragraph lend to others."""
    if not indices:
        return NO_LEAD
    matches = [
        (m, m.key)
        for m in rules.phrases.match([tree[i] for i in indices])
        if isinstance(m.key, Saying)
    ]
    barred = {k.aspect for _, k in matches if k.role is Role.UNLESS}
    told = [(m, k) for m, k in matches if k.role in RAISING and k.aspect not in barred]
    denied = frozenset(k.aspect for m, k in told if _denies(m, k, negs))
    raised = frozenset(k.aspect for _, k in told)
    left_open = _verb_left_open(tree, indices)
    never = len(negated(negs, left_open)) % 2 == 1
    subjects = [k.lower for i in left_open for k in tree.kids(i, "nsubj")]
    ours = never and any(w in cues.READER for w in subjects)
    supposes = _ends_in_if(tree, indices)
    warned = supposes and _against(tree, indices, negs)
    about = _rival(indices, mentions), named(indices, mentions)
    conditional = _opens_clause(tree, indices)
    return Lead(raised, denied, never, *about, conditional, supposes, warned, ours)


def _ends_in_if(tree: Tree, indices: range) -> bool:
    """ "Call us if you have:" """
    last = [tree[i] for i in indices][-_IF_REACH:]
    opened = next((t for t in reversed(last) if t.lower in ("if", "when", "unless")), None)
    if opened is None or tree[max(indices)].text != ":":
        return False
    return not any(t.text in ",.;?" for t in last if t.i > opened.i)


def _against(tree: Tree, indices: range, negs: Sequence[Negation]) -> bool:
    """Whether what stands before the "if" is advised against."""
    words = {tree[i].lower for i in indices} | {tree[i].lemma for i in indices}
    denied = any(n.cue in indices for n in negs)
    return denied or not words.isdisjoint(_ADVERSE)


def supposed(candidate: Candidate, above: Sequence[Lead]) -> Candidate | None:
    """The candidate under "if you:"; `None` if it is but a condition.

    What names for whom something is not, is denied.
    """
    aspect = candidate.aspect
    if aspect.kind is Kind.ANY_OF and any(a.ours for a in above):
        return None  # what we do not treat, and no effect of the treatment
    if not any(a.supposes for a in above):
        return candidate
    denied = any(aspect.id in a.denied for a in above)
    if aspect.kind is not Kind.ALL_OF or candidate.value is None:
        return None
    if denied:
        return candidate  # `turned` denies it
    return replace(candidate, denies=True) if any(a.against for a in above) else None


def against(
    above: Lead,
    tree: Tree,
    found: Sequence[Clause],
    itself: frozenset[int],
    negs: Sequence[Negation],
    rules: Rules,
) -> Lead:
    """The lead that tells people to leave the subject: "Who should avoid it?"."""
    told = (
        directive(tree, c, words, negs)[0]
        for c in found
        if (words := [i for i in c.tokens if i in itself])
    )
    if Polarity.DENY not in told:
        return above
    groups = {a.id for a in rules.topic.aspects if a.kind is Kind.ALL_OF}
    return replace(above, raised=above.raised | groups, denied=above.denied | groups)


def instances(tree: Tree, first: int) -> bool:
    """Whether a sentence gives instances of what the one before it said: "Examples are …"."""
    opening = [t.lower for t in tree.tokens[first : first + _OPENING]]
    return any(opening[: len(row.words)] == list(row.words) for row in INSTANCES)


def _opens_clause(tree: Tree, indices: range) -> bool:
    """Whether it breaks off after the word that opens a clause: "Not suitable if:"."""
    words = [tree[i].lower for i in indices if tree[i].pos != "PUNCT"]
    return bool(words) and words[-1] in ("if", "when", "who", "that", "you", "they", "whose")


def _verb_left_open(tree: Tree, indices: range) -> tuple[int, ...]:
    """The verb that ends a lead-in, its preposition left out: "cause:", "lead to:"."""
    for i in reversed(indices):
        if tree[i].pos not in ("PUNCT", "ADP", "PART"):
            return (i,) if tree[i].pos == "VERB" else ()
    return ()


def _denies(match: PhraseMatch, key: Saying, negs: Sequence[Negation]) -> bool:
    turned = len(negated(negs, match.token_indices)) % 2 == 1
    return turned != (key.role is Role.DENIES) and key.role is not Role.ASKED


def _rival(indices: range, mentions: Mentions) -> Referent | None:
    rival = mentions.among(indices, Mention.RIVAL)
    own = mentions.among(indices, Mention.SELF, Mention.SUBTYPE)
    return Referent(SubjectStanding.RIVAL, rival.name) if rival and not own else None


def heads_section(tree: Tree, mentions: Mentions) -> Referent | None:
    """Whom a line of a few words without a verb names, as a heading would."""
    tokens = [t for t in tree.tokens if t.pos != "PUNCT"]
    indices = range(len(tree.tokens))
    verb = any(t.pos in ("VERB", "AUX") and t.i not in mentions.strongest for t in tokens)
    if len(tokens) > _SHORT_NAME or verb:
        return None
    if mentions.among(indices, Mention.SELF):
        return ITSELF
    return _rival(indices, mentions)


def named(indices: range, mentions: Mentions) -> Scope | None:
    """The brand or subtype that is named, if it is one."""
    for kind, scope in ((Mention.BRAND, ScopeKind.BRAND), (Mention.SUBTYPE, ScopeKind.SUBTYPE)):
        if kind not in mentions.kinds:
            continue
        found = {m for i in indices if (m := mentions.among([i], kind)) is not None}
        if len(found) == 1:
            name = found.pop().name
            return Scope(scope, name, name)
    return None


def turned(
    candidate: Candidate, tree: Tree, clause: Clause, rules: Rules, above: Sequence[Lead]
) -> Candidate:
    """The candidate denied if what stands above denies it: "Not suitable for:" over an item."""
    aspect = candidate.aspect.id
    nearest = next((a for a in reversed(above) if aspect in a.raised or a.never), NO_LEAD)
    denied = aspect in nearest.denied or nearest.never
    if not denied or candidate.polarity is not None:
        return candidate
    if with_finite_verb(tree, clause) and not nearest.conditional:
        return candidate
    if asking(tree, clause.tokens, rules, aspect):
        return candidate
    return replace(candidate, denies=not candidate.denies)


def strays(candidate: Candidate, tree: Tree, clause: Clause) -> bool:
    """Whether a figure that leans on what was asked stands in a tale of people's own doings.

    "What does it cost?" is answered by "You pay $60" and "Plan on $60", not by "We gave $60 away".
    """
    if not candidate.lent or candidate.aspect.kind is not Kind.QUANTITY:
        return False
    head, subject = tree[clause.head], clause.subject
    people = subject is not None and (
        tree[subject].lower in cues.READER - {"it", "they"} or tree[subject].lemma in cues.PEOPLE
    )
    if not people and not imperative(tree, clause):
        return False
    verbs = {head.lemma, *(k.lemma for k in tree.kids(head.i, "xcomp"))}
    return head.pos == "VERB" and verbs.isdisjoint(_RECKONING)


def asking(tree: Tree, indices: Sequence[int], rules: Rules, aspect: str) -> frozenset[int]:
    """The words that raise the aspect's question: "price" in "Price of a full set"."""
    matches = rules.phrases.match([tree[i] for i in indices])
    own = [(m, m.key) for m in matches if isinstance(m.key, Saying)]
    told = [m for m, k in own if k.aspect == aspect and k.role in RAISING]
    return frozenset(i for m in told for i in m.token_indices)


def names_the_whole(claim: Claim) -> bool:
    """Whether a claim affirms a question of the subject and names no answer."""
    return claim.value is None and claim.subject == SELF and claim.polarity is Polarity.AFFIRM
