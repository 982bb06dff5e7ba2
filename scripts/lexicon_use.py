"""Which words of a language's lists stand in one article alone: those that may serve a text rather than the language.

    python scripts/lexicon_use.py PATH...                 articles of your own, the more the better
    python scripts/lexicon_use.py --list groups PATH...   one list with the articles that its lone words stand in

A word that stands nowhere is of the language and waits for its text; one that stands in a single article is worth a look: it is
a plain word of the trade, or it goes.
"""

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick

from rashomon.cleaning import clean
from rashomon.intake import find_sources, read_documents
from rashomon.languages import fold
from rashomon.model import Article, Document

SHORTEST = 2  # characters: a single one stands everywhere


def lists(code: str) -> Mapping[str, list[str]]:
    """Every list of a language with its words, folded: rows of .txt files, lists and keys of tables."""
    found: dict[str, list[str]] = {}
    for file in sorted(Path(str(files("rashomon.languages") / code)).iterdir()):
        if file.suffix == ".txt":
            rows = [line.split("\t")[0].strip() for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
            found[file.stem] = rows
        elif file.suffix == ".toml" and not file.stem.startswith("examples"):
            for name, words in tabled(tomllib.loads(file.read_text(encoding="utf-8")), file.stem):
                found.setdefault(name, []).extend(words)
    return {name: sorted({fold(word) for word in words if len(word) >= SHORTEST}) for name, words in found.items()}


def tabled(table: Mapping[str, Any], name: str) -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from tabled(value, f"{name}.{key}")
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield f"{name}.{key}", value


def documents_of(words: list[str], paths: list[str]) -> Mapping[str, set[str]]:
    """For each word the articles that it stands in."""
    machine = AhoCorasick(words)
    found: dict[str, set[str]] = defaultdict(set)
    for source in find_sources(paths)[0]:
        for document in read_documents(source):
            article = clean(document) if isinstance(document, Document) else None
            if isinstance(article, Article):
                for index in {match[0] for match in machine.find_matches_as_indexes(fold(article.text), overlapping=True)}:
                    found[words[index]].add(article.path)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--language", default="zh")
    parser.add_argument("--list", help="print the lone words of this list with their articles")
    options = parser.parse_args()
    known = lists(options.language)
    stand = documents_of(sorted({word for words in known.values() for word in words}), options.paths)
    for name, words in known.items():
        lone = [word for word in words if len(stand.get(word, ())) == 1]
        if options.list == name:
            for word in lone:
                print(word, Path(next(iter(stand[word]))).name, sep="\t")
        elif not options.list:
            absent = sum(word not in stand for word in words)
            print(f"{name:<36}{len(words):>6} words{absent:>6} in none{len(lone):>6} in one:  {' '.join(lone)}")


if __name__ == "__main__":
    main()
