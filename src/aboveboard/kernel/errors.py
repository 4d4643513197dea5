"""The errors that reach a person.

    AboveboardError
    ├── Invalid      what was given cannot be used
    ├── Forbidden    this actor may not do this
    ├── NotFound     it is not there, or not theirs to see
    └── Conflict     it changed meanwhile, or its state does not allow this

`message` says what happened and what was kept, `mend` what to do; faces show both.
"""


class AboveboardError(Exception):
    """An error with words for a person. `code` is short and stable, for programs."""

    status = 400

    def __init__(self, message: str, *, mend: str = "", code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
        self.code = code or type(self).__name__.lower()

    def __str__(self) -> str:
        return f"{self.message} {self.mend}".strip()


class Invalid(AboveboardError):
    """What was given cannot be used."""

    status = 422


class Forbidden(AboveboardError):
    """This actor may not do this."""

    status = 403


class NotFound(AboveboardError):
    """It is not there, or not theirs to see."""

    status = 404


class Conflict(AboveboardError):
    """It changed meanwhile, or its state does not allow this."""

    status = 409
