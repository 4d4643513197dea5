"""Addresses of the library in its templates. `{% load shelf %}`."""

from django import template

from aboveboard.faces.web.library.asking import View

register = template.Library()


@register.simple_tag
def narrowed(view: View, **changed: str) -> str:
    """The address of the same shelf with something asked otherwise; "" asks no more for it."""
    return view.url(**changed)


@register.filter
def megabytes(size: int) -> str:
    """The size of a file as people say it: 2.4 MB, 18 kB."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(size // 1000, 1)} kB"
