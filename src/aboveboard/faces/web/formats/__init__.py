"""How days are written in each language, beyond the formats that Django brings.

A module per language (FORMAT_MODULE_PATH), each with the same names: `{{ day|date:"LONG_DAY" }}`
in a template, `date_format(day, "LONG_DAY")` in code. The letters are those of Django's `date`.
"""
