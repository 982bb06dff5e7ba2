"""Compare: what an outlet says of a fact follows from the account alone, and nothing is called silent that the account does not."""

import msgspec
import pytest

from rashomon.model import Account, Current, Evidence, Line, Point, Relation, Series, Silence, StoryArticle, StoryHead
from rashomon.pages.compare import Comparison, compare

OUTLETS = ("北湾日报", "海角通讯", "晨钟报", "岚洲电台", "旧信使")
DAYS = {"北湾日报": "2023-05-02", "海角通讯": "2023-05-02", "晨钟报": "2023-05-03", "岚洲电台": "2023-05-03", "旧信使": "2023-05-01"}


def evidence(outlet: str, start: int, words: str) -> Evidence:
    return Evidence(
        path=f"{outlet}.html",
        article=outlet,
        document="d",
        outlet=outlet,
        start=start,
        end=start + len(words),
        text=words,
        sentence=words,
        prefix="",
        suffix="",
    )


def point(outlet: str, value: int, status: str) -> Point:
    return Point(
        as_of=DAYS[outlet],
        low=value,
        high=value,
        chain=(),
        outlet=outlet,
        origin=outlet,
        status=status,
        evidence=evidence(outlet, value, f"{value}人死亡"),
    )


@pytest.fixture
def account() -> Account:
    points = (point("北湾日报", 27, "first"), point("海角通讯", 27, "repeated"), point("晨钟报", 25, "disputed"))
    current = Current(low=27, high=27, as_of="2023-05-02", origins=1, disputed=True, evidence=(points[0].evidence,))
    told = tuple(evidence(outlet, 100, "码头封闭。") for outlet in ("北湾日报", "海角通讯"))
    articles = [StoryArticle(path=f"{o}.html", id=o, outlet=o, title=o, published=f"{DAYS[o]}T08:00:00+08:00") for o in OUTLETS]
    return Account(
        story=StoryHead(id="s", title="渡轮", first="2023-05-01", last="2023-05-03", outlets=OUTLETS, articles=tuple(articles)),
        lead=(),
        timeline=(Line(date="2023-05-02", text="码头封闭。", type="COERCE", weight=1, origins=1, outlets=OUTLETS[:2], evidence=told),),
        series=(Series(measure="killed", group="all", place=None, scope="total", points=points, current=current),),
        relations=(Relation(kind="disputes", a=(points[0].evidence,), b=(points[2].evidence,), why={"code": "disputes"}),),
        voices=(),
        positions=(),
        in_force=(),
        contacts=(),
        origins=(),
        silences=(
            Silence(
                fact="27人死亡", known_since="2023-05-02", carried_by=OUTLETS[:2], silent=("岚洲电台",), evidence=(points[0].evidence,)
            ),
        ),
    )


def states(comparison: Comparison | None, row: int) -> dict[str, str]:
    assert comparison
    return {cell.outlet: cell.state for cell in comparison.facts[row].cells}


def test_cells_say_who_says_who_differs_and_who_is_silent(account: Account) -> None:
    comparison = compare(account)
    assert comparison
    counts = [fact.value.low if fact.value else None for fact in comparison.facts]
    assert states(comparison, counts.index(27)) == {
        "北湾日报": "says",
        "海角通讯": "says",
        "晨钟报": "otherwise",
        "岚洲电台": "silent",
        "旧信使": "absent",
    }


def test_what_was_not_found_in_later_articles_is_not_called_silence(account: Account) -> None:
    comparison = compare(account)
    assert comparison
    line = next(i for i, fact in enumerate(comparison.facts) if fact.line)
    assert states(comparison, line)["岚洲电台"] == "unseen"


def test_both_sides_of_a_dispute_lead_to_the_other_sides_words(account: Account) -> None:
    comparison = compare(account)
    assert comparison
    lower = next(fact for fact in comparison.facts if fact.value and fact.value.low == 25)
    against = next(cell for cell in lower.cells if cell.outlet == "北湾日报")
    assert against.state == "otherwise"
    assert against.evidence
    assert against.evidence.text == "27人死亡"


def test_one_number_for_two_places_is_one_row_and_single_cases_are_none(account: Account) -> None:
    total = account.series[0]
    port = msgspec.structs.replace(total, place="北码头")
    small = msgspec.structs.replace(total, group="security", points=tuple(msgspec.structs.replace(p, low=2, high=2) for p in total.points))
    comparison = compare(msgspec.structs.replace(account, series=(total, port, small)))
    assert comparison
    assert sorted(fact.value.low or 0 for fact in comparison.facts if fact.value) == [25, 27]


def test_one_outlet_is_not_compared(account: Account) -> None:
    one = msgspec.structs.replace(account.story, articles=account.story.articles[:1])
    assert compare(msgspec.structs.replace(account, story=one)) is None
