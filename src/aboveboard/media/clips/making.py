"""Makes a clip of a video: looks for scenes and subject, cuts, frames, writes words, levels sound.

In: a file and what is wanted (`Wanted`). Out: an MP4 and what it has become (`Made`). All that is
written before stands in a folder beside the result and goes whatever happens.
"""

import os
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from aboveboard.media.clips import (
    cutting,
    encoding,
    framing,
    graph,
    loudness,
    program,
    scenes,
    subject,
    subtitles,
)
from aboveboard.media.clips.cutting import Piece
from aboveboard.media.clips.encoding import Encoding, Room
from aboveboard.media.clips.errors import NotMade
from aboveboard.media.clips.facts import Facts, facts_of
from aboveboard.media.clips.framing import Seen, Shape
from aboveboard.media.clips.subtitles import Cue

SHORTEST = 0.2
_LANGUAGES = {"en": "eng", "nl": "nld", "fr": "fra", "de": "deu", "hu": "hun"}
# How much of the time each stage takes, beside the others that are needed.
_WEIGHTS = {"scenes": 20, "subject": 18, "measuring": 6, "encoding": 70, "checking": 6}
_GLYPH = re.compile(r"glyph 0x([0-9A-Fa-f]{1,6})")
_TRIES, _TIGHTER = 3, 0.85

# Hears the stage (a key of _WEIGHTS) and how much of all is done, 0 to 1.
Told = Callable[[str, float], None]


@dataclass(frozen=True)
class Wanted:
    """What a clip is to be. Seconds and `focus` (parts of the frame) are the video's own.

    `length`: cut to this at scene changes, of scenes from all over (`spread`) or from the start on.
    """

    start: float = 0.0
    end: float | None = None
    length: float | None = None
    spread: bool = True
    shape: Shape | None = None
    focus: tuple[float, float] | None = None
    cues: tuple[Cue, ...] = ()
    burn: bool = False
    attach: bool = False
    language: str = "en"
    loudness: bool = False
    room: Room = field(default_factory=Room)


@dataclass(frozen=True)
class Made:
    """What became of it. `copied`: the picture is the video's own, not encoded anew."""

    seconds: float
    width: int
    height: int
    bytes: int
    pieces: tuple[Piece, ...]
    copied: bool
    lufs: float | None = None
    peak: float | None = None
    moving: bool = False


def nobody(_stage: str, _done: float) -> None:
    pass


def make(
    source: Path,
    out: Path,
    wanted: Wanted,
    *,
    name: str = "",
    tell: Told = nobody,
    halt: program.Halt = program.never,
) -> Made:
    """Write the clip to `out`. Raises NotMedia and NotMade with the reason, Stopped for `halt`."""
    source, out = source.resolve(), out.resolve()
    facts = facts_of(source, name=name)
    begin, end = _part(facts, wanted)
    with tempfile.TemporaryDirectory(prefix=".clip-", dir=out.parent) as folder:
        making = _Making(source, facts, wanted, Path(folder), tell, halt)
        made = making.run(begin, end)
        # Together with its name, so that nobody sees half of it.
        os.replace(Path(folder) / "made.mp4", out)
    return made


def _part(facts: Facts, wanted: Wanted) -> tuple[float, float]:
    end = min(wanted.end if wanted.end is not None else facts.seconds, facts.seconds)
    begin = max(wanted.start, 0.0)
    if end - begin < SHORTEST:
        raise NotMade(
            f"From {begin:.2f} to {end:.2f} seconds there is nothing; "
            f"the video plays {facts.seconds:.2f}.",
            mend="Choose an end that comes after the start, and both within the video.",
            code="no_part",
        )
    if wanted.length is not None and wanted.length < 1:
        raise NotMade(
            "A clip lasts a second at least.", mend="Give a longer length.", code="no_part"
        )
    return begin, end


