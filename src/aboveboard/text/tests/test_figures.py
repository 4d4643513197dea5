"""Figures are held to what they are figures of: pairs that differ in one thing."""

import pytest

from aboveboard.text.grounding import Source, ungrounded
from aboveboard.text.network.layers import reader

# What is found in the words of a sentence, not in its figures.
WORDS = ("claim", "negation")
# What is known, what is right and what is wrong.
PAIRS = {
    "en": (
        ("Cover per year: Basic up to £3,000, Plus up to £7,000, Lifetime up to £12,000.",
         "Lifetime covers up to twelve thousand pounds.",
         "Lifetime covers up to seven thousand pounds."),
        ("Per month: Solo €9 (1 user), Team €24 (up to 5 users), Studio €59 (up to 20 users).",
         "Studio has room for a maximum of twenty users.",
         "With Team we have room for a maximum of twenty users."),
        ("Discount: 10 % for 2 pets, 15 % for 3 or more.",
         "With three pets or more you get 15 % off.", "With two pets or more you get 15 % off."),
        ("Child tickets (4-15) £3.80.", "Anyone aged 4 to 15 gets in for £3.80.",
         "Anyone aged 4 to 17 gets in for £3.80."),
        ("Battery 360 Wh.", "The battery holds 360 watt-hours.",
         "The battery holds 630 watt-hours."),
        ("Weight 17.6 kg.", "It weighs a touch under 39 pounds.",
         "It weighs a touch under 29 pounds."),
        ("Main pool: heated to 23 °C. Toddler pool: heated to 28 °C.",
         "The toddler pool is heated to 28 °C.", "The toddler pool is heated to 23 °C."),
        ("Test rides: 45 minutes.", "A test ride lasts three quarters of an hour.",
         "A test ride lasts half an hour."),
        ("Reminders 3, 10 and 21 days after the due date.",
         "The first reminder comes three days after the due date.",
         "The first reminder comes four days after the due date."),
        ("Season 2026: 2 May to 27 September.", "The season kicks off on the second of May.",
         "The season kicks off on the ninth of May."),
        ("£165 if bought by 31 March.", "It's £165 if you buy it before March is over.",
         "It's £165 if you buy it before April is over."),
        ("Workshop: max. 8 people.", "We have room for eight people at the most.",
         "We have room for eight people at the least."),
        ("Helpline 24 hours a day.", "The helpline is there for you at 3 am.",
         "The helpline is there for you 23 hours a day."),
        ("Canvas £14 per yard.", "A yard of canvas costs £14.", "A metre of canvas costs £14."),
        ("Moorings £6 per foot.", "Moorings are £6 a foot.", "Moorings are £6 a metre."),
        ("Cancel up to 40 days before.", "You can cancel up to 40 days before.",
         "You can cancel up to 40 hours before."),
        ("The workshop: second Saturday, 2–5 pm.", "The workshop lasts three hours.",
         "The workshop lasts four hours."),
        ("Rebuilds: £230 per square metre.", "Ten square metres of rebuild come to £2,300.",
         "Ten square metres of rebuild come to £2,000."),
        ("380 litres of blood for 22 performances.", "It took over 17 litres per performance.",
         "It took over 27 litres per performance."),
        ("The plan costs £15 a month.", "The plan costs £15 per month.",
         "The plan costs £15 a week."),
        ("Version 6 is released on 4 November 2025.",
         "Version 6 arrives on the fourth of November 2025.",
         "Version 6 arrives on the fourteenth of November 2025."),
        ("Pressure should be between 1 and 1.5 bar.", "Pressure is best at 1.5 bar.",
         "Pressure is best at 1.5 psi."),
        ("Closed for holidays from 3 to 18 August 2026.",
         "Our summer break starts on 3 August 2026.", "Our summer break starts on 13 August 2026."),
        ("The showroom is open Monday to Friday, closed at weekends.",
         "The showroom is open Monday to Friday.", "The showroom is open Monday to Saturday."),
        ("96 roped lines and 130 boulder problems.", "Pick from 130 boulder problems.",
         "Pick from 180 boulder problems."),
        ("Postal estimates need 3 photos, within 2 working days.",
         "For a postal estimate we need three photos.", "For a postal estimate we need one photo."),
        ("The roof bar is open May to September.", "The roof bar pours from May until September.",
         "The roof bar pours from May until October."),
        ("Cinnamon buns: £15 for six.", "Half a dozen buns cost £15.", "A dozen buns cost £15."),
        ("18,400 members.", "More than 18,000 people are members.",
         "More than 19,000 people are members."),
        ("Open Thursday 9.30 am to 6 pm.", "On a Thursday at noon we are open.",
         "On a Thursday we open at noon."),
        ("The course is for pups up to 16 weeks.", "The course is for pups no older than 16 weeks.",
         "The course is for pups no older than 18 weeks."),
        ("Membership: £5 a month.", "Membership costs £60 a year.", "Membership costs £50 a year."),
    ),
    "nl": (
        ("Serveren: Blond 4-6 °C, Tripel 6-8 °C, Bruin 8-12 °C.",
         "Bruin smaakt het best tussen acht en twaalf graden.",
         "Bruin smaakt het best tussen zes en twaalf graden."),
        ("Feest: 22 en 23 augustus 2026.", "Op 22 en 23/08/2026 is het feest.",
         "Op 21 en 23/08/2026 is het feest."),
        ("Productie: 18.600 hectoliter.", "We brouwden 1,86 miljoen liter.",
         "We brouwden 1,68 miljoen liter."),
        ("Lid: € 36 per jaar per gezin.", "Lidmaatschap kost € 36 per gezin per jaar.",
         "Lidmaatschap kost € 36 per kind per jaar."),
        ("Les: € 18 per kwartaal.", "Meedoen kost achttien euro per kwartaal.",
         "Meedoen kost achttien euro per maand."),
        ("Garantie: 5 maanden.", "Je krijgt 5 maanden garantie.", "Je krijgt 5 weken garantie."),
        ("Horeca: vers wier in kisten van 5 kg, € 42,50.", "Koks betalen 8,50 euro per kilo wier.",
         "Koks betalen 6,50 euro per kilo wier."),
        ("Dry needling doen we niet onder de 18 jaar.", "Dry needling doen we vanaf 18 jaar.",
         "Dry needling doen we vanaf 16 jaar."),
        ("Per jaar malen we 38 ton graan.", "Per jaar malen we 38.000 kilo graan.",
         "Per jaar malen we 38.000 ton graan."),
        ("We zagen op 83% van de tochten bevers.",
         "We zagen op ruim vier van de vijf tochten bevers.",
         "We zagen op ruim drie van de vijf tochten bevers."),
        ("Fitness: € 34 per maand.", "Een jaar fitness kost € 408.",
         "Een jaar fitness kost € 480."),
        ("Het zorgplan kost € 11,95 per maand.", "Het zorgplan kost nog geen twaalf euro.",
         "Het zorgplan kost nog geen elf euro."),
    ),
    "fr": (
        ("L'atelier rouvre à 13 h 30.", "L'atelier rouvre à une heure et demie.",
         "L'atelier rouvre à deux heures et demie."),
        ("Épaisseurs de 40 à 200 mm.", "Du plus fin au plus épais : de 4 à 20 cm.",
         "Du plus fin au plus épais : de 4 à 30 cm."),
        ("Le velours est à 31 € le mètre.", "Le velours se vend 31 euros le mètre.",
         "Le velours se vend 31 euros le mètre carré."),
        ("Minimum 700 € HT par an.", "Le minimum est de sept cents euros HT par an.",
         "Le minimum est de sept cents euros HT par mois."),
        ("Troupeau : 84 moutons, 12 chèvres, 2 ânes.", "Le troupeau compte 98 têtes.",
         "Le troupeau compte 88 têtes."),
        ("Séance : mercredi, 14 h – 16 h 30.", "La séance dure deux heures trente.",
         "La séance dure deux heures quinze."),
        ("Ouvert jeudi, vendredi et samedi.", "Ouvert trois jours : jeudi, vendredi et samedi.",
         "Ouvert quatre jours : jeudi, vendredi et samedi."),
        ("Stage : du lundi 6 au vendredi 10 juillet 2026.",
         "Le stage se tient du 06/07/2026 au 10/07/2026.",
         "Le stage se tient du 07/07/2026 au 10/07/2026."),
        ("Bière de Noël : en vente du 3 novembre au 31 décembre.",
         "La bière de Noël arrive en vente le 3 novembre.",
         "La bière de Noël arrive en vente le 13 novembre."),
        ("Visite guidée : samedi à 15 h, dégustation de 4 bières.",
         "Le samedi, la visite guidée part à 15 heures.",
         "Le samedi, la visite guidée part à 16 heures."),
        ("Four hybride : 17,5 millions d'euros.",
         "Le four a coûté dix-sept millions et demi d'euros.",
         "Le four a coûté seize millions et demi d'euros."),
    ),
    "de": (
        ("Werkstatt: Montag bis Freitag; Laden: Samstag.",
         "Die Werkstatt arbeitet von Montag bis Freitag.",
         "Die Werkstatt arbeitet von Montag bis Samstag."),
        ("Betriebsferien vom 7. April bis 22. Mai.", "Vom 7.4. bis 22.5. Betriebsferien.",
         "Vom 7.4. bis 12.5. Betriebsferien."),
        ("Mitgliedsbeitrag 26 € im Jahr.", "26 Euro beträgt der ganze Beitrag im Jahr.",
         "26 Euro beträgt der ganze Beitrag im Monat."),
        ("Brunnenwasser: 1,90 € pro Kubikmeter.", "Ein Kubikmeter Wasser kostet 1,90 €.",
         "Ein Liter Wasser kostet 1,90 €."),
        ("Die Staude wird 70 cm hoch.", "Die Staude erreicht 70 Zentimeter.",
         "Die Staude erreicht 70 Millimeter."),
        ("10er-Karte: 139 €.", "Mit der 10er-Karte kostet ein Besuch 13,90 €.",
         "Mit der 10er-Karte kostet ein Besuch 12,90 €."),
        ("In 2026 waren es 1.260 Patienten.", "2026 kamen im Schnitt jeden Monat 105 Patienten.",
         "2026 kamen im Schnitt jeden Monat 115 Patienten."),
        ("Ernte 2025: 2,1 Tonnen.", "2025 haben wir 2.100 Kilogramm geerntet.",
         "2025 haben wir 2.100 Tonnen geerntet."),
        ("Glas: Raps 6,80 €, Linde 7,90 €.",
         "Ein Glas Linde kostet sieben Euro neunzig plus Pfand.",
         "Ein Glas Linde kostet sieben Euro sechzig plus Pfand."),
        ("Samstag 9 bis 16 Uhr.", "Samstags schließen wir um vier am Nachmittag.",
         "Samstags schließen wir um fünf am Nachmittag."),
        ("Modell Stern: 90 × 200 cm, 749 €.", "Den Stern in 90 × 200 bekommst du für 749 €.",
         "Den Stern in 90 × 210 bekommst du für 749 €."),
        ("Tageskarte 27 €, 2 Stunden 16 €, Zuschlag 8 €.", "Die Tageskarte kostet 27 Euro.",
         "Die Tageskarte kostet 24 Euro."),
        ("Reben: 40 % Riesling, 25 % Silvaner.", "Zwei Fünftel unserer Reben sind Riesling.",
         "Drei Fünftel unserer Reben sind Riesling."),
    ),
    "hu": (
        ("Indulás 19.45, 90 perc.", "A hajó háromnegyed nyolckor indul.",
         "A hajó háromnegyed kilenckor indul."),
        ("Tandíj: 21 000 Ft/hó.", "A tandíj havi 21 000 forint.", "A tandíj heti 21 000 forint."),
        ("Szállás: 18 000 Ft/szoba/éj.", "Egy éjszaka 18 000 forint szobánként.",
         "Egy éjszaka 18 000 forint fejenként."),
        ("Rendelés legalább 21 nappal az esemény előtt.",
         "Legalább három héttel korábban kell rendelni.",
         "Legalább két héttel korábban kell rendelni."),
        ("Kurzus: szombaton 9–13 óra.", "A kurzus négy óra hosszat tart.",
         "A kurzus öt óra hosszat tart."),
        ("Csendes pihenő 22 órától 7 óráig.", "Este tíztől reggel hétig csendes pihenő van.",
         "Este tíztől reggel nyolcig csendes pihenő van."),
        ("Nyáron 24-féle fagylaltot árulunk.", "Nyáron huszonnégyféle fagylaltunk van.",
         "Nyáron harmincnégyféle fagylaltunk van."),
        ("2026. június 1-jén indul az optika.", "2026. 06. 01-jén indul az optika.",
         "2026. 07. 01-jén indul az optika."),
        ("A bejgli 3600 Ft/kg.", "A bejgli kilója 3600 forint.", "A bejgli dekája 3600 forint."),
        ("Tanfolyam: 60 óra, 12 hét.", "A tanfolyam tizenkét hétig tart.",
         "A tanfolyam tizenhárom hétig tart."),
        ("Kenyér 1690 Ft.", "A kenyér nem egészen 1700 forint.",
         "A kenyér nem egészen 1600 forint."),
        ("Korongozó óra: szerda 17.30, 6 fő.", "Szerdán fél hatkor kezdődik a korongozó óra.",
         "Szerdán fél hétkor kezdődik a korongozó óra."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "known", "right", "wrong"),
    [(lang, *pair) for lang, pairs in PAIRS.items() for pair in pairs],
)
def test_pairs_of_figures(lang: str, known: str, right: str, wrong: str) -> None:
    sources = [Source("1", known, lang, "line 1")]
    assert not [one for one in ungrounded(right, sources, lang) if one.kind not in WORDS]
    assert [one for one in ungrounded(wrong, sources, lang) if one.kind not in WORDS]


@pytest.mark.parametrize(
    ("lang", "known", "wrong"),
    [
        ("de", "Ermäßigt 11 €, Kinder bis 13 Jahre 8 €.", "Kinder bis 13 Jahre zahlen elf Euro."),
        ("de", "9 Becken, 7 Saunen.", "Neun Saunen warten auf Sie."),
        ("en", "Stove: £98 a week, £240 a month.", "The stove costs £98 a month."),
    ],
)
def test_a_figure_of_something_else(lang: str, known: str, wrong: str) -> None:
    [found] = ungrounded(wrong, [Source("1", known, lang, "line 1")], lang)
    assert found.nearest


@pytest.mark.parametrize(
    ("known", "right"),
    [
        ("Judo: £24 a month, three times a week.", "For £24 you train three times a week."),
        ("Boat: £30 for two hours.", "Two hours in the boat are £30."),
        ("Breakfast £9 per person.", "Breakfast for £9 in the room."),
        ("Under 16s: £5 per person.", "Each child pays £5."),
        ("Bread class: 3 weeks, 2 days each.", "The class takes three weeks."),
    ],
)
def test_a_unit_of_something_else_is_no_rival(known: str, right: str) -> None:
    found = ungrounded(right, [Source("1", known, "en", "line 1")], "en")
    assert not [one for one in found if one.kind not in WORDS]


def test_the_other_unit_is_shown() -> None:
    [found] = ungrounded(
        "The plan costs £15 a week.", [Source("1", "£15 a month.", "en", "it")], "en"
    )
    assert found.span.text == "£15 a week"
    assert found.nearest
    assert found.nearest.span.text == "£15 a month"


@pytest.mark.parametrize(
    ("lang", "idle", "fact"),
    [
        ("en", "Happy Tuesday, Norwich, and may your £8 umbrella hold!",
         "On Tuesday we sell umbrellas for £8 in Norwich."),
        ("nl", "Hoera voor elke opa die al tien keer heeft gebeld!", "Opa's betalen tien euro."),
        ("fr", "Joyeux anniversaire aux natifs du 29 février !", "Nous fermons le 29 février."),
        ("de", "Kofferpacken um 23 Uhr ist auch eine Form von Extremsport.",
         "Wir packen bis 23 Uhr Koffer."),
        ("hu", "Hajrá, Loki, szombaton nagyon szurkolunk!", "Szombaton 12 és 15 óra közt nyitva."),
    ],
)  # fmt: skip
def test_what_states_nothing_of_the_brand(lang: str, idle: str, fact: str) -> None:
    if reader() is None:
        pytest.skip("the packaged model is not installed")
    sources = [Source("1", "Rolls 40 p, open 7 to 11, closed on Sunday.", "en", "line 1")]
    assert not ungrounded(idle, sources, lang)
    assert ungrounded(fact, sources, lang)


@pytest.mark.parametrize(
    ("known", "right", "wrong"),
    [
        ("One adult may supervise at most 2 children.",
         "An adult may supervise no more than two children.",
         "An adult may supervise no more than four children."),
        ("The notice period is one month.", "Our notice period is one month.",
         "Our notice period is one week."),
        ("A full week starts at £1,090, a short break from £640.",
         "A full week starts at £1,090.", "A full week starts at £1,009."),
        ("Team: up to 5 users; Studio: up to 20 users.",
         "Up to five people work together in Team.", "Up to eight people work together in Team."),
    ],
)  # fmt: skip
def test_no_limit_is_reckoned(known: str, right: str, wrong: str) -> None:
    sources = [Source("1", known, "en", "line 1")]
    assert not [one for one in ungrounded(right, sources, "en") if one.kind != "claim"]
    assert [one for one in ungrounded(wrong, sources, "en") if one.kind != "claim"]


@pytest.mark.parametrize(
    ("known", "right"),
    [
        ("Under-12s go free.", "Children under 12 go free."),
        ("Open daily 10:00–17:00.", "Open to everyone from 10."),
        ("Open Monday to Friday 9-17.", "Open Monday to Friday 9-5."),
    ],
)
def test_ages_and_hours_told_otherwise(known: str, right: str) -> None:
    sources = [Source("1", known, "en", "line 1")]
    assert not [one for one in ungrounded(right, sources, "en") if one.kind != "claim"]


@pytest.mark.parametrize(
    ("lang", "known", "right"),
    [
        ("en", "Rent: Saturday £30, Sunday £20.", "Saturday rent is £30 and Sunday rent is £20."),
        ("en", "Rental: 1 hour £6, 3 hours £15.", "It costs £6 for an hour and £15 for 3 hours."),
        ("de", "Kurse: Montag 18 Uhr, Mittwoch 19 Uhr.",
         "Kurse gibt es montags um 18 Uhr und mittwochs um 19 Uhr."),
        ("en", "A parcel of books costs £12.", "A heavy parcel of books costs 12 pounds."),
        ("fr", "Fermé le 2 mars et le 3 avril.", "Fermé le 2/3."),
        ("fr", "Le trajet : 90 minutes de Lyon.", "À une heure et demie de Lyon, le calme !"),
        ("en", "Under 10s swim free. Lessons: 10 a term.", "Children under 10 swim for free."),
        ("nl", "Ticket € 12, menu € 8.", "Voor ticket en menu ben je twintig euro kwijt."),
        ("fr", "12 moniteurs et 40 ans de métier.", "12 moniteurs et plus de 39 ans de métier."),
    ],
)  # fmt: skip
def test_both_parts_of_a_list_and_other_right_figures(lang: str, known: str, right: str) -> None:
    sources = [Source("1", known, lang, "line 1")]
    assert not [one for one in ungrounded(right, sources, lang) if one.kind not in WORDS]


def test_round_the_clock_is_what_is_spoken_of() -> None:
    sources = [Source("1", "Helpline 24 hours a day. Shop opens at 9:00.", "en", "line 1")]
    assert ungrounded("The shop opens at 4 am.", sources, "en")
