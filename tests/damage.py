"""Ways in which people bring a copy: each takes paragraphs (blocks of text) and a strength, and returns a text.

The words of a block stay its own in all but `edited` and `ocr`, which give the new blocks.
"""

from __future__ import annotations

import random
import re
import textwrap
import unicodedata

AD = "Advertisement\n\nSubscribe today and read every issue of the year for the price of a sandwich\n\nContinue below"


def plain(blocks, _):
    return "\n\n".join(blocks)


def crlf(blocks, _):
    return "\r\n\r\n".join(blocks)


def wrapped(blocks, width):
    return "\n\n".join(textwrap.fill(block, width) for block in blocks)


def hyphenated(blocks, width):
    return "\n\n".join("\n".join(_hyphens(block.split(), width)) for block in blocks)


def _hyphens(words, width):
    line = ""
    for word in words:
        if line and len(line) + len(word) >= width:
            half = len(word) // 2
            if word.isalpha() and word.islower() and len(word) > 6:
                yield f"{line} {word[:half]}-"
                line = word[half:]
                continue
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def soft_hyphens(blocks, every):
    return "\n\n".join(_every(block, every, "\u00ad") for block in blocks)


def zero_width(blocks, every):
    return "\n\n".join(_every(block, every, "\u200b") for block in blocks)


def _every(text, every, mark):
    made = [char + (mark if at % every == 0 and char.isalpha() else "") for at, char in enumerate(text)]
    return "".join(made)


def mail(blocks, depth):
    prefix = "> " * depth
    lines = "\n\n".join(textwrap.fill(block, 66) for block in blocks).split("\n")
    return "On Monday somebody wrote:\n" + "\n".join(prefix + line for line in lines)


def one_line(blocks, _):
    return " ".join(" ".join(blocks).split())


def single_newlines(blocks, _):
    return "\n".join(blocks)


def straight_quotes(blocks, _):
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "--", "–": "-", "…": "..."})
    return "\n\n".join(blocks).translate(table)


def decomposed(blocks, _):
    return unicodedata.normalize("NFD", "\n\n".join(blocks))


def ligatures(blocks, _):
    return "\n\n".join(blocks).replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def capitals(blocks, _):
    return "\n\n".join(blocks).upper()


def furniture(blocks, every):
    """Advertisements between paragraphs."""
    made = ["Home\n\nWorld\n\nSign in"]
    for at, block in enumerate(blocks):
        made += [block, AD] if at % every == 0 else [block]
    return "\n\n".join(made)


def pull_quotes(blocks, every):
    """A sentence of the block, again, between its own sentences."""
    return "\n\n".join(_parted(block, block.split(". ")[0] + ".") if at % every == 0 else block
                       for at, block in enumerate(blocks))  # fmt: skip


def inside(blocks, every):
    """An advertisement between the sentences of a paragraph."""
    return "\n\n".join(_parted(block, AD) if at % every == 0 else block for at, block in enumerate(blocks))


def _parted(block, middle):
    sentences = block.split(". ")
    half = len(sentences) // 2
    if len(sentences) < 4:
        return block
    return f"{'. '.join(sentences[:half])}.\n\n{middle}\n\n{'. '.join(sentences[half:])}"


def running_heads(blocks, height):
    """Hard wraps, with a head and a page number after every `height` lines."""
    lines = wrapped(blocks, 70).split("\n")
    made = []
    for at, line in enumerate(lines, 1):
        made += [line, f"\nThe Quarterly Review of Things    {at // height}\n"] if at % height == 0 else [line]
    return "\n".join(made)


def columns(blocks, height):
    """Two columns side by side, as a PDF is laid out, with a form feed between pages."""
    return "\f".join(_pages(blocks, height))


def columns_run_on(blocks, height):
    """The same without form feeds: nothing says where a page ends."""
    return "\n".join(_pages(blocks, height))


def _pages(blocks, height):
    lines = [line for block in blocks for line in [*textwrap.wrap(block, 44), ""]]
    for at in range(0, len(lines), 2 * height):
        left, right = lines[at : at + height], lines[at + height : at + 2 * height]
        right += [""] * (len(left) - len(right))
        yield "\n".join((one.ljust(50) + two).rstrip() for one, two in zip(left, right, strict=True))


