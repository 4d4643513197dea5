"""Which label a post carries: it follows from the record, the policy and the law in force.

Sources: `law/*.toml`, by `duties`; they add to what the house says by itself. EU AI Act
(Regulation 2024/1689) Art. 50(2), 50(4) and Art. 3(60), applied since 2 August 2026: generated
media that could pass as real is always labelled, whatever the policy says. For text the Act asks
less than the house does: here a post of which a model wrote at least `policy.label_from` percent
(50 at the most) says so.
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from aboveboard.brand.rules import HIGHEST_LABEL_SHARE, Policy
from aboveboard.create.words.origins import GENERATED, Shares
from aboveboard.disclose.duties import Owed

LabelKind = Literal["people", "assisted", "partly", "generated", "template", "brought"]
Language = Literal["en", "nl", "fr", "de", "hu"]

# From this share on (percent) the words are called a machine's, not partly a machine's.
MOSTLY = 90
# From this share of pasted and imported words on nobody can say that people wrote it.
HALF = 50


class Label(BaseModel):
    """What the public reads.

    `kind` is for the record: people, assisted (a model's words below the policy's share),
    partly, generated, template, brought (mostly pasted or imported: who wrote it is not known,
    and unknown is never called human). `text` stands on the post; empty where none is owed.
    `ai` says whether a network's own AI field is set. `opening` are the words before the post's
    own that say what somebody gave for it; empty where nobody did.
    """

    model_config = ConfigDict(frozen=True)

    kind: LabelKind
    text: str
    ai: bool
    opening: str = ""


_ON_POST: dict[str, dict[str, str]] = {
    "partly": {
        "en": "Partly made with AI, approved by a person",
        "nl": "Deels gemaakt met AI, goedgekeurd door een mens",
        "fr": "Créé en partie avec une IA, approuvé par une personne",
        "de": "Teilweise mit KI erstellt, von einem Menschen freigegeben",
        "hu": "Részben MI-vel készült, ember hagyta jóvá",
    },
    "generated": {
        "en": "Made with AI, approved by a person",
        "nl": "Gemaakt met AI, goedgekeurd door een mens",
        "fr": "Créé avec une IA, approuvé par une personne",
        "de": "Mit KI erstellt, von einem Menschen freigegeben",
        "hu": "MI-vel készült, ember hagyta jóvá",
    },
    "picture": {
        "en": "Picture made with AI",
        "nl": "Beeld gemaakt met AI",
        "fr": "Image créée avec une IA",
        "de": "Bild mit KI erstellt",
        "hu": "A kép MI-vel készült",
    },
    "people": {
        "en": "Written by people",
        "nl": "Door mensen geschreven",
        "fr": "Écrit par des personnes",
        "de": "Von Menschen geschrieben",
        "hu": "Emberek írták",
    },
}
_IN_RECORD: dict[str, dict[str, str]] = {
    "partly": {
        "en": "Partly made with AI",
        "nl": "Deels gemaakt met AI",
        "fr": "Créé en partie avec une IA",
        "de": "Teilweise mit KI erstellt",
        "hu": "Részben MI-vel készült",
    },
    "generated": {
        "en": "Made with AI",
        "nl": "Gemaakt met AI",
        "fr": "Créé avec une IA",
        "de": "Mit KI erstellt",
        "hu": "MI-vel készült",
    },
    "assisted": {
        # The rest may be pasted or imported, so that nothing is said of who wrote it.
        "en": "With a little help from AI",
        "nl": "Met wat hulp van AI",
        "fr": "Avec un peu d’aide d’une IA",
        "de": "Mit etwas Hilfe von KI",
        "hu": "Némi MI-segítséggel",
    },
    "brought": {
        "en": "Brought in from elsewhere",
        "nl": "Van elders overgenomen",
        "fr": "Repris d’ailleurs",
        "de": "Von anderswo übernommen",
        "hu": "Máshonnan átvéve",
    },
    "template": {
        "en": "From a template",
        "nl": "Uit een sjabloon",
        "fr": "Issu d’un gabarit",
        "de": "Aus einer Vorlage",
        "hu": "Sablonból készült",
    },
}


# Each says by its first word that it is an advertisement, in the words that regulators know, and
# then the tie itself: a free product does not cover a fee, and the other way round. Sources: FTC
# 16 CFR 255.0(f) and 255.5; UCPD 2005/29/EC Annex I no. 11; UK CAP Code 2.1 to 2.4; Germany
# § 5a(4) UWG; France law 2023-451 Art. 5; the Dutch Reclamecode Social Media; Hungary GVH.
_OPENINGS: dict[str, dict[str, str]] = {
    "paid": {
        "en": "Advertisement: paid partnership",
        "nl": "Reclame: betaalde samenwerking",
        "fr": "Publicité : collaboration commerciale",
        "de": "Werbung: bezahlte Partnerschaft",
        "hu": "Hirdetés: fizetett partnerség",
    },
    "gifted": {
        "en": "Advertisement: we were given this for free",
        "nl": "Reclame: we kregen dit gratis",
        "fr": "Publicité : cela nous a été offert",
        "de": "Werbung: Wir haben dies kostenlos bekommen",
        "hu": "Hirdetés: ezt ingyen kaptuk",
    },
    "affiliate": {
        "en": "Advertisement: we earn a commission if you buy",
        "nl": "Reclame: we krijgen commissie als u koopt",
        "fr": "Publicité : nous touchons une commission si vous achetez",
        "de": "Werbung: Wir erhalten eine Provision, wenn Sie kaufen",
        "hu": "Hirdetés: jutalékot kapunk, ha Ön vásárol",
    },
    "employee": {
        "en": "Advertisement: by somebody who works there",
        "nl": "Reclame: door iemand die daar werkt",
        "fr": "Publicité : par une personne qui y travaille",
        "de": "Werbung: von jemandem, der dort arbeitet",
        "hu": "Hirdetés: írta, aki ott dolgozik",
    },
}


# What a model did for the words, of `create.words.origins.WORKS`.
_WORKS: dict[str, dict[str, str]] = {
    "drafting": {
        "en": "drafting", "nl": "concept", "fr": "rédaction", "de": "Entwurf", "hu": "fogalmazás",
    },
    "rewording": {
        "en": "rewording", "nl": "herformulering", "fr": "reformulation", "de": "Neufassung",
        "hu": "átfogalmazás",
    },
    "shortening": {
        "en": "shortening", "nl": "inkorting", "fr": "abrègement", "de": "Kürzung",
        "hu": "rövidítés",
    },
    "translation": {
        "en": "translation", "nl": "vertaling", "fr": "traduction", "de": "Übersetzung",
        "hu": "fordítás",
    },
    "proofreading": {
        "en": "proofreading", "nl": "correctie", "fr": "correction", "de": "Korrektur",
        "hu": "javítás",
    },
}  # fmt: skip
# More would make a label that nobody reads; what more was done is in the record.
MOST_WORKS = 2


_NOTHING_OWED = Owed()


def kind_for(shares: Shares, policy: Policy) -> LabelKind:
    """The kind that the shares of a text and the brand's policy give."""
    if shares.model >= MOSTLY:
        return "generated"
    # Whatever a policy says, a post of which a model wrote half says so.
    if shares.model >= min(policy.label_from, HIGHEST_LABEL_SHARE):
        return "partly"
    if shares.model:
        return "assisted"
    if shares.template >= MOSTLY:
        return "template"
    return "brought" if shares.pasted >= HALF else "people"


