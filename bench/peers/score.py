"""How well a page was extracted. Words are runs of word characters, lower case; texts are compared
in NFC, so that no peer gains or loses by how a page spells its accents."""

import collections
import re
import unicodedata

WORD = re.compile(r"\w+")
KEPT = {"K", "lead", "body", "heading", "quote"}
NOT_SCORED = {"T", "title", "?"}
BAD = {"html": 0.5, "text": 0.8}  # a page with an F1 below is bad


def words_of(text):
    return WORD.findall(unicodedata.normalize("NFC", text).lower())


def f1_of(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def shingles_of(text):
    """The multiset of all runs of four words; of a shorter text, the text."""
    words = words_of(text)
    starts = range(max(1, len(words) - 3)) if words else ()
    return collections.Counter(tuple(words[i : i + 4]) for i in starts)


def score_shingles(text, gold):
    """Precision and recall of a text.

    >>> score_shingles("a b c d e", "b c d e f g")
    (0.5, 0.3333333333333333)
    >>> score_shingles("", "a b c d")
    (0.0, 0.0)
    """
    found, gold = shingles_of(text), shingles_of(gold)
    right = (found & gold).total()
    return right / max(1, found.total()), right / max(1, gold.total())


def score_lines(kept, lines, labels):
    """Precision and recall of kept lines by their words, or None if gold keeps nothing.

    >>> score_lines([True, True, False, True], ["Title", "one two", "three", "Share"], "TKKD")
    (0.6666666666666666, 0.6666666666666666)
    """
    right = wrong = missed = 0
    for keep, line, label in zip(kept, lines, labels, strict=True):
        count = 0 if label in NOT_SCORED else len(words_of(line))
        if keep:
            right, wrong = (right + count, wrong) if label in KEPT else (right, wrong + count)
        elif label in KEPT:
            missed += count
    if right + missed == 0:
        return None
    return right / max(1, right + wrong), right / (right + missed)


def summary(kind, scores):
    """Precision, recall and F1 over pages: of HTML the F1 of the averages, of text the average F1;
    and how many pages are bad."""
    scores = [s for s in scores if s is not None]
    if not scores:
        return None
    precision, recall = (sum(column) / len(scores) for column in zip(*scores))
    each = [f1_of(*s) for s in scores]
    f1 = f1_of(precision, recall) if kind == "html" else sum(each) / len(each)
    return precision, recall, f1, sum(value < BAD[kind] for value in each)
