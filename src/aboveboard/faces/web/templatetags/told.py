"""`{{ words|told }}`: what a stage said, in the language of the page; `{{ words|quoted }}`."""

from django import template

from aboveboard.faces.web.quoting import quoted
from aboveboard.faces.web.told import told

register = template.Library()
register.filter("told", told)
register.filter("quoted", quoted)
