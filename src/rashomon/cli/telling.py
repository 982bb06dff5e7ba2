"""An account in the terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from rashomon.model import Account, Evidence, Series

VOICES_SHOWN = 12
STATEMENTS_SHOWN = 3


def print_account(account: Account) -> None:
    """Print an account for people: state, timeline, figures, voices, in force, contacts, silences."""
    console = Console(highlight=False, soft_wrap=True)
    head = account.story
    console.print(Text(head.title, style="bold"))
    console.print(
        Text(f"{head.first or '?'} - {head.last or '?'} · {len(head.articles)} articles · {', '.join(head.outlets)}", style="dim")
    )
    _section(console, "lead", (_line(lead.text, lead.evidence[:1]) for lead in account.lead))
    _section(console, "timeline", (_line(f"{line.date}  {line.text}", line.evidence[:1]) for line in account.timeline))
    _section(console, "figures", map(_series, account.series))
    _section(console, "voices", (line for voice in account.voices[:VOICES_SHOWN] for line in _voice(voice.speaker, voice.said)))
    in_force = (
        _line(" ".join(filter(None, (m.what, m.place, f"{m.since or '?'} - {m.until or '?'}", m.hours, m.by))), m.evidence[:1])
        for m in account.in_force
    )
    _section(console, "in force", in_force)
    _section(console, "contacts", (_line(f"{c.office or '?'}: {c.number}", [c.evidence]) for c in account.contacts))
    silences = (
        _line(f"{s.fact} - silent: {', '.join(s.silent)}; told by {', '.join(s.carried_by)}", s.evidence[:1]) for s in account.silences
    )
    _section(console, "silences", silences)
    kinds = sorted({relation.kind for relation in account.relations})
    counts = (Text(f"  {kind}: {sum(r.kind == kind for r in account.relations)}") for kind in kinds)
    _section(console, "relations", counts)


def _section(console: Console, name: str, lines: Iterable[Text]) -> None:
    printed = False
    for line in lines:
        if not printed:
            console.print(Text(f"\n{name}", style="bold"))
            printed = True
        console.print(line)


def _line(text: str, evidence: Iterable[Evidence]) -> Text:
    line = Text("  " + text)
    for e in evidence:
        line.append(f"  [{e.outlet or '?'} {e.path}:{e.start}-{e.end}]", style="dim")
    return line


def _series(series: Series) -> Text:
    name = " ".join(filter(None, (series.measure, series.group, series.place)))
    values = ", ".join(f"{p.as_of or '?'} {worded(p.low, p.high)} ({p.outlet or '?'})" for p in series.points)
    line = Text(f"  {name}: ", style="bold")
    line.append(values, style="not bold")
    return line


def worded(low: int | None, high: int | None) -> str:
    """A count for people: 18, 200-250, 1000+, <200."""
    if low is None:
        return f"<{high:,}" if high is not None else "?"
    if high is None:
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}-{high:,}"


def _voice(speaker: str, said: Iterable[object]) -> Iterable[Text]:
    yield Text(f"  {speaker}", style="bold")
    for statement in list(said)[:STATEMENTS_SHOWN]:
        chain = " > ".join(getattr(statement, "chain", ()))
        yield _line(f"  {getattr(statement, 'content', '')}  ({chain})", getattr(statement, "evidence", ())[:1])
