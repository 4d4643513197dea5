"""A mail to each of several people, of whom one at least is to be reached."""

import logging
from collections.abc import Sequence

from django.core.mail import send_mail

log = logging.getLogger(__name__)


def reached(to: Sequence[str], subject: str, body: str) -> bool:
    """Whether it went to anybody, or there is nobody to tell; else it is to be tried again."""
    went = not to
    for one in to:
        try:
            send_mail(subject, body, None, [one])
            went = True
        except OSError as error:
            log.warning("The mail “%s” was not sent: %s", subject, error)
    return went
