import pytest

from extract.topic.inflect import canonical, comparatives, inflections


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("last", "last lasts lasted lasting"),
        ("hope", "hopes hoped hoping"),
        ("scar", "scars scarred scarring"),
        ("visit", "visits visited visiting"),
        ("travel", "travels travelled traveled travelling"),
        ("dry", "dries dried drying drier driest"),
        ("wash", "washes washed washing"),
        ("tie", "ties tied tying"),
        ("agree", "agrees agreed agreeing"),
        ("dye", "dyes dyed dyeing"),
        ("grow", "grows grew grown growing"),
        ("lose", "loses lost losing"),
        ("wear", "wears wore worn wearing"),
        ("undergo", "undergoes underwent undergone undergoing"),
        ("have", "has had having"),
        ("be", "am is are was were been being"),
        ("mimic", "mimics mimicked mimicking"),
        ("man", "men"),
        ("woman", "women"),
        ("person", "people"),
        ("foot", "feet"),
        ("child", "children"),
        ("half", "halves"),
        ("tomato", "tomatoes"),
        ("crisis", "crises"),
        ("good", "better best"),
        ("bad", "worse worst"),
        ("cheap", "cheaper cheapest"),
        ("large", "larger largest"),
        ("big", "bigger biggest"),
        ("TV", "tv tvs"),
    ],
)
def test_forms(word: str, forms: str) -> None:
    assert set(forms.split()) <= inflections(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("scar", "scared"),
        ("star", "staring"),
        ("hop", "hoped"),
        ("plan", "planed"),
        ("see", "seed"),
        ("be", "bed"),
        ("it", "its"),
        ("to", "toes"),
        ("new", "news"),
        ("a", "as"),
    ],
)
def test_no_form_is_another_word(word: str, other: str) -> None:
    assert other not in inflections(word)


def test_written_in_an_inflected_form_it_matches_itself() -> None:
    assert "lasting" in inflections("lasting")
    assert "last" not in inflections("lasting")


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("coloured", "colored"),
        ("odourless", "odorless"),
        ("organise", "organize"),
        ("sterilisation", "sterilization"),
        ("analysed", "analyzed"),
        ("grey", "gray"),
        ("greying", "graying"),
        ("centre", "center"),
        ("centred", "centered"),
        ("litres", "liters"),
        ("fibre", "fiber"),
        ("anaesthetic", "anesthetic"),
        ("oedema", "edema"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("mould", "mold"),
        ("aluminium", "aluminum"),
    ],
)
def test_both_spellings_have_one_key(british: str, american: str) -> None:
    assert canonical(british) == canonical(american)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("hour", "hor"), ("rise", "rice")])
def test_other_words_keep_keys_of_their_own(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_only_an_adjective_ends_in_er() -> None:
    assert {"harder", "hardest"} <= comparatives("hard")
    assert "better" not in comparatives("good")  # irregular: any reader knows it
    assert "dried" not in comparatives("dry")


def test_less_painful_is_not_a_little_painful() -> None:
    assert "less" not in inflections("little")
