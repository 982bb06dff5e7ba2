"""Write the parts of docs/ that come from code.

python scripts/docs.py            write docs/json.md, docs/formats.md and docs/commands.md
python scripts/docs.py --check    say which of them are not as the code is; exit code 1 where one is not
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import typer
import typer.core
import typer.main

from rashomon.cli import build_app
from rashomon.intake import formats

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "src" / "rashomon" / "model"
PRINTED = ("article", "reading", "story", "account", "trace")  # modules whose values commands print
HEAD = "<!-- Written by scripts/docs.py from the code: change the code, then run `make docs`. -->\n\n"


def json_page() -> str:
    """Every value that the commands print: its fields, their types and meanings, as the model declares them."""
    parts = [
        HEAD,
        "# JSON shapes\n\n",
        "`rashomon read --jsonl` prints the fields of Article and of Reading in one object; `stories --jsonl` prints Placement; ",
        "`account --json` prints Account, `trace --json` Trace. Spans count code points of `text`; ",
        "`null` is unknown, `[]` is nothing found. ",
        "Other keys may come to stand beside these.\n",
    ]
    for module in PRINTED:
        for name, meaning, fields in structs(MODEL / f"{module}.py"):
            parts.append(f"\n## {name}\n\n{meaning}\n\n| field | type | meaning |\n|---|---|---|\n")
            parts.extend(f"| `{field}` | {shape} | {comment} |\n" for field, shape, comment in fields)
    return "".join(parts)


def structs(path: Path) -> Iterator[tuple[str, str, list[tuple[str, str, str]]]]:
    """The structs that a module declares: name, docstring, and (field, type, trailing comment) of each field."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef):
            continue
        fields = []
        for item in node.body:
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                comment = lines[item.lineno - 1].partition("  # ")[2].replace("None", "null")
                fields.append((printed_name(node, item.target.id), shape_of(item.annotation), comment.replace("|", "\\|")))
        yield node.name, (ast.get_docstring(node) or "").partition("\n")[0], fields


def printed_name(node: ast.ClassDef, field: str) -> str:
    """The name of a field in JSON, where the struct renames it."""
    for keyword in node.keywords:
        if keyword.arg == "rename" and isinstance(keyword.value, ast.Dict):
            renamed = ast.literal_eval(keyword.value)
            return str(renamed.get(field, field))
    return field


def shape_of(annotation: ast.expr) -> str:
    """A type as JSON has it."""
    words = ast.unparse(annotation).replace("tuple[", "[")
    known = {"None": "null", "str": "string", "Span": "[start, end]", "int": "number", "float": "number"}
    return re.sub(r"\w+", lambda found: known.get(found[0], found[0]), words).replace("|", "or")


FORMATS = """# Formats

A document's format is told by its content; its name decides nothing.

| format | what it is | told apart by |
|---|---|---|
{rows}
Archives (zip, tar, either of them or one file compressed with gzip, bzip2, xz or zstd) are read like the folders they hold; web archives
(WARC, MHTML, Safari's) like the pages in them.
Text is read as UTF-8, UTF-16, GB18030 or Big5. What can't be read becomes one line on stderr with its reason, counts among the
rejected, and the rest goes on. [More on how documents come in](intake.md).
"""

COMMANDS = """# Commands

| to | use |
|---|---|
| see everything in a browser | [report](#rashomon-report) |
| see what one article says | [read](#rashomon-read) |
| see which articles belong together, and why | [stories](#rashomon-stories) |
| have one story told | [account](#rashomon-account) |
| ask who said a thing first | [trace](#rashomon-trace) |
| prove that quoted words still stand | [verify](#rashomon-verify) |
| correct what was read or told | [correct ...](corrections.md) |
| keep articles day by day ([more](archive.md)) | [add](#rashomon-add) |
| find something in an archive, or what is new in it | [search](#rashomon-search), [new](#rashomon-new), [watch](#rashomon-watch) |
| copy, move or take down | [backup](#rashomon-backup), [restore](#rashomon-restore), [forget](#rashomon-forget) |
| know what can be read, and who is known | [formats](#rashomon-formats), [outlets](#rashomon-outlets) |
| know what is wrong with a set-up or an archive | [doctor](#rashomon-doctor) |

Results go to stdout, progress and messages to stderr. PATH is a file, a folder, a glob, `@LIST` (a file with one
path a line) or `-` for stdin ([more](intake.md#what-a-path-names)).

Exit codes: 0 done, 1 failed (nothing readable, no story that matches), 2 wrong usage, 3 done but some inputs were rejected.
"""


def formats_page() -> str:
    """The formats that can be read."""
    return HEAD + FORMATS.format(rows="".join(f"| `{f.name}` | {f.description} | {f.sniffs} |\n" for f in formats()))


def commands_page() -> str:
    """Every command with its options, as --help prints it."""
    commands = getattr(typer.main.get_command(build_app()), "commands", {})
    return HEAD + COMMANDS + "".join(command_part(name, command) for name, command in sorted(_spread(commands).items()))


def _spread(commands: Mapping[str, Any]) -> dict[str, Any]:
    """Commands by their full names, those of a group too."""
    return {
        full: command
        for name, held in commands.items()
        for full, command in ({f"{name} {n}": c for n, c in held.commands.items()} if hasattr(held, "commands") else {name: held}).items()
    }


def command_part(name: str, command: typer.core.TyperCommand) -> str:
    """One command: what it does, how it is called, and a row for each option."""
    context = typer.Context(command, info_name=name)
    options = [p for p in command.get_params(context) if isinstance(p, typer.core.TyperOption) and p.name != "help"]
    rows = "".join(f"| `{called(option, context)}` | {option.help or ''} |\n" for option in options)
    usage = " ".join(piece.removesuffix("...").strip("{}") for piece in command.collect_usage_pieces(context))
    return f"\n## rashomon {name}\n\n{command.help}\n\n`rashomon {name} {usage}`\n\n| option | meaning |\n|---|---|\n{rows}"


def called(option: typer.core.TyperOption, context: typer.Context) -> str:
    """An option as it is typed, with what may be given."""
    given = "" if option.is_flag else option.metavar or option.display_type(context).strip("<>").removesuffix(" range").replace("int", "N")
    return " ".join(filter(None, (*option.opts, given.replace("|", "\\|"))))


PAGES: dict[str, Callable[[], str]] = {"json.md": json_page, "formats.md": formats_page, "commands.md": commands_page}


def main() -> int:
    stale = [
        name for name, page in PAGES.items() if not (ROOT / "docs" / name).exists() or (ROOT / "docs" / name).read_text("utf-8") != page()
    ]
    if "--check" in sys.argv:
        print("\n".join(f"docs/{name} is not as the code is: run `make docs`" for name in stale) or "docs are as the code is")
        return 1 if stale else 0
    for name in stale:
        (ROOT / "docs" / name).write_text(PAGES[name](), encoding="utf-8")
    print(f"{len(stale)} of {len(PAGES)} pages written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
