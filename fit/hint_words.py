"""Which words of the names of elements speak for the article, and how much."""

import collections
import re

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

WORD = re.compile("[a-z0-9]+")
FEWEST_SITES = 4  # that use a word; others would name one site's articles
LEAST_ODDS = 2  # hundredths of log-odds that are worth an entry
MOST_TOKENS = 100  # of a line that count


def fit_hint_words(pages):
    """[(word, hundredths of log-odds)] by name: a logistic regression of whether the words of a line
    belong to the article on the words of its hints, each counted once. Pages weigh equally, and in
    each what is kept and what is dropped."""
    sites = collections.defaultdict(set)
    samples = []
    for page in pages:
        weights = collections.defaultdict(float)
        total = collections.Counter()
        for hints, label, tokens in zip(page.hints, page.row_labels, page.tokens):
            if label in ("K", "D") and tokens >= 3:
                weights[hints, label] += min(tokens, MOST_TOKENS)
                total[label] += min(tokens, MOST_TOKENS)
        if len(total) < 2:
            continue
        for (hints, label), weight in weights.items():
            words = set(WORD.findall(hints))
            samples.append((words, label == "K", weight / total[label]))
            for word in words:
                sites[word].add(page.site)
    known = sorted(word for word, of in sites.items() if len(of) >= FEWEST_SITES)
    number = {word: i for i, word in enumerate(known)}
    rows, columns = [], []
    for row, (words, _, _) in enumerate(samples):
        of_row = sorted(number[word] for word in words if word in number)
        rows += [row] * len(of_row)
        columns += of_row
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), (len(samples), len(known)))
    model = LogisticRegression(C=0.1, max_iter=300)
    model.fit(table, [kept for _, kept, _ in samples], sample_weight=[weight for _, _, weight in samples])
    odds = np.round(model.coef_[0] * 100).astype(int)
    return [(word, odds[i]) for i, word in enumerate(known) if abs(odds[i]) >= LEAST_ODDS]
