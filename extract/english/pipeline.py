"""The language pipeline: a spaCy pipeline with Universal Dependencies labels, read from disk.

The shipped one lies in `model/`; another can be named in `COUNTERCLAIM_PIPELINE`.
"""

import re
from typing import TYPE_CHECKING, Any

from extract.english.folder import RULES, SETTING, SHIPPED, locate, version
from extract.english.parsing import parse
from extract.english.ranges import CUTS, KEPT
from extract.errors import InputError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["RULES", "SETTING", "SHIPPED", "cut_ranges", "load", "locate", "parse", "version"]

# "cop" and "obl" tell UD from the older English labels, which know "case" and "nsubj" too.
_LABELS = frozenset({"nsubj", "case", "cop", "obl"})
_STOPS = frozenset({".", "!", "?"})
_CLOSING = frozenset({"”", "’", '"', "'", ")", "]"})
_ASSIGNED = ("token.dep", "token.pos", "token.tag", "token.lemma")


def load(name: str | None = None) -> "Language":
    """The pipeline, ready for `parse`: the argument, else the setting, else the shipped one.

    Takes a quarter of a second and imports spaCy. Raises `InputError` when it can't be
    loaded or lacks what the rules need.
    """
    folder = locate(name)
    import spacy

    try:
        nlp = spacy.load(folder)
    except (OSError, ValueError, KeyError, ImportError) as error:
        reason = str(error).strip().split("\n")[0]
        raise InputError(
            f"{name or folder.name}: spaCy can't load this pipeline: {reason}"
        ) from error
    _check(nlp, name or folder.name)
    cut_ranges(nlp)
    spacy.language.Language.component("after_stops", func=after_stops)
    nlp.add_pipe("after_stops", first=True)
    return nlp


def _check(nlp: "Language", name: str) -> None:
    """Raises `InputError` unless the pipeline gives UD heads, parts of speech and lemmas."""
    assigned = {given for pipe in nlp.pipe_names for given in nlp.get_pipe_meta(pipe).assigns}
    missing = [given for given in _ASSIGNED if given not in assigned]
    if missing:
        raise InputError(
            f"{name}: the pipeline assigns no {', '.join(missing)}; it needs a tagger, "
            "a morphologizer, a lemmatizer and a parser"
        )
    labels = {label for pipe in nlp.pipe_names for label in nlp.pipe_labels.get(pipe, ())}
    if not labels >= _LABELS:
        raise InputError(
            f"{name}: the parser's labels are not Universal Dependencies' "
            f"(it lacks {', '.join(sorted(_LABELS - labels))}); name a pipeline trained on UD"
        )


def cut_ranges(nlp: "Language") -> None:
    """Teach the tokenizer the cuts of `ranges`, before its own infixes."""
    from spacy.util import compile_infix_regex

    tokenizer: Any = nlp.tokenizer
    if not hasattr(tokenizer, "infix_finditer"):
        return
    own = nlp.Defaults.infixes or ()
    tokenizer.token_match = re.compile(KEPT).match
    infixes = compile_infix_regex([*(cut.pattern for cut in CUTS), *own])
    tokenizer.infix_finditer = infixes.finditer


def after_stops(doc: "Doc") -> "Doc":
    """A word with a capital begins a sentence after a stop that is a token of its own.

    The parser keeps to such a beginning and finds the others itself: "No. Panels are silent."
    """
    for stop in doc[:-1]:
        if stop.text not in _STOPS or (stop.i and len(doc[stop.i - 1]) == 1):
            continue
        after = stop.i + 1
        while after < len(doc) and (doc[after].is_space or doc[after].text in _CLOSING):
            after += 1
        if after < len(doc) and doc[after].text[:1].isupper():
            doc[after].is_sent_start = True
    return doc
