"""The words by which a text names a matter without saying it; `standing` has the rules."""

from extract.grammar.cues import words

# What such a verb governs is a matter that is spoken of, no statement.
TALK_VERBS = words(
    """
    discuss explain explore examine review outline list detail mention ask answer wonder consider
    compare weigh outweigh assess evaluate check inquire enquire disclose address inspect study
    investigate research learn read understand judge question mistake confuse imagine picture
    fear dread analyse analyze determine
    """
)
# What hangs on such a noun is its content: "tips for X", "the idea that X".
TALK_NOUNS = words(
    """
    question tip advice guide information info overview detail myth story article post blog topic
    subject concern worry fear idea thought opinion view assumption belief notion misconception
    rumour rumor desire wish hope dream search quest expense
    """
)
CONTENT_NOUNS = words(
    """
    assumption belief notion idea fear worry misconception myth impression
    suspicion concern
    """
)
# Who holds it so is told, and not that it is so: "people who think that X".
HOLDING = frozenset({"believe", "think", "assume", "suspect"})
# What is determined *by* it is no matter that is spoken of.
AS_AGENT = ("obl", "obl:agent")
MEANS = frozenset({"way"})
HANDLING = words(
    """
    manage handle avoid prevent minimise minimize soothe judge see check find know learn decide
    determine assess fight cope
    """
)
GOVERNED = ("obj", "obl", "nmod", "acl", "conj", "compound", "amod", "nsubj:pass")
# A compound of one of these is still about the thing itself: "pain level", "recovery time".
PLAIN_HEADS = words(
    """
    level time period process phase stage rate amount degree cost price fee range count number
    duration length effect result experience sensation feeling risk problem issue session
    procedure treatment method technique solution option service work need frequency quality
    """
)
# Verbs that present a matter, with the particle that makes them do so.
PRESENTING = {
    "break": frozenset({"down"}),
    "go": frozenset({"through", "over", "into"}),
    "look": frozenset({"at", "into"}),
    "talk": frozenset({"about", "through"}),
    "walk": frozenset({"through"}),
    "dive": frozenset({"into"}),
    "touch": frozenset({"on", "upon"}),
}
PARTICLES = words("off up out away down in on back over")
KINDS = words("version kind type form variant sort style variety option")
LOTS = frozenset({"lot", "number", "host", "range", "list", "series"})
AWAITING = frozenset({"until", "till", "before"})
MEASURES = frozenset({"lot", "bit", "much", "little", "deal"})
QUOTES = frozenset("\"“”„«»'‘’")
NOBODY = frozenset({"nobody", "none", "no", "few", "nothing", "neither"})
# "Rumour has it that X", "the story goes that X".
RUMOURS = words("rumour rumor word legend gossip hearsay story tradition folklore saying")
RUMOURING = frozenset({"have", "go", "run", "circulate", "spread"})
HELD_TO = words("say rumour rumor believe allege suppose claim repute assume purport")
# What is one of these is not decided: "whether X is unknown".
OPEN = words(
    """
    unknown unclear uncertain debatable debate dispute controversial unproven open
    unresolved undecided questionable guess matter depend vary remain doubtful
    """
)
CONFUSING = frozenset({"mistake", "mistaken", "confuse", "liken", "equate", "conflate", "compare"})
LABELLING = frozenset({":", "–", "-", "—"})
NIL = frozenset({"none", "nil", "zero", "nothing", "never"})
ABOUT = frozenset({"regarding", "concerning", "around"})
VOUCHING = words("guarantee ensure prove know predict foresee vouch")
TELLING = words("say tell claim call state suggest pretend assert argue insist")
LIES = words(
    """
    lie ly wrong untrue false misleading dishonest exaggeration overstatement nonsense
    rubbish inaccurate incorrect stretch mistake mistaken crime fool liar
    """
)
ANYBODY = frozenset({"anyone", "anybody", "those", "nobody", "noone"})
AS_IF = frozenset({"treat", "act", "behave"})
STARTING = frozenset({"start", "begin"})
MATTERING = words("help matter work")
# What grows or fades in another sense than things do.
COUNTED = words(
    """
    number amount demand popularity interest market industry community list choice trend
    business field range quantity proportion share percentage fame fashion hype need
    """
)
CHANGING = words("grow increase rise fall fade drop shrink decline spread double swell")
HOPING = frozenset({"wish", "hope", "want", "desire", "dream", "pray", "prefer"})
MEANING = frozenset({"mean", "imply", "signify", "denote"})
PROMISES = words(
    """
    guarantee warranty commitment decision supply member membership deal offer access support
    group club subscription
    """
)
FEW_WORDS = 4
TOO_MUCH = words("lot plenty load excessive much many steep overkill robbery few")
LESSONS = words("course class training workshop seminar diploma degree lesson apprenticeship")
AWAY = frozenset({"off", "out"})
OUTCOMES = words("result effect look outcome finish change difference solution")
UNDOING = words("remove erase undo reverse clear")
PROMISING = words("advertise promise claim tout market boast guarantee")
MENDING = words("add fix repair mend correct adjust alter amend redo")
REJECTING = frozenset({("rather", "than"), ("instead", "of"), ("as", "opposed")})
WARRANTING = frozenset({"guarantee", "guaranteed", "warrant", "insure"})
# "Expect some redness and you will be fine": what is coming, and no condition.
PRESENTED = words("expect note remember get enjoy see find know have meet discover forget")
BEARING = words("bear stand take tolerate endure handle stomach put")
LIGHT = words("need have get see feel want find require take")
TOLD = words("tell quote promise assure")
