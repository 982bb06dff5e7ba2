"""Write which Chinese characters fold to which, and which stand in one script alone, out of OpenCC's tables.

    python scripts/characters.py

A process that made them anew when it starts would need an eighth of a second for it. A test tells where OpenCC says otherwise.
"""

from pathlib import Path

from opencc import OpenCC

import rashomon

FOLDER = Path(rashomon.__file__).parent / "languages" / "zh"
HAN = "".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00))))
COMMON = "".join(map(chr, range(0x4E00, 0xA000)))
WIDTH = 60  # characters a line

VARIANTS = """\
# Characters that fold to each simplified one: traditional forms and variants, of the mainland, Taiwan and Hong Kong.
# Written by scripts/characters.py from OpenCC's tables t2s, hk2s and tw2s (Apache License 2.0). 么 is left as it is: OpenCC makes it 幺,
# which it was; in texts of today it is the simplified 麼.
"""
SIMPLIFIED = """\
# Characters that are written otherwise in traditional text.
# Written by scripts/characters.py from OpenCC's table s2t (Apache License 2.0).
"""


def convert(standard: str, characters: str) -> list[str]:
    """What OpenCC makes of each character by itself."""
    converted: str = OpenCC(standard).convert("\n".join(characters))
    return converted.split("\n")


def find_variants() -> dict[str, str]:
    """Traditional and variant characters to simplified ones, one character for one, by simplified character."""
    table: dict[str, str] = {}
    for standard in ("t2s", "hk2s", "tw2s"):
        for plain, simple in zip(HAN, convert(standard, HAN), strict=True):
            if len(simple) == 1 and simple != plain:
                table.setdefault(plain, simple)
    del table["么"]
    forms: dict[str, str] = {}
    for plain, simple in sorted(table.items()):
        standing = table.get(simple, simple)
        forms[standing] = forms.get(standing, "") + plain
    return dict(sorted(forms.items()))


def find_simplified() -> str:
    """Characters that stand for others in traditional text."""
    return "".join(plain for plain, wide in zip(COMMON, convert("s2t", COMMON), strict=True) if wide != plain)


def write() -> dict[str, str]:
    """The files by name, as they should be."""
    simplified = find_simplified()
    lines = [simplified[at : at + WIDTH] for at in range(0, len(simplified), WIDTH)]
    rows = [f"{simple}\t{forms}" for simple, forms in find_variants().items()]
    return {"variants.txt": VARIANTS + "\n".join((*rows, "")), "simplified.txt": SIMPLIFIED + "\n".join((*lines, ""))}


if __name__ == "__main__":
    for name, text in write().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
