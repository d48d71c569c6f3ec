import pytest

from extract.document.furniture import CUES, FurnitureCue, furniture_cue, is_furniture


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.example)
def test_every_cue_takes_its_example(cue: FurnitureCue) -> None:
    assert furniture_cue(cue.example) == cue


@pytest.mark.parametrize("leaves", [cue.leaves for cue in CUES if cue.leaves])
def test_every_cue_leaves_what_only_looks_like_it(leaves: str) -> None:
    assert not is_furniture(leaves)


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "by Dr. Ann M. Lee",
        "sales@example.org",
        "Call Ann on +44 20 7946 0018",
        "Ask us | Write to us | +44-20-7946-0018",
        "Home | Beds | Slats | Frames",
        "SHARE THIS POST!",
    ],
)
def test_takes_bylines_contacts_and_menus(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "By adding layers you lose height.",
        "It costs $2000-$4500.",
        "Firm | Soft",
        "10 Things You Need to Know",
        "The bed lasts 10 years; for spare slats write to the maker at slats@example.org today.",
    ],
)
def test_leaves_text(line: str) -> None:
    assert not is_furniture(line)