def interleaved(blocks, height):
    """Two columns read line by line across, empty lines lost: left, right, left, right."""
    lines = [line for block in blocks for line in [*textwrap.wrap(block, 45), ""]]
    made = []
    for at in range(0, len(lines), 2 * height):
        left, right = lines[at : at + height], lines[at + height : at + 2 * height]
        right += [""] * (len(left) - len(right))
        made.append("\n".join(line for pair in zip(left, right, strict=True) for line in pair if line))
    return "\n".join(made)


def twice(blocks, _):
    return "\n\n".join([*blocks, *blocks])


def swapped(blocks, at):
    return "\n\n".join([*blocks[at:], *blocks[:at]])


HARMLESS = {
    "plain": (plain, (0,)),
    "CRLF": (crlf, (0,)),
    "hard wraps": (wrapped, (40, 60, 72, 100)),
    "hyphenated": (hyphenated, (34, 48, 66)),
    "soft hyphens": (soft_hyphens, (2, 5)),
    "zero width": (zero_width, (3, 9)),
    "quoted mail": (mail, (1, 3)),
    "one line": (one_line, (0,)),
    "single newlines": (single_newlines, (0,)),
    "straight quotes": (straight_quotes, (0,)),
    "NFD": (decomposed, (0,)),
    "ligatures": (ligatures, (0,)),
    "capitals": (capitals, (0,)),
    "furniture": (furniture, (1, 3)),
    "two columns": (columns, (25, 40, 60)),
    "two columns, no page ends": (columns_run_on, (30, 45)),
    "pasted twice": (twice, (0,)),
    "parts swapped": (swapped, (7, 15)),
}
INSIDE = {
    "pull quotes inside": (pull_quotes, (1, 3)),
    "advertisements inside": (inside, (1, 3)),
    "running heads": (running_heads, (30, 45)),
}


def edited(blocks, percent, seed=1):
    """Words left out, replaced and put in, a third each: the new blocks."""
    chance = random.Random(seed * 1000 + percent)
    return [" ".join(filter(None, (_edit(word, percent, chance) for word in block.split()))) for block in blocks]


def _edit(word, percent, chance):
    if chance.random() * 100 >= percent:
        return word
    return chance.choice(("", "other", f"{word} more"))


def ocr(blocks, permille, seed=1):
    """Letters misread, as scanners do: the new blocks."""
    chance = random.Random(seed)
    wrong = {"l": "1", "e": "c", "m": "rn", "h": "b", "o": "0", "i": "l"}
    return ["".join(wrong[char] if char in wrong and chance.random() * 1000 < permille else char for char in block)
            for block in blocks]  # fmt: skip


def shuffled(blocks, seed=1):
    words = " ".join(blocks).split()
    random.Random(seed).shuffle(words)
    return " ".join(words)


def sentences_shuffled(blocks, seed=1):
    sentences = " ".join(blocks).split(". ")
    random.Random(seed).shuffle(sentences)
    return ". ".join(sentences)


SENTENCE = re.compile('(?<=[.?!])["”’)]*\\s+')
CLAUSE = re.compile('(?<=[.?!,;:—])["”’)]*\\s+')


def _joined(pieces, count):
    return [" ".join(pieces[at : at + count]) for at in range(0, len(pieces), count)]


def _parts(pieces, count):
    return _joined(pieces, max(1, -(-len(pieces) // count)))


PIECES = {
    "sentences": SENTENCE.split,
    "clauses": CLAUSE.split,
    "two sentences": lambda block: _joined(SENTENCE.split(block), 2),
    "halves by sentences": lambda block: _parts(SENTENCE.split(block), 2),
    "halves by words": lambda block: _parts(block.split(), 2),
    "thirds by words": lambda block: _parts(block.split(), 3),
}
JOINED = {
    "one line": " ".join,
    "paragraphs": "\n\n".join,
    "paragraphs of three": lambda pieces: "\n\n".join(_joined(pieces, 3)),
}


def pieces_shuffled(blocks, kind, joined, seed):
    """Every piece of every block, in any order, joined in one of three ways."""
    pieces = [piece for block in blocks for piece in PIECES[kind](block)]
    random.Random(seed).shuffle(pieces)
    return JOINED[joined](pieces)


def shuffled_inside(blocks, kind, seed):
    """Each block with its own pieces in any order."""
    chance = random.Random(seed)
    made = []
    for block in blocks:
        pieces = PIECES[kind](block)
        chance.shuffle(pieces)
        made.append(" ".join(pieces))
    return "\n\n".join(made)
