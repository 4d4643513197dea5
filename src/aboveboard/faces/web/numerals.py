"""Small numbers in words, as sentences on the pages have them: "five things", "12 things"."""

from django.utils.translation import gettext_lazy

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
