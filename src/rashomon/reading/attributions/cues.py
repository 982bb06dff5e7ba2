"""Verbs and markers by which words are laid to someone, found among an article's words."""

import msgspec

from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.ground.clauses import Layout
from rashomon.reading.ground.kinds import CUE
from rashomon.reading.ground.words import Words

_AHEAD_LONGEST = 26
_DENIED_REACH = 14  # words between a denial and what is put forward
_PAUSES = frozenset("，。；：\n")
_COMPARED_REACH = 3  # words before a thought: 优于市场先前预期
_MANNER_LONGEST = 3  # words of how someone speaks
_MANNERS = frozenset(("a", "ad", "an", "d", "i", "l", "z", "v", "vd", "vi", "vn"))  # parts of speech of such words
_SPOKEN = frozenset('，：“「『:,"')
_TEXTS = ("text", "hearsay")  # kinds of nouns that speak by themselves
_PLANNED_REACH = 7  # words between a word of the future and the verb: 将于短期内回应
_ADVERBIAL = "adtfpm"  # parts of speech of those that may stand there
_FEELING_REACH = 5  # words between a verb and the feeling that it carries: 表示了强烈的不满


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A cue: words [first, last], with what stands before it in its own clause."""

    first: int
    last: int
    kind: str
    start: int
    end: int


def find_cues(words: Words, said: list[int], layout: Layout, lists: CueWords) -> tuple[Cue, ...]:
    """All cues outside quotations and brackets that really say something, in order, of the words that may."""
    found = []
    kinds, nouns, taken, last = lists.kinds, lists.nouns, lists.verb.taken, -1
    texts, traits, starts = words.texts, words.traits, words.starts
    for i in said:
        if i <= last or not traits[i] & CUE or layout.inside[starts[i]]:
            continue
        if nouns.get(texts[i]) in _TEXTS and _is_text(words, i, lists):
            continue
        kind, last = kinds[texts[i]], i
        if kind != "say" and len(texts[i]) == 1 and texts[i + 1 : i + 2] and texts[i + 1] in taken and len(texts[i + 1]) > 1:
            continue  # 汇控 | 表示: the end of a name
        while last + 1 < len(texts) and texts[last + 1] in taken and last - i < 2:
            last += 1
        if kind == "weak" and lists.owned.match(words.shadow, words.starts[i]):
            kind = "say"  # 承认此举只是第一步
        if last > i and kind in ("demand", "judge", "think", "hold", "announce", "show", "weak"):
            kind = "say"
        kind = "say" if kind == "report" and last > i else kind
        first = _carrier(words, i, last, lists) if i and texts[i - 1] in lists.carriers else None
        manner = _manner(words, i, last, lists) if kind == "say" and i > 1 and texts[i - 1] == lists.verb.manner else None
        if manner is not None:
            found.append(Cue(manner, last, kind, starts[i], words.ends[last]))
        elif first is not None or _says(words, i, last, lists, kind):
            start = i if first is None else first
            found.append(Cue(start, last, "say" if first is not None else kind, starts[start], words.ends[last]))
    return tuple(found)


def _manner(words: Words, i: int, last: int, lists: CueWords) -> int | None:
    """林岸无奈的 | 说，…: the first word of how someone speaks, written with the character that makes a modifier; None where it is none."""
    after, k = words.texts[last + 1 : last + 2], i - 1
    while k > 0 and i - k <= _MANNER_LONGEST and words.tags[k - 1] in _MANNERS and len(words.texts[k - 1]) > 1:
        word = words.texts[k - 1]
        if word in lists.kinds or word in lists.carriers or word in lists.nouns:
            return None
        k -= 1
    spoken = bool(after) and after[0] in _SPOKEN
    return k if k < i - 1 and spoken and (words.tags[k - 1][0] in "nrx" or k == 0) else None


def _is_text(words: Words, i: int, lists: CueWords) -> bool:
    """声明说, 有报道说: whether a noun is the source of the verb behind it, where no other source stands before it."""
    after = words.texts[i + 1] if i + 1 < len(words.texts) else ""
    if after not in lists.verb.taken and lists.clause.get(after) not in ("adverb", "close"):
        return False
    k = i - 1
    while k > 0 and i - k < 3 and words.tags[k][0] in "nv" and words.texts[k - 1] in lists.verb.this:
        k -= 1
    before = words.texts[k] if i else "\n"
    role = lists.clause.get(before)
    return before in lists.verb.this or (words.tags[k][0] == "x" and before not in "”」）)") or role in ("turn", "lead", "same")


def _carrier(words: Words, i: int, last: int, lists: CueWords) -> int | None:
    """发表声明, 发出警告: the word that the carrier begins with, where the noun ends its clause or a verb of saying follows."""
    if words.texts[i] in lists.carried:
        after = words.texts[last + 1] if last + 1 < len(words.texts) else ""
        for j in range(i - 2, max(-1, i - _DENIED_REACH), -1):
            if words.texts[j] in _PAUSES:
                break
            if lists.clause.get(words.texts[j]) == "not":
                return None  # 并未对此作出回应, 没有立即对血液供应一事发表评论
        if last > i or after in ("，", "：", ",", ":"):
            return i - 1
    return None


def _says(words: Words, i: int, last: int, lists: CueWords, kind: str) -> bool:
    """Whether the verb is a finite, affirmed statement and no noun, passive, denial or plan."""
    verb = lists.verb
    after = words.texts[last + 1] if last + 1 < len(words.texts) else ""
    if kind == "find" and (lists.kinds.get(after) in ("show", "record") or not (i and lists.nouns.get(words.texts[i - 1]) == "text")):
        return False  # 记者发现, 研究发现表明
    if after in verb.tails and not _emphatic(words, last, lists) and not (kind == "say" and _tells_why(words, i, last, lists)):
        return False  # 警告的, 警告信
    if (
        (after in verb.heads and not (kind == "say" and len(after) == 1))
        or (after in lists.timing and not (after == verb.former and _former(words, i, last)))
        or (kind == "report" and lists.kinds.get(after) == "relay")
    ):
        return False
    if _planned(words, i, lists) or (words.texts[i] == verb.refers and _emphatic(words, last, lists)):
        return False  # 将于短期内回应, 他指的是…
    if words.texts[i] == verb.claimed and i and words.texts[i - 1][-1] in verb.counters:
        return False  # 一名自称是亲属的网友
    if after in verb.particulars or (after in verb.own and words.texts[last + 2 : last + 3] and words.texts[last + 2] in verb.particulars):
        return False  # 不愿透露姓名的官员
    if lists.idle.match(words.shadow, words.starts[i], words.starts[i] + _AHEAD_LONGEST):
        return False  # 说流利的英语, 美指再度转升
    if kind == "think" and (after in verb.moods or (i and words.texts[i - 1] in lists.reasons)):
        return False
    if i and words.texts[i - 1] in lists.according and (kind in ("judge", "demand", "think") or len(words.texts[i]) == 1):
        return False  # 按要求, 据 | 称
    if kind == "report" and i > 1 and words.tags[i - 2] == "uj" and words.tags[i - 1][0] in "abdi":
        return False  # 通讯社的独家报道
    if kind in ("judge", "demand", "think") and _carried(words, i, lists):
        return False
    if i and words.texts[i - 1] == lists.saying.listing and after in verb.joining and kind in ("judge", "demand", "think"):
        return False  # 对抗、谴责和制裁
    if (
        kind == "weak"
        and i
        and words.tags[i - 1][0] in "rq"
        and words.texts[i - 1] not in verb.someone
        and lists.nouns.get(words.texts[i]) == "text"
        and after not in ("：", ":")
    ):
        return False  # 拒绝签署这项声明，
    if after in verb.supports and kind in ("judge", "demand"):
        return False
    if kind in ("think", "weak") and not verb.compared.isdisjoint(words.texts[max(0, i - _COMPARED_REACH) : i]):
        return False  # 优于公司预期
    if kind in ("think", "weak") and "".join(words.texts[last + 1 : last + 3]) in verb.copulas:
        return False  # 新的预测，是…
    for j in range(i - 1, max(-1, i - 4), -1):
        word = words.texts[j]
        if (
            j == i - 1
            and (word in lists.passive or word in lists.carriers)
            and not (_ends_noun(words, j, lists) or _opens(words, j, lists, kind))
        ):
            return False
        role = lists.clause.get(word)
        issued = j < i - 1 and words.texts[i - 1] in lists.carried  # 发表公开信 | 要求
        if role == "not" or (word in lists.carriers and kind not in ("say", "announce") and not issued):
            return False
        if word in verb.undergone and not (kind in ("say", "announce") and _noun_between(words, j, i)):
            return False
        manner = j == i - 1 and len(word) == 1 and words.tags[j][0] in "adv"  # 没有明说
        if role not in ("adverb", "with") and words.tags[j][0] not in "nr" and not manner:
            break
    return True


def _ends_noun(words: Words, j: int, lists: CueWords) -> bool:
    """银行业 | 者: whether a character closes a noun of sources that the dictionary cuts."""
    return len(words.texts[j]) == 1 and words.shadow[words.ends[j] - 2 : words.ends[j]] in lists.nouns


def _opens(words: Words, j: int, lists: CueWords, kind: str) -> bool:
    """但有人说: whether someone opens the clause; 导致有人指责, and what someone only thinks of in passing, tells nothing of itself."""
    if words.texts[j] not in lists.verb.someone or (kind == "think" and words.texts[j + 2 : j + 3] != ["，"]):
        return False
    return j == 0 or words.tags[j - 1] == "x" or lists.clause.get(words.texts[j - 1]) in ("turn", "lead", "adverb", "same")


def _tells_why(words: Words, i: int, last: int, lists: CueWords) -> bool:
    """强调为缓和紧张…: whether what is said begins with its reason; 以两小时内澄清为目标 says nothing."""
    reason = words.texts[last + 1] in lists.reasons and len(words.texts[i]) > 1
    return reason and words.texts[last + 3 : last + 4] != [] and words.texts[last + 3] not in _PAUSES


def _former(words: Words, i: int, last: int) -> bool:
    """指前 | 局长: whether what stands behind a verb of one character belongs to the noun behind it."""
    return len(words.texts[i]) == 1 and words.tags[last + 2 : last + 3] == ["n"]


def _planned(words: Words, i: int, lists: CueWords) -> bool:
    """将果断回应, 将于短期内公布: whether nothing but adverbs and days stands between a word of the future and the verb."""
    governed = False  # a noun that the word before it must bring in: 将尽快向学校公布
    for j in range(i - 1, max(-1, i - _PLANNED_REACH), -1):
        role = lists.clause.get(words.texts[j])
        if words.texts[j] in lists.verb.future:
            return not governed
        if role == "with":
            governed = False
        elif words.tags[j][0] not in _ADVERBIAL and role not in ("adverb", "close"):
            if words.tags[j][0] != "n":
                return False
            governed = True
    return False


def _carried(words: Words, i: int, lists: CueWords) -> bool:
    """表示强烈谴责: the verb is what another one expresses, and no statement of its own."""
    j = i - 1
    while j > 0 and i - j < 3 and lists.clause.get(words.texts[j]) == "adverb":
        j -= 1
    return j >= 0 and words.texts[j] in lists.verb.supports


def _noun_between(words: Words, j: int, i: int) -> bool:
    return any(words.tags[k][0] == "n" for k in range(j + 1, i))


def _emphatic(words: Words, last: int, lists: CueWords) -> bool:
    """强调的是，…: what is said follows all the same."""
    return "".join(words.texts[last + 1 : last + 3]) in lists.verb.emphatic


def carries_feeling(words: Words, last: int, lists: CueWords) -> bool:
    """表示感谢。: a feeling and no statement."""
    for j in range(last + 1, min(last + 1 + _FEELING_REACH, len(words.texts))):
        if words.texts[j] in lists.feelings:
            after = words.texts[j + 1] if j + 1 < len(words.texts) else ""
            if after and after in lists.verb.joining:
                return bool(lists.feelings.intersection(words.texts[j + 2 : j + 4]))
            return not after or after in lists.verb.closing
        if words.tags[j][0] == "x" or words.texts[j] in tuple(lists.saying.finite):
            return False
    return False
