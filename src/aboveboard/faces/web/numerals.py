"""Small numbers in words, as sentences on the pages have them: "five things", "12 things"."""

from django.utils.translation import gettext_lazy, ngettext

_WORDS = (
    gettext_lazy("no"),
    gettext_lazy("one"),
    gettext_lazy("two"),
    gettext_lazy("three"),
    gettext_lazy("four"),
    gettext_lazy("five"),
    gettext_lazy("six"),
    gettext_lazy("seven"),
    gettext_lazy("eight"),
    gettext_lazy("nine"),
)


def in_words(number: int, *, start: bool = False) -> str:
    """A number below ten in words, others in figures; `start` for the first word of a sentence."""
    word = str(_WORDS[number]) if 0 <= number < len(_WORDS) else str(number)
    return word[:1].upper() + word[1:] if start else word


def remarks_open(number: int) -> str:
    """How many remarks of the guards are open, as a sentence; nothing for none."""
    says = ngettext("%(n)s remark is open.", "%(n)s remarks are open.", number)
    return says % {"n": in_words(number, start=True)} if number else ""
