"""A model behind an OpenAI-compatible chat endpoint as a reader: Ollama, llama.cpp, vLLM, hosted.

What it is told stands in prompt.md and opinion.md, the form of its answer in schema.json and
opinion.json beside this module.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from extract.model import digest
from kb.readers.model import Identity, ReaderFailed, Row
from kb.readers.posting import Unwelcome

HERE = Path(__file__).parent
SIZE = 8_000  # characters of a text in one request
ASKED = ("question", "asks", "takes")  # of each question
_FENCE = re.compile(r"\A\s*```[a-z]*\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)

Ask = Callable[[Mapping[str, Any]], dict[str, Any]]


@dataclass
class ChatReader:
    """A model that is asked by `ask`, which posts a payload and brings back the answer.

    `plainly`: it does not take a schema or a temperature and is asked without.
    """

    ask: Ask
    model: str
    name: str
    url: str
    size: int | None = SIZE
    plainly: bool = field(default=False, init=False)

    @cached_property
    def identity(self) -> Identity:
        """Its name, and what its answers depend on: endpoint, model, prompts and schemas."""
        told = digest(*(_file(n) for n in ("prompt.md", "schema.json", "opinion.md")))
        return Identity(self.name, (self.url, self.model, told, _file("opinion.json")))

    def read(self, request: Row) -> str:
        """The claims of its answer as JSON Lines; what is no list of claims, as it stands."""
        questions = [{key: q[key] for key in ASKED} for q in request["questions"]]
        asked = {"questions": questions, "subjects": request["subjects"]}
        content = self._content("prompt.md", "schema.json", request, request["text"], asked)
        return as_lines(content)

    def weigh(self, request: Row) -> Row:
        """Its answer on a dispute."""
        material = json.dumps(request["dispute"], ensure_ascii=False, indent=1)
        content = self._content("opinion.md", "opinion.json", request, material, None)
        row = _parsed(content)
        if not isinstance(row, dict):
            raise ReaderFailed(f"{self.model}: answered a dispute with no JSON object")
        return row

    def _content(
        self, prompt: str, schema: str, request: Row, material: str, asked: Row | None
    ) -> str:
        mark = digest(material)
        told = _file(prompt).format(topic=request["topic"], mark=mark)
        questions = json.dumps(asked, ensure_ascii=False) + "\n" if asked else ""
        payload = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": told},
                {"role": "user", "content": f"{questions}--- {mark}\n{material}\n--- {mark}\n"},
            ],
        }
        return self._said(self._asked(payload, json.loads(_file(schema))))

    def _asked(self, payload: Row, schema: Row) -> Row:
        """With the schema; without it, once an endpoint says that it does not know such things."""
        form = {"name": "answer", "strict": True, "schema": schema}
        wanted = {"response_format": {"type": "json_schema", "json_schema": form}}
        if not self.plainly:
            try:
                return self.ask({**payload, "temperature": 0, "stream": False, **wanted})
            except Unwelcome:
                self.plainly = True
        return self.ask(payload)

    def _said(self, answer: Row) -> str:
        try:
            choice = answer["choices"][0]
            content = choice["message"]["content"]
        except (LookupError, TypeError):
            content = None
        if not isinstance(content, str):
            raise ReaderFailed(f"{self.model}: its answer holds no text; is it a chat endpoint?")
        return content


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _parsed(content: str) -> Any:
    """The JSON of an answer, a fence around it and a thought before it left out; None if none."""
    bare = _THOUGHT.sub("", content)
    fenced = _FENCE.match(bare)
    try:
        return json.loads(fenced[1] if fenced else bare)
    except (ValueError, RecursionError):
        return None


def as_lines(content: str) -> str:
    """The claims of an answer, one a line."""
    found = _parsed(content)
    claims = found.get("claims") if isinstance(found, dict) else found
    if isinstance(claims, list):
        return "\n".join(json.dumps(claim, ensure_ascii=False) for claim in claims)
    return content
