"""A page of the site with what makes it live: the script, the style, the way to the review.

The page's own policy goes, for the server sends one that lets the script ask the server.
"""

import hashlib
import re
from html import escape

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
_HEAD_ENDS = b"</head>"
_NAV_ENDS = b"</ul>\n</nav>\n</header>"
STYLES = ("live.css", "correct.css")
SCRIPTS = ("live.js", "review.js", "asking.js", "panel.js", "correct.js")
"""Each may call on those before it."""
PAGES = (
    ("Review", "review.html"),
    ("Corrections", "corrections.html"),
    ("Check a draft", "check.html"),
    ("Read a sentence", "read.html"),
    ("Suggestions", "suggest.html"),
)


_OWN = "".join(
    (
        *(f'<link rel="stylesheet" href="{name}">\n' for name in STYLES),
        *(f'<script src="{name}" defer></script>\n' for name in SCRIPTS),
    )
)


def live_page(page: bytes, here: str = "") -> tuple[bytes, str]:
    """The live page, and its mark: pages of the same mark are the same page."""
    mark = hashlib.sha256(page).hexdigest()[:16]
    head = f'<meta name="live-mark" content="{mark}">\n{_OWN}'
    made = _POLICY.sub(b"", page, count=1)
    made = made.replace(_HEAD_ENDS, head.encode() + _HEAD_ENDS, 1)
    return made.replace(_NAV_ENDS, _links(here).encode() + _NAV_ENDS, 1), mark


def _links(here: str) -> str:
    current = ' aria-current="page"'
    return "".join(
        f'<li><a href="{escape(href)}"{current if href == here else ""}>{escape(name)}</a></li>\n'
        for name, href in PAGES
    )
