#!/usr/bin/env python3
"""Fits the trees of lib/model.inc and the words of lib/hint_words.inc, and measures them on sites
left out.

    fit.py DATA --dump build/fit/dump_columns            left-out scores, by set
    fit.py DATA --dump build/fit/dump_columns --write lib

DATA holds labelled text in the form .txt + .labels (K keep, D drop, anything else is not learned
from) in the folders named by SETS. Needs what fit/requirements.txt names; the same input gives the
same trees.
"""

import argparse
import collections
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
from catboost import CatBoost, CatBoostClassifier, Pool

from hint_words import fit_hint_words
from pages import HtmlPage, Page, Splicer, StrippedPage, TextForm, shingles, tokens
from second_page import second_pages

TEXT_SETS = [
    "text-vi/text", "text-vi/wet", "text-vi/resi",
    "text-news/fundus-wet", "text-news/aeb-wet", "text-news/fundus-resi", "text-news/aeb-resi",
]  # fmt: skip
HTML_SETS = ["html-news/fundus", "html-news/aeb", "html-vi", "html-vi-fragments", "html-wcxb"]
SETS = TEXT_SETS + HTML_SETS + [f"{name} {copy}" for copy in ("stripped", "second") for name in HTML_SETS]
FIRST = dict(trees=100, depth=5, rate=0.15)
FINAL = dict(trees=300, depth=5, rate=0.08)
SPLICED_WEIGHT = 0.7  # of a spliced page, where a page weighs 1
TITLE = dict(trees=100, depth=4, rate=0.2)
HTML_ONLY = ["description_overlap", "headings_since_title"]  # columns that text has nothing for
FOLDS = 5
SCORE_UNIT = 1000  # thousandths of log-odds


def dump(tool, pages, *scores):
    """The columns of each page, rows x columns, made from these first scores and title scores."""
    result = [None] * len(pages)
    for words in {page.hint_words for page in pages}:
        which = [i for i, page in enumerate(pages) if page.hint_words == words]
        tables = dump_with(words, tool, [pages[i] for i in which], *([s[i] for i in which] for s in scores))
        for i, table in zip(which, tables):
            result[i] = table
    return result


def dump_with(words, tool, pages, *scores):
    listing = "\n".join(p.path for p in pages) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        command = [tool, words]
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
        strings = []
        sizes = np.frombuffer(out, "<u4", rows * 2, at)
        at += int(rows) * 8
        if not hasattr(page, "tokens"):
            ends = at + np.cumsum(sizes)
            strings = [out[int(e - n) : int(e)].decode() for e, n in zip(ends, sizes)]
            page.align(spans, strings[:rows])
            page.hints = strings[rows:]
        at += int(sizes.sum())
        table = np.frombuffer(out, "<i2", rows * columns, at).reshape(columns, rows).T
        at += int(rows) * int(columns) * 2
        result.append(table)
    return result


def give_hint_words(pages, others, folder, seed):
    """Words of hints for HTML pages: for each of `pages` those learned without its site, for
    `others` those learned from all of `pages`, which are returned."""
    def give(to, words):
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False) as f:
            f.writelines(f"{word} {odds}\n" for word, odds in words)
        for page in to:
            page.hint_words = f.name

    is_copy = lambda p: p.is_stripped or p.is_second
    copies = [p for p in pages + others if is_copy(p)]
    pages, others = ([p for p in some if p.is_html and not is_copy(p)] for some in (pages, others))
    if not pages:
        return []
    inner = folds_of(pages, 4, seed)
    for fold in range(4):
        inside = fit_hint_words([p for p, i in zip(pages, inner) if i != fold])
        give([p for p, i in zip(pages, inner) if i == fold], inside)
    words = fit_hint_words(pages)
    give(others, words)
    for page in copies:
        page.hint_words = page.source.hint_words
    return words


