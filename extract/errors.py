"""What a person gave the program and it can't work with: one line that names the remedy.

Every code stands in docs/errors.md.
"""

from collections.abc import Sequence


class InputError(Exception):
    """Bad input. `str` is the line for the person: where, what is wrong, what would be right.

    `code` ("KB101") is printed in front of the line, if there is one.
    """

    def __init__(self, line: str, code: str | None = None) -> None:
        super().__init__(f"{code} {line}" if code else line)
        self.code = code

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows of it: the line, and not the way there."""
        return [str(self)]


class InputErrors(InputError):
    """Several mistakes found at once; `str` is their lines, `errors` the mistakes in order.

    Raises `ValueError` when made of none.
    """

    def __init__(self, errors: Sequence[InputError]) -> None:
        if not errors:
            raise ValueError("InputErrors without an error")
        super().__init__("\n".join(str(e) for e in errors))
        self.errors = tuple(errors)
        self.code = errors[0].code
