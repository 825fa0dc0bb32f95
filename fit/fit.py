#!/usr/bin/env python3
"""Fits the trees of lib/model.inc and measures them on sites left out.

    fit.py DATA --dump build/fit/dump_columns            left-out scores, by set
    fit.py DATA --dump build/fit/dump_columns --write lib/model.inc

DATA holds labelled text in the form .txt + .labels (K keep, D drop, anything else is not learned
from) in the folders named by SETS. Needs numpy and catboost (see fit/requirements.txt); the same
input gives the same trees.
"""

import argparse
import collections
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy as np
from catboost import CatBoostClassifier

SETS = [
    "text-vi/text", "text-vi/wet", "text-vi/resi",
    "text-news/fundus-wet", "text-news/aeb-wet", "text-news/fundus-resi", "text-news/aeb-resi",
]  # fmt: skip
FIRST = dict(trees=100, depth=5, rate=0.15)
FINAL = dict(trees=200, depth=5, rate=0.12)
TITLE = dict(trees=40, depth=4, rate=0.2)
FOLDS = 5
SCORE_UNIT = 1000  # thousandths of log-odds
WORD = re.compile(r"\w+")


class Page:
    def __init__(self, path, group):
        self.path, self.group = path, group
        raw = open(path, "rb").read()
        lines = raw.split(b"\n")
        labels = open(path[:-4] + ".labels").read().split("\n")
        starts = np.cumsum([0] + [len(line) + 1 for line in lines])
        self.starts, self.labels = starts, labels
        self.text = raw
        self.site = site_of(path)

    def align(self, spans):
        """One label and one number of word tokens for each row."""
        at = np.searchsorted(self.starts, spans[:, 0], side="right") - 1
        self.row_labels = np.array([self.labels[i] if i < len(self.labels) else "?" for i in at])
        self.texts = [self.text[b:e].decode("utf-8", "replace").strip() for b, e in spans]
        self.tokens = np.array([len(WORD.findall(t)) for t in self.texts])


def site_of(path):
    """The publisher: pages of one publisher are never on both sides of a split."""
    name = os.path.basename(path)[:-4]
    for folder in ("html-news/aeb", "html-news/fundus"):
        meta = os.path.join(path.split("/text-")[0], folder, name + ".meta.json")
        if os.path.exists(meta):
            known = json.load(open(meta))
            host = (known.get("url") or known.get("site") or name).lower()
            host = host.split("//")[-1].split("/")[0].split(":")[0]
            parts = host.split(".")
            short = len(parts) > 2 and parts[-2] in ("co", "com", "org", "net", "gov", "or", "ac")
            return parts[-3] if short else parts[-2] if len(parts) > 1 else host
    site = name.split("__")[0]
    return site.replace(".com.vn", "").replace(".net", "").replace(".vn", "")


def dump(tool, pages, *scores):
    """The columns of each page, rows x columns, made from these first scores and title scores."""
    listing = "\n".join(p.path for p in pages) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        command = [tool]
        for i, s in enumerate(scores):
            command.append(os.path.join(folder, str(i)))
            with open(command[-1], "wb") as f:
                f.write(np.concatenate(s).astype("<i4").tobytes())
        out = subprocess.run(command, input=listing.encode(), stdout=subprocess.PIPE, check=True).stdout
    at, result = 0, []
    for page in pages:
        rows, columns = np.frombuffer(out, "<i4", 2, at)
        at += 8
        spans = np.frombuffer(out, "<u4", rows * 2, at).reshape(rows, 2)
        at += int(rows) * 8
        table = np.frombuffer(out, "<i2", rows * columns, at).reshape(columns, rows).T
        at += int(rows) * int(columns) * 2
        if not hasattr(page, "tokens"):
            page.align(spans)
        result.append(table)
    return result


def fit_kept(pages, tables, columns, **size):
    """Whether a line is kept. Lines weigh by their words, pages equally."""
    x, y, w = [], [], []
    for page, table in zip(pages, tables):
        use = np.isin(page.row_labels, ["K", "D"])
        if not use.any():
            continue
        weight = np.minimum(page.tokens[use], 150) + 3.0
        x.append(table[use][:, columns])
        y.append(page.row_labels[use] == "K")
        w.append(weight / weight.sum())
    return fit(x, y, w, **size)