HTML_WEIGHT = 0.5  # of an HTML page, where a text page weighs 1
FORM_WEIGHT = 0.12  # of each of two forms of an HTML page as text
STRIPPED_WEIGHT = 0.25  # of an HTML page without attributes
SECOND_WEIGHT = 0.35  # of an HTML page with another article behind its own
STRIPPED_SHARE = 3  # of so many pages one is learned from without attributes, too


def weight_of(page):
    if page.is_spliced:
        return SPLICED_WEIGHT
    if page.is_stripped:
        return STRIPPED_WEIGHT
    if page.is_second:
        return SECOND_WEIGHT
    return HTML_WEIGHT if page.is_html else FORM_WEIGHT if page.is_form else 1.0


def rows_to_learn(page):
    """Rows with a label. Of long HTML pages, those near kept rows and a third of the others."""
    use = np.isin(page.row_labels, ["K", "D"])
    if not (page.is_html or page.is_form):
        return use
    kept = np.flatnonzero(page.row_labels == "K")
    if not len(kept):
        return np.zeros(len(use), bool)
    rows = np.arange(len(use))
    near = np.abs(rows - kept[np.clip(np.searchsorted(kept, rows), 0, len(kept) - 1)]) < 30
    return use & (near | (rows % 3 == 0))


def fit_kept(pages, tables, columns, **size):
    """Whether a line is kept. Lines weigh by their words, pages equally."""
    x, y, w = [], [], []
    for page, table in zip(pages, tables):
        use = rows_to_learn(page)
        if not use.any():
            continue
        weight = np.minimum(page.tokens[use], 100) + 10.0
        x.append(table[use][:, columns])
        y.append(page.row_labels[use] == "K")
        w.append(weight / weight.sum() * weight_of(page))
    return fit(x, y, w, **size)


def may_be_title(table):
    """As the function of that name in title_choice.cc; the scores of other rows do not count."""
    into_run = table[:, COLUMN["lines_into_run"]]
    return (np.arange(len(table)) < 16) | ((into_run >= -64) & (into_run < 16))


def fit_title(pages, tables, columns, trees, depth, rate):
    """Which line is the title, of those that may be (softmax), on pages that have one."""
    x, y, pages_of, w = [], [], [], []
    for i, (page, table) in enumerate(zip(pages, tables)):
        use = may_be_title(table)
        y_page = page.row_labels[use] == "T"
        if not y_page.any():
            continue
        x.append(table[use][:, columns])
        y.append(y_page)
        pages_of.append(np.full(len(y_page), i))
        w.append(np.full(len(y_page), weight_of(page)))
    model = CatBoost(dict(SETTINGS, loss_function="QuerySoftMax", iterations=trees, depth=depth, learning_rate=rate))
    return model.fit(
        Pool(np.concatenate(x).astype("f4"), np.concatenate(y).astype("f4"), group_id=np.concatenate(pages_of),
             group_weight=np.concatenate(w)))  # fmt: skip


SETTINGS = dict(
    l2_leaf_reg=5, random_seed=3, border_count=64, rsm=0.2, random_strength=3, bootstrap_type="Bernoulli",
    subsample=0.7, thread_count=2, verbose=False, allow_writing_files=False)  # fmt: skip


def fit(x, y, w, trees, depth, rate):
    model = CatBoostClassifier(**SETTINGS, iterations=trees, depth=depth, learning_rate=rate, boost_from_average=True)
    model.fit(np.concatenate(x).astype("f4"), np.concatenate(y), sample_weight=np.concatenate(w) * 1000)
    return model


def score(model, table, columns):
    if len(table) == 0:
        return np.zeros(0)
    return model.predict(table[:, columns].astype("f4"), prediction_type="RawFormulaVal")


def scores_of(model, tables, columns):
    return [np.round(score(model, t, columns) * SCORE_UNIT) for t in tables]


