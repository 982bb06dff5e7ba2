"""The commands: one file each; a module's `command` is the command of the module's name, its `commands` are a group of them."""

import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

import typer

from rashomon import __version__
from rashomon.errors import NothingFound, RashomonError, UsageError
from rashomon.processes import collect_seldom
from rashomon_start import FAILED, INTERRUPTED, STOPPED

USAGE = 2


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


def build_app() -> typer.Typer:
    """The application, with every command found in this folder."""
    app = typer.Typer(
        name="rashomon",
        help="Many outlets' articles in, one account with every line sourced out.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def root(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version.")) -> None:
        """Many outlets' articles in, one account with every line sourced out."""

    for info in sorted(iter_modules(__path__), key=lambda info: info.name):
        module = import_module(f"{__name__}.{info.name}")
        if hasattr(module, "command"):
            app.command(name=info.name)(module.command)
        elif hasattr(module, "commands"):
            app.add_typer(module.commands, name=info.name)
    return app


def main() -> None:
    """Run the command line; exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were rejected."""
    collect_seldom()
    try:
        build_app()()
    except UsageError as error:
        _stop(error, USAGE)
    except (NothingFound, RashomonError) as error:
        _stop(error, FAILED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader went away: nobody is left to tell
        sys.exit(FAILED)
    except OSError as error:
        _stop(
            RashomonError(f"{error.filename or 'a file'}: {error.strerror or error}; make it right and run the same command again"), FAILED
        )
    except KeyboardInterrupt:
        _tell_stopped()
    except SystemExit as end:
        if end.code == INTERRUPTED:  # typer makes this of Ctrl-C, without a word
            _tell_stopped()
        raise


def _tell_stopped() -> NoReturn:
    print(STOPPED, file=sys.stderr)
    sys.exit(INTERRUPTED)


def _stop(error: RashomonError, code: int) -> NoReturn:
    print(f"rashomon: {error}", file=sys.stderr)
    sys.exit(code)
