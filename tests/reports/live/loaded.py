"""What `kb serve` loads as it starts: loaded once, for all that are forked of it."""

import gc
from functools import cache

from extract.english import pipeline

pipeline.load = cache(pipeline.load)
pipeline.load()

import uvicorn.protocols.http.auto  # noqa: E402, F401
import watchfiles  # noqa: E402, F401

import kb.cli  # noqa: E402, F401
import reports.live.app  # noqa: E402
import reports.live.server  # noqa: E402, F401
from reports.render import environment  # noqa: E402

for name in environment().list_templates():
    environment().get_template(name)
gc.freeze()
