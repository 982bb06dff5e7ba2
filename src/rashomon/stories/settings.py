"""What grouping decides by: thresholds and spans, each with what it means."""

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of duplicates, events and stories, measured on the marked stories of two days, the even half of their documents."""

    lead: int = 1500  # characters of an article that are compared to find what it repeats
    told: int = 550  # Han characters whose words are read: news says first what it is about
    terms: int = 100  # weightiest words that stand for an article
    title: float = 1.5  # what standing in the title adds to a word's weight
    prior: float = 300.0  # articles that the prior of a word's commonness counts for
    window: float = 168.0  # hours after its last article that a cluster still takes new ones
    memory: float | None = 48.0  # hours after which an article counts e times less in what its story is like
    story: float = 0.0  # least log odds to join a story
    many: int = 50  # live stories from which chance likeness is as frequent as it gets; fewer are few
    few: float = 0.9  # how much less must be overcome among few stories across scripts, and to wake one: times the log of how few
    pause: float = 0.45  # and how much less a pause counts there: of its weight, times the same log
    alike: float = 10.5  # words shared beside one from which it is that much less to wake one, and `eased` holds, in full
    born: float = 24.0  # hours between the first articles of two stories that may still be bound: both were founded when little was known
    bind: float = 0.3  # least log odds to bind two stories, the smaller taken as one article
    eased: float = 0.3  # how much less suffices among few stories: times the log of how few, in full from as many words as `alike`
    grown: float = 0.5  # and how much more is wanted for the log of the smaller one's articles, since large sums are alike by their size
    large: int = 5  # articles beyond which a story is well known
    sure: float = 2.0  # least log odds to bind two that both are, which else stay apart
    early: float = 0.5  # and where the earlier was not yet when the later was founded
    several: float = 4.0  # words that two stories share in effect from which likeness counts in full
    alone: float = 0.5  # and how much more is wanted for the log of how many they share less
    event: float = 0.0  # least log odds to join an event of the story