class _Making:
    """One clip under way."""

    def __init__(
        self,
        source: Path,
        facts: Facts,
        wanted: Wanted,
        folder: Path,
        tell: Told,
        halt: program.Halt,
    ) -> None:
        self.source, self.facts, self.wanted, self.folder = source, facts, wanted, folder
        self.tell, self.halt = tell, halt
        self.is_levelled = wanted.loudness and bool(facts.sound)
        self.stages = self._stages()
        self.done = 0

    def _stages(self) -> list[str]:
        wanted = self.wanted
        asks = {
            "scenes": bool(wanted.length or (wanted.shape and not wanted.focus)),
            "subject": bool(wanted.shape and not wanted.focus),
            "measuring": self.is_levelled,
        }
        return [stage for stage in _WEIGHTS if asks.get(stage, True)]

    def _telling(self, stage: str) -> program.Tell:
        """What tells a stage's part as a part of the whole."""
        whole = sum(_WEIGHTS[one] for one in self.stages)
        before = sum(_WEIGHTS[one] for one in self.stages[: self.stages.index(stage)])
        self.tell(stage, before / whole)
        return lambda part: self.tell(stage, (before + _WEIGHTS[stage] * part) / whole)

    def run(self, begin: float, end: float) -> Made:
        wanted, facts = self.wanted, self.facts
        if self._stays(begin, end):
            return self._copied()
        found = self._scenes(begin, end) if "scenes" in self.stages else [Piece(begin, end)]
        pieces = self._pieces(found, begin, end)
        size = (encoding.even(facts.width), encoding.even(facts.height))
        window = None
        if wanted.shape:
            window = framing.window_size(facts.width, facts.height, wanted.shape)
            size = framing.size_of(window, wanted.shape)
        seconds = cutting.total(pieces)
        # Before the long work: what cannot fit is told at once.
        how = encoding.encoding_for(facts, size, seconds, wanted.room, sound=bool(facts.sound))
        pieces = cutting.on_grid(pieces, how.rate, facts.seconds)
        picture = self._picture(found, pieces, window, how)
        level = self._level(pieces)
        most = wanted.room.bytes
        for number in range(_TRIES):
            self._encode(pieces, how, picture, level)
            if not most or (self.folder / "made.mp4").stat().st_size <= most:
                return self._checked(pieces, picture)
            how = how.tightened(_TIGHTER ** (number + 1))
        raise NotMade(
            f"It does not get smaller than {(most or 0) / 1e6:.1f} MB and stay watchable.",
            mend="Choose a shorter part.",
            code="too_large",
        )

    def _stays(self, begin: float, end: float) -> bool:
        """Whether the picture can stay as it stands: nothing of it is to be another."""
        wanted, facts = self.wanted, self.facts
        whole = begin == 0 and end >= facts.seconds - 0.01
        cut = wanted.length is not None and wanted.length < facts.seconds
        burnt = wanted.burn and bool(wanted.cues)
        return (
            whole
            and not (cut or burnt or wanted.shape)
            and facts.sound in ("", "aac")
            and encoding.fits_as_it_is(facts, wanted.room)
        )

    def _copied(self) -> Made:
        pieces = [Piece(0.0, self.facts.seconds)]
        level = self._level(pieces)
        command = [*program.reading(self.source, self.facts.mime), *self._words(pieces)]
        if level:
            command += ["-filter_complex", graph.sound(pieces, then=level)]
            command += ["-map", "0:v:0", "-map", "[sound]", "-c:v", "copy", *encoding.SOUND]
        else:
            command += ["-map", "0:v:0", "-map", "0:a:0?", "-c:v", "copy", "-c:a", "copy"]
        self._written(command, pieces)
        return self._checked(pieces, graph.Picture(), copied=True)

    def _scenes(self, begin: float, end: float) -> list[Piece]:
        changes = scenes.changes(
            self.source,
            self.facts,
            start=begin,
            end=end,
            folder=self.folder,
            tell=self._telling("scenes"),
            halt=self.halt,
        )
        return cutting.scenes(changes, begin, end)

    def _pieces(self, found: Sequence[Piece], begin: float, end: float) -> list[Piece]:
        length = self.wanted.length
        if length is None or length >= end - begin:
            return [Piece(begin, end)]
        return (cutting.spread if self.wanted.spread else cutting.onward)(found, length)

    def _picture(
        self,
        found: Sequence[Piece],
        pieces: Sequence[Piece],
        window: tuple[int, int] | None,
        how: Encoding,
    ) -> graph.Picture:
        wanted, facts = self.wanted, self.facts
        words = bool(wanted.burn and wanted.cues)
        if words:
            told = subtitles.ass(subtitles.retimed(wanted.cues, pieces), how.width, how.height)
            (self.folder / graph.WORDS).write_text(told, encoding="utf-8")
        if not window:
            return graph.Picture(words=words)
        seen: list[Seen] = []
        if not wanted.focus:
            seen = subject.seen_in(
                self.source,
                facts,
                start=pieces[0].start,
                end=pieces[-1].end,
                folder=self.folder,
                tell=self._telling("subject"),
                halt=self.halt,
            )
        ways = framing.windows(
            seen,
            cutting.split_at([one.start for one in found], pieces),
            frame=(facts.width, facts.height),
            window=window,
            focus=wanted.focus,
        )
        (self.folder / graph.WINDOWS).write_text(graph.commands(ways), encoding="utf-8")
        return graph.Picture(window=window, ways=ways, words=words)

    def _level(self, pieces: Sequence[Piece]) -> str:
        if not self.is_levelled:
            return ""
        found = loudness.measured(
            self._read(pieces),
            folder=self.folder,
            graph=graph.sound(pieces, name="heard"),
            seconds=cutting.total(pieces),
            tell=self._telling("measuring"),
            halt=self.halt,
        )
        return loudness.levelling(found) if found else ""

    def _read(self, pieces: Sequence[Piece]) -> list[str]:
        start, end = pieces[0].start, pieces[-1].end
        return program.reading(self.source, self.facts.mime, start=start, seconds=end - start)

    def _words(self, pieces: Sequence[Piece]) -> list[str]:
        """The input that holds the words to attach, if there are any."""
        cues = subtitles.retimed(self.wanted.cues, pieces) if self.wanted.attach else []
        if not cues:
            return []
        (self.folder / "words.srt").write_text(subtitles.srt(cues), encoding="utf-8")
        return ["-protocol_whitelist", "file", "-f", "srt", "-i", "file:words.srt"]

    def _encode(
        self, pieces: Sequence[Piece], how: Encoding, picture: graph.Picture, level: str
    ) -> None:
        graphs = [graph.video(self.facts, pieces, how, picture)]
        maps = ["-map", "[video]"]
        if self.facts.sound:
            graphs.append(graph.sound(pieces, then=level))
            maps += ["-map", "[sound]", *encoding.SOUND]
        command = [*self._read(pieces), *self._words(pieces)]
        self._written([*command, "-filter_complex", ";".join(graphs), *maps, *how.video()], pieces)

    def _written(self, command: list[str], pieces: Sequence[Piece]) -> None:
        if (self.folder / "words.srt").exists():
            language = _LANGUAGES.get(self.wanted.language, "und")
            command += ["-map", "1:s:0", "-c:s", "mov_text"]
            command += ["-metadata:s:s:0", f"language={language}", "-disposition:s:0", "default"]
        program.run(
            command,
            [*encoding.CONTAINER, "made.mp4"],
            folder=self.folder,
            seconds=cutting.total(pieces),
            tell=self._telling("encoding"),
            halt=self.halt,
            heard=_has_font,
        )

    def _checked(
        self, pieces: Sequence[Piece], picture: graph.Picture, *, copied: bool = False
    ) -> Made:
        """What was written, measured from the file itself."""
        tell = self._telling("checking")
        path = self.folder / "made.mp4"
        facts = facts_of(path, name="The clip")
        made = Made(
            seconds=facts.seconds,
            width=facts.width,
            height=facts.height,
            bytes=facts.bytes,
            pieces=tuple(pieces),
            copied=copied,
            moving=len(picture.ways) > len(pieces),
        )
        if not self.is_levelled:
            return made
        heard = loudness.measured(
            program.reading(path, "video/mp4"),
            folder=self.folder,
            seconds=facts.seconds,
            tell=tell,
            halt=self.halt,
        )
        return replace(made, lufs=heard.integrated, peak=heard.peak) if heard else made


def _has_font(line: str) -> None:
    """libass goes on without any font, and the words would be missing from the picture."""
    if "fontselect: failed" not in line:
        return
    glyph = _GLYPH.search(line)
    sign = chr(int(glyph[1], 16)) if glyph and int(glyph[1], 16) < 0x110000 else "A"
    raise NotMade(
        f"No font on this machine has the sign “{sign}”. Nothing was kept.",
        mend="Take it out, attach the subtitles in place of burning them in, or install a font.",
        code="no_font",
    )
