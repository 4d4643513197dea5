"""The sentences that stages say in English and that people meet on the pages, marked to translate.

Stages speak English, so that rows, programs and logs say one thing. `told` finds these sentences
again in what they said. A test holds each to the code that says it. What a hole's name makes of
what stands in it is written in `told/__init__.py`.
"""

from aboveboard.faces.web.told.about_models import MODELS
from aboveboard.faces.web.told.adapted import ADAPTED
from aboveboard.faces.web.told.advertising import HONEST
from aboveboard.faces.web.told.board import IDEAS
from aboveboard.faces.web.told.clips import CLIPS
from aboveboard.faces.web.told.deciding import CLAIMS, GUARDS, REVIEWS, VOIDS
from aboveboard.faces.web.told.evidence import EVIDENCE
from aboveboard.faces.web.told.guarding import GUARDING
from aboveboard.faces.web.told.language import LANGUAGE
from aboveboard.faces.web.told.library import LIBRARY
from aboveboard.faces.web.told.linking import LINKING
from aboveboard.faces.web.told.making import CARDS, TEXTS
from aboveboard.faces.web.told.pictures import PICTURES
from aboveboard.faces.web.told.planning import PLANS, TIMES
from aboveboard.faces.web.told.pressure import PRESSURE
from aboveboard.faces.web.told.reading import READING
from aboveboard.faces.web.told.sending import ANYWHERE, ASKED, FILES, PEOPLE, SENDING
from aboveboard.faces.web.told.sounding import SOUNDING
from aboveboard.faces.web.told.templates import TEMPLATES

SENTENCES = (
    *ASKED,
    *LANGUAGE,
    *IDEAS,
    *GUARDS,
    *GUARDING,
    *EVIDENCE,
    *PRESSURE,
    *HONEST,
    *CLAIMS,
    *ANYWHERE,
    *TIMES,
    *PLANS,
    *TEXTS,
    *LIBRARY,
    *ADAPTED,
    *REVIEWS,
    *VOIDS,
    *PEOPLE,
    *FILES,
    *READING,
    *SENDING,
    *CARDS,
    *TEMPLATES,
    *CLIPS,
    *MODELS,
    *PICTURES,
    *SOUNDING,
    *LINKING,
)
