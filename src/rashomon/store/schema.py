"""The archive's tables: plain rows under readable names, so that any tool that opens the database can read them.

The migrations make and change these tables in a database; here they are told for queries.
"""

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

META = MetaData()

files = Table(  # what was taken in as a whole, so that it is not read again
    "files",
    META,
    Column("id", Text, primary_key=True),  # the first 16 hex digits of the SHA-256 of its bytes
    Column("path", Text, nullable=False),
    Column("added", Text, nullable=False),  # ISO 8601
)
documents = Table(
    "documents",
    META,
    Column("id", Text, primary_key=True),  # the first 16 hex digits of the SHA-256 of its bytes
    Column("path", Text, nullable=False),
    Column("size", Integer, nullable=False),  # bytes as saved
    Column("bytes", LargeBinary),  # as saved, packed by zlib; null once forgotten
    Column("added", Text, nullable=False),
    Column("forgotten", Text),  # when it was taken down
    Column("reason", Text),  # and why
)
articles = Table(
    "articles",
    META,
    Column("number", Integer, primary_key=True),
    Column("path", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False, unique=True),
    Column("article", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("outlet", Text),
    Column("outlet_code", Text),
    Column("title", Text, nullable=False),
    Column("author", Text),
    Column("url", Text),
    Column("published", Text),
    Column("day", Text),  # of publication
    Column("instant", Float),  # of publication, in seconds since the epoch
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("packed", LargeBinary),  # the whole article but its text; null once forgotten
)
readings = Table(
    "readings",
    META,
    Column("article", Integer, primary_key=True),  # articles.number, here and below
    Column("reader", Text, nullable=False),  # version of the code and the words that read it
    Column("packed", LargeBinary, nullable=False),
    Column("observed", LargeBinary, nullable=False),  # what it adds to the lore
)
figures = Table(
    "figures",
    META,
    Column("article", Integer, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("measure", Text, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("group", Text, nullable=False),
    Column("place", Text),
    Column("as_of", Text),
    Column("chain", Text),  # outermost source first, " > " between
)
quotes = Table(
    "quotes",
    META,
    Column("article", Integer, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("cue", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("speaker", Text),
    Column("speaker_folded", Text),  # simplified, lower case: what a search compares
    Column("chain", Text),
)
differences = Table(  # what a later version of an article changed
    "differences",
    META,
    Column("article", Integer, primary_key=True),
    Column("earlier", Integer, nullable=False),
    Column("lines", Text, nullable=False),  # sentences, "- " before those that went and "+ " before those that came
)
placements = Table(
    "placements",
    META,
    Column("article", Integer, primary_key=True),
    Column("story", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("duplicate_of", Integer),
    Column("version_of", Integer),
)
stories = Table(
    "stories",
    META,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("articles", Integer, nullable=False),
    Column("outlets", Text, nullable=False),  # ", " between
    Column("formerly", Text, nullable=False),  # " " between
    Column("packed", LargeBinary, nullable=False),
    Column("stale", Integer, nullable=False),  # 1 while its account has yet to be told anew
)
accounts = Table(
    "accounts",
    META,
    Column("story", Text, primary_key=True),
    Column("digest", Text, nullable=False),  # of all that it was told from
    Column("told", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
observations = Table(  # the sums that the lore is frozen from
    "observations",
    META,
    Column("kind", Text, primary_key=True),  # line, article, day, alias
    Column("key", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("articles", Integer, nullable=False),
)
forms = Table(  # names and the Latin form beside them: what lets a search find one person under all names
    "forms",
    META,
    Column("form", Text, primary_key=True),  # folded
    Column("latin", Text, primary_key=True),
)
state = Table(  # the stream of stories, put away
    "state",
    META,
    Column("piece", Integer, primary_key=True),  # 0 is what lives, from 1 on come the members
    Column("version", Text, nullable=False),
    Column("members", Integer, nullable=False),  # up to and with this piece
    Column("packed", LargeBinary, nullable=False),
)
renamed = Table(  # ids that a rebuild kept: what the stream calls a cluster, and what it has always been called here
    "renamed",
    META,
    Column("given", Text, primary_key=True),
    Column("kept", Text, nullable=False),
)
corrections = Table(  # people's, in the order they were made; only ever added to
    "corrections",
    META,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("made", Text, nullable=False),  # JSON, as a line of a file of corrections
)
originals = Table(  # stories as they were grouped that corrections bear on; `stories` holds what people made of them
    "originals",
    META,
    Column("id", Text, primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)
watches = Table(
    "watches",
    META,
    Column("number", Integer, primary_key=True),
    Column("story", Text),
    Column("name", Text),
    Column("measure", Text),
    Column("feed", Text),
    Column("webhook", Text),
    Column("secret", Text),  # the name of the environment's variable, never the key
    Column("since", Text, nullable=False),  # when it last looked
)
told = Table(  # what a watch knows already, by digest
    "told",
    META,
    Column("watch", Integer, primary_key=True),
    Column("key", Text, primary_key=True),
)
deliveries = Table(
    "deliveries",
    META,
    Column("number", Integer, primary_key=True),
    Column("watch", Integer, nullable=False),
    Column("made", Text, nullable=False),
    Column("body", Text, nullable=False),  # JSON, as it is posted
    Column("tries", Integer, nullable=False),
    Column("due", Text, nullable=False),  # when to try next
    Column("state", Text, nullable=False),  # due, delivered, given up
    Column("error", Text),  # of the last try
)
