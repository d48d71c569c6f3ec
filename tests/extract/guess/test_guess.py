"""All guesses together."""

from extract.guess.guess import guess_of

from .texts import ROBOTS, read


def test_nothing_is_guessed_twice() -> None:
    guess = guess_of(read(*ROBOTS))
    names = {n for g in guess.names for n in g.names}
    assert names.isdisjoint(n for g in guess.rivals for n in g.names)
    assert names.isdisjoint(g.name for g in guess.belongings)
    assert guess.texts == 3
