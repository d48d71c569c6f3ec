"""Question and answer in one paragraph: what is asked there, and what words there reply."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.grammar.clauses import Clause
from extract.grammar.negation import Negation
from extract.grammar.tree import SUBJECTS, Tree
from extract.model import ValueKind
from extract.quantity import QuantityMention, Window
from extract.reading.answers import OPENERS
from extract.reading.asked import Pending, asked
from extract.reading.asked import titled as asked_by_title
from extract.reading.bareprice import bare_price
from extract.reading.candidates import Candidate, Surroundings
from extract.reading.elided import counted, headed
from extract.reading.fields import Reading
from extract.reading.kinds.advice import act
from extract.reading.kinds.base import Here
from extract.reading.lead import Lead, against, lead
from extract.reading.stating import asks
from extract.reading.subject import Mentions
from extract.rules import Mention, Rules

_PRESENTING = frozenset({"guide", "need", "know", "overview", "work", "thing", "everything"})
_LEADING = re.compile(r":(?: ?\([^()]*\))?$")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A paragraph in which something may be asked or answered."""

    tree: Tree
    clauses: tuple[Clause, ...]
    negs: tuple[Negation, ...]
    mentions: Mentions
    rules: Rules
    _leads: dict[range, Lead] = field(default_factory=dict)

    def lead(self, indices: range) -> Lead:
        """What these words lend to others; a heading is asked for the same three times."""
        found = self._leads.get(indices)
        if found is None:
            found = lead(self.tree, indices, self.mentions, self.rules, self.negs)
            self._leads[indices] = found
        return found

    def whole_lead(self) -> Lead:
        """What the paragraph lends, as a heading or a lead-in."""
        strongest = self.mentions.strongest.items()
        itself = frozenset(i for i, m in strongest if m.mention is Mention.SELF)
        plain = self.lead(range(len(self.tree.tokens)))
        return against(plain, self.tree, self.clauses, itself, self.negs, self.rules)

    def leads_in(self) -> bool:
        """Whether items may hang on it: "Side effects:", "What helps: (Ask us.)", "What helps?"."""
        text, sentences = self.tree.parse.text.rstrip(), self.tree.parse.sentences
        return _LEADING.search(text) is not None or (text.endswith("?") and len(sentences) == 1)

    def names_only_a_rival(self) -> bool:
        """Whether a title has no word of weight but a rival's name: the text is about that."""
        weighty = [t for t in self.tree.tokens if t.pos in ("NOUN", "PROPN", "ADJ", "VERB")]
        rival = {t.i for t in weighty if self.mentions.among([t.i], Mention.RIVAL)}
        named = rival | {t.i for t in weighty if t.dep == "compound" and t.head in rival}
        return bool(rival) and all(t.i in named or t.lemma in _PRESENTING for t in weighty)

    def asked(self, first: int, last: int, lent: frozenset[str] = frozenset()) -> Pending:
        """What a question or a heading asks, under what `lent` it."""
        span = range(first, last)
        if not (asks(self.tree, first, last) or self.tree[first].lower in OPENERS):
            return self.titled(span)
        put = asked(self.tree, self.clauses, span, self.rules, self.negs, lent)
        plain = self.lead(span)
        return replace(self.titled(span), asked=put, raised=plain.raised - plain.denied)

    def titled(self, span: range) -> Pending:
        """What a heading without a question mark, or a label, asks."""
        put = asked_by_title(self.tree, span, self.rules, self.negs)
        about = self.lead(span)
        rival = about.referent.name if about.referent else None
        heads = headed(self.tree, span)
        return Pending(put, counted(self.tree, span), heads, about.raised, rival)

    def labels(self, stop: int, row: bool) -> Pending:
        """What a label asks, the head of a `row` with or without its question mark."""
        if not row:
            return self.titled(range(stop))
        put = self.asked(0, stop)
        if put.asked is None and stop and self.tree[stop - 1].text == "?":
            put = replace(put, asked=self.titled(range(stop - 1)).asked)
        return replace(put, counted=put.counted or put.headed)

    def replies(self, pending: Pending, clause: Clause, candidate: Candidate) -> bool:
        """Whether words without a verb answer what was asked just before: "Of what? Steel."."""
        own = candidate.aspect.id
        meant = pending.asked is not None and pending.asked.candidate.aspect.id == own
        return (meant or own in pending.raised) and self.verbless(clause)

    def verbless(self, clause: Clause) -> bool:
        """Whether the clause stands in a sentence without a finite verb and without a subject."""
        first, last = self.tree.parse.sentences[clause.sentence]
        if not self.tree.finites.isdisjoint(range(first, last)):
            return False
        return not any(t.dep in SUBJECTS for t in self.tree.tokens[first:last])

    def bare_price(self, clause: Clause, numbers: Sequence[QuantityMention]) -> frozenset[str]:
        """The question of the price, if the clause's sentence only names one."""
        told = numbers and self.verbless(clause)
        sentence = range(*self.tree.parse.sentences[clause.sentence])
        return bare_price(self.tree, sentence, numbers, self.rules) if told else frozenset()

    def about(self) -> bool:
        """Whether a subject, and no question word, tells what the paragraph is about."""
        subjects = (self.tree[c.subject] for c in self.clauses if c.subject is not None)
        return any("PronType=Int" not in t.morph for t in subjects)

    def dated(
        self,
        reading: Reading,
        first: int,
        numbers: tuple[QuantityMention, ...],
        windows: tuple[Window, ...],
    ) -> Reading:
        """An act that is allowed or forbidden, with the time that the answer sets."""
        if reading.value is None or reading.value.kind is not ValueKind.ACT:
            return reading
        clause = next(c for c in self.clauses if first in c.tokens)
        around = Surroundings(numbers, windows)
        here = Here(self.tree, clause, self.rules, around, self.negs)
        value = act(reading.value.name, [first], here, reading.polarity)
        return replace(reading, value=replace(value, text=reading.value.text))
