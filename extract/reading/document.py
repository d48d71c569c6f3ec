"""The way from a parsed document to its claims, block by block.

Reads one source alone. What always holds: every claim's quote is the document's text at its
span, and lies within one sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.grammar.clauses import Clause, clauses
from extract.grammar.leadin import bare_order, lead_in
from extract.grammar.negation import negations
from extract.grammar.repairs import repaired
from extract.grammar.tree import SUBJECTS
from extract.model import SELF, Block, BlockKind, Claim, Document, Reason, Span, Standing
from extract.parse import Parse
from extract.quantity import find_quantities, find_windows
from extract.reading.about import about
from extract.reading.answers import answer, may
from extract.reading.asked import NOTHING, Pending, proposed, sayings
from extract.reading.candidates import Candidate, Surroundings, candidates
from extract.reading.cells import cells_read, is_row
from extract.reading.elided import supplied, told_of
from extract.reading.ellipsis import left_out, taken_up
from extract.reading.exchange import Exchange
from extract.reading.extraction import Extraction
from extract.reading.fields import Reading, read, reasons
from extract.reading.label import NO_LABEL, columns, parted
from extract.reading.lead import (
    NO_LEAD,
    heads_section,
    instances,
    names_the_whole,
    strays,
    supposed,
    turned,
)
from extract.reading.moving import Moving, grounds
from extract.reading.mythlist import told_as_myth
from extract.reading.numbering import numbered
from extract.reading.opening import bare_name, excepted, for_whom, put_in_a_mouth
from extract.reading.row import Rows, head_of, narrowed, next_cell
from extract.reading.silent import may_say, replies_plainly, unread
from extract.reading.spoken import spoken
from extract.reading.standing import LISTED, OF_OTHERS, Judgement, judge
from extract.reading.state import ReaderState
from extract.reading.stating import asks, fragment, has_verb, in_quotes, main, quoted, titled
from extract.reading.subject import ITSELF, Focus, Mentions, Referent, SubjectStanding, refer
from extract.reading.table import figures, next_heads
from extract.reading.times import above
from extract.reading.watch import UNWATCHED, Drop, Watch
from extract.rules import Mention, Role, Rules
from extract.unsaid import Unsaid

_PASSING = ("PUNCT", "CCONJ", "SCONJ")
_BARE = 3  # tokens of an answer that says no more than yes or no
_ASIDE = 7  # tokens of a sentence that may stand between a question and its answer
_SENTENCES = 40  # of a paragraph that are read together
_HEADINGS = (BlockKind.HEADING, BlockKind.QUESTION)


def extract_claims(
    document: Document, parses: Sequence[Parse], rules: Rules, watch: Watch = UNWATCHED
) -> Extraction:
    """The claims of a document; `watch` is told how each clause fares.

    `parses` holds one parse for each block that is no furniture, in order, of the text
    `document.text[block.start:block.end]`. Raises `ValueError` if their number differs.
    """
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    state = ReaderState(watch=watch)
    made: list[Claim] = []
    for block, parse in zip(blocks, parses, strict=True):
        if is_row(parse):
            for cell in cells_read(block, parse, rules, state):
                said = _Paragraph(document, block, cell.parse, rules, cell.state).claims()
                made.extend(cell.placed(said, block, document))
            continue
        state.heads = state.heads if block.kind is BlockKind.ITEM else None
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
        self, document: Document, block: Block, parse: Parse, rules: Rules, state: ReaderState
    ) -> None:
        self.document, self.block, self.rules, self.state = document, block, rules, state
        self.heading = block.kind in _HEADINGS
        parse, self.label = (parse, NO_LABEL) if self.heading else parted(parse)
        self.tree = repaired(parse)
        self.mentions = Mentions(self.tree, rules)
        self.clauses = clauses(self.tree)
        self.negations = negations(self.tree, self.clauses)
        # Of several columns none is known to be the subject's.
        alone = columns(parse) <= 2
        self.numbers = find_quantities(parse.text, rules.units) if alone else ()
        self.windows = find_windows(parse.text, self.numbers)
        self.itself = frozenset(
            i for i, m in self.mentions.strongest.items() if m.mention is Mention.SELF
        )
        self.exchange = Exchange(self.tree, self.clauses, self.negations, self.mentions, rules)
        self.labelled = self.exchange.lead(range(self.label.stop))
        head = head_of(self.tree, self.label.stop, block.kind is BlockKind.ITEM, self.numbers)
        case = (head, state.cell, state.kinds)
        self.rows = Rows(self.tree, self.mentions, rules, self.numbers, *case)
        self.moving = Moving(self.tree, self.mentions, self.negations)
        self.inline = self.whole = frozenset[str]()
        self.said: list[Candidate] = []
        self.said_of, self.said_in = "", 0
        text, sentences = document.text[block.start : block.end].strip(), len(parse.sentences)
        myth = told_as_myth(self.tree, document, block)
        self.myths = range(sentences) if myth else in_quotes(text, sentences)
        self.others = put_in_a_mouth(self.tree)

    def claims(self) -> list[Claim]:
        """The block's claims."""
        if self.heading:
            self._enter_section()
        elif named := self._named_section():
            self.state.heading, self.state.lead, self.state.told = NO_LEAD, NO_LEAD, None
            self.state.section = named
        elif self.block.kind is not BlockKind.ITEM:
            self.state.lead, self.state.told, self.state.led = NO_LEAD, None, None
        made = [*self._sentences(), *self._cells()]
        self.state.cell = None if self.heading else next_cell(self.rows)
        if self.exchange.leads_in():
            carried = self.exchange.whole_lead()
            about = (
                self.last.topic if self.exchange.about() else carried.referent or self.last.topic
            )
            self.state.lead = replace(carried, referent=about)
            self.state.told = lead_in(self.tree, self.clauses, self.negations)
            self.state.led = above(self.tree, self.windows)
        self.state.told = bare_order(self.tree) or self.state.told
        return made

    def _cells(self) -> Iterator[Claim]:
        """What the figures of a table's row say."""
        state, tokens = self.state, range(len(self.tree.tokens))
        if not self.heading and state.section == ITSELF:
            for aspect, told in figures(self.tree, state.table, self.mentions, self.rules):
                whole = self._span(tokens)
                yield self._made(whole, whole, aspect.id, SELF, told, ())
        state.table = () if self.heading else next_heads(self.tree, state.table, self.rules)

    def _named_section(self) -> Referent | None:
        """What a numbered name over a paragraph is about: "2. Wigs"; `None` if it is none."""
        text = self.document.text
        marked = text[: self.block.start].rstrip()[-1:] in tuple(".):")
        named = heads_section(self.tree, self.mentions) if marked else None
        after = (b for b in self.document.blocks if b.start >= self.block.end)
        return named if next((b.kind for b in after), None) is BlockKind.PARAGRAPH else None

    def _enter_section(self) -> None:
        state, own = self.state, for_whom(self.tree)
        state.title = state.title if state.title_seen else own
        state.whom = state.title if own is NO_LEAD else own
        if state.title_seen or state.spans:
            state.heading = self.exchange.whole_lead()
            named = self.mentions.among(range(len(self.tree.tokens)), Mention.SELF)
            state.home = ITSELF if named else state.home
            state.section = state.heading.referent or state.home
        elif self.exchange.names_only_a_rival():
            state.home = state.section = self.exchange.whole_lead().referent or ITSELF
        state.title_seen = True
        state.listed = False
        state.lead, state.told = NO_LEAD, lead_in(self.tree, self.clauses, self.negations)
        state.pending, state.led, state.time = NOTHING, None, above(self.tree, self.windows)

    def _raised(self, indices: range) -> frozenset[str]:
        said = sayings(self.tree, indices, self.rules, Role.ASKED, Role.SAYS)
        return frozenset(s.aspect for s in said)

    def _sentences(self) -> list[Claim]:
        raised = bool(self.state.heading.raised | self.state.lead.raised)
        grounded = raised or self.block.kind is BlockKind.ITEM or self.state.grounded
        on = self.state.column or self.labelled.referent or self.state.lead.referent
        on = on or self.state.section
        focus = Focus(on, on, grounded=grounded)
        made: list[Claim] = []
        for number, (first, last) in enumerate(self.tree.parse.sentences):
            if not focus.grounded and grounds(self.tree, self.mentions, first, last):
                focus = replace(focus, grounded=True)
                self.state.grounded = not self.heading
            if self.label.stop and not number:
                named = self.exchange.labels(self.label.stop, self.label.row)
                self.state.pending = named if named.raised else self.state.pending
                if self.label.row or not any(n.cue < self.label.stop for n in self.negations):
                    continue
            focus, mine = self._sentence(number, focus)
            made.extend(mine)
            alone = bare_name(self.tree, self.mentions, first, last, self.state.listed)
            if alone:
                focus = replace(focus, topic=alone, last=alone)
                self.state.listed = self.state.listed or first == 0
        self.last = focus
        return made

    def _sentence(self, number: int, focus: Focus) -> tuple[Focus, list[Claim]]:
        """The claims of one sentence, and the focus after it; what it asks stands open then."""
        first, last = self.tree.parse.sentences[number]
        span = self._span(range(0 if number == 1 and self.label.stop else first, last))
        pending, units = self.state.pending, self.rules.units
        noun = pending.headed if told_of(self.tree, first, last) else ""
        self.numbers += tuple(supplied(self.tree, first, last, pending.counted or noun, units))
        reply = self._short_answer(first, last, span)
        mine = [reply] if reply else []
        silent, own_name = [], replies_plainly(pending, last - first)
        for clause in (c for c in self.clauses if c.sentence == number):
            bare = reply and not mine[1:] and last - first <= _BARE
            got = [] if bare else list(self._clause(clause, focus, span))
            got = got or ([] if reply else list(self._taken_up(clause, focus, span)))
            mine.extend(got)
            focus, own = self.moving.after(clause, focus, bool(got) and got[0].subject == SELF)
            own_name = own_name or own
            if own and not got and may_say(clause):
                silent.append(self._span(clause.tokens))
        if not self.heading:
            self.state.spans.append(span)
            if not asks(self.tree, first, last):
                self.state.silent.extend(unread(span, mine, silent, own_name))
        self.whole = frozenset(c.aspect for c in mine if names_the_whole(c))
        self.state.allowed = may(self.tree, first, last, self.rules)
        if self.heading or asks(self.tree, first, last):
            above_it = self.state.heading.raised | self.state.lead.raised
            lent = frozenset() if self.heading else above_it
            self.state.pending = self.exchange.asked(first, last, lent)
            self.inline = self._raised(range(first, last))
        elif self.state.pending is pending and (mine or last - first > _ASIDE):
            self.state.pending = NOTHING
        return focus, mine

    def _taken_up(self, clause: Clause, focus: Focus, span: Span) -> Iterator[Claim]:
        """ "A rival leaks, but the subject does not": the predicate before, of another subject."""
        said = left_out(self.tree, clause)
        if said is None or clause.subject is None or clause.sentence - self.said_in > 1:
            return
        referent = refer(self.tree, clause.subject, self.mentions, focus)
        plain = (SubjectStanding.SELF, SubjectStanding.RIVAL)
        if referent.standing not in plain or referent.name == self.said_of:
            return
        before = taken_up(self.said)
        if before is not None:
            reading = proposed(self.tree, before).answered(said)
            quote = self._span([i for i in clause.tokens if self.tree[i].pos not in _PASSING])
            yield self._made(quote, span, before.aspect.id, referent.name, reading, ())

    def _short_answer(self, first: int, last: int, span: Span) -> Claim | None:
        """ "Does it hurt? Not at all.": the claim that the answer makes of the question."""
        question = self.state.pending.asked
        said = None if question is None else answer(self.tree, first, last)
        if question is None or said is None or not question.takes(said):
            return None
        if excepted(self.tree, last):  # "No. Only at night."
            return None
        reading = question.answered(said)
        reading = self.exchange.dated(reading, first, self.numbers, self.windows)
        reason = Reason("answer", self.tree[first].text, span.start, span.start)
        subject = self.state.pending.subject or self.state.section.name
        return self._made(span, span, question.candidate.aspect.id, subject, reading, (reason,))

    def _listed(self, clause: Clause) -> frozenset[str]:
        """What the clause gives instances of: "Examples are …" after what they are examples of."""
        first = self.tree.parse.sentences[clause.sentence][0]
        opens = self.whole and instances(self.tree, first)
        return self.whole if opens else frozenset()

    def _clause(self, clause: Clause, focus: Focus, span: Span) -> Iterator[Claim]:
        states, watch = self._states(clause), self.state.watch
        watch.enters(self.tree, clause, focus, self.mentions, self.block.start)
        leads = (self.state.heading, self.state.lead, self.labelled)
        listed = self._listed(clause)
        pending = NOTHING if self.heading else self.state.pending
        open_for = pending.raised if self.exchange.verbless(clause) else frozenset()
        lent = self.inline.union(listed, open_for, *[lead.raised for lead in leads])
        lent = lent or self.exchange.bare_price(clause, self.numbers)
        item = self.block.kind is BlockKind.ITEM or not has_verb(self.tree, clause, self.clauses)
        ordered, time = self.state.told if item else None, self.state.led or self.state.time
        around = Surroundings(
            self.numbers, self.windows, self.itself, lent, ordered, time, self.state.allowed, listed
        )
        for found in candidates(self.tree, clause, self.rules, around, self.negations, watch):
            held = supposed(found, leads) if self.block.kind is BlockKind.ITEM else found
            if held is None:
                watch.drops(found, Drop.SUPPOSED_ABOVE)
                continue
            candidate = turned(held, self.tree, clause, self.rules, leads)
            if strays(candidate, self.tree, clause):
                watch.drops(candidate, Drop.STRAYS)
                continue
            words = (*candidate.anchors, *candidate.support)
            told = candidate.polarity is not None
            referent = about(self.tree, clause, self.clauses, words, self.mentions, focus, told)
            if referent is None and candidate.aspect.id in listed:
                referent = ITSELF
            if referent is None or referent.standing in (
                SubjectStanding.OTHER,
                SubjectStanding.UNKNOWN,
            ):
                watch.drops(candidate, Drop.OF_ANOTHER)
                continue
            replies = self.exchange.replies(pending, clause, candidate)
            if replies and pending.subject and referent == ITSELF:
                referent = Referent(SubjectStanding.RIVAL, pending.subject)
            if not (states or candidate.cue or replies):
                watch.drops(candidate, Drop.NO_STATEMENT)
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
                watch.drops(candidate, Drop.UNCOUNTED)
                continue
            of_others = clause.sentence in self.myths or clause.head in self.others
            if (of_others or reading.qualifiers.reported) and at.place.role not in SUBJECTS:
                self.state.pending = Pending(proposed(self.tree, candidate))
            if of_others:
                self.state.unsaid.append(self._unsaid(candidate, OF_OTHERS))
                continue
            reading = narrowed(reading, self.rows, clause, candidate, (self.state.whom, *leads[1:]))
            self._note(clause, candidate, referent.name)
            quote = self._quote(clause, candidate)
            why = (self._phrase_reason(candidate), *reasons(reading, self.block.start))
            yield self._made(
                quote, span, candidate.aspect.id, referent.name or "self", reading, why
            )

    def _note(self, clause: Clause, candidate: Candidate, subject: str) -> None:
        same = clause.sentence == self.said_in and subject == self.said_of
        self.said = [*self.said, candidate] if same else [candidate]
        self.said_of, self.said_in = subject, clause.sentence
        self.state.watch.claims(candidate, subject)

    def _unsaid(self, candidate: Candidate, judged: Judgement) -> Unsaid:
        place = self._span(candidate.anchors)
        cue = judged.cue.text if judged.cue else ""
        self.state.watch.drops(candidate, judged.rule, cue)
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
        named = grounds(self.tree, self.mentions, clause.first, clause.last + 1)
        full = named and fragment(self.tree, clause)
        return full or denied or bool(self.numbers)

    def _quote(self, clause: Clause, candidate: Candidate) -> Span:
        words = (*candidate.anchors, *candidate.support)
        return self._span(quoted(self.tree, clause, self.clauses, candidate.anchors, words))

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
