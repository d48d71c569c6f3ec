"""The way from a parsed document to its claims, block by block.

Reads one source alone. What always holds: every claim's quote is the document's text at its
span, and lies within one sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.grammar.attribution import MYTH, is_myth
from extract.grammar.clauses import Clause, clauses, label_end, without_label
from extract.grammar.leadin import Order, bare_order, lead_in
from extract.grammar.negation import negations
from extract.grammar.repairs import repaired
from extract.model import (
    SELF,
    Block,
    BlockKind,
    Claim,
    Document,
    Reason,
    Span,
    Standing,
)
from extract.parse import Parse
from extract.quantity import Window, find_quantities, find_windows
from extract.reading.answers import OPENERS, answer, answered, may, proposal, proposes
from extract.reading.candidates import Candidate, Surroundings, candidates
from extract.reading.fields import Reading, read, reasons
from extract.reading.lead import NO_LEAD, Lead, heads_section, lead, supposed, turned
from extract.reading.numbering import numbered
from extract.reading.opening import bare_name, excepted, for_whom, put_in_a_mouth
from extract.reading.place import place
from extract.reading.row import Cell, Kinds, Rows, head_of, narrowed, next_cell
from extract.reading.spoken import spoken
from extract.reading.standing import LISTED, Judgement, judge
from extract.reading.stating import asks, fragment, has_verb, main, quoted, titled
from extract.reading.subject import ITSELF, Focus, Mentions, Referent, SubjectStanding, about, refer
from extract.reading.times import above
from extract.rules import Mention, Role, Rules, Saying
from extract.topic.schema import Aspect
from extract.unsaid import Unsaid

_GROUNDING = (
    Mention.SELF,
    Mention.SUBTYPE,
    Mention.BELONGING,
    Mention.BY_PRODUCT,
    Mention.RIVAL,
)
_OPEN, _CLOSE = '“"„«', '”"“»'
_SENTENCES = 40  # of a paragraph that are read together
_HEADINGS = (BlockKind.HEADING, BlockKind.QUESTION)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gives: its claims in text order, and how much of it was read.

    `sentences` and `with_claim` count; `not_understood` are the sentences that speak of the
    subject and gave no claim.
    """

    claims: tuple[Claim, ...]
    sentences: int
    with_claim: int
    not_understood: tuple[Span, ...]
    unsaid: tuple[Unsaid, ...] = ()


@dataclass(slots=True)
class _State:
    """Where the reader is: the section it is in, and what its heading or lead-in raised.

    `time` is set by the heading, `led` by the lead-in.
    """

    section: Referent = ITSELF
    title: Lead = NO_LEAD
    whom: Lead = NO_LEAD
    listed: bool = False
    heading: Lead = NO_LEAD
    lead: Lead = NO_LEAD
    cell: Cell | None = None
    kinds: Kinds = field(default_factory=set)
    told: Order | None = None
    time: Window | None = None
    led: Window | None = None
    question: Candidate | None = None
    allowed: frozenset[str] | None = None
    title_seen: bool = False
    grounded: bool = False
    spans: list[Span] = field(default_factory=list)
    silent: list[Span] = field(default_factory=list)
    unsaid: list[Unsaid] = field(default_factory=list)


def extract_claims(document: Document, parses: Sequence[Parse], rules: Rules) -> Extraction:
    """The claims of a document.

    `parses` holds one parse for each block that is no furniture, in order, of the text
    `document.text[block.start:block.end]`. Raises `ValueError` if their number differs.
    """
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    state = _State()
    made: list[Claim] = []
    for block, parse in zip(blocks, parses, strict=True):
        for start, piece in parse.pieces(_SENTENCES):
            part = replace(block, start=block.start + start)
            made.extend(_Paragraph(document, part, piece, rules, state).claims())
    claims = tuple(numbered(made))
    read_sentences = {c.sentence for c in claims}
    silent = tuple(s for s in state.silent if s not in read_sentences)
    return Extraction(claims, len(state.spans), len(read_sentences), silent, tuple(state.unsaid))


