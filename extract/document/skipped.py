"""Which elements of a page hold no text of it: menus, forms, notices, by tag, role and class.

Recall first: in marketing copy a claim may stand anywhere, so a row names only what can't be
copy. A class row is a pattern for one whole class name or id, with an example and one it leaves.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

SILENT = frozenset(
    "script style template head title svg math iframe object embed canvas audio video select"
    " textarea datalist map noembed noframes xmp rp rt del s strike img".split()
)
"""Elements whose content is not shown as text, or is struck out."""

FURNITURE = frozenset("nav footer form button dialog menu address label legend pre".split())
"""Elements that are furniture wherever they stand, unless they hold the page's main text."""

ROLES = frozenset(
    "navigation contentinfo search dialog alertdialog menu menubar toolbar banner-ad".split()
)
"""Roles of furniture: all but the last are WAI-ARIA's (1.2, section 5.4)."""


@dataclass(frozen=True, slots=True)
class ClassCue:
    """A pattern for a whole class name (lower case), one that fits and one that must not."""

    pattern: str
    example: str
    leaves: str


CLASSES: tuple[ClassCue, ...] = (
    ClassCue(r"(?:[a-z]+[-_]+){0,2}nav(?:bar|igation|[-_]menu|[-_]links)?", "site-nav", "navy"),
    ClassCue(r"(?:main|site|top|mobile|header|footer|drop)[-_]?menu", "mobile-menu", "price-menu"),
    ClassCue(r"bread-?crumbs?", "breadcrumbs", "bread"),
    ClassCue(r"(?:.{1,20}[-_])?cookies?(?:[-_].{1,20})?|gdpr|ccpa", "cookie-banner", "cookieless"),
    ClassCue(r"(?:.{1,20}[-_])?newsletter(?:[-_].{1,20})?|subscribe", "newsletter-form", "news"),
    ClassCue(r"(?:site|page|main|global)[-_]?footer|footer", "site-footer", "card-footer"),
    ClassCue(
        r"(?:social|share|sharing)(?:[-_]?(?:links?|icons?|buttons?|media|bar|this))?",
        "share-buttons",
        "market-share",
    ),
    ClassCue(r"(?:page-?numbers?|pagination|pager)", "pagination", "page"),
    ClassCue(
        r"related(?:[-_]?(?:posts?|articles?|products?|links?))?", "related-posts", "related-claims"
    ),
    ClassCue(r"comment(?:s|[-_]?(?:list|form|respond))", "comment-list", "comment"),
    ClassCue(r"skip[-_](?:link|to[-_]content)|skiplink", "skip-link", "skip"),
    ClassCue(
        r"(?:sr|screen[-_]reader)[-_](?:only|text)|visually[-_]?hidden",
        "sr-only",
        "reader-story",
    ),
    ClassCue(r"advert(?:isement)?s?|ads?[-_](?:slot|unit|container)|adsbygoogle", "advert", "ad"),
    ClassCue(r"post[-_]meta|entry[-_]meta|byline", "entry-meta", "entry"),
)

_CLASSES = re.compile("|".join(cue.pattern for cue in CLASSES))
_LONGEST = 60  # characters of a class name that is looked at
_MOST = 40  # class names of one element that are looked at


def is_skipped(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is furniture by what it says of itself."""
    role = (attributes.get("role") or "").strip().lower()
    if tag == "button" and _opens_something(attributes):
        return False
    if tag in FURNITURE or role in ROLES:
        return True
    if tag in ("html", "body", "main", "article"):
        return False
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[: _LONGEST * _MOST]
    return any(len(n) <= _LONGEST and _CLASSES.fullmatch(n) for n in names.lower().split())


def _opens_something(attributes: Mapping[str, str | None]) -> bool:
    """Whether a button unfolds a text: the question of a FAQ often is one."""
    return "aria-expanded" in attributes or "aria-controls" in attributes
