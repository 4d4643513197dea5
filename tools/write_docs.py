"""Writes the documents that come from the code: `make docs`. A test holds them to it."""

from pathlib import Path

from aboveboard.config.options import Options, variable

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ROOT / "docs" / "settings.md"

_HEAD = """# Settings

Every setting is an environment variable. They are read once, at the start; one that cannot be used
stops the start with a message that names it. This page is written by `make docs`.
"""


def settings_page() -> str:
    """The page of all settings, in the order of `Options`."""
    parts = [_HEAD]
    for name, field in Options.model_fields.items():
        default = field.default
        if isinstance(default, tuple | frozenset) or default == "":
            shown = "nothing"
        elif isinstance(default, bool):
            shown = f"`{str(default).lower()}`"
        else:
            shown = f"`{default}`"
        parts.append(f"## {variable(name)}\n\n{field.description}\n\nDefault: {shown}.\n")
    return "\n".join(parts)


def main() -> None:
    SETTINGS.parent.mkdir(exist_ok=True)
    SETTINGS.write_text(settings_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