def fit_title(pages, tables, columns, **size):
    """Whether a line is the title, on pages that have one."""
    x, y, w = [], [], []
    for page, table in zip(pages, tables):
        y_page = page.row_labels == "T"
        if not y_page.any():
            continue
        x.append(table[:, columns])
        y.append(y_page)
        w.append(np.where(y_page, 1.0 / y_page.sum(), 3.0 / len(y_page)))
    return fit(x, y, w, **size)


def fit(x, y, w, trees, depth, rate):
    model = CatBoostClassifier(
        iterations=trees, depth=depth, learning_rate=rate, l2_leaf_reg=5, random_seed=3,
        border_count=64, bootstrap_type="Bernoulli", subsample=0.7, boost_from_average=True,
        thread_count=2, verbose=False, allow_writing_files=False)  # fmt: skip
    model.fit(np.concatenate(x).astype("f4"), np.concatenate(y), sample_weight=np.concatenate(w) * 1000)
    return model


def score(model, table, columns):
    if len(table) == 0:
        return np.zeros(0)
    return model.predict(table[:, columns].astype("f4"), prediction_type="RawFormulaVal")


def scores_of(model, tables, columns):
    return [np.round(score(model, t, columns) * SCORE_UNIT) for t in tables]


def folds_of(pages, count, seed):
    """Sites dealt into folds by a hash of their names, so that new pages move no old ones."""
    key = lambda site: int(hashlib.sha256(f"{seed}/{site}".encode()).hexdigest(), 16) % count
    return np.array([key(p.site) for p in pages])


class Columns:
    """Which columns each kind of trees may ask."""

    def __init__(self, names):
        self.names = names
        self.first = list(range(names.index("first_score")))
        self.title = list(range(names.index("title_score")))
        self.final = list(range(len(names)))


def left_out_scores(fitter, pages, tables, columns, seed, **size):
    """Each page's scores by trees fitted without the pages of its site."""
    inner = folds_of(pages, 4, seed)
    result = [None] * len(pages)
    for fold in range(4):
        inside = np.flatnonzero(inner != fold)
        model = fitter([pages[i] for i in inside], [tables[i] for i in inside], columns, **size)
        for i in np.flatnonzero(inner == fold):
            result[i] = scores_of(model, [tables[i]], columns)[0]
    return result


def fit_all(pages, tool, tables, columns, seed):
    """First, title and final trees. The later ones learn from scores that the earlier ones gave to
    sites they had not seen."""
    first = fit_kept(pages, tables, columns.first, **FIRST)
    first_scores = left_out_scores(fit_kept, pages, tables, columns.first, seed, **FIRST)
    tables = dump(tool, pages, first_scores)
    title = fit_title(pages, tables, columns.title, **TITLE)
    title_scores = left_out_scores(fit_title, pages, tables, columns.title, seed + "t", **TITLE)
    tables = dump(tool, pages, first_scores, title_scores)
    return first, title, fit_kept(pages, tables, columns.final, **FINAL)


def f1(page, kept):
    k, d = page.row_labels == "K", page.row_labels == "D"
    right, wrong, missed = (page.tokens[m].sum() for m in (k & kept, d & kept, k & ~kept))
    if right == 0:
        return 0.0
    return 2 * right / (2 * right + wrong + missed)


def report(pages, scores, out=sys.stdout):
    by_set = collections.defaultdict(list)
    for page, s in zip(pages, scores):
        if page.tokens[page.row_labels == "K"].sum():
            by_set[page.group].append(f1(page, s > 0))
    for group in SETS:
        values = np.array(by_set[group])
        print(f"{group:24} {len(values):4} pages  F1 {values.mean():.4f}  bad {np.sum(values < 0.8)}", file=out)
    print(f"{'mean of sets':24} {np.mean([np.mean(v) for v in by_set.values()]):.4f}", file=out, flush=True)


