"""Company: two sentences that share little are close to the same others."""

import numpy as np

from rashomon.accounts.comparing.closeness import Closeness
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.timeline.company import Company

ONE, OTHER = "岚洲歌剧院工会宣布罢演", "乐手停工抗议减薪"
BESIDE = ("岚洲歌剧院乐手停工罢演", "歌剧院工会抗议减薪停工", "罢演的乐手抗议减薪", "岚洲歌剧院停工，工会乐手罢演")
ELSEWHERE = ("港务局添购九艘拖船", "礁城海鲜市场翻新开张", "山路塌方后恢复通车", "图书馆展出旧地图和航海日志")
TEXTS = (ONE, OTHER, *BESIDE, *ELSEWHERE)
NIGHTS = ["2031-03-02", "2031-03-03", *["2031-03-02"] * len(BESIDE), *["2031-03-03"] * len(ELSEWHERE)]


def company_of(days: list[str], members: range = range(len(TEXTS))) -> Company:
    return Company(Closeness(Likeness(Letters(TEXTS))), days, members)


def test_what_shares_nothing_is_near_by_the_company_it_keeps() -> None:
    near, far = company_of(NIGHTS).between(np.array([0, 0]), np.array([1, len(TEXTS) - 1]))
    assert near > 0.3
    assert far == 0


def test_company_is_kept_within_a_day() -> None:
    days = [NIGHTS[0], "2031-03-09", *NIGHTS[2:]]
    assert company_of(days).between(np.array([0]), np.array([1]))[0] == 0


def test_pairs_are_as_near_as_one_by_one_and_strangers_keep_no_company() -> None:
    company = company_of(NIGHTS, range(2, len(TEXTS)))
    a, b = np.array([2, 3, 0]), np.array([4, 5, 2])
    assert company.between(a, b).tolist() == [*(company.to_one(int(x), np.array([y]))[0] for x, y in zip(a[:2], b[:2], strict=True)), 0.0]


def test_how_close_those_of_a_day_are_is_kept() -> None:
    closeness, others = Closeness(Likeness(Letters(TEXTS))), np.array([1, *range(6, len(TEXTS))])
    assert company_of(NIGHTS).close_to(7, others).tolist() == closeness.to_each(np.array([7]), others)[0].tolist()
