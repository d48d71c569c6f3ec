"""Views into HTML: the one Jinja environment, its filters, and nothing else."""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kb.text import LABELLED
from reports import text

NAV = (
    ("Overview", "index.html"),
    ("Disputes", "disputes.html"),
    ("Conflicts", "conflicts.html"),
    ("Near misses", "near-misses.html"),
    ("Questions", "aspects.html"),
    ("Maps", "maps.html"),
    ("Sources", "sources.html"),
    ("Balance sheet", "balance.html"),
    ("Graph", "graph.html"),
    ("Search", "search.html"),
    ("Changes", "changes.html"),
    ("About", "about.html"),
)

_HERE = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"


WRITTEN_ONCE = {
    "source": "macros.html",
    "passage": "macros.html",
    "card": "macros.html",
    "matrix_row": "macros.html",
    "dispute": "meter.html",
    "sheet": "sheet.html",
}
KEPT = 10_000  # results of a filter that are kept, as names and passages recur


@lru_cache(KEPT)
def iso(value: str) -> Markup:
    """Words from a text or topic file: escaped, and kept from turning the line around."""
    return Markup(f"<bdi>{escape(value)}</bdi>")


@lru_cache(KEPT)
def told(value: str) -> Markup:
    """A line of the program's, kept as `iso` keeps it; labels in it have a face of their own."""
    bits: list[str] = []
    at = 0
    for found in LABELLED.finditer(value):
        if (label := found["label"]) is not None:
            bits += (
                escape(value[at : found.start()]),
                Markup(f'<b class="label">{escape(label)}</b>'),
            )
            at = found.end()
    return Markup(f"<bdi>{Markup().join([*bits, escape(value[at:])])}</bdi>")


def _macro(made: Environment, template: str, name: str) -> Callable[..., Any]:
    """A macro of a frozen value, and of words on how, as a filter that writes each value once."""

    @lru_cache(KEPT, typed=True)
    def written(value: Any, *how: Any) -> Any:
        return getattr(made.get_template(template).module, name)(value, *how)

    return written


@cache
def environment() -> Environment:
    """Autoescaped; an unknown name in a template is an error."""
    made = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # else each macro asks whether its file has changed
    )
    made.globals["nav"] = NAV
    made.filters |= {"iso": iso, "told": told, "plain": text.plain, "number": text.number}
    made.filters |= {name: _macro(made, where, name) for name, where in WRITTEN_ONCE.items()}
    made.filters |= {"figure": text.figure, "shorten": text.shorten, "titled": text.titled}
    made.filters["listing"] = text.listing
    return made


def render(template: str, **values: Any) -> bytes:
    """A page's bytes, without what HTML does not allow."""
    page = environment().get_template(template).render(**values)
    return text.visible(page).encode()
