"""The training script, in a few steps on five made-up sentences: it makes a folder that loads."""

import json
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.english import supplement
from extract.english.pipeline import load, parse
from extract.english.train import forms, join, main, train

SENTENCES = """\
Coffee/NN/NOUN/nsubj/2 keeps/VBZ/VERB/root/0 me/PRP/PRON/obj/2 awake/JJ/ADJ/xcomp/2
The/DT/DET/det/2 mattress/NN/NOUN/nsubj/4 is/VBZ/AUX/cop/4 firm/JJ/ADJ/root/0 ././PUNCT/punct/4
Panels/NNS/NOUN/nsubj/2 last/VBP/VERB/root/0 ten/CD/NUM/nummod/4 years/NNS/NOUN/obj/2
It/PRP/PRON/nsubj/4 does/VBZ/AUX/aux/4 not/RB/PART/advmod/4 fade/VB/VERB/root/0 ././PUNCT/punct/4
Wash/VB/VERB/root/0 it/PRP/PRON/obj/1 in/IN/ADP/case/5 warm/JJ/ADJ/amod/5 water/NN/NOUN/obl/1
"""


def conllu(line: str) -> str:
    rows = []
    for number, word in enumerate(line.split(), 1):
        form, tag, pos, dep, head = word.rsplit("/", 4)
        rows.append(f"{number}\t{form}\t{form.lower()}\t{pos}\t{tag}\t_\t{head}\t{dep}\t_\t_")
    return "\n".join(rows) + "\n\n"


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    folder = tmp_path / "treebank"
    folder.mkdir()
    text = "".join(map(conllu, SENTENCES.splitlines()))
    for part in ("train", "dev"):
        # Repeated, for what is seen less than thirty times is not learnt.
        (folder / f"xx-ud-{part}.conllu").write_text(text * 40, encoding="utf-8")
    return folder


def test_a_few_steps_make_a_pipeline_that_loads(
    treebank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supplement, "conllu", lambda: conllu(SENTENCES.splitlines()[0]))
    model = train(treebank, tmp_path / "out", steps=4, every=2)
    (got,) = parse(load(str(model)), ["Coffee keeps me awake."])
    assert [t.text for t in got.tokens] == ["Coffee", "keeps", "me", "awake", "."]
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert str(tmp_path) not in (model / "config.cfg").read_text(encoding="utf-8")
    assert "mattress\n" in (model / "lexicon.txt").read_text(encoding="utf-8")


def test_a_prefix_is_joined_as_the_tokenizer_leaves_it() -> None:
    doc = Doc(
        Vocab(),
        words=["It", "is", "non", "-", "slip", "and", "low", "-", "cost"],
        tags=["PRP", "VBZ", "AFX", "HYPH", "JJ", "CC", "JJ", "HYPH", "NN"],
        pos=["PRON", "AUX", "X", "PUNCT", "ADJ", "CCONJ", "ADJ", "PUNCT", "NOUN"],
        lemmas=["it", "be", "non", "-", "slip", "and", "low", "-", "cost"],
        heads=[4, 4, 4, 4, 4, 8, 8, 8, 4],
        deps=["nsubj", "cop", "compound", "punct", "ROOT", "cc", "amod", "punct", "conj"],
        spaces=[True, True, False, False, True, True, False, False, False],
    )
    join(doc)
    assert [t.text for t in doc] == ["It", "is", "non-slip", "and", "low", "-", "cost"]
    root = doc[2]
    assert (root.tag_, root.pos_, root.lemma_, root.dep_) == ("JJ", "ADJ", "non-slip", "ROOT")
    assert [t.head.text for t in doc[:2]] == ["non-slip", "non-slip"]


def test_forms_are_words_seen_twice(tmp_path: Path) -> None:
    rows = ["It’s", "it’s", "rare", "a@b.example", "a@b.example", "10", "10", "U.S.", "u.s."]
    path = tmp_path / "x.conllu"
    path.write_text("".join(f"1\t{row}\t_\n" for row in rows), encoding="utf-8")
    assert forms(path) == ["it's", "u.s."]


def test_a_folder_without_a_treebank_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), str(tmp_path / "out")]) == 2
    assert "no file *-ud-train.conllu" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
