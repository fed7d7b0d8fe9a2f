"""Count everyday words: python training/stories/everyday.py en polnear_train.jsonl > stories.toml.

Each line of the file is an object with ``text``. Prints stems by the share of texts that have them,
in percent, halving from 100; words written with a capital are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from recoupe.words import stemmer, tokens

RAREST = 1 / 64
NEARER = 0.75
"""Share of a step from which a stem belongs to it and not to the next."""


def shares(language: str, path: Path) -> dict[str, float]:
    """Return the share of texts that have each stem."""
    stem = stemmer(language)
    found: Counter[str] = Counter()
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        text = json.loads(line)["text"]
        small = (token for token in tokens(text) if text[token.start].islower())
        found.update({stem(token.folded) for token in small})
    return {word: number / len(lines) for word, number in found.items()}


def main() -> None:
    steps: defaultdict[float, list[str]] = defaultdict(list)
    for word, share in shares(sys.argv[1], Path(sys.argv[2])).items():
        step = 1.0
        while share < step * NEARER and step > RAREST:
            step /= 2
        if share >= RAREST and word.isalpha():
            steps[step].append(word)
    print("[everyday]")
    for step, words in sorted(steps.items(), reverse=True):
        listed = ", ".join(f'"{word}"' for word in sorted(words))
        print(f'"{step * 100:g}" = [{listed}]')


if __name__ == "__main__":
    main()
