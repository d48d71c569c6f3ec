"""Words that set a time against an event, as rows: the words, the phase, an example."""

from extract.model import Phase

EVENTS: tuple[tuple[str, Phase, str], ...] = (
    ("before", Phase.BEFORE, "before each visit"),
    ("prior to", Phase.BEFORE, "prior to the installation"),
    ("ahead of", Phase.BEFORE, "ahead of your visit"),
    ("in advance of", Phase.BEFORE, "in advance of the visit"),
    ("leading up to", Phase.BEFORE, "leading up to the visit"),
    ("pre", Phase.BEFORE, "pre-surgery"),
    ("preceding", Phase.BEFORE, "preceding the visit"),
    ("after", Phase.AFTER, "after the installation"),
    ("following", Phase.AFTER, "following surgery"),
    ("post", Phase.AFTER, "post-surgery"),
    ("since", Phase.AFTER, "since the installation"),
    ("from", Phase.AFTER, "two days from the installation"),
    ("of", Phase.AFTER, "within two days of the installation"),
    ("during", Phase.DURING, "during the visit"),
    ("throughout", Phase.DURING, "throughout the visit"),
    ("between", Phase.AFTER, "between visits"),
    ("in between", Phase.AFTER, "in between visits"),
)
"""Words before an event. Between two of them is after the one and before the next."""

ALONE: tuple[tuple[str, Phase, str], ...] = (
    ("beforehand", Phase.BEFORE, "wash it beforehand"),
    ("in advance", Phase.BEFORE, "wash it two days in advance"),
    ("prior", Phase.BEFORE, "wash it two days prior"),
    ("before", Phase.BEFORE, "wash it two days before"),
    ("afterwards", Phase.AFTER, "wash it afterwards"),
    ("afterward", Phase.AFTER, "wash it afterward"),
    ("after", Phase.AFTER, "wash it two days after"),
    ("later", Phase.AFTER, "wash it two days later"),
    ("post", Phase.AFTER, "wash it two days post"),
    ("thereafter", Phase.AFTER, "wash it thereafter"),
)
"""Words that need no event beside them."""

OVER = (
    ("are", "over"),
    ("is", "over"),
    ("are", "up"),
    ("is", "up"),
    ("have", "passed"),
    ("has", "passed"),
    ("have", "gone", "by"),
    ("have", "elapsed"),
    ("are", "past"),
)
"""What follows an amount of time that must be over first: "once five days are over"."""

HEALED = frozenset(
    "healed heals recovered settled over gone finished closed cured dried fallen".split()
)
"""What ends a time that has no number: "once it has healed"."""

HELPERS = frozenset("is are has have 's 've fully completely been all".split())
"""Words of which one stands before what ends, after "when": "when it has healed"."""

BEYOND = frozenset("beyond after later onward onwards up over on".split())
"""What leaves a day open, after *and*: "day five and beyond"."""

PICTURES = frozenset("photo photos picture pictures image images gallery shots results".split())
"""What is before and after without being an event: "before and after photos"."""
