"""The page of checked drafts: one file that needs no other."""

import base64
import hashlib
from collections.abc import Sequence

from markupsafe import Markup

from kb.check.model import Checked
from kb.knowledge.value import Knowledge
from reports.render import STATIC, render
from reports.views.draft import draft_views


def draft_page(drafts: Sequence[Checked], knowledge: Knowledge, site: str | None = None) -> bytes:
    """The drafts with their findings, worst first, and their places marked in the text.

    `site` leads from the page to the report site, where the evidence can be read. The style and
    the one script, which copies, are let in by their hashes; nothing else is let in.
    """
    style, script = _static("site.css", "draft.css"), _static("draft.js")
    return render(
        "draft.html",
        drafts=draft_views(drafts, site),
        topic=knowledge.topic.topic,
        sources=len(knowledge.sources),
        style=Markup(style),
        style_hash=_sum(style),
        script=Markup(script),
        script_hash=_sum(script),
    )


def _static(*names: str) -> str:
    return "".join((STATIC / name).read_text(encoding="utf-8") for name in names)


def _sum(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
