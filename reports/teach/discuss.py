"""One question for discussion that fits a dispute, from a table of forms.

A form's words name the dispute's sides by slots: {one} and {other} are what the two foremost
sides say, {firm} and {soft} the side said outright and the one said with ifs, {many} and {lone}
the side of several sources and that of a single one, {who} a source on several sides.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from extract.topic.schema import Kind

_SLOT = re.compile(r"\{(\w+)\}")


class Split(StrEnum):
    """How the sources stand to the sides, the most telling first."""

    LONE = "lone"
    IFS = "ifs"
    SELF = "self"
    EVEN = "even"
    AGREED = "agreed"
    SINGLE = "single"
    MUTE = "mute"


@dataclass(frozen=True, slots=True)
class Ask:
    """A way to ask. It fits disputes of that kind and shape; None fits any kind."""

    kind: Kind | None
    shape: Split
    words: str


@dataclass(frozen=True, slots=True)
class AskedRun:
    """Some words of a question; `label` if they are the program's words for a side."""

    text: str
    label: bool = False


Q, Y, N, A, C, D = (
    Kind.QUANTITY, Kind.YESNO, Kind.ANY_OF, Kind.ALL_OF, Kind.CHOICE, Kind.ADVICE
)  # fmt: skip

FORMS = (
    Ask(Q, Split.SELF, "{who} gives {one} and also {other}. Are these two cases, two ways of "
        "counting, or a slip? Find the words that decide."),
    Ask(Q, Split.IFS, "{soft} comes with an if, {firm} without. Would the two figures still "
        "differ for somebody who meets the condition?"),
    Ask(Q, Split.LONE, "One source alone gives {lone}; others give {many}. What could that "
        "source know, count or sell that the others do not?"),
    Ask(Q, Split.EVEN, "{one} against {other}: when would you start and stop counting, and who "
        "could have measured it?"),
    Ask(Y, Split.SELF, "{who} says both {one} and {other}. Can one sentence be written that "
        "keeps what is true in each?"),
    Ask(Y, Split.IFS, "{firm} is said outright, {soft} only with an if. Which case would you "
        "have to look at to tell whether the if is needed?"),
    Ask(Y, Split.LONE, "One source alone says {lone}. What would it have to show to outweigh "
        "those that say {many}?"),
    Ask(Y, Split.EVEN, "{one} or {other}: what could you observe yourself that would settle it?"),
    Ask(N, Split.SELF, "{who} says {one}, and elsewhere {other}. Which of the two would a "
        "reader in a hurry remember, and is that fair?"),
    Ask(N, Split.IFS, "{firm} is said outright, {soft} with an if. For whom could both be true, "
        "and would they be told?"),
    Ask(N, Split.LONE, "Only one source says {lone}. Did the others, who say {many}, look and "
        "find otherwise, or did they not look?"),
    Ask(N, Split.EVEN, "{one} against {other}: does one of them speak of every case, and how "
        "many cases would it take to upset it?"),
    Ask(A, Split.SELF, "{who} says {one} and {other}. Whom would you send to ask for advice "
        "first, and why?"),
    Ask(A, Split.IFS, "{firm} is said outright, {soft} with an if. For whom would you want "
        "to know more before you say yes?"),
    Ask(A, Split.LONE, "One source alone says {lone}. Who would be harmed if the others, who say "
        "{many}, were wrong?"),
    Ask(A, Split.EVEN, "{one} against {other}: which group should be asked before anybody "
        "decides?"),
    Ask(C, Split.SELF, "{who} uses {one} and {other} of the same thing. Do the words mean the "
        "same there, or has it changed its mind?"),
    Ask(C, Split.IFS, "{firm} is said outright, {soft} with an if. Where exactly would you draw "
        "the line between them?"),
    Ask(C, Split.LONE, "One source alone says {lone}, others {many}. Is it more exact than they "
        "are, or is it wrong?"),
    Ask(C, Split.EVEN, "Does it matter to somebody who has to decide whether it is {one} or "
        "{other}? What would change?"),
    Ask(D, Split.SELF, "{who} tells its readers {one} and {other}. What would you do, having "
        "read both?"),
    Ask(D, Split.IFS, "{firm} is advised outright, {soft} only with an if. Which reader "
        "should follow which?"),
    Ask(D, Split.LONE, "One source alone advises {lone}. What could go wrong for somebody who "
        "follows it, and for somebody who does not?"),
    Ask(D, Split.EVEN, "{one} or {other}: what could go wrong with each, and which mistake is "
        "the cheaper one?"),
    Ask(None, Split.SELF, "{who} says both {one} and {other}. Read the two passages aloud: would "
        "its own author notice?"),
    Ask(None, Split.IFS, "{firm} is said outright, {soft} with an if. When could both be true?"),
    Ask(None, Split.LONE, "{lone} rests on one source. Where would you look for a second one?"),
    Ask(None, Split.EVEN, "Who would gain if everybody believed {one}, and who if {other}?"),
    Ask(None, Split.AGREED, "Nobody disagrees with {one}. What would you expect to see if it "
        "were wrong?"),
    Ask(None, Split.AGREED, "{one}: do these sources know it, or do they repeat one another? "
        "How could you tell?"),
    Ask(None, Split.SINGLE, "Only one source speaks of it, and says {one}. Where would you look "
        "for a second one?"),
    Ask(None, Split.MUTE, "No source answers this. Where would you look, and who would know?"),
    Ask(None, Split.SINGLE, "{one} stands alone. How would that source have come to know?"),
)  # fmt: skip
"""In order of preference; a lesson uses none twice while another one fits."""


def discussion_of(
    kind: Kind, slots: Mapping[Split, Mapping[str, str]], used: Collection[Ask] = ()
) -> tuple[Ask, tuple[AskedRun, ...]]:
    """The form that fits best, one not yet used if there is one, and its words, slots filled.

    `slots` has what stands in them, for each shape that the dispute has, the most telling first.
    """
    fit = [
        form
        for shape in slots
        for named in (kind, None)
        for form in FORMS
        if form.shape is shape and form.kind is named
    ]
    form = next((f for f in fit if f not in used), fit[0])
    return form, tuple(_runs(form.words, slots[form.shape]))


def _runs(words: str, slots: Mapping[str, str]) -> Iterable[AskedRun]:
    """The words between the slots, and what stands in them; {who} is a name, not a label."""
    for number, bit in enumerate(_SLOT.split(words)):
        if number % 2:
            first = words.startswith("{") and number == 1
            yield AskedRun(_capital(slots[bit]) if first else slots[bit], label=bit != "who")
        elif bit:
            yield AskedRun(bit)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
