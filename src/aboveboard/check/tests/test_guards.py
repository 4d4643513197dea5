"""Each guard in pairs that differ in one thing: the one is remarked on, the other is not."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aboveboard.brand.rules import LANGUAGES, Policy, Severity
from aboveboard.channels.base import Limits
from aboveboard.channels.registry import networks
from aboveboard.check.guards import GUARDS
from aboveboard.check.rules import Answer, File
from aboveboard.check.tests.cases import by_model, case, said, words
from aboveboard.disclose.rules import Label

# -- facts nobody gave ----------------------------------------------------------------------------

# What is known, how a sentence begins, the right figure and a wrong one.
FACTS = {
    "en": (
        "A tin of fine salt costs €6.40. We open on 2 May at 10:00.",
        "The tin is ",
        ("€6.40", "€7.40"),
    ),
    "nl": (
        "Een blik fijn zout kost € 6,40. We openen op 2 mei om 10.00 uur.",
        "Het blik kost ",
        ("€ 6,40", "€ 7,40"),
    ),
    "fr": (
        "Une boîte de sel fin coûte 6,40 €. Ouverture le 2 mai à 10 h.",
        "La boîte coûte ",
        ("6,40 €", "7,40 €"),
    ),
    "de": (
        "Eine Dose feines Salz kostet 6,40 €. Wir öffnen am 2. Mai um 10 Uhr.",
        "Die Dose kostet ",
        ("6,40 €", "7,40 €"),
    ),
    "hu": (
        "Egy doboz finom só 640 Ft. Május 2-án 10 órakor nyitunk.",
        "A doboz ára ",
        ("640 Ft", "740 Ft"),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_that_nobody_gave(language: str) -> None:
    known, before, (right, wrong) = FACTS[language]
    text = f"👩‍👩‍👧 é́! {before}"
    assert said(case(f"{text}{right}.", language=language, knowledge=[known]), "ungrounded") == []
    found = case(f"{text}{wrong}.", language=language, knowledge=[known])
    remark = said(found, "ungrounded")[0]
    # The remark points at the words, whatever stands before them.
    assert words(found, remark) == wrong
    assert remark.severity is Severity.WARN
    assert right in remark.evidence[0].text
    assert remark.evidence[0].source == "f, line 0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_model_adds_blocks(language: str) -> None:
    known, before, (right, wrong) = FACTS[language]
    knowledge = [known]
    mixed = case(before, by_model(f"{wrong}."), language=language, knowledge=knowledge)
    assert [r.severity for r in said(mixed, "ungrounded")] == [Severity.BLOCK]
    person = case(by_model(before), f"{wrong}.", language=language, knowledge=knowledge)
    assert [r.severity for r in said(person, "ungrounded")] == [Severity.WARN]
    assert not said(
        case(by_model(f"{before}{right}."), language=language, knowledge=knowledge), "ungrounded"
    )


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("en", "Did you know that 4,000 chefs cook with it?", "4,000"),
        ("en", "Thanks to 4,000 chefs!", "4,000"),
        ("nl", "Fijn zout kost € 7,90 per blik.", "€ 7,90"),
        ("fr", "Bon prix : 7,90 € la boîte.", "7,90 €"),
        ("de", "Gute Nachricht: 7,90 € pro Dose.", "7,90 €"),
        ("hu", "Várunk 4000 vendéget!", "4000"),
    ],
)
def test_a_model_states_nothing_in_passing(language: str, text: str, figure: str) -> None:
    """Where people ask, greet and thank, their figures are not judged; a model's are."""
    knowledge = [FACTS[language][0]]
    found = case(by_model(text), language=language, knowledge=knowledge)
    blocked = [r for r in said(found, "ungrounded") if r.severity is Severity.BLOCK]
    assert [words(found, remark) for remark in blocked] == [figure]
    assert said(case(text, language=language, knowledge=knowledge), "ungrounded") == []
    # With a source it may be asked.
    source = text.replace("?", ".").replace("!", ".")
    grounded = case(by_model(text), language=language, knowledge=[*knowledge, source])
    assert said(grounded, "ungrounded") == []


def test_names_and_links_are_facts_too() -> None:
    knowledge = ["Marit Veen rakes the pans. See https://saltworks.example/visit for times."]
    assert not said(
        case("Meet Marit Veen: https://saltworks.example/visit", knowledge=knowledge), "ungrounded"
    )
    found = case("Meet Bertrand Dubois: https://evil.example/", knowledge=knowledge)
    assert {words(found, r) for r in said(found, "ungrounded")} == {
        "Bertrand Dubois",
        "https://evil.example/",
    }


