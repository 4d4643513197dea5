"""What was made lately, kept so that the same is not made again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row")


class Kept(Generic[Key, Row]):
    """At most so many rows by their keys; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._rows: OrderedDict[Key, Row] = OrderedDict()

    def of(self, keys: Sequence[Key], make: Callable[[Sequence[Key]], Iterable[Row]]) -> list[Row]:
        """What belongs to each key; of those that are not kept `make` makes all at once."""
        known = {key: self._rows.pop(key, None) for key in dict.fromkeys(keys)}
        new = [key for key, one in known.items() if one is None]
        found = {key: one for key, one in known.items() if one is not None}
        if new:
            found |= zip(new, make(new), strict=True)
        self._rows |= found
        while len(self._rows) > self._most:
            self._rows.popitem(last=False)
        return [found[key] for key in keys]

    def forget(self) -> None:
        """Keep nothing, so that all is made anew."""
        self._rows.clear()