def settled(scores, words):
    """As settle_scores in page_cut.cc: Otsu's cut of the scores of prose, by words, in bins of 100."""
    use = words >= 8
    bins = np.clip(np.trunc(scores[use] / 100).astype(int) + 40, 0, 79)
    weights = np.bincount(bins, weights=np.minimum(words[use], 60), minlength=80)
    below, moment = np.cumsum(weights)[:-1], np.cumsum(weights * np.arange(80))
    above = weights.sum() - below
    with np.errstate(all="ignore"):
        between = below * above * (moment[:-1] / below - (moment[-1] - moment[:-1]) / above) ** 2
    between = np.where((below > 0) & (above > 0), between, 0)
    best = int(np.argmax(between)) if between.any() else 39
    after = best + 1
    while after < 79 and weights[after] == 0:
        after += 1
    return scores - np.clip((best + after + 1 - 80) * 50, -1000, 0)


def folds_of(pages, count, seed):
    """Sites dealt into folds by a hash of their names, so that new pages move no old ones."""
    key = lambda site: int(hashlib.sha256(f"{seed}/{site}".encode()).hexdigest(), 16) % count
    return np.array([key(p.site) for p in pages])


COLUMN = {}  # numbers of columns by their names


class Columns:
    """Which columns each kind of trees may ask."""

    def __init__(self, names, without=()):
        COLUMN.update((name, i) for i, name in enumerate(names))
        left = [i for i, name in enumerate(names) if name not in without]
        self.first = [i for i in left if i < COLUMN["first_score"]]
        self.title = [i for i in left if i < COLUMN["title_score"]]
        self.final = left


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


def fit_all(pages, tool, columns, seed):
    """First, title and final trees. The later ones learn from scores that the earlier ones gave to
    sites they had not seen."""
    tables = dump(tool, pages)
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


def shingle_scores(page, kept):
    """Precision and recall of kept text by multisets of 4-word shingles."""
    words = [w for text, k, label in zip(page.texts, kept, page.row_labels) if k and label != "T" for w in tokens(text)]
    found = shingles(words) if words else collections.Counter()
    right = sum((found & page.gold_shingles).values())
    return right / max(1, sum(found.values())), right / max(1, sum(page.gold_shingles.values()))


def report(pages, scores, out=sys.stdout):
    by_set = collections.defaultdict(list)
    for page, s in zip(pages, scores):
        if page.is_html:
            by_set[page.group].append(shingle_scores(page, s > 0))
        elif page.tokens[page.row_labels == "K"].sum():
            by_set[page.group].append(f1(page, s > 0))
    means = []
    for group in SETS:
        if group not in by_set:
            continue
        values = np.array(by_set[group])
        if values.ndim == 2:
            p, r = values.mean(0)
            means.append(2 * p * r / (p + r))
            print(f"{group:24} {len(values):4} pages  F1 {means[-1]:.4f}  P {p:.4f}  R {r:.4f}", file=out)
        else:
            means.append(values.mean())
            print(f"{group:24} {len(values):4} pages  F1 {means[-1]:.4f}  bad {np.sum(values < 0.8)}", file=out)
    print(f"{'mean of sets':24} {np.mean(means):.4f}", file=out, flush=True)


def write_trees(model, name, columns, out, is_explained=False):
    with tempfile.NamedTemporaryFile(suffix=".json") as f:
        model.save_model(f.name, format="json")
        trees = json.load(open(f.name))
    scale, bias = trees["scale_and_bias"]
    flat = trees["features_info"]["float_features"]
    splits, leaves, covers = [], [], []
    depth = max(len(tree["splits"]) for tree in trees["oblivious_trees"])
    for tree in trees["oblivious_trees"]:
        for split in tree["splits"]:
            column = columns[flat[split["float_feature_index"]]["flat_feature_index"]]
            splits.append((column, int(np.floor(split["border"]))))
        missing = depth - len(tree["splits"])  # questions that are never answered with yes
        splits += [(0, 32767)] * missing
        values = [int(round(v * scale * SCORE_UNIT)) for v in tree["leaf_values"]]
        padding = [0] * ((1 << depth) - len(values))
        leaves += values + padding
        shares = np.array(tree["leaf_weights"]) / max(sum(tree["leaf_weights"]), 1e-9)
        covers += [int(c) for c in np.ceil(shares * 65535)] + padding
    count = len(trees["oblivious_trees"])
    print(f"constexpr Trees::Split {name}_splits[] = {{", file=out)
    for tree in range(count):
        row = splits[tree * depth : (tree + 1) * depth]
        print("    " + " ".join(f"{{{c}, {b}}}," for c, b in row), file=out)
    print("};", file=out)
    write_numbers("std::int16_t", f"{name}_leaves", leaves, out)
    if is_explained:
        write_numbers("std::uint16_t", f"{name}_covers", covers, out)
    print(f"constexpr Trees {name}_trees = {{{count}, {depth}, {int(round(np.ravel(bias)[0] * SCORE_UNIT))}, "
          f"{name}_splits, {name}_leaves{f', {name}_covers' if is_explained else ''}}};", file=out)  # fmt: skip


