"""Changes of the archive's tables, one file each; an old archive is brought up to date where it lies."""

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from rashomon.errors import UsageError

SPLIT = "0004"  # texts are split into words for the search as this version does: an older archive's are indexed anew
HEAD = "0004"  # the newest under versions/: compared before anything of alembic's is loaded, which costs 0.2 s
TABLE = "alembic_version"


def find_version(connection: Connection) -> str | None:
    """The version of an archive's tables; None where there is no archive yet.

    Raises UsageError where the database holds something else.
    """
    tables = inspect(connection).get_table_names()
    if TABLE not in tables:
        if tables:
            raise UsageError("the database holds tables, but no archive of rashomon; name another file or database")
        return None
    found: str | None = connection.execute(text(f"SELECT version_num FROM {TABLE}")).scalar()
    return found


def bring_up(connection: Connection, to: str = "head") -> None:
    """Make the tables, or bring them up to date, in the transaction of a connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files(__name__)))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def check_known(version: str) -> None:
    """Raises UsageError where an archive is of a later version of this package."""
    known = [entry.name[:4] for entry in (files(__name__) / "versions").iterdir() if entry.name[:4].isdigit()]
    if version not in known:
        raise UsageError(
            f"the archive's tables are of version {version!r}, which is newer than this rashomon knows ({max(known)}); upgrade it"
        )
