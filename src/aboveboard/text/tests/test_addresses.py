"""Addresses that cannot work are told with what is the matter; those that can are left."""

import pytest

from aboveboard.text.addresses import miswritten


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Book at htps://salt.nl/book today.", "htps://salt.nl/book", "does not begin"),
        ("Book at https:/salt.nl today.", "https:/salt.nl", "does not begin"),
        ("Book at https;//salt.nl today.", "https;//salt.nl", "does not begin"),
        ("Book: https://https://salt.nl", "https://https://salt.nl", "begins twice"),
        ("Book: https:// salt.nl/a.", "https:// salt.nl/a", "blank"),
        ("See www. salt.nl now", "www. salt.nl", "blank"),
        ("See https://www.salt .nl now", "https://www.salt .nl", "blank"),
        ("See https://www.salt,nl now", "https://www.salt,nl", "comma"),
        ("See https://www..salt.nl", "https://www..salt.nl", "two dots"),
        ("See https://www.salt for more", "https://www.salt", "ending"),
        ("See https://salt/menu for more", "https://salt/menu", "ending"),
        ("See wwww.salt.nl for more", "wwww.salt.nl", "www"),
        ("See wwwsalt.nl for more", "wwwsalt.nl", "www"),
        ("See https://salt.con/menu", "https://salt.con/menu", "slip"),
        ("See http://localhost:8000/draft", "http://localhost:8000/draft", "own house"),
        ("See http://192.168.2.7/a", "http://192.168.2.7/a", "own house"),
        ("See https://staging.salt.nl/a", "https://staging.salt.nl/a", "own house"),
        ("See https://nas.local/a", "https://nas.local/a", "own house"),
        ("See file:///C:/Users/menu.pdf", "file:///C:/Users/menu.pdf", "one computer"),
        ("See https://salt.nl/our-new-ca…", "https://salt.nl/our-new-ca…", "cut off"),
        ("See https://salt.nl/our-new-ca...", "https://salt.nl/our-new-ca", "cut off"),
        ("Hierhttps://salt.nl", "https://salt.nl", "before it"),
        ("https://salt.nlKom langs", "https://salt.nlKom", "after it"),
        ("https://salt.nlen meer", "https://salt.nlen", "after it"),
        ("Tickets: [link]", "[link]", "never filled in"),
        ("Tickets: [LINK HIER INVOEGEN]!", "[LINK HIER INVOEGEN]", "never filled in"),
        ("Tickets : INSÉRER LE LIEN", "INSÉRER LE LIEN", "never filled in"),
        ("Tickets: {{url}}", "{{url}}", "never filled in"),
        ("https://salt.nl/?utm_source={source}", "https://salt.nl/?utm_source={source}", "field"),
        ("https://salt.nl/shop/[product]", "https://salt.nl/shop/[product]", "field"),
        ("https://yourwebsite.com/offer", "https://yourwebsite.com/offer", "never filled in"),
        ("https://-salt.nl", "https://-salt.nl", "hyphen"),
        ("http://300.1.1.1/a", "http://300.1.1.1/a", "numbers"),
    ],
)
def test_what_cannot_work(text: str, words: str, why: str) -> None:
    (one,) = miswritten(text)
    assert one.span.text == words == text[one.span.start : one.span.end]
    assert why in one.why


@pytest.mark.parametrize(
    "text",
    [
        "https://salt.nl",
        "See salt.nl/menu, or (https://www.salt.nl/a_(b)).",
        "https://münchen-brot.de/käse?x=1&y=[2]#top",
        "http://salt.nl:443/a, www2.salt.nl and shop.salt.co.uk!",
        "Our file menu.pdf, Node.js, e.g. this, at 9 a.m. or 3.5 km.",
        "It is over.So we go home.",
        "Look at salt.nl... and say what you think",
        "The link in our bio. LINK IN BIO. Links and URLS are below.",
        "[Read the story](https://salt.nl/story)",
        "https://staging-post-inn.co.uk/rooms",
        "The stage.com of ages, http and https explained, www and the web",
        "https://8.8.8.8/ answers",
        "https://salt.example/menu",
        "C: a letter. 10.30 to 12.30, 1.2.3.4 is a version",
        "Kijk op www.salt.nl. De kaart staat online. It is at https://salt.nl. In the shop too.",
        "Anna (links) und Bob (rechts), by phone or online (website). HIER LINKS ABBIEGEN",
        "€ 45 pp/pn, PDF/PPT, TP/TD, 10 pts/kg, HTTP/2 and HTTPS/TLS",
        "SHOP LINK IN BIO, OUR WEBSITE IS LIVE, LE LIEN EST DANS LA BIO",
        "https://craft.beer, home-staging.fr/contact, https://home-staging.co.uk/a, vvv.nl and https://my-brand.com",
        "Tel. 02.123.45.67/68, score: 10.20.30.40/100, vitamin C:/D",
        "Bezoek www.salt.nl,of bel ons; www.salt.nl(gratis)",
    ],
)
def test_what_may_work(text: str) -> None:
    assert [one for one in miswritten(text) if not one.perhaps] == []


def test_an_address_for_examples_is_a_hint() -> None:
    (one,) = miswritten("Come by: https://www.example.com/menu!")
    assert one.perhaps
    assert one.span.text == "https://www.example.com/menu"


def test_each_is_told_once_in_the_order_of_the_text() -> None:
    found = miswritten("www.salt,nl, then https:// salt.nl/x and [LINK].")
    assert [one.span.text for one in found] == ["www.salt,nl", "https:// salt.nl/x", "[LINK]"]


@pytest.mark.parametrize(
    "unit",
    ["https://a.", "www.", "[link ", "your link ", "a.nl/", "{{", "THE SHOP ", "www\t ", "hhtp"],
)
def test_endless_texts_take_no_long_time(unit: str) -> None:
    miswritten(unit * 6_000)
