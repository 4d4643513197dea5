"""How well the words in a picture stand out from what lies behind them, measured line by line.

In: a picture's pixels and the boxes of the lines that `reading` found. Out: colours and ratio as
WCAG 2.2 defines them. `measure` needs OpenCV and numpy, so it runs in the process apart.

A line is cut into pieces about twice as wide as they are high. In each, the colours fall into two
groups along the line on which they differ most (Otsu 1979); letters are the group that keeps away
from the upper and the lower edge. Their colour is that of their insides, so that soft edges and a
JPEG's noise do not count; the ground's is that next to them. What is told of a line is how it is in
the worst quarter of its pieces.
"""

from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Any

from pydantic import BaseModel, ConfigDict

from aboveboard.media.cards.contrast import ratio

# A phone's screen in CSS pixels, across which a network shows a picture; as `cards.palette` has it.
PHONE = 360
# So much of how colours differ must lie between the two groups, else there are no two.
_APART = 0.55
_SMALLEST = 8
# Strokes from this part of the letters' size on are bold: of seven faces tried, regular ones have
# at most 0.105, bold ones at least 0.106.
_BOLD = 0.107


class Line(BaseModel):
    """A line of words in a picture. `contrast` is from 1 to 21, None where it cannot be told.

    `ink` and `ground` are the colours it is of, as CSS hex; `size` that of the letters in CSS
    pixels where the picture is as wide as a phone (`PHONE`).
    """

    model_config = ConfigDict(frozen=True)

    words: str
    contrast: float | None = None
    ink: str = ""
    ground: str = ""
    size: float = 0.0
    bold: bool = False


def measure(pixels: Any, box: Any, words: str) -> Line:
    """A line, its box given by the four corners from the upper left on.

    `pixels` are height x width x 3, RGB, of the whole picture.
    """
    line = _straight(pixels, box)
    height, width = line.shape[:2]
    if height < _SMALLEST or width < _SMALLEST:
        return Line(words=words)
    pieces = max(round(width / (2 * height)), 1)
    found = [one for part in _cut(line, pieces) if (one := _piece(part))]
    if len(found) < pieces / 2:
        return Line(words=words)
    found.sort(key=lambda one: ratio(one.ink, one.ground))
    worst = found[len(found) // 4]
    size = max(one.height for one in found) / _extent(words)
    strokes = sorted(one.stroke for one in found)[len(found) // 2]
    return Line(
        words=words,
        contrast=round(ratio(worst.ink, worst.ground), 2),
        ink=worst.ink,
        ground=worst.ground,
        size=round(size / pixels.shape[1] * PHONE, 1),
        bold=bool(strokes / size >= _BOLD),
    )


@dataclass(frozen=True)
class _Piece:
    ink: str
    ground: str
    height: int
    stroke: float


def _straight(pixels: Any, box: Any) -> Any:
    """The line's box, laid straight. It has some room above and below the letters already."""
    cv2, np = resolve_name("cv2"), resolve_name("numpy")
    corners = np.asarray(box, dtype=np.float32)
    width = int(np.linalg.norm(corners[1] - corners[0]))
    height = int(np.linalg.norm(corners[3] - corners[0]))
    if min(width, height) < 1:
        return pixels[:0, :0]
    whole = np.asarray([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    turned = cv2.getPerspectiveTransform(corners, whole)
    size, edge = (width, height), cv2.BORDER_REPLICATE
    return cv2.warpPerspective(pixels, turned, size, flags=cv2.INTER_LINEAR, borderMode=edge)


def _cut(line: Any, pieces: int) -> list[Any]:
    return list(resolve_name("numpy").array_split(line, pieces, axis=1))


def _piece(part: Any) -> _Piece | None:
    """Letters and ground of a piece of a line; None where there are no two groups of colours."""
    cv2, np = resolve_name("cv2"), resolve_name("numpy")
    flat = part.reshape(-1, 3).astype(np.float32)
    _values, axes = np.linalg.eigh(np.cov(flat.T) + np.eye(3) * 1e-6)
    along = (flat - flat.mean(axis=0)) @ axes[:, -1]
    reach = float(along.max() - along.min())
    if reach < 4:
        return None
    level = ((along - along.min()) / reach * 255).astype(np.uint8).reshape(part.shape[:2])
    _at, split = cv2.threshold(level, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    high, share = split.astype(bool), float(split.mean())
    if not 0.01 < share < 0.99:
        return None
    between = share * (1 - share) * (float(level[high].mean()) - float(level[~high].mean())) ** 2
    if between < _APART * float(level.var()):
        return None
    border = np.concatenate([high[:2], high[-2:]])
    letters = high if border.mean() < 0.5 else ~high
    towards = level if border.mean() < 0.5 else 255 - level
    inside = _inside(letters, towards)
    beside = _beside(letters)
    if not beside.any():
        return None
    filled = letters.sum(axis=1)
    # A speck of the ground is no letter's end.
    rows = np.flatnonzero(filled >= max(0.05 * filled.max(), 1))
    return _Piece(
        ink=_hex(np.median(part[inside], axis=0)),
        ground=_hex(np.median(part[beside], axis=0)),
        height=int(rows[-1] - rows[0] + 1),
        stroke=_stroke(letters),
    )


def _inside(letters: Any, towards: Any) -> Any:
    """The pixels that are all letter: their middles, or of thin ones the fullest third."""
    cv2, np = resolve_name("cv2"), resolve_name("numpy")
    middle = cv2.erode(letters.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
    if middle.sum() >= 0.25 * letters.sum():
        return middle
    return letters & (towards >= np.quantile(towards[letters], 0.67))


def _beside(letters: Any) -> Any:
    """The pixels near the letters but for those that their soft edges lie on."""
    cv2, np = resolve_name("cv2"), resolve_name("numpy")
    mask = letters.astype(np.uint8)
    wide = 2 * max(round(letters.shape[0] * 0.15), 3) + 1
    near = cv2.dilate(mask, np.ones((wide, wide), np.uint8))
    edge = cv2.dilate(mask, np.ones((5, 5), np.uint8))
    return (near - edge).astype(bool)


def _stroke(letters: Any) -> float:
    """How thick the letters' strokes are: twice their area by the length of their outline."""
    cv2, np = resolve_name("cv2"), resolve_name("numpy")
    mask = letters.astype(np.uint8)
    outlines, _tree = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    around = sum(cv2.arcLength(one, True) for one in outlines)
    return 2 * float(mask.sum()) / around if around else 0.0


# Letters that rise above the others, and those that hang below the line.
_TALL = set("bdfhkltßäöüőűáéíóúàâèêëîïôûùçijÄÖÜ0123456789?!%&/()")
_DEEP = set("gjpqyçQ,;()/")


def _extent(words: str) -> float:
    """How much of their size letters take up from top to bottom, by what is among them."""
    up = any(one in _TALL or one.isupper() for one in words)
    down = any(one in _DEEP for one in words)
    return (0.72 if up else 0.47) + (0.21 if down else 0.0)


def _hex(colour: Any) -> str:
    return "#" + "".join(f"{round(float(one)):02X}" for one in colour)
