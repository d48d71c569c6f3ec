"""Cue words of English as rows, each with an example it is for. The examples are tests.

Sources of the lists: Huddleston & Pullum, *The Cambridge Grammar of the English Language*
(negation, ch. 9; modality, ch. 3; quantifiers, ch. 5); Hyland, *Hedging in Scientific
Research Articles*, 1998 (hedges).
"""

from enum import StrEnum
from typing import NamedTuple


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


class Negator(StrEnum):
    """How a negating word reaches what it negates."""

    CLAUSE = "clause"  # not, never: the rest of the clause
    PHRASE = "phrase"  # no, without, lack of: the phrase, and the clause it is an argument of
    OBJECT = "object"  # lacks X, eliminates X: what the verb governs
    COMPLEMENT = "complement"  # fails to X, unlikely to X: the complement
    CONTENT = "content"  # it is a myth that X: the content clause


class NegationCue(NamedTuple):
    """A word that negates, how, and a sentence in which it does."""

    word: str
    kind: Negator
    example: str


NEGATORS = (
    NegationCue("not", Negator.CLAUSE, "The tank does not leak."),
    NegationCue("nt", Negator.CLAUSE, "The tank doesnt leak."),
    NegationCue("never", Negator.CLAUSE, "The tank never leaks."),
    NegationCue("hardly", Negator.CLAUSE, "The tank hardly leaks."),
    NegationCue("scarcely", Negator.CLAUSE, "The tank scarcely leaks."),
    NegationCue("barely", Negator.CLAUSE, "The tank barely leaks."),
    NegationCue("nowhere", Negator.CLAUSE, "The tank leaks nowhere."),
    NegationCue("neither", Negator.PHRASE, "It is neither loud nor heavy."),
    NegationCue("nor", Negator.PHRASE, "It looks good, nor does it leak."),
    NegationCue("no", Negator.PHRASE, "There are no leaks."),
    NegationCue("zero", Negator.PHRASE, "You get zero leaks."),
    NegationCue("none", Negator.PHRASE, "None of them leaks."),
    NegationCue("nothing", Negator.PHRASE, "Nothing leaks."),
    NegationCue("nobody", Negator.PHRASE, "Nobody saw a leak."),
    NegationCue("without", Negator.PHRASE, "It heats without noise."),
    NegationCue("non", Negator.PHRASE, "It has a non slip base."),
    NegationCue("free", Negator.PHRASE, "The tank is free of leaks."),
    NegationCue("devoid", Negator.PHRASE, "The tank is devoid of rust."),
    NegationCue("lack", Negator.OBJECT, "The tank lacks a lid."),
    NegationCue("absence", Negator.PHRASE, "Users praise the absence of noise."),
    NegationCue("eliminate", Negator.OBJECT, "This pump can eliminate noise."),
    NegationCue("remove", Negator.OBJECT, "It removes the need for filters."),
    NegationCue("deny", Negator.OBJECT, "The tests deny any leak."),
    NegationCue("fail", Negator.COMPLEMENT, "The pump fails to start."),
    NegationCue("stop", Negator.COMPLEMENT, "The pump stops working."),
    NegationCue("cease", Negator.COMPLEMENT, "The pump ceases to work."),
    NegationCue("unable", Negator.COMPLEMENT, "The pump is unable to start."),
    NegationCue("unlikely", Negator.COMPLEMENT, "The pump is unlikely to fail."),
    NegationCue("impossible", Negator.COMPLEMENT, "It is impossible to break the lid."),
    NegationCue("myth", Negator.CONTENT, "It is a myth that the pump is loud."),
    NegationCue("misconception", Negator.CONTENT, "It is a misconception that it is loud."),
    NegationCue("false", Negator.CONTENT, "It is false that the pump is loud."),
    NegationCue("untrue", Negator.CONTENT, "It is untrue that the pump is loud."),
    NegationCue("doubt", Negator.CONTENT, "Few doubt it, but I doubt that the pump is loud."),
    NegationCue("doubtful", Negator.CONTENT, "It is doubtful that the pump is loud."),
)

# A negator before one of these says something else: a bound, an addition, an idiom.
NOT_A_NEGATION = frozenset({"only", "just", "merely", "simply", "solely", "least"})
NO_IDIOMS = frozenset({"doubt", "matter", "wonder", "question", "time", "1"})
BOUNDS = frozenset({"more", "less", "fewer", "later", "sooner", "longer", "deeper"})

