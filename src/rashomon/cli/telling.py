"""An account in the terminal: what the story's page shows, in lines."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from rashomon.model import Account, Evidence, Framing, InForce, Line, Position, Relation, Series, Statement, Voice
from rashomon.pages import Interface, gravity, keep_steps, spell_origins

VOICES_SHOWN, STATEMENTS_SHOWN = 12, 3
RELATIONS_SHOWN = {"withdraws": 8, "disputes": 8, "updates": 6}  # of each kind that says most, told in words; the rest are counted
LINES_SHOWN = 40  # the weightiest of the timeline
NEVER_HELD = ("disputed", "withdrawn", "differs_in_scope")
OUTLETS_SHOWN = 3  # of a value
POSITIONS_SHOWN, ORIGINS_SHOWN, TERMS_SHOWN, USERS_SHOWN = 12, 12, 6, 6


def print_account(account: Account, words: Interface) -> None:
    """Print an account for people, each line with the receipt of its first evidence.

    words: the interface's language, for all that is not an article's own.
    """
    console = Console(highlight=False, soft_wrap=True)
    head = account.story
    console.print(Text(head.title, style="bold"))
    counts = (words.tell("outlets", len(head.outlets)), words.tell("articles", len(head.articles)))
    told = (words.days(head.first, head.last), *counts, words.listed(head.outlets))
    console.print(Text(" · ".join(filter(None, told)), style="dim"))
    for key, lines in _sections(account, words):
        _print_section(console, words(key), lines)


def _standing(measure: InForce, words: Interface) -> str:
    """What has become of a measure, where it is not simply in force."""
    return "" if measure.status == "ordered" else f"（{words('in_force_status.' + measure.status)}）"


def _sections(account: Account, words: Interface) -> Iterator[tuple[str, Iterable[Text]]]:
    """Every section with its lines, in the order of the page."""
    yield "lead", (_line(lead.text, lead.evidence) for lead in account.lead)
    yield "figures", (_series(series, words) for series in sorted(account.series, key=_order))
    yield "timeline", (_line(f"{line.date}  {line.text}", line.evidence) for line in _weightiest(account))
    yield "relations", _relations(account, words)
    yield "voices", (line for voice in account.voices[:VOICES_SHOWN] for line in _voice(voice))
    yield "positions", (_position(position, words) for position in account.positions[:POSITIONS_SHOWN])
    yield (
        "in_force",
        (
            _line(" ".join(filter(None, (m.what, m.place, words.period(m.since, m.until), m.hours, m.by, _standing(m, words)))), m.evidence)
            for m in account.in_force
        ),
    )
    yield "contacts", (_line(f"{c.office or words('unknown')}: {c.number}", [c.evidence]) for c in account.contacts)
    yield (
        "silences",
        (
            _line(f"{s.fact}  {words('silent')}: {words.listed(s.silent)}; {words('carried_by')} {words.listed(s.carried_by)}", s.evidence)
            for s in account.silences
        ),
    )
    yield "framing", (line for framing in account.framing for line in _framing(framing, words))
    yield (
        "source",
        (
            Text(f"  {words.origin(origin.name)}: {origin.claims}, {words.listed([c.outlet for c in origin.carried_by], most=6)}")
            for origin in account.origins[:ORIGINS_SHOWN]
        ),
    )


def _weightiest(account: Account) -> list[Line]:
    """The weightiest lines of the timeline, by date."""
    ranked = sorted(range(len(account.timeline)), key=lambda at: (-account.timeline[at].weight, at))[:LINES_SHOWN]
    return [account.timeline[at] for at in sorted(ranked)]


def _print_section(console: Console, name: str, lines: Iterable[Text]) -> None:
    printed = False
    for line in lines:
        if not printed:
            console.print(Text(f"\n{name}", style="bold"))
            printed = True
        console.print(line)


def _line(text: str, evidence: Iterable[Evidence]) -> Text:
    """A line and where its first evidence stands."""
    line = Text("  " + text)
    for e in list(evidence)[:1]:
        line.append(f"  [{e.outlet or '?'} {e.path}:{e.start}-{e.end}]", style="dim")
    return line


def _order(series: Series) -> tuple[bool, int, int]:
    """Sorts series: counts of all before parts, by what they count, the gravest first, then the fullest."""
    return series.scope != "total", gravity(series)[0], -len(series.points)


def _series(series: Series, words: Interface) -> Text:
    """How a figure moved: each value once, from the first day it stood on, with the outlets that gave it, and why it never held."""
    given: dict[str, dict[str, str]] = {}  # value -> outlet -> the first day it gave it
    beside = {words.count(p.low, p.high): p.status for p in series.points if p.status in NEVER_HELD}
    for point in sorted(series.points, key=lambda p: p.as_of or "~"):  # of one day in the order of their telling
        given.setdefault(words.count(point.low, point.high), {}).setdefault(point.outlet or "?", point.as_of or "")
    counted = words.count_of(series.measure, group=series.group, place=series.place, scope=series.scope, things=series.things)
    line = Text(f"  {counted}: ", style="bold")
    for at, (value, outlets) in enumerate(given.items()):
        first = next(iter(outlets.values()))
        line.append(f"{' → ' if at else ''}{words.day(first) if first else '?'} ", style="not bold").append(value)
        held = f"; {words(f'point.{beside[value]}')}" if value in beside else ""
        line.append(f" ({words.listed(list(outlets), most=OUTLETS_SHOWN)}{held})", style="dim not bold")
    return line


def _relations(account: Account, words: Interface) -> Iterator[Text]:
    """The relations that say most, in words with both sides' receipts; then how many there are of each kind."""
    names = spell_origins(account.series)
    for kind, most in RELATIONS_SHOWN.items():
        for relation in keep_steps([r for r in account.relations if r.kind == kind])[:most]:
            yield Text(f"  {words(f'kind.{kind}')}  {words.why(relation.why, names=names)}")
            yield from (_line(f"  {side}  {e.sentence.strip()}", [e]) for side, e in (("a", relation.a[0]), ("b", relation.b[0])))
    for kind in sorted({relation.kind for relation in account.relations}):
        yield Text(f"  {words(f'kind.{kind}')}: {_count(account.relations, kind)}")


def _count(relations: Iterable[Relation], kind: str) -> int:
    return sum(relation.kind == kind for relation in relations)


def _voice(voice: Voice) -> Iterator[Text]:
    yield Text(f"  {voice.speaker}", style="bold")
    for statement in voice.said[:STATEMENTS_SHOWN]:
        did = f"{statement.cue}  " if statement.cue else ""
        yield _line(f"  {did}{statement.content}{_through(statement)}", statement.evidence)


def _through(statement: Statement) -> str:
    """Who relays it, where somebody does."""
    return f"  ({' > '.join(statement.chain)})" if len(statement.chain) > 1 else ""


def _position(position: Position, words: Interface) -> Text:
    first = position.evidence[0]
    return _line(f"{position.actor}  {words(f'stance.{position.stance}')}  {first.text}", position.evidence)


def _framing(framing: Framing, words: Interface) -> Iterator[Text]:
    """One set of rival words; in brackets how many of a word's sentences are quoted."""
    yield Text(f"  {words(f'framing_of.{framing.of}')}", style="bold")
    for term in framing.terms[:TERMS_SHOWN]:
        users = [f"{u.outlet} {u.own + u.quoted}" + (f" ({u.quoted})" if u.quoted else "") for u in term.usage[:USERS_SHOWN]]
        yield _line(f"  {term.word}: {', '.join(users)}", term.evidence)
