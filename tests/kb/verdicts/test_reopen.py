from kb.verdicts.reopen import same_label


def test_a_label_of_an_older_line_is_known_however_its_figures_are_grouped() -> None:
    assert same_label("$2000 to $4500", "$2,000 to $4,500")
    assert same_label("yes, reduced, taken for granted", "yes, but less, implied")
    assert same_label("yes (During use,)", "yes (during use)")
    assert not same_label("$2000", "$20,000")
    assert not same_label("1 to 2 years", "12 years")
