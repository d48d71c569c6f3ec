"""The page of checked drafts: one file that needs no other, and runs no script."""

import base64
import hashlib
from collections.abc import Sequence

from markupsafe import Markup

from kb.check.model import Checked
from kb.knowledge.value import Knowledge
from reports.render import STATIC, render
from reports.views.draft import draft_views


def draft_page(drafts: Sequence[Checked], knowledge: Knowledge) -> bytes:
    """The drafts with their findings marked and the evidence beside them.

    The style is the site's own, let in by its hash; nothing else is let in.
    """
    style = (STATIC / "site.css").read_text(encoding="utf-8")
    sum = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return render(
        "draft.html",
        drafts=draft_views(drafts),
        topic=knowledge.topic.topic,
        sources=len(knowledge.sources),
        style=Markup(style),
        style_hash=sum,
    )
