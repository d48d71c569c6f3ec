import pytest

from extract.topic.phrase import Alternative, CompiledPhrase, compile_phrase


def read(text: str, **words: tuple[str, ...]) -> CompiledPhrase:
    return compile_phrase(text, words)


def one(*words: str, pos: str | None = None) -> Alternative:
    return Alternative(words, pos)


def test_words_apart_are_slots() -> None:
    assert read("Makes noise").slots == ((one("makes"),), (one("noise"),))


def test_alternatives_and_side_by_side() -> None:
    assert read("cause|bring side-effect").slots == (
        (one("cause"), one("bring")),
        (one("side", "effect"),),
    )


def test_many_hyphens() -> None:
    assert read("as-good-as-new").slots == ((one("as", "good", "as", "new"),),)


def test_part_of_speech_belongs_to_its_alternative() -> None:
    assert read("last:verb|endure").slots == ((one("last", pos="verb"), one("endure")),)


def test_list_alone_and_among_alternatives() -> None:
    lists = {"up": ("raise", "step up", "turn-up")}
    entries = (one("raise"), one("step", "up"), one("turn", "up"))
    assert compile_phrase("<up> sales", lists).slots == (entries, (one("sales"),))
    assert compile_phrase("grow|<up>", lists).slots == ((one("grow"), *entries),)


def test_list_with_a_part_of_speech() -> None:
    lists = {"up": ("raise", "boost:noun")}
    assert compile_phrase("<up>:verb", lists).slots == (
        (one("raise", pos="verb"), one("boost", pos="noun")),
    )


def test_list_name_of_two_words() -> None:
    assert compile_phrase("<go up> fast", {"go up": ("rise",)}).slots[0] == (one("rise"),)


def test_words_are_cut_as_the_tokenizer_cuts_them() -> None:
    assert read("don't").slots == ((one("do", "n't"),),)
    assert read("50%").slots == ((one("50", "%"),),)
    assert read("cannot").slots == ((one("can", "not"),),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "an empty phrase; write at least one word"),
        ("  ", "an empty phrase; write at least one word"),
        ("a||b", "an empty alternative in 'a||b'; write a word on both sides of each |"),
        ("a | b", "an empty alternative in '|'; write a word on both sides of each |"),
        ("a|", "an empty alternative in 'a|'; write a word on both sides of each |"),
        ("<upp>", "no word list <upp>; did you mean up?"),
        ("<up", "'<' holds a stray < or >; a word list is written <name>"),
        ("un<up>", "'un<up>' holds a stray < or >; a word list is written <name>"),
        ("last:vreb", "'vreb' is no part of speech; use verb, noun, adjective, adverb"),
        (":verb", "no word in ':verb'; write one"),
        ("-", "no word in '-'; write one"),
        ("side-", "'side-' holds a hyphen with no word beside it; join words, as in a-b"),
        ("hard*", "'hard*' holds '*'; words are letters, digits, ' and ."),
        ("(hard)", "'(hard)' holds '('; words are letters, digits, ' and ."),
        ("a b c d e f g h i", "9 separate words; at most 8, join those side by side by hyphens"),
    ],
)
def test_bad_phrases_say_what_would_be_right(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        read(text, up=("raise",))
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("<more>", "'<more>' names a list; lists don't nest, write its words out"),
        ("a|b", "'a|b' holds a |; write each alternative as an entry of its own"),
    ],
)
def test_bad_list_entries(entry: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        read("<up>", up=(entry,))
    assert str(caught.value) == reason
