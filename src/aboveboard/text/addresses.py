"""Web addresses that cannot work as they are written, or that were never filled in.

In: a text. Out: where each stands and what is the matter, with the mend. Sources: RFC 3986 (how an
address is written), RFC 1918, 6761 and 6762 (hosts that only answer at home), RFC 2606 (hosts
that are nobody's). No server is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address

import regex

from aboveboard.kernel.endings import ENDINGS
from aboveboard.text.counting import URL
from aboveboard.text.languages import COMMON
from aboveboard.text.spans import Span


@dataclass(frozen=True, slots=True)
class Miswritten:
    """Where it stands and why it cannot work; `perhaps` where it may be meant so."""

    span: Span
    why: str
    perhaps: bool = False


_EMPTY = "The address was never filled in. Put it here, or take this out."
_BLANK = "There is a blank in the address. Take it out."
_ENDING = "The ending of the host, such as “.com”, is missing."
_NAME = r"(?:link|url|web-?link|website-?url|hivatkozás|lien|adresse web)"
_BEFORE = (
    r"(?:(?:insert|add|paste|your|voeg|invoegen|uw|jouw|insérer|ajouter|mettre|votre|einfügen|"
    r"ihr(?:en)?|ide jön|itt jön)[ _:-]{1,3}"
    r"(?:(?:the|your|le|den|de|a|az|shop|booking|ticket)[ _:-]{1,3}){0,2})"
)
_AFTER = (
    r"(?:[ _:-]{1,3}(?:here|goes here|hier|ici|ide|invoegen|toevoegen|volgt|einfügen|folgt|"
    r"à insérer|à venir|beilleszt\p{L}*|helye|tba|tbd|todo|tk|x{2,3}))"
)
# What stands where an address was to come: a name of it in brackets, or one that is loud.
_UNFILLED = regex.compile(
    rf"(?i:[\[<{{]{{1,2}}{_BEFORE}?(?:(?:the|shop|booking|ticket|le|de|den|a)[ _:-]{{1,3}})?{_NAME}"
    rf"{_AFTER}{{0,2}}[\]>}}]{{1,2}}(?!\())"
    rf"|(?<!\p{{L}})(?=\p{{Lu}}{{2}}(?!\p{{Ll}}))(?i:{_BEFORE}{_NAME}{_AFTER}?|{_NAME}{_AFTER})"
    rf"(?<=\p{{Lu}}{{2}})(?!\p{{L}})"
    r"|(?i:\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}"
    r"|(?<!\p{L})\{(?:utm_\w+|\w*_?(?:url|link|slug))\}|%(?:\w+_)?(?:url|link)%|[\[<]https?://[\]>])"
)
_FILE = regex.compile(r"(?i)(?<!\p{L})(?:file:/+|[c-h]:\\+(?=\p{L})|[c-h]:/(?=\p{L}{2,}/))\S+")
# Bounded, so that endless ones take no long time.
_ONE = r"[\p{L}\p{N}-]{1,63}"
_HOST = rf"{_ONE}(?:\.{_ONE}){{0,6}}"
_APART = regex.compile(
    rf"(?i)(?<![\p{{L}}\p{{N}}])(?:https?://[ \t]{{1,3}}{_HOST}\.(?:{ENDINGS})(?!\p{{L}})"
    rf"|(?:https?://(?:www\.)?|www\.){_ONE}(?:[ \t]{{1,3}}\.[ \t]?|\.[ \t]{{1,3}})(?:{ENDINGS})"
    rf"(?![\p{{L}}\p{{N}}])"
    rf"|www(?:\.[ \t]{{1,3}}|[ \t]{{1,3}}\.?[ \t]{{0,3}}){_HOST}\.(?:{ENDINGS})"
    rf"(?![\p{{L}}\p{{N}}]))\S*"
)
# What is meant as an address, rightly written or not: by its beginning, or its host's ending.
_SCHEME = r"(?:h{1,3}t{1,3}p{0,3}s{0,2}|h[tps]{2,5}|ttps?)"
_MARKS = r"(?:[:;.,][/\\]{1,3}|//|\\\\|[:;](?=[\p{L}\p{N}-]+\.))"
_MEANT = regex.compile(
    rf"(?i){_SCHEME}{_MARKS}[^\s<>\"“”„«»]*"
    rf"|(?<![\p{{L}}\p{{N}}@./-])(?:w{{2,5}}|vvv)[.,][^\s<>\"“”„«»]+"
    r"|(?<![\p{L}\p{N}@./:-])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?/(?=\p{L})[^\s<>\"“”„«»]*"
    rf"|(?<![\p{{L}}\p{{N}}@./-])www[\p{{L}}\p{{N}}-]+\.(?:{ENDINGS})(?!\p{{L}})[^\s<>\"“”„«»]*"
)
_MISBEGINS = regex.compile(rf"(?i){_SCHEME}{_MARKS}")
_BEGINS = regex.compile(r"(?i)(?P<scheme>https?)://|(?=w{2,5}[\p{L}.,]|vvv[.,])")
_TWICE = regex.compile(r"(?i)(?:https?:?/+|ttps?:)")
_AT_HOME = frozenset({"local", "localhost", "internal", "intranet", "lan", "home", "corp", "test"})
_TRIED_OUT = regex.compile(r"(?i)(?:.*[-_])?(?:staging|preprod|uat|acceptatie)\d*")
_SECOND = frozenset({"co", "com", "org", "net", "ac", "gov"})
_SLIPS = frozenset({"con", "cmo", "ocm", "comm", "coom", "vom", "xom", "ogr", "orgg", "nett"})
_KNOWN = frozenset(ENDINGS.split("|"))
_OURS = "uk|ie|us|nl|be|fr|lu|ch|de|at|hu"
_COMMON = "|".join(sorted({word for held in COMMON.values() for word in held if len(word) > 1}))
_STUCK = regex.compile(
    rf"(?:{ENDINGS})(?=\p{{Lu}})|(?:com|org|net|eu|info|{_OURS})(?=(?:{_COMMON})$)"
)
_STANDING_IN = regex.compile(
    r"(?i)(?:your|uw|jouw|votre|deine|ihre|insert)-?(?:web)?-?(?:site|website|webseite|domain|domein|"
    r"domaine|url|link|seite)|a(?:te)?(?:web)?(?:oldal|cím|cim|domain)(?:ad|od|ed|odat)"
)
_PERHAPS = regex.compile(
    r"(?i)(?:your|my|uw|jouw|votre|deine?|ihre?)-?(?:web)?-?(?:site|company|brand|shop|bolt)|x{3,}|"
    r"domain|website"
)
# In a path: a field in brackets, or letters that stand in.
_FIELD = regex.compile(r"[/=](?:[\[<{][\p{L}_ -]+[\]>}]|(?i:x{4,})(?!\p{L}))")
_NOBODYS = frozenset({"example.com", "example.org", "example.net"})


def miswritten(text: str) -> list[Miswritten]:
    """Every address that cannot work, in the order of the text, none within another."""
    found: list[Miswritten] = []
    for one in _told(text):
        if not any(one.span.overlaps(other.span) for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.span.start)


def _told(text: str) -> Iterator[Miswritten]:
    for match in _UNFILLED.finditer(text):
        yield Miswritten(_bare(match), _EMPTY)
    for match in _FILE.finditer(text):
        yield Miswritten(
            _bare(match), "This is a file on one computer. Put an address that others can open."
        )
    if "www" in text.casefold() or "://" in text:
        for match in _APART.finditer(text):
            yield Miswritten(_bare(match), _BLANK)
    for match in (*_MEANT.finditer(text), *URL.finditer(text)):
        stuck = match.start() > 0 and text[match.start() - 1].isalpha()
        span = _bare(match)
        if stuck and _BEGINS.match(span.text):
            yield Miswritten(span, "A word is stuck to the address. Put a blank before it.")
        elif not stuck and (why := _wrong(span.text, text[span.end :])):
            yield Miswritten(span, why)
        elif not stuck and _nobodys(_host(span.text).removeprefix("www.")):
            why = "This address stands for one, it seems. Put the real one here."
            yield Miswritten(span, why, perhaps=True)


def _nobodys(host: str) -> bool:
    return host in _NOBODYS or bool(_PERHAPS.fullmatch(host.partition(".")[0]))


def _bare(match: regex.Match[str]) -> Span:
    """Without the punctuation that follows, or a bracket that was opened before."""
    words = match.group()
    while words and (words[-1] in ".,;:!?»'*_" or (words[-1] in ")]" and not _opened(words))):
        words = words[:-1]
    return Span(match.start(), match.start() + len(words), words)


def _opened(words: str) -> bool:
    opening = {")": "(", "]": "["}[words[-1]]
    return words.count(opening) >= words.count(words[-1])


def _host(address: str) -> str:
    after = address.partition("://")[2] or address
    host = regex.split(r"[/?#]", after, maxsplit=1)[0].rpartition("@")[2]
    return regex.sub(r":\d+$", "", host).casefold()


def _wrong(address: str, after: str) -> str:
    """Why it cannot work; empty where it may. `after` is what follows in the text."""
    begins = _BEGINS.match(address)
    if not begins and _MISBEGINS.match(address):
        return "The address does not begin as it should. Write “https://” before the host."
    rest = address[begins.end() :] if begins else address
    host = _host(address)
    if not regex.search(r"[\p{L}\p{N}]", host):
        return "The address is cut off. Put the whole one here." if "…" in address else _EMPTY
    if _TWICE.match(rest):
        return "The address begins twice. Write “https://” once."
    tail = rest[len(host) :]
    if regex.search(r"[{}]", rest) or _FIELD.search(tail + after[:40].partition(" ")[0]):
        return "A template's field was never filled in. Put the address here."
    if "…" in rest or ("..." in rest + after[:3] and (len(tail) > 1 or "." not in host)):
        return "The address is cut off. Put the whole one here."
    return _host_wrong(host, rest)


def _host_wrong(host: str, written: str) -> str:
    if host[:1] == "[" or host.replace(".", "").isdecimal():
        return _number_wrong(host)
    first = regex.split(r"[,(\[]", host, maxsplit=1)[0]
    if first != host and first.rpartition(".")[2] in _KNOWN and "." in first:
        # Only a blank is missing behind it.
        return ""
    for sign, why in (
        (",", "There is a comma where a dot belongs."),
        ("..", "There are two dots in a row."),
        ("[", "There are brackets in the address. Take them out."),
        ("(", "There are brackets in the address. Take them out."),
    ):
        if sign in host:
            return why
    labels = host.split(".")
    names = [label for label in labels if not regex.fullmatch(r"www\d?", label)]
    # "co.uk" is one ending.
    own = names[:-2] if names[-2:-1] and names[-2] in _SECOND else names[:-1]
    tried_out = len(own) > 1 and _TRIED_OUT.fullmatch(own[0])
    if names and (names[-1] in _AT_HOME or tried_out):
        return "This address only answers in your own house. Put the public one here."
    if len(names) < 2 or not all(labels):
        return _ENDING
    if (regex.fullmatch(r"w{2}|w{4,}|vvv", labels[0]) and len(labels) > 2) or regex.fullmatch(
        r"www\p{L}.*", labels[0]
    ):
        return "“www.” is not written as it should."
    if any(label[0] == "-" or label[-1] == "-" for label in labels):
        return "A host's name neither begins nor ends with a hyphen."
    last = written[: len(host)].rpartition(".")[2]
    if _STUCK.match(last) and last not in _KNOWN:
        return "A word is stuck to the address. Put a blank after it."
    if names[-1] in _SLIPS:
        return "The ending of the address is a slip. Write it as it is registered."
    if _STANDING_IN.fullmatch(names[0]):
        return _EMPTY
    return ""


def _number_wrong(host: str) -> str:
    try:
        there = ip_address(host.strip("[]"))
    except ValueError:
        return "The numbers of the address are none that a host can have."
    if there.is_global:
        return ""
    return "This address only answers in your own house. Put the public one here."
