"""HTML pages with the article of another page behind their own, in the same elements: pages that load
the next article at the end of one have that, and few of ours do."""

import collections
import copy
import os
import random

import lxml.html

from pages import HtmlPage, shingles, tokens

EVERY = 6  # one page of so many gets such a copy
FEWEST_PARAGRAPHS = 3
FEWEST_SHINGLES = 60
NEVER_SHOWN = ("script", "style", "noscript", "template")


class SecondPage(HtmlPage):
    """A copy of `page` with the paragraphs of `donor` in a copy of its article's element."""

    is_second = True

    def __init__(self, page, donor, path):
        self.source, self.donor, self.path = page, donor, path
        self.group, self.gold, self.title, self.site = page.group + " second", page.gold, page.title, page.site


def second_pages(pages, folder, seed):
    """Copies of one page of EVERY; their donors are of the same set, and the same country where pages
    are named by it."""
    chance = random.Random(seed)
    alike = collections.defaultdict(list)
    for page in pages:
        alike[kind_of(page)].append(page)
    result = []
    for page in pages[EVERY - 1 :: EVERY]:
        donors = [p for p in alike[kind_of(page)] if p is not page and len(p.gold) >= FEWEST_PARAGRAPHS]
        if donors and (copied := with_second(page, chance.choice(donors), chance, folder)):
            result.append(copied)
    return result


def kind_of(page):
    name = os.path.basename(page.path)
    return name.split("fundus_")[1][:2] if "fundus_" in name else page.group


def words_of(element):
    return tokens(" ".join(element.itertext()))


def article_of(tree, gold):
    """The innermost element that holds most of the gold; None if it is the whole page, or too little."""
    wanted = shingles([word for paragraph in gold for word in tokens(paragraph)])
    enough = 0.85 * sum(wanted.values())
    held = lambda element: sum((shingles(words_of(element)) & wanted).values())
    at = tree.find("body")
    if at is None or sum(wanted.values()) < FEWEST_SHINGLES or held(at) < enough:
        return None
    while True:
        inside = (child for child in at if isinstance(child.tag, str) and child.tag not in NEVER_SHOWN)
        inner = next((child for child in inside if held(child) >= enough), None)
        if inner is None:
            return None if at.tag == "body" else at
        at = inner


def with_second(page, donor, chance, folder):
    text = open(page.path, "rb").read().decode("utf-8", "replace")
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(text.encode(), parser=parser)
    except lxml.etree.ParserError:  # nothing in it
        return None
    article = article_of(tree, page.gold)
    if article is None:
        return None
    second = redressed(article, page.gold, donor.gold)
    if second is None:
        return None
    beside = article
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3, 4])):
        outer = beside.getparent()
        if outer.tag in ("body", "html"):
            break
        beside = outer
    piece = lxml.html.Element(beside.tag, dict(beside.attrib)) if beside is not article else lxml.html.Element("div")
    if donor.title and chance.random() < 0.85:
        own = tree.find(".//h1")
        alike = own is not None and chance.random() < 0.6
        head = lxml.html.Element(chance.choice(["h1", "h1", "h2"] if alike else ["h1", "h2", "h2", "h3"]), dict(own.attrib) if alike else {})
        head.text = donor.title
        piece.append(head)
    if chance.random() < 0.4:
        date = lxml.html.Element("div")
        date.text = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(2015, 2026)}"
        piece.append(date)
    piece.append(second)
    beside.addnext(piece)
    piece.tail, beside.tail = beside.tail, None
    path = os.path.join(folder, os.path.basename(page.path)[: -len(".html")] + ".second.html")
    open(path, "wb").write(lxml.html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>"))
    return SecondPage(page, donor, path)


def redressed(article, gold, paragraphs):
    """A copy of the element whose paragraphs are these; None if it has too few of its own."""
    known = {" ".join(tokens(paragraph)) for paragraph in gold}
    result = copy.deepcopy(article)
    result.tail = None
    own = [e for e in result.iter() if isinstance(e.tag, str) and " ".join(words_of(e)) in known]
    own = [e for e in own if not any(outer in own for outer in e.iterancestors())]
    if len(own) < FEWEST_PARAGRAPHS:
        return None
    for element, paragraph in zip(own, paragraphs):
        for child in list(element):
            element.remove(child)
        element.text = paragraph
    for element in own[len(paragraphs) :]:
        element.drop_tree()
    last = own[min(len(own), len(paragraphs)) - 1]
    for paragraph in paragraphs[len(own) :]:
        more = lxml.html.Element(last.tag, dict(last.attrib))
        more.text = paragraph
        last.addnext(more)
        more.tail, last.tail = last.tail, None
        last = more
    return result
