"""What fit.py learns from: labelled text, HTML with the article's text as gold, and pages made of them."""

import collections
import glob
import gzip
import hashlib
import json
import os
import re

import numpy as np

WORD = re.compile(r"\w+")


def tokens(text):
    return [w.lower() for w in WORD.findall(text)]


def shingles(words):
    return collections.Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


class Page:
    """A labelled text."""

    is_html = False
    is_stripped = False
    is_spliced = False
    is_second = False
    is_form = False
    hint_words = "-"  # the file that dump_columns takes them from; text has no hints

    def __init__(self, path, group):
        self.path, self.group = path, group
        self.text = open(path, "rb").read()
        self.starts = np.cumsum([0] + [len(line) + 1 for line in self.text.split(b"\n")])
        self.labels = open(path[:-4] + ".labels").read().split("\n")
        self.site = site_of(path)

    def align(self, spans, texts):
        """One label and one number of word tokens for each row."""
        at = np.searchsorted(self.starts, spans[:, 0], side="right") - 1
        self.row_labels = np.array([self.labels[i] if i < len(self.labels) else "?" for i in at])
        self.texts = texts
        self.tokens = np.array([len(WORD.findall(t)) for t in texts])


class HtmlPage:
    """A page with the article's text as gold. Its rows are labelled by what of them the gold holds."""

    is_html = True
    is_stripped = False
    is_spliced = False
    is_second = False
    is_form = False
    hint_words = "-"

    def __init__(self, packed, group, folder):
        name = packed[: -len(".html.gz")]
        self.group = group
        self.path = os.path.join(folder, group.replace("/", "_") + "_" + os.path.basename(name) + ".html")
        open(self.path, "wb").write(gzip.open(packed).read())
        self.gold = [l for l in open(name + ".gold.txt", encoding="utf-8").read().split("\n") if l.strip()]
        meta = json.load(open(name + ".meta.json"))
        self.title = meta.get("title") or ""
        self.site = site_of(packed, meta)

    def align(self, spans, texts):
        self.texts = texts
        rows = [tokens(t) for t in texts]
        self.tokens = np.array([len(r) for r in rows])
        gold = [tokens(g) for g in self.gold]
        paragraphs = {" ".join(g) for g in gold}
        gold = [w for g in gold for w in g]
        self.gold_shingles = shingles(gold)
        running = " " + " ".join(gold) + " "
        title = " ".join(tokens(self.title))
        labels = []
        for row in rows:
            joined = " ".join(row)
            if not row:
                labels.append("?")
            elif joined == title:
                labels.append("T")
            elif len(row) >= 5:
                held = np.mean([s in self.gold_shingles for s in shingles(row)])
                labels.append("K" if held > 0.8 else "D" if held < 0.25 else "?")
            else:
                labels.append("whole" if joined in paragraphs else "part" if f" {joined} " in running else "D")
        for i, label in enumerate(labels):
            near = labels[max(0, i - 3) : i + 4]
            if label == "whole":
                labels[i] = "K" if "K" in near else "?"
            elif label == "part":
                labels[i] = "?" if "K" in labels[max(0, i - 6) : i + 7] else "D"
        self.row_labels = np.array(labels)


class StrippedPage(HtmlPage):
    """An HTML page without its elements' attributes, but for links: pages that were saved or cleaned
    by a tool have no classes, and nothing to go by but words and elements."""

    is_stripped = True
    ATTRIBUTES = re.compile(rb"""\s(?!href\b|src\b|hidden\b|style\b)[\w:-]+=("[^"]*"|'[^']*'|[^\s>"']+)(?=[^<>]*>)""")

    def __init__(self, page):
        self.source = page
        self.group, self.gold, self.title, self.site = page.group + " stripped", page.gold, page.title, page.site
        self.path = page.path[: -len(".html")] + ".stripped.html"
        open(self.path, "wb").write(self.ATTRIBUTES.sub(b"", open(page.path, "rb").read()))


