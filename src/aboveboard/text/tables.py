"""How this package writes its word lists: as one string of words."""


def words(text: str) -> frozenset[str]:
    """The words of the text, which are separated by white space."""
    return frozenset(text.split())


def listed(text: str) -> tuple[str, ...]:
    """The words of the text in their order."""
    return tuple(text.split())
