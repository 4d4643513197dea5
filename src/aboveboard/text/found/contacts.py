"""Web addresses, e-mail addresses, handles, telephone numbers and versions."""

import regex

from aboveboard.text.counting import URL, mentions
from aboveboard.text.quantity import Kind, Quantity
from aboveboard.text.spans import Span

_EMAIL = regex.compile(
    r"(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+"
)
_PHONE = regex.compile(
    r"(?<![\p{L}\p{N}.,])(?:(?:\+|00)\d{1,3}[ ./-]?)?(?:\(0?\d{1,4}\)[ ./-]?)?\d(?:[ ./-]?\d){5,13}"
    r"(?![\p{L}\p{N}])"
)
_CALL = regex.compile(
    r"(?:tel(?:efo(?:on|n(?:szám)?)|[.:])?|phone|call|bel|ring|mobile|whatsapp|sms|rufnummer|"
    r"anrufen|appelez|tél(?:éphone)?|hívj\w*|fon|handy|gsm|☎|📞)[^\d+]{0,20}$",
    regex.IGNORECASE,
)
_VERSION = regex.compile(
    r"(?<![\p{L}\p{N}])(?:v|ver\.?|version|versie|verzió)\s?(\d+(?:\.\d+)*)\b"
    r"|(?<![\p{L}\p{N}.,])((?!0\d)\d+(?:\.\d+){2,})(?![\p{N}.])",
    regex.IGNORECASE,
)
_DATE_LIKE = regex.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_WWW = regex.compile(r"^(?:https?://)?(?:www\.)?", regex.IGNORECASE)
_TRACKING = regex.compile(r"[?&](?:utm_[a-z]+|fbclid|gclid|ref)=[^&#]*", regex.IGNORECASE)


def contacts(text: str) -> list[Quantity]:
    """What they are and where, in order, none overlapping."""
    found: list[Quantity] = []

    def add(kind: Kind, start: int, end: int, value: str) -> None:
        span = Span(start, end, text[start:end])
        if not any(span.overlaps(other.span) for other in found):
            found.append(Quantity(kind, value, "", span))

    if "@" in text:
        for match in _EMAIL.finditer(text):
            # Hungarian glues its endings on: "info@place.example-re".
            address = regex.sub(r"-\p{L}{1,4}$", "", match.group())
            add("email", match.start(), match.start() + len(address), address.casefold())
    if "." in text or "://" in text:
        for match in URL.finditer(text):
            add("url", match.start(), match.end(), same_address(match.group()))
    if "@" in text or "＠" in text:
        for span in mentions(text):
            add("handle", span.start, span.end, span.text.casefold().replace("＠", "@"))
    for match in _VERSION.finditer(text):
        if not _DATE_LIKE.fullmatch(match.group()):
            add("version", match.start(), match.end(), match.group(1) or match.group(2))
    for match in _PHONE.finditer(text):
        digits = regex.sub(r"\D", "", match.group())
        led = match.group().startswith(("+", "00"))
        called = _CALL.search(text, max(0, match.start() - 30), match.start())
        local = match.group().startswith("0") and len(digits) in (9, 10, 11)
        if len(digits) >= 6 and (led or called or local) and not _dated(match.group()):
            add("phone", match.start(), match.end(), same_phone(match.group()))
    found.sort(key=lambda quantity: quantity.span.start)
    return found


def same_address(address: str) -> str:
    """The address without its scheme, "www.", tracking and a closing slash, host in lower case."""
    bare = _TRACKING.sub("", _WWW.sub("", address)).rstrip("/?&")
    host, slash, rest = bare.partition("/")
    return host.casefold() + slash + rest


def same_phone(number: str) -> str:
    """The last nine digits: what "+31 6 …" and "06 …" share."""
    return regex.sub(r"\D", "", regex.sub(r"\(0\)", "", number))[-9:]


def _dated(text: str) -> bool:
    form = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    return bool(regex.fullmatch(form, text))