class TextForm(Page):
    """An HTML page as a text tool would leave it: a line for each of its rows, all of them under the
    page's title, or only those near the article. Blogs and guides have the tables, lists and
    comments that few news pages have."""

    is_form = True

    def __init__(self, page, whole):
        kept = np.flatnonzero(page.row_labels == "K")
        rows = np.arange(len(page.texts))
        if not whole:
            rows = rows[max(0, kept[0] - 12) : kept[-1] + 25]
        lines = [page.texts[i] for i in rows if page.texts[i]]
        labels = [page.row_labels[i] for i in rows if page.texts[i]]
        if whole and page.title:
            lines.insert(0, page.title)
            labels.insert(0, "T")
        path = page.path[: -len(".html")] + (".whole.txt" if whole else ".near.txt")
        open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")
        open(path[:-4] + ".labels", "w").write("\n".join(labels) + "\n")
        super().__init__(path, page.group + " as text")
        self.site = page.site


class Splicer:
    """Makes pages that end as many do, and few of ours: with teasers of other articles. A copy of a
    page gets a related header and headlines, repeated headlines, summaries and dates of other pages of
    its set, laid out as such blocks are; one of ten the whole article of another page, as pages have
    that load the next article at the end of one."""

    SECOND_SHARE = 0.1
    RULE = r"\[%s[^]]*\]\n((?:.+\n)*)"

    def __init__(self, packs, folder):
        self.folder = folder
        self.headers = {}
        for path in sorted(glob.glob(os.path.join(packs, "*.pack"))):
            text = open(path, encoding="utf-8").read()
            phrases, adverts = self.phrases(text, "related\\.header"), self.phrases(text, "advert\\.")
            stopwords = " ".join(re.findall(r"^stopwords\s+(.+)$", text, re.M)).split()
            name = os.path.basename(path)[:-5]
            if phrases and name != "und":
                self.headers[name] = (set(stopwords), phrases, adverts or ["Advertisement"])

    def phrases(self, pack, kind):
        rules = "\n".join(re.findall(self.RULE % kind, pack))
        return re.findall(r"^phrase\s+(.+)$", rules, re.M)

    def language(self, text):
        words = collections.Counter(WORD.findall(text.lower()))
        count = {name: sum(words[w] for w in stop) for name, (stop, *_) in self.headers.items()}
        return max(count, key=count.get)

    def teaser(self, page):
        lines = page.raw_lines
        title = next((l for l, k in zip(lines, page.labels) if k == "T"), None)
        lead = next((l for l, k in zip(lines, page.labels) if k == "K" and len(l) > 60), None)
        return (title.strip(), lead.strip()) if title and lead else None

    def splice(self, page, donors, random):
        header = random.choice(self.headers[page.language][1])
        style = random.choice(["pairs", "triples", "bullets", "dated", "headlines", "sections"])
        blank = random.random() < 0.5
        out = [""] * random.randint(0, 1) + ([header] if random.random() < 0.8 else [])
        date = f"{random.randint(1, 28):02}/{random.randint(1, 12):02}/{random.randint(2015, 2026)}"
        for title, lead in random.sample(donors, min(len(donors), random.randint(3, 12))):
            if len(lead) > 260 and random.random() < 0.6:
                lead = lead[: lead.find(" ", 200)] + random.choice(["...", "…", "."])
            block = {
                "pairs": [title, lead],
                "triples": [title, title, lead],
                "bullets": ["  • " + title, "    " + lead],
                "dated": [title, f"{date} {random.randint(0, 23):02}:{random.randint(0, 59):02}"],
                "headlines": [title],
                "sections": [title, title, lead, header],
            }[style]
            for line in block:
                out += [line, ""] if blank else [line]
        body, body_labels = self.with_links(page, [title for title, _ in donors], random)
        return self.copy(page, body + out, body_labels + ["D" if line else "?" for line in out])

    def copy(self, page, lines, labels):
        """The page with these lines, in a file of its own."""
        name = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] + ".txt"
        path = os.path.join(self.folder, name)
        open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")
        open(path[:-4] + ".labels", "w").write("\n".join(labels) + "\n")
        result = Page(path, page.group)
        result.site = page.site
        result.is_spliced = True
        return result

    def with_second(self, page, second, random):
        """The page with the article of another from near its title on, at some distance from its own."""
        kept = [i for i, label in enumerate(second.labels) if label == "K"]
        titles = [i for i, label in enumerate(second.labels[: kept[0]]) if label == "T"]
        begin = titles[-1] if titles and kept[0] - titles[-1] < 20 else kept[0]
        begin = max(0, begin - random.randint(0, 4))
        end = kept[-1] + 1 + random.randint(0, 15)
        own_end = max(i for i, label in enumerate(page.labels) if label == "K") + 1
        at = own_end + random.choice([0, 1, 2, 4, 8, 16, 32, 64, len(page.labels)])
        labels = ["?" if label == "?" else "D" for label in second.labels[begin:end]]
        return self.copy(page, page.raw_lines[:at] + second.raw_lines[begin:end] + page.raw_lines[at:],
                         page.labels[:at] + labels + page.labels[at:])  # fmt: skip

    def with_links(self, page, titles, random):
        """The page with a few links to other articles between its paragraphs: a headline, alone or in
        brackets, several run together, or a block under a header; and with marks of adverts."""
        kept = [i for i, label in enumerate(page.labels) if label == "K"]
        gaps = sorted(random.sample(kept[1:], min(len(kept) - 1, random.randint(0, 4)))) if kept else []
        _, headers, adverts = self.headers[page.language]
        advert = random.choice(adverts)
        has_adverts = random.random() < 0.15
        lines, labels = [], []
        for i, (line, label) in enumerate(zip(page.raw_lines, page.labels)):
            if has_adverts and label == "K" and random.random() < 0.4:
                lines += [advert]
                labels += ["D"]
            if i in gaps:
                title = random.choice(titles)
                links = random.choice([
                    [title], [f"[{title}]"], [f">> {title}"], [f"| {title} | |"],
                    [" ".join(random.sample(titles, 2))], [" ".join(random.sample(titles, 3))],
                    [" ".join(random.sample(titles, 3))], [" ".join(random.sample(titles, 3))],
                    random.sample(titles, 3),
                    [random.choice(headers)] + random.sample(titles, random.randint(1, 5)),
                    [random.choice(headers) + ": " + title],
                ])  # fmt: skip
                for link in links:
                    lines += [link]
                    labels += ["D"]
            lines.append(line)
            labels.append(label)
        return lines, labels

    def add(self, pages, seed):
        """`pages` and, for two of three, a copy with a spliced tail; donors are among `pages`."""
        random = __import__("random").Random(seed)
        by_language = collections.defaultdict(list)
        for page in pages:
            if page.is_html or page.is_form:
                continue
            if not hasattr(page, "language"):
                page.raw_lines = page.text.decode("utf-8", "replace").split("\n")
                if page.raw_lines and page.raw_lines[-1] == "":
                    page.raw_lines.pop()
                page.labels = page.labels[: len(page.raw_lines)]
                page.language = self.language(" ".join(page.raw_lines))
            if self.teaser(page):
                by_language[page.language].append((page, self.teaser(page)))
        result = list(pages)
        for page in pages:
            if page.is_html or page.is_form:
                continue
            donors = [t for p, t in by_language[page.language] if p.site != page.site or p.path != page.path]
            donors = sorted(set(donors))
            if len(donors) < 6 or random.random() >= 0.67:
                continue
            others = [p for p, _ in by_language[page.language] if p.group == page.group and p is not page]
            if others and "K" in page.labels and random.random() < self.SECOND_SHARE:
                result.append(self.with_second(page, random.choice(others), random))
            else:
                result.append(self.splice(page, donors, random))
        return result


def site_of(path, known=None):
    """The publisher: pages of one publisher are never on both sides of a split."""
    name = os.path.basename(path).replace(".txt", "").replace(".html.gz", "")
    if known and known.get("url"):
        return host_of(known["url"])
    for folder in ("html-news/aeb", "html-news/fundus"):
        meta = os.path.join(path.split("/text-")[0], folder, name + ".meta.json")
        if os.path.exists(meta):
            known = json.load(open(meta))
            return host_of(known.get("url") or known.get("site") or name)
    site = name.split("__")[0]
    return site.replace(".com.vn", "").replace(".net", "").replace(".vn", "")


def host_of(url):
    host = url.lower().split("//")[-1].split("/")[0].split(":")[0]
    parts = host.split(".")
    if len(parts) < 2:
        return host
    short = len(parts) > 2 and parts[-2] in ("co", "com", "org", "net", "gov", "or", "ac")
    return parts[-3] if short else parts[-2]
