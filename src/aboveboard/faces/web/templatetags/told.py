"""`{{ words|told }}`: what a stage said, in the language of the page; `{{ words|quoted }}`.

`{{ where|place }}`: where a passage stands, “prices.csv, row 7”; `{{ fact|fact_value }}` and
`{{ fact|fact_kind }}`: a fact of the knowledge.
"""

from django import template

from aboveboard.faces.web.brands.facts import fact_kind, fact_value
from aboveboard.faces.web.quoting import quoted
from aboveboard.faces.web.told import told
from aboveboard.faces.web.told.places import place_told

register = template.Library()
register.filter("told", told)
register.filter("quoted", quoted)
register.filter("place", place_told)
register.filter("fact_kind", fact_kind)
register.filter("fact_value", fact_value)
