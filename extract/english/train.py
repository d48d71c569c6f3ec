"""Trains the language pipeline from a Universal Dependencies treebank and packs it for shipping.

    python -m extract.english.train TREEBANK OUT [--steps N]

TREEBANK holds `*-ud-train.conllu` and `*-ud-dev.conllu`. OUT gets the corpus in spaCy's format,
the best and the last state of training, and `model`, the folder to ship. It learns from the
treebank and from the sentences of `supplement`, and is scored on the treebank alone. Takes an
hour on one core; OMP_NUM_THREADS=1 gives the same result each time.
"""

import argparse
import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.english import supplement
from extract.english.lexicon import FILE as LEXICON
from extract.english.pipeline import cut_ranges
from extract.english.ranges import KEPT
from extract.errors import InputError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

HERE = Path(__file__).parent
PARTS = ("train", "dev")
STEPS = 9_500
EVERY = 250

META = {
    "name": "counterclaim",
    "version": "1.0.0",
    "spacy_version": ">=3.8,<3.9",
    "description": "English web text: tags, features, lemmas and heads by Universal Dependencies",
    "author": "The Counterclaim authors",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "Universal Dependencies English EWT",
            "author": "Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, "
            "Samuel Bowman, Miriam Connor, John Bauer, Christopher D. Manning and others",
            "license": "CC BY-SA 4.0",
        },
        {
            "name": "Sentences made by extract.english.supplement",
            "author": "The Counterclaim authors",
            "license": "MIT",
        },
    ],
}
# The learn rate falls in a line and would reach nothing at this many times the steps.
END = 1.1
# Forms seen once are as often misspelt as rare.
SEEN = 2


def train(treebank: Path, out: Path, steps: int = STEPS, every: int = EVERY) -> Path:
    """Convert, train and pack; gives the folder to ship, `out/model`.

    Scores the dev part every so many steps and keeps the best state.
    Raises `InputError` when the treebank lacks a part.
    """
    parts = {part: find(treebank, part) for part in PARTS}
    corpora = {part: convert(path, out / "corpus" / part) for part, path in parts.items()}
    more = out / "supplement.conllu"
    more.write_text(supplement.conllu(), encoding="utf-8")
    # One a document, for so do headings and list items reach the parser.
    convert(more, corpora["train"], sentences=1)
    fit(corpora, out, steps, every)
    return pack(out / "model-best", parts["train"], out / "model")


def find(treebank: Path, part: str) -> Path:
    """The treebank's file for a part ("train", "dev"). Raises `InputError` without one."""
    found = sorted(treebank.glob(f"*-ud-{part}.conllu"))
    if not found:
        raise InputError(f"{treebank}: no file *-ud-{part}.conllu; name a UD treebank's folder")
    return found[0]


def convert(conllu: Path, folder: Path, sentences: int = 10) -> Path:
    """A CoNLL-U file in spaCy's format in a folder, so many sentences a document."""
    from spacy.tokens import DocBin
    from spacy.training.converters.conllu_to_docs import conllu_to_docs

    folder.mkdir(parents=True, exist_ok=True)
    read: Any = conllu_to_docs  # it has no types
    docs = list(read(conllu.read_text(encoding="utf-8"), n_sents=sentences, no_print=True))
    for doc in docs:
        join(doc)
    DocBin(docs=docs, store_user_data=True).to_disk(folder / f"{conllu.stem}.spacy")
    return folder


def join(doc: "Doc") -> None:
    """Make one token of a prefix, its hyphen and its word where the tokenizer leaves them whole."""
    with doc.retokenize() as retokenizer:
        for i in range(len(doc) - 2):
            span = doc[i : i + 3]
            if re.match(KEPT, span.text) and doc[i + 1].tag_ == "HYPH":
                last = span[-1]
                lemma = span[:-1].text + last.lemma_
                given: Any = {"TAG": last.tag_, "POS": last.pos_, "LEMMA": lemma}
                retokenizer.merge(span, given | {"MORPH": str(last.morph)})


def fit(corpora: dict[str, Path], out: Path, steps: int, every: int) -> None:
    """Train by `config.cfg`, on the processor; leaves `model-best` and `model-last` in `out`."""
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as loop
    from spacy.util import load_config

    given = {
        "paths.train": str(corpora["train"]),
        "paths.dev": str(corpora["dev"]),
        "corpora.train.augmenter.orth_variants.path": str(HERE / "orth_variants.json"),
        "training.max_steps": steps,
        "training.eval_frequency": every,
        "training.optimizer.learn_rate.total_steps": int(steps * END),
    }
    config = load_config(HERE / "config.cfg", overrides=given, interpolate=False)
    nlp = init_nlp(config)
    cut_ranges(nlp)
    loop(nlp, out)


def pack(trained: Path, conllu: Path, target: Path) -> Path:
    """The folder to ship: a trained pipeline with licence and lexicon, without paths."""
    import spacy

    nlp = spacy.load(trained)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    _describe(nlp, target / "meta.json")
    _strip(target / "config.cfg")
    (target / LEXICON).write_text("".join(f"{form}\n" for form in forms(conllu)), encoding="utf-8")
    return target


def _describe(nlp: "Language", path: Path) -> None:
    """Write the pipeline's meta with ours over it."""
    meta = {**nlp.meta, **META}
    path.write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _strip(path: Path) -> None:
    """Empty the settings that hold paths; only training reads them."""
    from spacy.util import load_config

    config = load_config(path)
    config["paths"] = dict.fromkeys(config["paths"])
    config["corpora"]["train"]["augmenter"] = None
    config.to_disk(path)


def forms(conllu: Path) -> list[str]:
    """The word forms seen at least twice, lower case, sorted; no addresses or numbers."""
    seen = Counter(form.lower().replace("’", "'") for form in _words(conllu))
    return sorted(form for form, n in seen.items() if n >= SEEN and _is_word(form))


def _words(conllu: Path) -> Iterator[str]:
    for line in conllu.read_text(encoding="utf-8").splitlines():
        number, _, rest = line.partition("\t")
        if number.isdigit():
            yield rest.partition("\t")[0]


def _is_word(form: str) -> bool:
    bare = form.translate({ord(c): None for c in "'.-"})
    return bare.isalpha() and not form.startswith("www")


def main(argv: list[str] | None = None) -> int:
    """The command line; 2 and one line on standard error when the treebank won't do."""
    parser = argparse.ArgumentParser(prog="python -m extract.english.train")
    parser.add_argument("treebank", type=Path, help="folder with *-ud-train.conllu and -dev")
    parser.add_argument("out", type=Path, help="folder to train in; it gets `model`")
    parser.add_argument("--steps", type=int, default=STEPS, help="batches to train on")
    given = parser.parse_args(argv)
    try:
        print(train(given.treebank, given.out, given.steps))
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