def write_numbers(kind, name, numbers, out):
    print(f"constexpr {kind} {name}[] = {{", file=out)
    for at in range(0, len(numbers), 16):
        print("    " + " ".join(f"{v}," for v in numbers[at : at + 16]), file=out)
    print("};", file=out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data")
    parser.add_argument("--dump", required=True, help="the dump_columns program")
    parser.add_argument("--write", metavar="LIB", help="fit on all sites and write model.inc and hint_words.inc there")
    parser.add_argument("--text-only", action="store_true", help="leave the HTML pages out")
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--seed", default="0")
    parser.add_argument("--without", nargs="+", default=[], metavar="COLUMN", help="to see what columns are worth")
    parser.add_argument("--save", help="write left-out scores to this .npz, for error analysis")
    args = parser.parse_args()
    if args.write and args.text_only:
        parser.error("HTML has trees of its own: --write needs all pages")
    scratch = tempfile.TemporaryDirectory()
    pages = [Page(f, s) for s in TEXT_SETS for f in sorted(glob.glob(os.path.join(args.data, s, "*.txt")))]
    if not args.text_only:
        pages += [HtmlPage(f, s, scratch.name) for s in HTML_SETS
                  for f in sorted(glob.glob(os.path.join(args.data, s, "*.html.gz")))]  # fmt: skip
    names = subprocess.run([args.dump, "--names"], stdout=subprocess.PIPE, check=True).stdout.decode().split()
    if unknown := set(args.without) - set(names):
        parser.error(f"no columns are named {', '.join(sorted(unknown))}")
    columns = {"text": Columns(names, args.without + HTML_ONLY), "html": Columns(names, args.without)}
    stripped = [StrippedPage(page) for i, page in enumerate(p for p in pages if p.is_html) if i % STRIPPED_SHARE == 0]
    pages += stripped + second_pages([p for p in pages if p.is_html], scratch.name, args.seed)
    dump(args.dump, pages)
    forms = []
    if FORM_WEIGHT:
        group = "html-wcxb"
        sources = [p for p in pages if p.group == group] or [
            HtmlPage(f, group, scratch.name) for f in sorted(glob.glob(os.path.join(args.data, group, "*.html.gz")))]
        if args.text_only: dump(args.dump, sources)
        forms = [TextForm(p, whole) for p in sources if (p.row_labels == "K").any() for whole in (True, False)]
        dump(args.dump, forms)
    packs = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib", "packs")
    splicer = Splicer(packs, scratch.name)
    if args.write:
        words = give_hint_words(pages, [], scratch.name, args.seed)
        with open(os.path.join(args.write, "hint_words.inc"), "w") as out:
            print("// Generated by fit/fit.py, as model.inc: hundredths of log-odds, see hint_words.h.", file=out)
            for word, odds in words:
                print(f'    {{"{word}", {odds}}},', file=out)
        pages = splicer.add(pages + forms, args.seed)
        with open(os.path.join(args.write, "model.inc"), "w") as out:
            print("// Generated by fit/fit.py DATA --dump build/fit/dump_columns --write lib", file=out)
            print("// Splits: {column, above}; leaves and biases: thousandths of log-odds. Columns:", file=out)
            for at in range(0, len(names), 4):
                print("//   " + ", ".join(f"{i} {names[i]}" for i in range(at, min(at + 4, len(names)))), file=out)
            for kind in ("text", "html"):
                of_kind = [p for p in pages if p.is_html == (kind == "html")]
                first, title, final = fit_all(of_kind, args.dump, columns[kind], args.seed)
                write_trees(first, f"{kind}_first", columns[kind].first, out)
                write_trees(title, f"{kind}_title", columns[kind].title, out)
                write_trees(final, f"{kind}_final", columns[kind].final, out, is_explained=True)
            print(f"constexpr std::size_t model_columns = {len(names)};", file=out)
        return
    hits = [COLUMN["hit_" + label] for label in ("dateline", "navigation", "comments", "share", "advert", "footer")]
    outer = folds_of(pages, args.folds, args.seed)
    one, two, titles, never_title = ([None] * len(pages) for _ in range(4))
    for fold in range(args.folds):
        inside = [p for p, i in zip(pages, outer) if i != fold]
        outside = [p for p, i in zip(pages, outer) if i == fold]
        sites_left = {p.site for p in outside}
        inside = [p for p in inside if not (p.is_second and p.donor.site in sites_left)]
        give_hint_words(inside, outside, scratch.name, args.seed)
        learned = splicer.add(inside + [p for p in forms if p.site not in sites_left], args.seed)
        saved = [None] * len(pages)
        for is_html in (False, True):
            which = [i for i, page in enumerate(pages) if outer[i] == fold and page.is_html == is_html]
            if not which:
                continue
            left, use = [pages[i] for i in which], columns["html" if is_html else "text"]
            first, title, final = fit_all([p for p in learned if p.is_html == is_html], args.dump, use, args.seed)
            first_scores = scores_of(first, dump(args.dump, left), use.first)
            title_scores = scores_of(title, dump(args.dump, left, first_scores), use.title)
            tables = dump(args.dump, left, first_scores, title_scores)
            for n, i in enumerate(which):
                one[i], titles[i], saved[i] = first_scores[n], title_scores[n], tables[n]
                never_title[i] = ~may_be_title(tables[n]) | tables[n][:, hits].any(1)
                two[i] = settled(scores_of(final, [tables[n]], use.final)[0], tables[n][:, COLUMN["words"]])
            if fold == 0 and args.save:
                importance = final.get_feature_importance(type="PredictionValuesChange")
                for value, i in sorted(zip(importance, use.final), reverse=True):
                    print(f"{value:6.2f} {names[i]}")
        if args.save:
            which = [i for i, table in enumerate(saved) if table is not None]
            np.savez(f"{args.save}.{fold}", *[saved[i] for i in which], which=which)
    print("first trees alone:")
    report(pages, one)
    print("final:")
    report(pages, two)
    right = collections.defaultdict(list)
    for page, t, never in zip(pages, titles, never_title):
        if (page.row_labels == "T").any():
            best = np.argmax(np.where(never, -1e9, t))
            if args.save and page.texts[best] not in {page.texts[i] for i in np.flatnonzero(page.row_labels == "T")}:
                i = np.flatnonzero(page.row_labels == "T")[0]
                found = f"{best} {t[best]:.0f} {page.texts[best][:70]}"
                print("title of", os.path.basename(page.path), found, "| is", f"{i} {t[i]:.0f} {page.texts[i][:70]}")
            texts = {page.texts[i] for i in np.flatnonzero(page.row_labels == "T")}
            right[page.group].append(page.texts[best] in texts)
    print("title right: " + "  ".join(f"{g} {np.mean(v):.3f}" for g, v in right.items()))
    if args.save:
        np.savez(args.save, *two, paths=np.array([p.path for p in pages]))


if __name__ == "__main__":
    main()
