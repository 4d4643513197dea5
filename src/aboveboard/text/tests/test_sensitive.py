"""What speaks of real harm, and what only sounds so: a table of 30 texts in each language."""

import itertools
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.sensitive import TOPICS, sensitive, sensitive_in
from aboveboard.text.sentences import sentences

CASES = tomllib.loads(
    files("aboveboard.text.tests").joinpath("sensitive_cases.toml").read_text(encoding="utf-8")
)
YES = [(lang, topic, text) for lang in LANGUAGES for topic, text in CASES[lang]["yes"]]
NO = [(lang, text) for lang in LANGUAGES for text in CASES[lang]["no"]]


def test_there_are_as_many_that_only_sound_so() -> None:
    for lang in LANGUAGES:
        assert len(CASES[lang]["yes"]) == len(CASES[lang]["no"]) == 15
        assert {topic for topic, _text in CASES[lang]["yes"]} == set(TOPICS)


@pytest.mark.parametrize(("lang", "topic", "text"), YES)
def test_real_harm_is_found_with_its_topic(lang: str, topic: str, text: str) -> None:
    found = sensitive(text, lang)
    assert topic in {one.topic for one in found}, found
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(("lang", "text"), NO)
def test_what_only_sounds_so_is_left_alone(lang: str, text: str) -> None:
    assert sensitive(text, lang) == []


def test_mourning_is_in_earnest_even_where_a_film_is_named() -> None:
    text = (
        "We cancel tonight's film. Our thoughts are with the victims of the attack and their "
        "families."
    )
    assert "attack" in {one.topic for one in sensitive(text, "en")}


VEILED = [
    ("en", "Three lads from our street drove out on Saturday. Only one came back. No words."),
    ("en", "They read the names again at noon today. We will stand outside and listen."),
    ("nl", "De les gaat niet door. Na wat er bij het viaduct is gebeurd is er een mentor."),
    ("nl", "De rivier nam onze buurman mee. We helpen zijn vrouw met het huis."),
    ("fr", "Les secouristes creusent à mains nues et font silence pour écouter."),
    (
        "fr",
        "Après ce qui s'est passé devant le lycée, le cours est annulé. Une psychologue est là.",
    ),
    ("de", "Von Familie Kress fehlt seit gestern jede Spur. Wir öffnen erst am Montag."),
    ("de", "Heute werden am Mahnmal die Namen verlesen. Die Musik bleibt aus."),
    ("hu", "Délben felolvassák a neveket a téren. Addig nálunk elhallgat a zene."),
    ("hu", "A folyó elvitt két házat, Feri bácsit még mindig keresik."),
    ("en", "From March we need forty people fewer in the Leeds warehouse."),
    ("en", "Her desk stays empty from now on. Sleep softly, old friend."),
    ("en", "The brook rushed under the doors of Mill Lane. The chapel has camp beds."),
    ("nl", "Twintig van ons hoeven vanaf januari niet meer te komen."),
    ("nl", "Nieuw in het museum: een zaal over de watersnood van 1953."),
    ("fr", "Soixante collègues ont reçu un courrier. Les délégués du personnel sont à la cantine."),
    ("fr", "Nouveau au musée : une salle sur l'avalanche de Montroc en 1999."),
    ("de", "Zweihundert Kollegen haben ein Kuvert bekommen. Die Gewerkschaft ist in der Kantine."),
    ("de", "Der Wohnungsbrand in der Lindengasse hat uns zwei Nachbarn genommen."),
    ("hu", "Márciustól negyven emberrel kevesebbre van szükségünk a győri üzemben."),
    ("hu", "Új a múzeumban: terem az 1999-es galtüri lavináról."),
]
ONLY_TOLD = [
    ("en", "What happened at the quiz on Thursday? Talk to us, talk to each other."),
    ("en", "The siege of Greywater Keep, a full boss fight. Half the guild never came home."),
    ("nl", "De namen van de winnaars worden voorgelezen. Daarna is het stil."),
    ("fr", "Au café littéraire, on parlera de la mort d'Emma Bovary. Tisane offerte."),
    ("de", "Wir reden über die Schüsse auf Seite neunzig. Der Gärtner war es nicht."),
    ("hu", "A nyolcadik fejezet gyilkosságáról beszélgetünk, és nem a komornyik volt."),
    ("en", "Two hundred colleagues got an envelope today: the company pays a bonus."),
    ("en", "A massacre at Dean Park: 6–0, three red cards."),
    ("nl", "Mesaanval in de winkel: de kaas had geen schijn van kans. Proeven tot zaterdag."),
    ("nl", "Vanaf maart hebben we in Genk veertig mensen meer nodig."),
    ("fr", "Nouveau au musée : le séisme de Bâle en 1356."),
    ("fr", "L'équipe de nuit s'arrête à six heures, le café est prêt."),
    ("de", "Sein Platz bleibt diese Woche leer, er ist in Benidorm."),
    ("de", "Schlaf sanft auf unserem neuen Kissen."),
    ("hu", "Ma hatvan kollégánk kapott borítékot: a karácsonyi jutalmat. Jó pihenést!"),
    ("hu", "Nem találod a kiutat a kukoricalabirintusból? Emeld fel a zászlót."),
]


@pytest.mark.parametrize(("lang", "text"), VEILED)
def test_harm_is_found_where_nobody_names_it(lang: str, text: str) -> None:
    assert sensitive(text, lang)


@pytest.mark.parametrize(("lang", "text"), ONLY_TOLD)
def test_what_is_told_for_fun_stays_so(lang: str, text: str) -> None:
    assert sensitive(text, lang) == []


def test_what_is_told_of_a_war_of_today_is_meant_though_it_is_an_episode() -> None:
    assert sensitive("New episode: the siege of Mariupol, told by a nurse who got out.", "en")
    assert not sensitive("New episode: the siege of Camelot, told by a knight.", "en")


def test_what_another_reader_takes_for_harm_is_excused_like_words() -> None:
    said = "Nobody in our street slept after that evening."
    flooded = f"We are flooded with orders. {said}"
    for text, found in ((said, [said]), (f"Chapter nine: {said}", []), (flooded, [said])):
        assert [one.text for one in sensitive(text, "en", also=sentences(text, "en"))] == found


def test_a_number_of_people_is_no_year_long_past() -> None:
    assert sensitive("1200 people lost their jobs, 1200 families with them.", "en")


def test_a_text_in_another_language_than_was_said_is_read_in_its_own() -> None:
    text = "Der Krieg in der Ukraine dauert an; unsere Fahrer bringen heute neue Öfen."
    assert sensitive_in(text, "en")
    assert not sensitive_in("", "en")


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_places_are_in_order_and_apart(text: str, lang: str) -> None:
    found = sensitive(f"{text} war in {text} earthquake, 3 Tote, attentat, földrengés", lang)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
