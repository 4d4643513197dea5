"""Every kind of file becomes passages with their places, and bad ones say how to mend them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.brand.reading import KINDS, MAX_BYTES, PassageText, read
from aboveboard.brand.reading.tests import files
from aboveboard.kernel.errors import Invalid


def lines(name: str, data: bytes | str) -> list[tuple[int, str]]:
    raw = data.encode() if isinstance(data, str) else data
    return [(passage.line, passage.text) for passage in read(name, raw).passages]


def test_markdown() -> None:
    document = read(
        "prices.md",
        b"""---
title: What we sell
---
# Prices

The **refill tin** costs [a little](https://x.nl/tin),
and is *soft*-wrapped here.

- Refill tin, 125 g: \xe2\x82\xac6.40
- Sack, 2 kg:
  \xe2\x82\xac38

<!-- not
for you -->
| product | weight (g) |
|---|---|
| Tin | 125 |

Hours
-----
1. Saturday 10:00
```
code stays
```
""",
    )
    assert document.title == "What we sell"
    assert [(p.line, p.text, p.shape) for p in document.passages] == [
        (4, "Prices", "heading"),
        (6, "The refill tin costs a little (https://x.nl/tin), and is soft-wrapped here.", "text"),
        (9, "Refill tin, 125 g: €6.40", "item"),
        (10, "Sack, 2 kg:\n€38", "item"),
        (17, "product: Tin; weight: 125 g", "row"),
        (19, "Hours", "heading"),
        (21, "Saturday 10:00", "item"),
        (23, "code stays", "text"),
    ]
    assert document.passages[2].locator == "line 9, “Prices”"
    assert document.passages[2].heading == "Prices"
    assert document.lang == "en"


def test_plain_text() -> None:
    text = (
        "We dry our salt slowly, in the wind, in the old pump house by the\r\n"
        "Brackwater lock, and never heat it.\r\n\r\nMon: closed\r\nSat: 10:00-16:00\r\n\r\n"
        "- tins\r\n- sacks\r\n"
    )
    assert lines("about.txt", text) == [
        (1, text[: text.index("\r\n\r\n")].replace("\r\n", " ")),
        (4, "Mon: closed\nSat: 10:00-16:00"),
        (7, "tins"),
        (8, "sacks"),
    ]
    assert read("about.txt", text.encode()).title == "about"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings(codec: str) -> None:
    assert lines("x.txt", "Prijs: €6,40 voor één blik".encode(codec)) == [
        (1, "Prijs: €6,40 voor één blik")
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_csv(mark: str) -> None:
    rows = [
        ["product", "price_eur", "note"],
        ["Tin", "6.40", '"dry\nand fine"'],
        ["Sack", "38", ""],
    ]
    text = "\n".join(mark.join(row) for row in rows)
    assert lines("prices.csv", text) == [
        (2, "product: Tin; price: 6.40 EUR; note: dry and fine"),
        (4, "product: Sack; price: 38 EUR"),
    ]
    assert read("prices.csv", text.encode()).passages[0].locator == "row 2"


def test_csv_without_a_header() -> None:
    assert lines("p.csv", "Tin,6.40\nSack,38\n") == [(1, "Tin; 6.40"), (2, "Sack; 38")]


def test_html() -> None:
    page = """<!doctype html><html><head><title>Visit us</title><style>p{}</style></head>
<body><nav><a href=/>Home 1</a></nav>
<h1>Opening hours</h1>
<p>We open on <b>Saturday</b> at 10:00.<br>Come early.</p>
<ul><li>Tins</li><li>Sacks <ul><li>2 kg</li></ul></li></ul>
<script>var price = 99</script>
<table><tr><th>Product</th><th>Price (€)</th></tr><tr><td>Tin</td><td>6.40</td></tr></table>
<div>Loose words</div></body></html>"""
    document = read("visit.html", page.encode())
    assert document.title == "Visit us"
    assert [(p.line, p.text) for p in document.passages] == [
        (3, "Opening hours"),
        (4, "We open on Saturday at 10:00.\nCome early."),
        (5, "Tins"),
        (5, "Sacks"),
        (5, "2 kg"),
        (7, "Product: Tin; Price: 6.40 €"),
        (8, "Loose words"),
    ]


def test_pdf() -> None:
    data = files.pdf(
        ["We open on Saturday.", "- Tin: €6.40", "- Sack: €38"], ["Page two."], title="Prices"
    )
    document = read("prices.pdf", data)
    assert document.title == "Prices"
    assert [(p.line, p.text) for p in document.passages] == [
        (1, "We open on Saturday."),
        (1, "Tin: €6.40"),
        (1, "Sack: €38"),
        (2, "Page two."),
    ]
    assert document.passages[-1].locator == "page 2"


def test_word() -> None:
    assert [(p.text, p.shape, p.heading) for p in read("prices.docx", files.word()).passages] == [
        ("Prices", "heading", ""),
        ("The shop is in the old pump house.", "text", "Prices"),
        ("Refill tin, 125 g: €6.40", "item", "Prices"),
        ("product: Sack; price: €38", "row", "Prices"),
    ]


def test_a_long_paragraph_becomes_several_passages_of_one_line() -> None:
    found = lines("long.txt", "We open at ten. " * 1000)
    assert {line for line, _ in found} == {1}
    assert all(len(text) <= 2000 for _, text in found)


PDF = files.pdf(["Salt."])


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.exe", b"x", "kind"),
        ("a", b"x", "kind"),
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.md", b"---\n---\n", "no text"),
        ("a.txt", b"salt\x00salt and more", "NUL"),
        ("a.txt", bytes(range(128, 256)) * 20 + b"\x01\x02\x03" * 50, "text"),
        ("a.txt", b"x" * (MAX_BYTES + 1), "MB"),
        ("a.txt", b"a\n\n" * 5_001, "passages"),
        ("a.txt", PDF, "a PDF"),
        ("a.pdf", b"plain words", "not what its name says"),
        ("a.pdf", b"%PDF-1.4\nbroken", "damaged"),
        ("a.pdf", PDF[: len(PDF) // 2], "damaged"),
        ("a.pdf", files.pdf([]), "pictures"),
        ("a.pdf", files.locked(PDF, "secret"), "password"),
        ("a.docx", b"plain words", "not what its name says"),
        ("a.docx", b"PK\x03\x04broken", "Word"),
        ("a.docx", files.word()[:-200], "Word"),
        ("a.docx", files.bomb(), "unpacks"),
        ("a.html", b"<div>" * 2_000 + b"x", "nested"),
        ("a.csv", b'name,note\nx,"' + b"y" * 300_000, "table"),
    ],
)
def test_bad_files_say_what_to_do(name: str, data: bytes, words: str) -> None:
    with pytest.raises(Invalid) as caught:
        read(name, data)
    assert words in caught.value.message
    assert caught.value.mend


def read_or_refused(name: str, data: bytes) -> list[PassageText]:
    """The passages, or none when the file was refused with a mend; nothing else may happen."""
    try:
        passages = read(name, data).passages
    except Invalid as refused:
        if not refused.mend:
            raise
        return []
    assert passages
    return passages


@settings(max_examples=60)
@given(st.sampled_from(KINDS), st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(kind: str, data: bytes, magic: bool) -> None:
    head = {"pdf": b"%PDF-1.7\n", "docx": b"PK\x03\x04"}.get(kind, b"") if magic else b""
    for passage in read_or_refused(f"x.{kind}", head + data):
        assert passage.text.strip()
        assert passage.line >= 1
        assert passage.locator


@settings(max_examples=40)
@given(st.sampled_from(["md", "txt", "html", "csv"]), st.text(min_size=1, max_size=300))
def test_any_text_is_read_or_refused(kind: str, text: str) -> None:
    for passage in read_or_refused(f"x.{kind}", text.encode("utf-8", "replace")):
        assert "\x00" not in passage.text
