"""The word lists that phrases may name: the file's own, and those that its subject gives.

    <subject>      every name of the subject
    <stand-in>     what means the subject: procedure, treatment
    <belonging>    what belongs to it
    <rival>        every name of every rival

So a pack can speak of a subject that it does not know. `words` of the same name add to it; one
that holds nothing, as where the topic has no rivals, matches nothing.
"""

from collections.abc import Iterable, Mapping

IMPLIED = ("subject", "stand-in", "belonging", "rival")


def word_lists(
    words: Mapping[str, tuple[str, ...]], implied: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """All lists by name. `implied` has phrases under the names of `IMPLIED`."""
    given = {
        name: tuple(one for phrase in implied.get(name, ()) for one in _entries(phrase))
        for name in IMPLIED
    }
    own = {name: (*given.get(name, ()), *entries) for name, entries in words.items()}
    return given | own


def _entries(phrase: str) -> tuple[str, ...]:
    """The entries that a name makes: those between its bars, if it is one slot."""
    if "<" in phrase or (" " in phrase and "|" in phrase):
        return ()
    return tuple("-".join(one.split()) for one in phrase.split("|") if one.strip())
