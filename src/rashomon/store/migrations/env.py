"""Run by alembic: the migrations, on the connection that the archive is open with."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