class _Paragraph:
    """One block on its way to claims; moves the state on."""

    def __init__(
        self, document: Document, block: Block, parse: Parse, rules: Rules, state: _State
    ) -> None:
        self.document, self.block, self.rules, self.state = document, block, rules, state
        self.tree = repaired(parse)
        self.mentions = Mentions(self.tree, rules)
        self.clauses = without_label(self.tree, clauses(self.tree))
        self.negations = negations(self.tree, self.clauses)
        self.numbers = find_quantities(parse.text, rules.units)
        self.windows = find_windows(parse.text, self.numbers)
        self.heading = block.kind in _HEADINGS
        self.itself = frozenset(
            i for i, m in self.mentions.strongest.items() if m.mention is Mention.SELF
        )
        colon = 0 if self.heading else label_end(self.tree)
        self.labelled = self._lead(range(colon))
        head = head_of(self.tree, colon, block.kind is BlockKind.ITEM, self.numbers)
        above = (state.cell, state.kinds)
        self.rows = Rows(self.tree, self.mentions, rules, self.numbers, head, *above)
        self.inline: frozenset[str] = frozenset()
        self.myth = is_myth(self.tree) or self._in_quotation_marks()
        self.others = put_in_a_mouth(self.tree)

    def claims(self) -> list[Claim]:
        """The block's claims."""
        if self.heading:
            self._enter_section()
        elif self._names_section():
            self.state.heading, self.state.lead, self.state.told = NO_LEAD, NO_LEAD, None
            self.state.section = heads_section(self.tree, self.mentions) or ITSELF
        elif self.block.kind is not BlockKind.ITEM:
            self.state.lead, self.state.told, self.state.led = NO_LEAD, None, None
        made = self._sentences()
        self.state.cell = None if self.heading else next_cell(self.rows)
        if self.tree.parse.text.rstrip().endswith(":"):
            carried = self._lead(range(len(self.tree.tokens)))
            self.state.lead = replace(carried, referent=self.last.topic)
            self.state.told = lead_in(self.tree, self.clauses, self.negations)
            self.state.led = above(self.tree, self.windows)
        self.state.told = bare_order(self.tree) or self.state.told
        return made

    def _names_section(self) -> bool:
        """Whether it is a numbered name over a paragraph: "2. Wigs"."""
        text = self.document.text
        marked = text[: self.block.start].rstrip()[-1:] in tuple(".):")
        if not marked or heads_section(self.tree, self.mentions) is None:
            return False
        after = (b for b in self.document.blocks if b.start >= self.block.end)
        return next((b.kind for b in after), None) is BlockKind.PARAGRAPH

    def _in_quotation_marks(self) -> bool:
        """Whether the whole block is what somebody else says."""
        text = self.document.text[self.block.start : self.block.end].strip()
        whole = text[:1] in _OPEN and text[-1:] in _CLOSE
        return whole and not any(mark in text[1:-1] for mark in _OPEN + _CLOSE)

    def _lead(self, indices: range) -> Lead:
        return lead(self.tree, indices, self.mentions, self.rules, self.negations)

    def _enter_section(self) -> None:
        state, tokens = self.state, range(len(self.tree.tokens))
        own = for_whom(self.tree)
        state.title = state.title if state.title_seen else own
        state.whom = state.title if own is NO_LEAD else own
        if state.title_seen:
            state.heading = self._lead(tokens)
            state.section = state.heading.referent or ITSELF
        state.title_seen = True
        state.listed = False
        state.lead, state.told = NO_LEAD, lead_in(self.tree, self.clauses, self.negations)
        state.question, state.led, state.time = None, None, above(self.tree, self.windows)

    def _raised(self, indices: range, asked_only: bool) -> frozenset[str]:
        return frozenset(s.aspect for s in self._sayings(indices, asked_only))

    def _sayings(self, indices: range, asked_only: bool) -> list[Saying]:
        roles = {Role.ASKED} if asked_only else {Role.ASKED, Role.SAYS}
        matches = self.rules.phrases.match([self.tree[i] for i in indices])
        keys = [m.key for m in matches if isinstance(m.key, Saying)]
        barred = {k.aspect for k in keys if k.role is Role.UNLESS}
        return [k for k in keys if k.role in roles and k.aspect not in barred]

    def _sentences(self) -> list[Claim]:
        raised = bool(self.state.heading.raised | self.state.lead.raised)
        grounded = raised or self.block.kind is BlockKind.ITEM or self.state.grounded
        on = self.labelled.referent or self.state.lead.referent or self.state.section
        focus = Focus(on, on, grounded=grounded)
        made: list[Claim] = []
        for number, (first, last) in enumerate(self.tree.parse.sentences):
            span = self._span(range(first, last))
            if not focus.grounded and self._grounds(first, last):
                focus = replace(focus, grounded=True)
                self.state.grounded = not self.heading
            reply = self._short_answer(first, last, span)
            mine = [reply] if reply else []
            proposed = self.state.question
            own_name = False
            for clause in (c for c in self.clauses if c.sentence == number):
                short = reply and not mine[1:] and last - first <= 3
                got = [] if short else list(self._clause(clause, focus, span))
                mine.extend(got)
                focus, named = self._move(clause, focus, got)
                own_name = own_name or named
            if not self.heading:
                self.state.spans.append(span)
                if not mine and own_name and not asks(self.tree, first, last):
                    self.state.silent.append(span)
            made.extend(mine)
            self.state.allowed = may(self.tree, first, last, self.rules)
            alone = bare_name(self.tree, self.mentions, first, last, self.state.listed)
            if alone:
                focus = replace(focus, topic=alone, last=alone)
                self.state.listed = self.state.listed or first == 0
            if asks(self.tree, first, last):
                self.state.question = self._question(number, first, last)
                self.inline = self._raised(range(first, last), asked_only=False)
            elif not self.heading and self.state.question is proposed:
                self.state.question = None
        self.last = focus
        return made

    def _grounds(self, first: int, last: int) -> bool:
        """Whether a sentence speaks of the subject or what belongs to it."""
        if self.mentions.among(range(first, last), *_GROUNDING):
            return True
        stand_ins = (i for i in range(first, last) if self.mentions.among([i], Mention.STAND_IN))
        dets = (k.lower for i in stand_ins for k in self.tree.kids(i, "det"))
        return any(det in ("the", "this", "our") for det in dets)

    def _move(self, clause: Clause, focus: Focus, got: Sequence[Claim]) -> tuple[Focus, bool]:
        """The focus after the clause; and whether it speaks of the subject."""
        if clause.subject is None or not clause.own_subject:
            return focus, self.mentions.among(clause.tokens, Mention.SELF) is not None
        if clause.relation.startswith("acl") or self.tree[clause.subject].lower == "there":
            return focus, False
        referent = refer(self.tree, clause.subject, self.mentions, focus)
        if referent.standing is SubjectStanding.UNKNOWN and got and got[0].subject == SELF:
            referent = ITSELF
        plural = "Number=Plur" in self.tree[clause.subject].morph
        own = referent.standing is SubjectStanding.SELF
        phrase = self.tree.subtree(clause.subject)
        named = self.mentions.among(phrase, Mention.SELF, Mention.RIVAL) is not None
        moved = focus.after if named else focus.pointing
        return moved(referent, plural), own

    def _short_answer(self, first: int, last: int, span: Span) -> Claim | None:
        """ "Does it hurt? Not at all.": the claim that the answer makes of the question."""
        question = self.state.question
        said = answer(self.tree, first, last)
        if question is None or said is None or excepted(self.tree, last):
            return None
        reading = answered(question, said)
        reason = Reason("answer", self.tree[first].text, span.start, span.start)
        subject = self.state.section.name
        return self._made(span, span, question.aspect.id, subject, reading, (reason,))

    def _question(self, number: int, first: int, last: int) -> Candidate | None:
        """What a yes-or-no question proposes."""
        if self.tree[first].lower not in OPENERS:
            return None
        proposed = [
            candidate
            for clause in self.clauses
            if clause.sentence == number
            for candidate in candidates(
                self.tree, clause, self.rules, Surroundings(), self.negations
            )
            if proposes(self.tree, place(self.tree, clause.head, candidate.anchors))
        ]
        return proposal(proposed, self._asked(first, last))

    def _asked(self, first: int, last: int) -> list[Aspect]:
        """The aspects that a question's own words ask for."""
        raised = {s.aspect for s in self._sayings(range(first, last), True)}
        head = next((c.head for c in self.clauses if c.first >= first), first)
        matches = self.rules.phrases.match(self.tree.tokens[first:last])
        near = [m for m in matches if proposes(self.tree, place(self.tree, head, m.token_indices))]
        keys = [m.key for m in near if isinstance(m.key, Saying)]
        asked = dict.fromkeys(k.aspect for k in keys if k.role is Role.ASKED)
        return [self.rules.aspects[id] for id in asked if id in raised]

    def _clause(self, clause: Clause, focus: Focus, span: Span) -> Iterator[Claim]:
        states = self._states(clause)
        leads = (self.state.heading, self.state.lead, self.labelled)
        lent = frozenset(self.inline).union(*(a.raised for a in leads))
        item = self.block.kind is BlockKind.ITEM or not has_verb(self.tree, clause, self.clauses)
        ordered, time = self.state.told if item else None, self.state.led or self.state.time
        around = Surroundings(
            self.numbers, self.windows, self.itself, lent, ordered, time, self.state.allowed
        )
        for found in candidates(self.tree, clause, self.rules, around, self.negations):
            held = supposed(found, leads) if self.block.kind is BlockKind.ITEM else found
            if held is None:
                continue
            candidate = turned(held, self.tree, clause, self.rules, leads)
            words = (*candidate.anchors, *candidate.support)
            told = candidate.polarity is not None
            referent = about(self.tree, clause, self.clauses, words, self.mentions, focus, told)
            if referent is None or referent.standing in (
                SubjectStanding.OTHER,
                SubjectStanding.UNKNOWN,
            ):
                continue
            if not states and candidate.cue is None:
                continue
            at = spoken(self.tree, clause, self.clauses, self.negations, candidate)
            judged = judge(at)
            if judged.standing is not Standing.SAID:
                self.state.unsaid.append(self._unsaid(candidate, judged))
                if judged.rule == LISTED:
                    self.rows.learn(candidate)
                continue
            reading = read(at, self.mentions, around)
            if candidate.counts_cases and reading.qualifiers.quantifier is None:
                continue
            if self.myth or clause.head in self.others:
                own = replace(reading.qualifiers, attribution=MYTH)
                reading = replace(reading, qualifiers=own)
            if reading.qualifiers.reported:
                self.state.question = candidate
            reading = narrowed(reading, self.rows, clause, candidate, (self.state.whom, *leads[1:]))
            quote = self._quote(clause, candidate)
            why = (self._phrase_reason(candidate), *reasons(reading, self.block.start))
            yield self._made(
                quote, span, candidate.aspect.id, referent.name or "self", reading, why
            )

    def _unsaid(self, candidate: Candidate, judged: Judgement) -> Unsaid:
        place = self._span(candidate.anchors)
        cue = judged.cue.text if judged.cue else ""
        return Unsaid(place, candidate.aspect.id, judged.standing, judged.rule, cue)

    def _phrase_reason(self, candidate: Candidate) -> Reason:
        place = self._span(candidate.anchors)
        return Reason("aspect", candidate.phrase, place.start, place.end)

    def _states(self, clause: Clause) -> bool:
        """Whether the clause says something: it has a finite verb, or may do without one."""
        if self.heading and (not main(clause) or titled(self.tree)):
            return False
        if has_verb(self.tree, clause, self.clauses) or self.block.kind is BlockKind.ITEM:
            return True
        denied = any(n.cue in clause.tokens for n in self.negations)
        if self.heading:
            return denied and not asks(self.tree, 0, len(self.tree.tokens))
        named = self._grounds(clause.first, clause.last + 1)
        full = named and fragment(self.tree, clause)
        return full or denied or self.state.question is not None or bool(self.numbers)

    def _quote(self, clause: Clause, candidate: Candidate) -> Span:
        return self._span(quoted(self.tree, clause, self.clauses, candidate.anchors))

    def _span(self, indices: Sequence[int]) -> Span:
        base, tokens = self.block.start, self.tree.tokens
        return Span(base + tokens[min(indices)].start, base + tokens[max(indices)].end)

    def _made(
        self,
        quote: Span,
        sentence: Span,
        aspect: str,
        subject: str,
        reading: Reading,
        why: tuple[Reason, ...],
    ) -> Claim:
        return Claim(
            source=self.document.source,
            start=quote.start,
            end=quote.end,
            quote=self.document.text[quote.start : quote.end],
            sentence=sentence,
            subject=subject,
            aspect=aspect,
            polarity=reading.polarity,
            value=reading.value,
            qualifiers=reading.qualifiers,
            heading=self.heading,
            why=why,
        )
