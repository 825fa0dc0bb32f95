"""Pages with gold, read from folders."""

import collections
import gzip
import pathlib
import re
import sys

Page = collections.namedtuple("Page", "folder bytes gold")  # UTF-8; gold: a text, or a label a line


def lines_of(text):
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def utf8_of(page):
    """A page as UTF-8, so that nobody is measured by how they guess charsets."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", page[:1024])
    for charset in ("utf-8-sig", declared[1].decode() if declared else "utf-8"):
        try:
            return page.decode(charset).encode()
        except (UnicodeError, LookupError):
            pass
    return page.decode("windows-1252", "replace").encode()


def read_pages(folder):
    """The pages with gold below a folder, by kind, and the number of those without."""
    pages = {"html": [], "text": []}
    without = 0
    for path in sorted(pathlib.Path(folder).rglob("*")):
        stem = re.sub(r"(\.html|\.html\.gz|\.txt)$", "", path.name)
        if stem == path.name or path.name.endswith(".gold.txt"):
            continue
        kind = "text" if path.suffix == ".txt" else "html"
        gold_path = path.with_name(stem + (".labels" if kind == "text" else ".gold.txt"))
        if not gold_path.exists():
            without += 1
            continue
        data = path.read_bytes()
        data = utf8_of(gzip.decompress(data) if path.suffix == ".gz" else data)
        gold = gold_path.read_text("utf-8")
        if kind == "text":
            gold = lines_of(gold)
            count = len(lines_of(data.decode()))
            if len(gold) != count:
                sys.exit(f"{gold_path}: {len(gold)} labels for {count} lines")
        pages[kind].append(Page(str(path.parent), data, gold))
    return pages, without


def sampled(pages, most):
    """At most so many pages of each folder, evenly from all of it; all if `most` is None."""
    by_folder = collections.defaultdict(list)
    for page in pages:
        by_folder[page.folder].append(page)
    return [p for group in by_folder.values() for p in group[:: -(-len(group) // (most or len(group)))]]