def write_trees(model, name, columns, out):
    with tempfile.NamedTemporaryFile(suffix=".json") as f:
        model.save_model(f.name, format="json")
        trees = json.load(open(f.name))
    scale, bias = trees["scale_and_bias"]
    flat = trees["features_info"]["float_features"]
    splits, leaves = [], []
    for tree in trees["oblivious_trees"]:
        for split in tree["splits"]:
            column = columns[flat[split["float_feature_index"]]["flat_feature_index"]]
            splits.append((column, int(np.floor(split["border"]))))
        leaves += [int(round(v * scale * SCORE_UNIT)) for v in tree["leaf_values"]]
    depth = len(trees["oblivious_trees"][0]["splits"])
    count = len(trees["oblivious_trees"])
    print(f"constexpr Trees::Split {name}_splits[] = {{", file=out)
    for tree in range(count):
        row = splits[tree * depth : (tree + 1) * depth]
        print("    " + " ".join(f"{{{c}, {b}}}," for c, b in row), file=out)
    print("};", file=out)
    print(f"constexpr std::int16_t {name}_leaves[] = {{", file=out)
    for at in range(0, len(leaves), 16):
        print("    " + " ".join(f"{v}," for v in leaves[at : at + 16]), file=out)
    print("};", file=out)
    print(f"constexpr Trees {name}_trees = {{{count}, {depth}, {int(round(bias[0] * SCORE_UNIT))}, "
          f"{name}_splits, {name}_leaves}};", file=out)  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data")
    parser.add_argument("--dump", required=True, help="the dump_columns program")
    parser.add_argument("--write", help="fit on all sites and write this file")
    parser.add_argument("--seed", default="0")
    parser.add_argument("--save", help="write left-out scores to this .npz, for error analysis")
    args = parser.parse_args()
    pages = [Page(f, s) for s in SETS for f in sorted(glob.glob(os.path.join(args.data, s, "*.txt")))]
    names = subprocess.run([args.dump, "--names"], stdout=subprocess.PIPE, check=True).stdout.decode().split()
    columns = Columns(names)
    blank = dump(args.dump, pages)
    if args.write:
        first, title, final = fit_all(pages, args.dump, blank, columns, args.seed)
        with open(args.write, "w") as out:
            print("// Generated by fit/fit.py DATA --dump build/fit/dump_columns --write lib/model.inc", file=out)
            print("// Splits: {column, above}; leaves and biases: thousandths of log-odds. Columns:", file=out)
            for at in range(0, len(names), 4):
                print("//   " + ", ".join(f"{i} {names[i]}" for i in range(at, min(at + 4, len(names)))), file=out)
            write_trees(first, "first", columns.first, out)
            write_trees(title, "title", columns.title, out)
            write_trees(final, "final", columns.final, out)
            print(f"constexpr std::size_t model_columns = {len(names)};", file=out)
        return
    outer = folds_of(pages, FOLDS, args.seed)
    one, two, titles = ([None] * len(pages) for _ in range(3))
    for fold in range(FOLDS):
        inside = np.flatnonzero(outer != fold)
        outside = np.flatnonzero(outer == fold)
        trees = fit_all([pages[i] for i in inside], args.dump, [blank[i] for i in inside], columns, args.seed)
        first, title, final = trees
        left = [pages[i] for i in outside]
        first_scores = scores_of(first, [blank[i] for i in outside], columns.first)
        title_scores = scores_of(title, dump(args.dump, left, first_scores), columns.title)
        tables = dump(args.dump, left, first_scores, title_scores)
        if args.save:
            np.savez(f"{args.save}.{fold}", *tables, which=outside)
        for n, i in enumerate(outside):
            one[i], titles[i] = first_scores[n], title_scores[n]
            two[i] = scores_of(final, [tables[n]], columns.final)[0]
        if fold == 0 and args.save:
            importance = np.array(final.get_feature_importance(type="PredictionValuesChange"))
            print("  ".join(f"{names[i]} {importance[i]:.1f}" for i in np.argsort(-importance)[:60]))
    print("first trees alone:")
    report(pages, one)
    print("final:")
    report(pages, two)
    right = collections.defaultdict(list)
    for page, t in zip(pages, titles):
        if (page.row_labels == "T").any():
            best = np.argmax(t)
            if args.save and page.texts[best] not in {page.texts[i] for i in np.flatnonzero(page.row_labels == "T")}:
                i = np.flatnonzero(page.row_labels == "T")[0]
                print("TITLE", page.path.split("/data/")[1], best, round(float(t[best]), 2), page.texts[best][:70], "| is", i, round(float(t[i]), 2), page.texts[i][:70], "| line0", page.texts[0][:60])
            texts = {page.texts[i] for i in np.flatnonzero(page.row_labels == "T")}
            right[page.group].append(page.texts[best] in texts)
    print("title right: " + "  ".join(f"{g} {np.mean(right[g]):.3f}" for g in SETS))
    if args.save:
        np.savez(args.save, *two, paths=np.array([p.path for p in pages]))


if __name__ == "__main__":
    main()
