"""What the refusals of a server with Mastodon's API mean.

Source: docs.joinmastodon.org/api/guidelines and each method's page; app/controllers/concerns/api of
mastodon/mastodon for the words that go with 403.
"""

from aboveboard.channels.errors import ChannelError, Gone, Refused
from aboveboard.channels.wire import Answer


def good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise _meaning(answer)


def is_gone(answer: Answer) -> bool:
    return answer.status in (404, 410)


def _meaning(answer: Answer) -> ChannelError:
    """403 is a token without the right, unless the words are those of a rule of the server."""
    error = answer.error()
    if isinstance(error, Gone):
        return Gone(f"The account or server is not there: {error.why}", status=answer.status)
    if answer.status == 403 and "not allowed" in error.why.casefold():
        return Refused(f"The server does not allow it: {error.why}", status=answer.status)
    return error
