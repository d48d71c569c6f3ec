"""The forms an English word takes, by rule and from the table of irregular ones.

`inflections` gives more forms than English has ("visitted"), which does no harm to matching,
but none that is another common word where a rule can tell ("scar" gives no "scared").
Rules after Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.5–3.10,
5.79–5.91 and 7.79.
"""

import re
from functools import lru_cache

from extract.topic.irregular import ADJECTIVES, FIXED, NOUNS, VERBS, WHOLE


def _table(rows: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in rows:
        word, *forms = row.split()
        table[word] = (*table.get(word, ()), *forms)
    return table


_VERBS, _NOUNS, _ADJECTIVES, _WHOLE = map(_table, (VERBS, NOUNS, ADJECTIVES, WHOLE))

_VOWEL_GROUPS = re.compile(r"(?<!q)[aeiouy]+")
_SHORT_END = re.compile(r"(?:^|[^aeiou]|qu)[aeiou][^aeiouwxyc]$")  # stop, but not rain or fix
_SIBILANT = re.compile(r"(?:[sxz]|[cs]h)$")

_LONGEST = 40

# British spellings are turned into American ones, in the text and in the phrase alike, so a
# word that is no American word ("rize" for "rise") does no harm. Row: pattern, replacement.
_SPELLINGS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"([aeiou]\w*)our", r"\1or"),  # colour, flavoured
        (r"is(e|ed|es|ing|er|ers|able|ation|ations)$", r"iz\1"),  # organise, organisation
        (r"ys(e|ed|es|ing|er|ers)$", r"yz\1"),  # analyse
        (r"([bt])re(s?)$", r"\1er\2"),  # fibre, litres
        (r"([bt])red$", r"\1ered"),  # centred
        (r"^centring$", "centering"),
        (r"([aeiou]\w*[aeiou])ll(ed|ing|er|ers)$", r"\1l\2"),  # travelled, labelling
        (r"([^aeiou]i)lful", r"\1llful"),  # skilful
        (r"^grey", "gray"),
        (r"anaesth", "anesth"),
        (r"^oe(d|s)", r"e\1"),  # oedema, oestrogen
        (r"haem", "hem"),  # haemoglobin
        (r"paed", "ped"),  # paediatric
        (r"rrhoea", "rrhea"),
        (r"^foet", "fet"),
        (r"logue(s?)$", r"log\1"),  # catalogue
        (r"^programme(s?)$", r"program\1"),
        (r"^(def|off|lic|pret)ence", r"\1ense"),  # defence
        (r"^practis", "practic"),
        (r"^m(o)uld", r"m\1ld"),  # mouldy
        (r"^sulph", "sulf"),
        (r"^sceptic", "skeptic"),
        (r"^ageing$", "aging"),
        (r"dgement", "dgment"),  # judgement
        (r"^alumini", "alumin"),  # aluminium
        (r"^jeweller", "jewelr"),
        (r"^yoghurt", "yogurt"),
        (r"^moustache", "mustache"),
    )
)
_BRITISH = re.compile("|".join(pattern.pattern for pattern, _ in _SPELLINGS))


@lru_cache(maxsize=1 << 16)
def canonical(form: str) -> str:
    """One key for the British and the American spelling of a lower-case form."""
    # What is over-long is no word, and the patterns would take their time over it.
    if len(form) > _LONGEST or not _BRITISH.search(form):
        return form
    for pattern, new in _SPELLINGS:
        form = pattern.sub(new, form)
    return form


def inflections(word: str) -> frozenset[str]:
    """The lower-case word, its inflected forms as noun, verb and adjective, in both spellings."""
    word = word.lower()
    forms = {form for base in {word, canonical(word)} for form in _forms(base)}
    return frozenset(forms | {canonical(form) for form in forms})


def comparatives(word: str) -> frozenset[str]:
    """The forms that only an adjective or adverb has: harder, hardest; "painter" is a noun."""
    word = word.lower()
    if not _inflects(word) or word in _WHOLE:
        return frozenset()
    others = {*_plurals(word), *_pasts(word), *_ing(word), *_ADJECTIVES.get(word, ()), word}
    forms = {form for base in {word, canonical(word)} for form in _degrees(base)} - others
    return frozenset(forms | {canonical(form) for form in forms})


def _forms(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return (word, *_WHOLE[word])
    if not _inflects(word):
        return (word,)
    verb = (*_VERBS.get(word, ()), *_pasts(word), *_ing(word))
    return (word, *_plurals(word), *verb, *_ADJECTIVES.get(word, ()), *_degrees(word))


def _inflects(word: str) -> bool:
    return word.isalpha() and len(word) > 1 and word not in FIXED


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith("sis"):
        return (*_NOUNS.get(word, ()), word[:-2] + "es")
    if _SIBILANT.search(word):
        double = (word + word[-1] + "es",) if _doubles(word) else ()  # quizzes
        return (*_NOUNS.get(word, ()), word + "es", *double)
    if _consonant_y(word):
        return (word[:-1] + "ies",)
    more = (word + "es",) if word.endswith("o") and len(word) > 2 else ()
    return (*_NOUNS.get(word, ()), word + "s", *more)


def _pasts(word: str) -> tuple[str, ...]:
    if word in _VERBS or len(word) < 3:
        return ()
    if word.endswith("e"):
        return (word + "d",)
    if _consonant_y(word):
        return (word[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(word))


def _ing(word: str) -> tuple[str, ...]:
    if len(word) < 3 and word not in _VERBS:
        return ()
    if word.endswith("ie"):
        return (word[:-2] + "ying",)
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return (word[:-1] + "ing", word + "ing") if word.endswith("ge") else (word[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(word))


def _degrees(word: str) -> tuple[str, ...]:
    if len(word) < 3 or len(_VOWEL_GROUPS.findall(word)) > 3:
        return ()
    if word.endswith("e"):
        return (word + "r", word + "st")
    if _consonant_y(word):
        return (word[:-1] + "ier", word[:-1] + "iest")
    return tuple(stem + end for stem in _stems(word) for end in ("er", "est"))


def _stems(word: str) -> tuple[str, ...]:
    """The stem before -ed, -ing, -er: doubled in short words, both ways in long ones."""
    if not _doubles(word):
        return (word,)
    doubled = word + word[-1]
    return (doubled,) if len(_VOWEL_GROUPS.findall(word)) == 1 else (word, doubled)


def _doubles(word: str) -> bool:
    return bool(_SHORT_END.search(word)) and len(word) > 2


def _consonant_y(word: str) -> bool:
    return len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou"
