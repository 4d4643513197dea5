"""The pages' words in other languages: finds them in the code, holds them to the source, compiles.

`translations.py extract` brings src/aboveboard/locale/*/LC_MESSAGES/django.po in line with the
code and the templates, `check` lists what is not in order, `compile` writes the .mo files that
Django reads. Babel does the reading and writing, so that nobody needs the gettext programs.
docs/words.md holds the words that all languages keep to.
"""

import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "aboveboard"
LOCALE = SRC / "locale"

# As in Django's own catalogs: https://docs.djangoproject.com/en/5.2/topics/i18n/translation/
PLURALS = {
    "nl": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "de": "nplurals=2; plural=(n != 1);",
    "hu": "nplurals=2; plural=(n != 1);",
}
CALLS = {
    call: call
    for name in ("gettext", "ngettext", "pgettext", "npgettext")
    for call in (name, f"{name}_lazy")
} | {"_": "gettext", "gettext_noop": "gettext"}
_ALIAS = re.compile(r"\b((?:|n|p|np)gettext(?:_lazy|_noop)?) as (\w+)")
_HOLE = re.compile(r"%\(\w+\)[a-z]|%[sd%]|(?<!\{)\{\w*\}")
_TAG = re.compile(r"</?\w+[^>]*>")


def catalog_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def in_code() -> Catalog:
    """Every message of the code and the templates, without a translation."""
    found = Catalog(charset="utf-8", project="aboveboard", fuzzy=False)
    for path in sorted(SRC.rglob("*")):
        parts = path.relative_to(SRC).parts
        if path.suffix not in {".py", ".html"} or {"tests", "migrations", "static"} & set(parts):
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            text = templatize(text, origin=str(path))
        source = io.BytesIO(text.encode())
        place = path.relative_to(ROOT).as_posix()
        names = CALLS | {alias: call for call, alias in _ALIAS.findall(text)}
        if not any(f"{name}(" in text for name in names):
            continue
        calls = extract_python(source, dict.fromkeys(names), (), {"encoding": "utf-8"})
        for line, call, given, _ in calls:
            said = [given] if isinstance(given, str) else list(given or ())
            words = [word for word in said if isinstance(word, str)]
            if words and words == said[: len(words)]:  # literals, not names
                _add(found, names[str(call)], words, (place, line))
    return found


def _add(found: Catalog, call: str, said: list[str], at: tuple[str, int]) -> None:
    context = said.pop(0) if "pgettext" in call else None
    if "ngettext" in call or "npgettext" in call:
        found.add((said[0], said[1]), locations=[at], context=context)
    elif (known := found.get(said[0], context)) and known.pluralizable:
        known.locations.append(at)
    else:
        found.add(said[0], locations=[at], context=context)


def read(language: str) -> Catalog:
    """The translations as they stand in version control."""
    with catalog_path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def extract(language: str) -> None:
    """Bring one language's file in line with the code: new messages empty, old ones gone."""
    path = catalog_path(language)
    catalog = read(language) if path.exists() else Catalog(locale=language)
    catalog.update(in_code(), no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    for message in catalog:
        if message.fuzzy and message.id:  # it got a plural, or lost it
            message.flags.discard("fuzzy")
            message.string = tuple("" for _ in message.id) if message.pluralizable else ""
    write(language, catalog)


def write(language: str, catalog: Catalog) -> None:
    """Write a language's file, without dates and line numbers: they would differ every time."""
    lines = [
        "# The words to use, and how this file is made: docs/words.md.",
        'msgid ""',
        'msgstr ""',
        f'"Language: {language}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Plural-Forms: {PLURALS[language]}\\n"',
        "",
        "",
    ]
    body = io.BytesIO()
    write_po(body, catalog, width=100, omit_header=True, include_lineno=False, sort_by_file=True)
    path = catalog_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\n".join(lines).encode() + body.getvalue())


def compile_catalog(language: str) -> None:
    """Write the .mo file beside the .po file. Messages without a translation stay English."""
    with catalog_path(language).with_suffix(".mo").open("wb") as file:
        write_mo(file, read(language))


def problems(language: str, code: Catalog) -> list[str]:
    """What is not in order in a language's file against the messages of the code, a line each."""
    path = catalog_path(language)
    if not path.exists():
        return [f"{language}: there is no {path.relative_to(ROOT)}"]
    catalog = read(language)
    if f"Plural-Forms: {PLURALS[language]}" not in path.read_text(encoding="utf-8"):
        return [f"{language}: the plural forms are not {PLURALS[language]}"]
    found = []
    for message in _messages(code):
        there = catalog.get(_id(message), message.context)
        if there is None or there.id != message.id:
            found.append(f"{language}: not in the file: {_shown(message)}")
        else:
            found += [f"{language}: {fault}: {_shown(message)}" for fault in faults(there)]
    for message in _messages(catalog):
        if code.get(_id(message), message.context) is None:
            found.append(f"{language}: not in the code any more: {_shown(message)}")
    return found


def faults(message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    sources, forms = forms_of(message.id), forms_of(message.string)
    if message.fuzzy:
        yield "marked as fuzzy"
    if len(forms) != len(sources) or not all(forms):
        yield "no translation"
        return
    allowed = {hole for source in sources for hole in _HOLE.findall(source)}
    for source, form in zip(sources, forms, strict=True):
        holes = set(_HOLE.findall(form))
        # A singular may say "one" where the plural has the number, and the other way round.
        same = holes <= allowed if message.pluralizable else holes == allowed
        if not same or (source == sources[-1] and holes != set(_HOLE.findall(source))):
            yield f"other placeholders in “{form}”"
        if sorted(_TAG.findall(form)) != sorted(_TAG.findall(source)):
            yield f"other markup in “{form}”"
        if "!" in form:
            yield f"an exclamation mark in “{form}”"
        if _edges(source) != _edges(form):
            yield f"other blanks or another end in “{form}”"
        if re.search(r"['\"]", _TAG.sub("", form)):
            yield f"a straight quotation mark or apostrophe in “{form}”"


def forms_of(words: str | Sequence[str] | None) -> list[str]:
    """A message's words: one, or those of every plural form."""
    return [words] if isinstance(words, str) else list(words or ())


def _edges(text: str) -> tuple[bool, bool, str]:
    end = text.rstrip()[-1:]
    return text[:1].isspace(), text[-1:].isspace(), end if end in ".?:…," else ""


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _id(message: Message) -> str:
    return forms_of(message.id)[0]


def _shown(message: Message) -> str:
    where = ", ".join(sorted({str(name) for name, _ in message.locations})[:2])
    return f"“{_id(message)}” ({where})"


def check() -> list[str]:
    """What is not in order, in all languages."""
    code = in_code()
    return [problem for language in PLURALS for problem in problems(language, code)]


def main(arguments: Sequence[str]) -> int:
    verbs: dict[str, Callable[[str], None]] = {"extract": extract, "compile": compile_catalog}
    if list(arguments) == ["check"]:
        found = check()
        print("\n".join(found) or "Every message is there in every language.")
        return 1 if found else 0
    if len(arguments) != 1 or arguments[0] not in verbs:
        print("Usage: translations.py extract|check|compile", file=sys.stderr)
        return 2
    for language in PLURALS:
        verbs[arguments[0]](language)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