def label_for(
    shares: Shares,
    policy: Policy,
    language: str,
    *,
    media_origins: frozenset[str] = frozenset(),
    relationship: str = "none",
    law: Owed = _NOTHING_OWED,
    works: Sequence[str] = (),
) -> Label:
    """The label in the post's language. `media_origins` holds `Asset.origin` values.

    `relationship` is one of `plan.rules.RELATIONSHIPS`; `law` what is demanded on the day it goes
    out. Policy and law may each ask for more words, and neither for fewer.

    `works` is what a model did for the words, as `origins.works` reads it from the record.
    """
    kind = kind_for(shares, policy)
    if kind == "assisted" and "say_text" in law.demands:
        kind = "partly"
    generated_media = GENERATED in media_origins
    words = _ON_POST.get(kind, {}) if kind != "people" or policy.label_people else {}
    lines = [_what_for(words[language], works, language)] if words else []
    if generated_media and kind != "generated":
        lines.append(_ON_POST["picture"][language])
    return Label(
        kind=kind,
        text=". ".join(lines),
        ai=generated_media or kind in {"partly", "generated"},
        opening=_OPENINGS.get(relationship, {}).get(language, ""),
    )


def _what_for(words: str, works: Sequence[str], language: str) -> str:
    """A label with what a model did in brackets, where that is known and little enough to say."""
    made, comma, rest = words.partition(",")
    if not comma or not 0 < len(works) <= MOST_WORKS:
        return words
    return f"{made} ({', '.join(_WORKS[one][language] for one in works)}){comma}{rest}"


def in_record(kind: str, language: str) -> str:
    """How the public record names a kind of label."""
    return {**_IN_RECORD, "people": _ON_POST["people"]}[kind][language]
