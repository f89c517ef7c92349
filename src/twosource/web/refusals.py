"""In: why a request gets no page. Out: the one shape in which pages and JSON tell it."""

import msgspec


class Refused(Exception):
    """A request that gets no page: the HTTP status, a short code for programs, a message for a person."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


class Elsewhere(Exception):
    """The story that was asked for is part of another one now, whose lasting id is `story`."""

    def __init__(self, story: str) -> None:
        super().__init__(story)
        self.story = story


class Across(Exception):
    """What was asked for is better shown on another page of this site, whose address this is."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Status, code and message of a refusal."""

    status: int
    code: str
    message: str


class FaultPage(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of every refusal."""

    error: Fault


def no_story() -> Refused:
    """The refusal for a story that the store does not hold."""
    return Refused(404, "not-there", "There is no such story in this store.")


def no_report() -> Refused:
    """The refusal for a report that the store does not hold."""
    return Refused(404, "not-there", "There is no such report in this store.")


def no_version() -> Refused:
    """The refusal for a version that its report never had."""
    return Refused(404, "not-there", "There is no such version of this report.")


def no_job() -> Refused:
    """The refusal for a job that this process does not remember."""
    return Refused(404, "not-there", "There is no such job; jobs are forgotten when the program ends.")


def fault_page(refused: Refused) -> FaultPage:
    """A refusal in its JSON shape."""
    return FaultPage(error=Fault(status=refused.status, code=refused.code, message=refused.message))
