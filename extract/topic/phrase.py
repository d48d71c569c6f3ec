"""The door to phrases: read them (slots.py), find them in a clause (match.py, placing.py)."""

from extract.topic.inflect import inflections
from extract.topic.match import PhraseIndex
from extract.topic.placing import GAP, PhraseMatch
from extract.topic.slots import (
    PARTS_OF_SPEECH,
    Alternative,
    CompiledPhrase,
    compile_phrase,
    list_entry,
)

__all__ = ["GAP", "PARTS_OF_SPEECH", "Alternative", "CompiledPhrase", "PhraseIndex"]
__all__ += ["PhraseMatch", "compile_phrase", "inflections", "list_entry"]