# Between the negator and what it negates, these turn a denial into a denial of degree.
FULLNESS = words(
    """
    completely entirely fully totally wholly altogether absolutely always necessarily all
    every everyone everybody everything everywhere exactly quite each both perfectly 100
    overnight alone exclusively
    """
)
INTENSITY = words(
    """
    very too really particularly especially overly extremely much unduly terribly
    significantly substantially considerably severely excessively
    """
)
# Next to nothing: whether there is any is a matter of degree. What is slight is there.
NEXT_TO_NOTHING = words(
    """
    virtually almost nearly practically little few minimal minimally
    negligible
    """
)

# Verbs and nouns that make less of their object, and take for granted that there is some.
LESSENERS = words(
    """
    reduce minimize minimise lessen lower decrease relieve ease alleviate soothe manage
    limit prevent avoid numb dull mitigate combat counter treat handle control cut diminish
    curb reduction prevention relief protect guard worry resist withstand
    """
)

POSSIBLE_AUX = frozenset({"may", "might", "could"})
ABLE_AUX = frozenset({"can"})
POSSIBLE_WORDS = words(
    """
    possible possibly potential potentially perhaps maybe conceivably
    sometimes occasionally rarely seldom occasional rare chance possibility potential risk
    prone susceptible conceivable appear seem apparently
    """
)
USUAL_WORDS = words(
    """
    usually typically generally normally commonly often frequently mostly mainly largely
    ordinarily average typical usual common tend tendency routinely regularly approximately
    probably likely
    """
)
USUAL_PHRASES = (
    ("in", "most", "cases"),
    ("most", "of", "the", "time"),
    ("in", "general"),
    ("as", "a", "rule"),
    ("for", "the", "most", "part"),
    ("by", "and", "large"),
)
SOME_PHRASES = (
    ("in", "some", "cases"),
    ("in", "certain", "cases"),
    ("in", "few", "cases"),
    ("in", "some", "areas"),
    ("in", "some", "places"),
    ("in", "some", "states"),
    ("in", "some", "countries"),
    ("at", "times"),
    ("from", "time", "to", "time"),
)

ALL_WORDS = words(
    """
    anyone everyone everybody anybody all every any each
    whatever whichever universal
    """
)
MOST_WORDS = frozenset({"most", "majority"})
SOME_WORDS = words(
    """
    some few certain several minority many others
    """
)
NONE_WORDS = frozenset({"nobody", "noone", "none"})
PEOPLE = words(
    """
    people person individual patient client customer user man woman men women guy anyone
    everyone everybody anybody somebody someone nobody candidate sufferer owner buyer
    consumer child adult kid reader other one
    """
)
READER = frozenset({"you", "we", "one", "i", "they"})

IF_MARKERS = words(
    """
    if unless
    """
)
LONG_MARKERS = ("as long as", "so long as", "provided that", "on condition that", "even if")

FAVOURABLE = words(
    """
    proper properly correct correctly good well right regular regularly appropriate adequate
    careful carefully care maintenance maintain skilled qualified experienced recommended
    instruction aftercare quality follow ideal optimal suitable protect protection
    """
)

OWN_AUTHORITIES = words(
    """
    expert study research researcher doctor dermatologist scientist evidence survey trial
    specialist physician professional surgeon review literature data test experience
    engineer manufacturer practitioner technician authority finding statistic report
    clinician
    """
)
SAYING = words(
    """
    say claim state believe think argue advertise promise maintain assert suggest report
    insist contend hold tell allege feel find note mention explain advise show agree
    warn recommend confirm indicate reveal estimate assume suppose tout complain
    """
)
SET_APART_NOUNS = words(
    """
    critic skeptic sceptic opponent rumour rumor advert advertisement ad competitor forum
    myth belief misconception claim marketing advertising promise allegation hearsay
    """
)
ASKING = frozenset({"ask", "wonder", "question", "enquire", "inquire", "query"})
DECIDING = ASKING | {"know", "see", "decide", "determine", "check", "tell", "sure", "discuss"}

DIRECTIVE_AUX = frozenset({"should", "must", "shall", "ought", "need", "have"})
DIRECTIVE_WORDS = words(
    """
    recommend advise advisable important essential necessary need require crucial vital
    suggest ensure sure remember helpful best better wise ask instruct urge supposed careful
    imperative encourage tell try aim
    """
)

# Adjectives that leave "no X" a denial of every X: "no known side effects".
UNRESTRICTING = words(
    """
    known negative unwanted adverse bad undesirable harmful other whatsoever actual
    noticeable apparent reported possible potential real unpleasant nasty
    """
)
WISHING = frozenset({"want", "wish", "hope", "desire", "dream", "like", "plan"})
USING = frozenset({"use", "take", "apply", "try", "add", "wear", "choose", "buy"})
OCCURRING = words(
    """
    occur happen appear arise develop form follow exist come emerge remain possible common
    normal likely inevitable rare need necessary require enough
    sufficient suffice notice see know report observe
    expect present involve involved
    """
)
