"""Words of English that tell what a noun may be to a subject: rows of words, no rules.

GENERAL   nouns that stand for whatever a text is about: "the procedure"
PEOPLE    nouns for those who have to do with it
EMPTY     nouns that are no thing of their own: times, amounts, ways, parts of a text
PASSING   words before a noun that make no kind of it: "the best", "unwanted"
"""


def _words(rows: str) -> frozenset[str]:
    return frozenset(rows.split())


GENERAL = _words(
    """
    procedure treatment method technique process therapy product system service app application
    tool model solution surgery operation programme program platform software unit appliance gadget
    intervention scheme package device machine
    """
)
PEOPLE = _words(
    """
    client patient customer user owner buyer doctor dentist surgeon nurse technician practitioner
    specialist expert professional physician dermatologist therapist operator artist installer
    engineer mechanic seller dealer vendor maker manufacturer provider candidate person people man
    woman child adult family friend employee staff team member reader adviser consultant trainer
    driver rider tenant landlord homeowner neighbour neighbor parent beginner clinician consumer
    guest student teacher shopper critic reviewer tester firefighter smoker
    """
)
EMPTY = _words(
    """
    second minute hour day night week weekend month year decade century time times while period
    age date morning evening today moment
    way thing lot number amount kind type sort case example fact reason question answer point part
    rest half quarter third majority bit range level degree rate share piece
    percent per cent average total rule order addition place end start beginning side hand
    article blog post page site website guide review tip list step faq story photo picture video
    note information detail news introduction conclusion summary word term name title chapter
    section myth truth idea thought doubt mind matter issue problem benefit advantage disadvantage
    pro con downside upside drawback pros cons
    one ones other others someone something anyone anything everyone everything nothing none
    cost price money pound dollar euro cent fee charge
    life world country city town market company business brand
    need use chance choice option alternative difference change cause effect result
    risk damage pain discomfort harm danger safety
    help care advice attention experience knowledge work job
    going doing having being getting making taking
    """
)
PASSING = _words(
    """
    good better best bad worse worst new old great big small large little long short high low
    many much more most less least few several some any all every each no other another same
    different various certain first second third last next previous main only own whole full
    permanent temporary safe dangerous effective popular common usual typical normal regular
    traditional conventional ordinary standard modern professional cheap expensive affordable
    free real true right wrong easy simple hard difficult quick fast slow successful possible
    potential available important necessary essential ideal perfect excellent proper correct
    unwanted further additional extra total complete general special particular individual single
    multiple numerous daily weekly monthly yearly annual painless painful non-invasive natural
    average actual recent latest current future past early late final initial
    our your my their his her its this that these those
    using having getting doing choosing buying
    """
)
