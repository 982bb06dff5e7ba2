"""People of one story whose names stand in two scripts, met by sound: Santos is 桑托斯 where no other sounds so, Zhou Min is 周敏."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from rashomon.languages import in_letters
from rashomon.languages.sounds import hear_latin, hear_transcribed, hear_whole, spell_pinyin

_FIRM = 4  # sounds of a last name that tell enough where one of the two is told without a first; first names must begin alike
_WHOLE = "~"  # before the sounds of a whole name, first and last together: Zaw Min Tun is 佐敏通
_SPELT = "="  # before a whole name as Mandarin spells it, which needs no other proof
PARTS = re.compile(r"[·・．.‧•]")
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ARTICLE = re.compile(r"^(?:al|el|ben|bin)[-'’]")


def find_heard(people: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of persons, one in Latin and one in Han script, whose last parts sound alike and like no other's of the story.

    people: folded name -> the name that stands for its person. A sound that two persons of one script share binds nothing.
    """
    latin: dict[str, dict[str, str]] = defaultdict(dict)  # key -> person -> how the first name begins
    han: dict[str, dict[str, str]] = defaultdict(dict)
    for form, person in sorted(people.items()):
        if in_letters(form):
            words = [ARTICLE.sub("", word.lower()) for word in WORDS.findall(form)]
            for key in hear_latin(words[-1]) if words else ():
                latin[key][person] = latin[key].get(person) or (_first_sound(words[0]) if words[1:] else "")
            for whole in (
                _SPELT + "".join(words),
                *(_WHOLE + key for key in hear_latin("".join(words)) if words[1:] and len(key) >= _FIRM),
            ):
                latin[whole][person] = ""
        else:
            parts = PARTS.split(form)
            if latin and not parts[1:]:
                for whole in (_SPELT + spell_pinyin(form), *(_WHOLE + key for key in hear_transcribed(form) if len(key) >= _FIRM)):
                    han[whole][person] = ""
            for key in hear_transcribed(parts[-1]):
                han[key][person] = han[key].get(person) or (hear_whole(parts[0])[:1] if parts[1:] else "")
    for key, persons in sorted(latin.items()):
        others = han.get(key, {})
        if len(persons) == len(others) == 1:
            (one, opens), (other, begins) = *persons.items(), *others.items()
            if key[0] in (_SPELT, _WHOLE) or (opens == begins if opens and begins else len(key) >= _FIRM):
                yield one, other


def _first_sound(word: str) -> str:
    return next((key[0] for key in hear_latin(word + word)), "")  # twice, since a short name has too few sounds for a key
