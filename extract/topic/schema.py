"""The shape of a topic file: all that the program knows of a topic.

A phrase is words of which all must stand in one clause, in any order and inflection:
`raise|boost growth` alternatives, `side-effect` side by side (or fused), `<raise>` a list
from `words`, `last:verb` one part of speech. Phrases are strings here; `phrase.py` reads them.
"""

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from extract.topic.lists import word_lists

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Phrase = Text
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 _'/+-]*$")]
Phrases = tuple[Phrase, ...]


class TopicRow(BaseModel):
    """A row of the topic file: frozen, no unknown keys, keys written with hyphens."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Kind(StrEnum):
    """How positions on an aspect exclude each other."""

    YESNO = "yesno"
    ANY_OF = "any-of"
    ALL_OF = "all-of"
    CHOICE = "choice"
    QUANTITY = "quantity"
    ADVICE = "advice"


class Importance(StrEnum):
    """How much a question matters to those who read the reports."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Subject(TopicRow):
    """What the topic is about, and the nouns that stand for it or belong to it.

    `stand_ins` ("procedure", "treatment") mean the subject unless a rival was named last;
    `belongings` ("ink", "session") are what statements about the subject may be about;
    `people` ("client", "technician") take part in it.
    """

    name: Text
    names: Phrases
    stand_ins: Phrases = ()
    belongings: Phrases = ()
    people: Phrases = ()


class Named(TopicRow):
    """A rival, by-product, subtype or unit: its name and the phrases that mean it."""

    name: Name
    names: Phrases


class Answer(TopicRow):
    """An answer an aspect may get.

    `words` name it once the aspect has been raised; `says` raise the aspect and name it.
    `unless` phrases in the clause call the match off. `leave_out` are phrases and parts that a
    pack has for it and that are not wanted.
    """

    name: Name
    label: Text | None = None
    words: Phrases = ()
    says: Phrases = ()
    unless: Phrases = ()
    leave_out: tuple[Text, ...] = ()


class Duration(Answer):
    """A named quantity: finite unless `endless`; `low`/`high` in the aspect's unit, if known."""

    endless: bool = False


class Option(Answer):
    """One option of a choice, with the names of the options it goes together with."""

    goes_with: tuple[Name, ...] = ()


class Part(Answer):
    """A part of a whole, perhaps with parts of its own.

    `arguable`: not everybody counts it as one, so "none at all" is only in tension with it.
    """

    parts: tuple["Part", ...] = ()
    arguable: bool = False


class Act(Answer):
    """Something one is told to do or to leave. `opposite` acts are against each other.

    Who does this one does those `within` which it falls, too: to swim is to get wet.
    """

    opposite: tuple[Name, ...] = ()
    within: tuple[Name, ...] = ()


class Plausible(TopicRow):
    """The range in which a quantity can be meant for an aspect, e.g. "1 week" to "50 years"."""

    low: Text | None = None
    high: Text | None = None


class Aspect(TopicRow):
    """A question that sources answer.

    `says` raise the aspect and affirm it; `denies` deny it in themselves ("painless");
    `unless` call a match off; `asked` raise it in a heading or question, for the short
    answers under it. `whole` names every case of an all-of, or an any-of as such.
    `importance` says how early its dispute comes.
    `asked_with` is the aspect whose dispute this one belongs to ("does it fade?" to "how long
    does it last?"). `must_be_sourced`: a draft may not say it without a source.
    """

    id: Name
    label: Text
    question: Text
    kind: Kind
    says: Phrases = ()
    denies: Phrases = ()
    unless: Phrases = ()
    asked: Phrases = ()
    unit: Name | None = None
    plausible: Plausible | None = None
    names: tuple[Duration, ...] = ()
    options: tuple[Option, ...] = ()
    scale: bool = False
    whole: Phrases = ()
    parts: tuple[Part, ...] = ()
    acts: tuple[Act, ...] = ()
    yes: Text | None = None
    no: Text | None = None
    asked_with: Name | None = None
    importance: Importance = Importance.NORMAL
    must_be_sourced: bool = False
    leave_out: tuple[Text, ...] = ()

    def answers(self) -> tuple[Answer, ...]:
        """Every answer listed, parts of parts included, in file order."""

        def flat(parts: tuple[Part, ...]) -> tuple[Part, ...]:
            return tuple(p for part in parts for p in (part, *flat(part.parts))) if parts else ()

        return (*self.names, *self.options, *flat(self.parts), *self.acts)


class TieSide(TopicRow):
    """One side of a tie: the claims it takes in. Empty `values` take in every value.

    `values` name answers (a part takes its own parts along); `endless` narrows a quantity
    aspect to endless or to finite values, and to what is affirmed if no `polarity` is given;
    `conditional` to claims with or without a condition; `whole` to claims about the whole
    (everybody, side effects as such) or about its parts.
    """

    aspect: Name
    polarity: Annotated[str, StringConstraints(pattern="^(affirm|deny)$")] | None = None
    values: tuple[Name, ...] = ()
    endless: bool | None = None
    conditional: bool | None = None
    whole: bool | None = None


class Strength(StrEnum):
    """How hard a conflict is."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"


class Tie(TopicRow):
    """Two aspects that bear on each other. `because` is the reason, one plain sentence."""

    one: TieSide
    other: TieSide
    strength: Strength
    because: Text


class Topic(TopicRow):
    """A topic file, checked.

    `words` are lists of alternatives that phrases may name; `first` are the aspects that people
    ask about first. `packs` are laid under it (`packs.py`), but for what `leave_out` names.
    """

    topic: Text
    packs: tuple[Name, ...] = ()
    leave_out: tuple[Text, ...] = ()
    subject: Subject
    rivals: tuple[Named, ...] = ()
    by_products: tuple[Named, ...] = ()
    subtypes: tuple[Named, ...] = ()
    brands: tuple[Named, ...] = ()
    populations: tuple[Named, ...] = ()
    background: Phrases = ()
    units: tuple[Named, ...] = ()
    words: dict[Name, Phrases] = Field(default_factory=dict)
    aspects: tuple[Aspect, ...] = Field(min_length=1)
    ties: tuple[Tie, ...] = ()
    first: tuple[Name, ...] = ()
    _guessed: bool = PrivateAttr(default=False)  # no key of a file

    @property
    def guessed(self) -> bool:
        """Whether the program guessed it, and nobody wrote it down."""
        return self._guessed

    def as_guessed(self, guessed: bool = True) -> Self:
        """The topic, marked as guessed or as written down."""
        marked = self.model_copy()
        marked._guessed = guessed
        return marked

    @cached_property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """Every word list that a phrase may name."""
        rivals = [name for rival in self.rivals for name in rival.names]
        mine = self.subject
        implied = {
            "subject": (mine.name, *mine.names),
            "stand-in": mine.stand_ins,
            "belonging": mine.belongings,
            "rival": rivals,
        }
        return word_lists(self.words, implied)

    def aspect(self, id: str) -> Aspect:
        """The aspect of that id; `KeyError` if there is none."""
        for aspect in self.aspects:
            if aspect.id == id:
                return aspect
        raise KeyError(id)

    @classmethod
    def sample(cls, **given: object) -> Self:
        """A topic for tests and examples: the least that is valid, plus what is given."""
        least = {
            "topic": "Sample",
            "subject": {"name": "sample", "names": ["sample"]},
            "aspects": [{"id": "a", "label": "A", "question": "Is it?", "kind": "yesno"}],
        }
        return cls.model_validate({**least, **given})