# -- the label ------------------------------------------------------------------------------------

DENIALS = {
    "en": "Written by people. Taste it.",
    "nl": "Door mensen geschreven. Proef maar.",
    "fr": "Écrit par des personnes. Goûtez.",
    "de": "Von Menschen geschrieben. Probiert es.",
    "hu": "Emberek írták. Kóstold meg.",
}
CLAIMS = {
    "en": "Made with AI. Taste it.",
    "nl": "Gemaakt met AI. Proef maar.",
    "fr": "Créé avec une IA. Goûtez.",
    "de": "Mit KI erstellt. Probiert es.",
    "hu": "MI-vel készült. Kóstold meg.",
}
# The same words about something else.
HARMLESS = {
    "en": "Made with love, written by hand on paper; people by the sea say hi. Ai Weiwei came.",
    "nl": "Gemaakt met zout, geschreven door de zee. Mensen zijn welkom. Zonder aardappels.",
    "fr": "Créé avec amour, écrit par la mer. Des personnes viennent. Sans iode.",
    "de": "Mit Liebe erstellt, vom Meer geschrieben. Menschen kommen. Ohne Kinder gratis.",
    "hu": "Sóval készült, a tenger írta. Emberek jönnek. Minden nélkül.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_about_who_wrote_it(language: str) -> None:
    denied = said(case(DENIALS[language], language=language), "label")
    assert [r.severity for r in denied] == [Severity.WARN]
    # Where AI is owed a mention, a denial holds the post; a second mention does not.
    denied = said(case(by_model(DENIALS[language]), language=language), "label")
    assert [r.severity for r in denied] == [Severity.BLOCK]
    claimed = said(case(by_model(CLAIMS[language]), language=language), "label")
    assert [r.severity for r in claimed] == [Severity.WARN]
    for passage in (HARMLESS[language], by_model(HARMLESS[language])):
        assert said(case(passage, language=language), "label") == []


@pytest.mark.parametrize("words_", ["No AI!", "Zonder AI.", "Sans IA.", "Ohne KI.", "MI nélkül."])
def test_no_ai_is_a_denial(words_: str) -> None:
    assert [r.severity for r in said(case(by_model(f"Salt. {words_}")), "label")] == [
        Severity.BLOCK
    ]
    assert [r.severity for r in said(case(f"Salt. {words_}"), "label")] == [Severity.WARN]


def test_a_label_that_does_not_stand_there() -> None:
    found = case(by_model("The wind dries the salt."))
    assert said(found, "label") == []
    content = found.content.model_copy(update={"parts": ("The wind dries the salt.",)})
    bare = type(found)(**{**found.__dict__, "content": content})
    assert [r.message for r in said(bare, "label")] == ["The label does not stand on the post."]
    # A network's own field does instead.
    native = content.model_copy(update={"native": {"ai": True}})
    assert said(type(found)(**{**found.__dict__, "content": native}), "label") == []


# -- network limits -------------------------------------------------------------------------------

_piece = st.sampled_from(["a", "é́", "👩‍👩‍👧‍👦", "🇭🇺", "ő", "שׁ", " ", "\n", "word "])


@given(
    st.sampled_from(sorted(networks())),
    st.lists(_piece, min_size=1, max_size=60),
    st.integers(5, 40),
)
@example("threads", ["👩‍👩‍👧‍👦"], 5)
def test_what_is_too_much_is_pointed_at(name: str, pieces: list[str], most: int) -> None:
    text = "x" + "".join(pieces)
    found = case(text, on=name, limits=Limits(text=most))
    size = found.room(text.strip())
    remarks = said(found, "length")
    assert bool(remarks) == (size > most)
    for remark in remarks:
        kept = found.text[: remark.start]
        assert found.room(kept) <= most
        # One more grapheme would not have fitted, and none is cut through.
        assert found.room(kept) + found.room(words(found, remark)) == size
        assert remark.message.startswith(f"{size} of {most}: {size - most} too many for")


def test_a_title_and_tags_that_are_too_much() -> None:
    clip = [File(size=1_000, mime="video/mp4")]
    ready: dict[str, Any] = {"on": "youtube", "pictures": ["alt"], "files": clip}
    assert said(case("Raking.", title="x" * 100, **ready), "length") == []
    (remark,) = said(case("Raking.", title="x" * 101, **ready), "length")
    assert remark.message == "The title has 101 characters; YouTube takes 100."
    ready["on"] = "instagram"
    tags = "#one #two #three #four #five"
    assert said(case(tags, **ready), "length") == []
    found = case(f"{tags} and #six", **ready)
    (remark,) = said(found, "length")
    assert words(found, remark) == "#six"
    assert remark.message == "6 tags; Instagram takes 5."


def test_a_first_comment_has_a_limit_of_its_own() -> None:
    long = "x" * 1_251
    assert said(case(long, on="linkedin"), "length") == []
    (remark,) = said(case(f"Open.\n---\n{long}", on="linkedin"), "length")
    assert remark.message == "1251 of 1250: 1 too many for LinkedIn."


@pytest.mark.parametrize("name", sorted(networks()))
def test_the_limit_itself_fits(name: str) -> None:
    limits = networks()[name].limits
    clip = File(size=1_000, mime="video/mp4")
    with_it: dict[str, Any] = {"on": name}
    if limits.videos:
        with_it |= {"pictures": ["alt"], "files": [clip]}
    assert said(case("x" * limits.text, **with_it), "length") == []
    found = case("x" * (limits.text + 1), **with_it)
    assert [words(found, r) for r in said(found, "length")] == ["x"]


def test_the_label_is_counted() -> None:
    label = Label(kind="partly", text="Partly made with AI", ai=True)
    fits = case("x" * (300 - 21), on="bluesky", label=label)
    assert said(fits, "length") == []
    over = case("x" * (300 - 20), on="bluesky", label=label)
    assert [r.message for r in said(over, "length")] == [
        "301 of 300: 1 too many for Bluesky. The label takes 21."
    ]
    assert words(over, said(over, "length")[0]) == "x"


def test_each_part_of_a_thread_is_counted_by_itself() -> None:
    long, short = "x" * 301, "y" * 300
    found = case(f"{short}\n---\n{long}\n---\n{short}", on="bluesky")
    remark = said(found, "length")[0]
    assert (words(found, remark), len(said(found, "length"))) == ("x", 1)
    # The same words again and again: the right one is pointed at.
    found = case("ab\n---\nab" + "b" * 299, on="bluesky")
    assert said(found, "length")[0].end == len(found.text)
    # A network without threads gets one text.
    found = case("x" * 5_000 + "\n---\n" + "y" * 5_000, on="site")
    assert "10002 of 10000: 2 too many for Site." in said(found, "length")[0].message


def test_bytes_have_a_limit_of_their_own() -> None:
    found = case("👩‍👩‍👧‍👦" * 290, on="bluesky")
    assert "bytes too many" in said(found, "length")[0].message
    assert said(case("👩‍👩‍👧‍👦" * 100, on="bluesky"), "length") == []


def test_the_servers_own_way_of_counting_is_used() -> None:
    link = "https://saltworks.example/" + "x" * 100
    assert said(case(link, on="mastodon", limits=Limits(text=30, url_length=23)), "length") == []
    assert said(case(link, on="mastodon", limits=Limits(text=30, url_length=40)), "length")
    assert said(case(link, on="mastodon", limits=Limits(text=60, url_length=None)), "length")


def test_pictures_have_limits_too() -> None:
    def look(count: int, *files: File, **more: object) -> list[str]:
        found = case("x", on="bluesky", pictures=["alt"] * count, files=files)
        return [r.message for r in said(found, "length")]

    fine = File(size=900_000, mime="image/png")
    assert look(4, *[fine] * 4) == []
    assert look(5, *[fine] * 5) == ["5 pictures; Bluesky takes 4."]


def test_videos_have_limits_of_their_own() -> None:
    def look(on: str, *files: File) -> list[str]:
        found = case("x", on=on, pictures=["alt"] * len(files), files=files)
        return [r.message for r in said(found, "length")]

    clip, fine = File(size=9_000_000, mime="video/mp4"), File(size=900_000, mime="image/jpeg")
    assert look("youtube", clip) == look("mastodon", clip) == look("tiktok", clip) == []
    assert look("youtube") == ["YouTube takes no post without a picture or video."]
    assert look("instagram") == ["Instagram takes no post without a picture or video."]
    assert look("mastodon", clip, clip) == ["2 videos; Mastodon takes 1."]
    assert look("mastodon", clip, fine) == ["Mastodon takes pictures or a video, not both."]
    assert look("mastodon", File(size=200_000_000, mime="video/mp4")) == [
        "The video has 200.0 MB; Mastodon takes 103.8 MB."
    ]
    assert look("x", File(size=1, mime="video/x-msvideo")) == [
        "The video is a X-MSVIDEO, which X does not take."
    ]


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_nothing_to_say(text: str) -> None:
    assert [r.message for r in said(case(text), "length")] == [
        "There are no words and no picture yet."
    ]
    assert said(case(text, pictures=["A heap of salt"]), "length") == []


# -- pictures and links ---------------------------------------------------------------------------


def test_pictures_need_words() -> None:
    assert said(case("x", pictures=["A heap of salt"]), "alt_text") == []
    assert [r.message for r in said(case("x", pictures=[" \n"]), "alt_text")] == [
        "The picture has no words for people who cannot see it."
    ]
    found = said(case("x", pictures=["ok", "", "y" * 4_001]), "alt_text")
    assert [r.message.split(" ")[1] for r in found] == ["2", "3:"]
    assert {r.severity for r in found} == {Severity.BLOCK}


def test_links() -> None:
    text = "See 👩‍👩‍👧 https://a.example/x, or b.example."
    bad, good = Answer(ok=False, why="It answers 404."), Answer(ok=True, why="")
    assert said(case(text), "link") == []
    assert said(case(text, answers={"https://a.example/x": good}), "link") == []
    found = case(text, answers={"https://a.example/x": bad, "b.example": bad})
    assert [words(found, r) for r in said(found, "link")] == ["https://a.example/x", "b.example"]


END = date(2026, 5, 1)


def test_rights_end_with_their_last_day() -> None:
    file = File(size=1, mime="image/png", may_use_until=END)
    assert said(case("x", pictures=["a"], files=[file], day=END), "rights") == []
    (late,) = said(case("x", pictures=["a"], files=[file], day=END + timedelta(days=1)), "rights")
    assert late.severity is Severity.BLOCK
    assert late.message == (
        "The picture may be used until 01 May 2026; this would go out on 02 May 2026."
    )


@pytest.mark.parametrize("consent", ["", "nobody", "given"])
def test_consent_that_is_missing_holds_a_picture(consent: str) -> None:
    asked = [File(size=1, mime="image/png", consent=one) for one in (consent, "missing")]
    found = said(case("x", pictures=["a", "b"], files=asked, day=END), "rights")
    assert [one.message for one in found] == ["Picture 2 shows people who have not agreed to it."]
    clip = File(size=1, mime="video/mp4", removed=True)
    (gone,) = said(case("x", pictures=["a"], files=[clip], day=END), "rights")
    assert gone.message == "The video was removed from the library."


# -- the policy -----------------------------------------------------------------------------------


def test_a_policy_moves_what_may_be_moved() -> None:
    found = case("x", pictures=[""])
    for wanted, severities in (
        (Severity.OFF, []),
        (Severity.WARN, [Severity.WARN]),
        (Severity.BLOCK, [Severity.BLOCK]),
    ):
        policy = Policy(guards={"alt_text": wanted})
        assert [r.severity for r in said(found, "alt_text", policy)] == severities


@pytest.mark.parametrize("code", ["length", "ungrounded", "label", "rights"])
@pytest.mark.parametrize("wanted", [Severity.OFF, Severity.WARN])
def test_what_must_be_there_stays(code: str, wanted: Severity) -> None:
    found = case(
        by_model("No AI, only 4,000 tins. " + "x" * 10_000),
        knowledge=["Salt."],
        files=[File(size=1, mime="image/png", consent="missing")],
    )
    policy = Policy(guards={code: wanted})
    assert {r.severity for r in said(found, code, policy)} == {Severity.BLOCK}


def test_guards_have_names_of_their_own() -> None:
    assert (
        len({guard.code for guard in GUARDS})
        == len({guard.title for guard in GUARDS})
        == len(GUARDS)
    )
    assert all(Policy(guards={guard.code: Severity.WARN}) for guard in GUARDS)


def test_remarks_come_in_the_order_of_the_text() -> None:
    found = case("4,000 tins at €99. No AI.", pictures=[""], knowledge=["Salt."])
    places = [(r.start, r.end) for r in said(found)]
    assert places == sorted(places)
    assert {r.code for r in said(found)} == {"alt_text", "ungrounded", "label"}
