"""python_peers.py NAME KIND ROUNDS FOLDER OUT: runs a peer from PyPI as compare.py asks of every peer
(README.md tells the form). A peer is a class: the constructor imports and sets up, outside the clock;
`html` gives the article's text of a page, `text` the numbers of the lines that it keeps."""

import json
import logging
import pathlib
import sys
import time
from importlib import metadata

from pages import lines_of

BLOCKS = """address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr li main nav ol p pre section table td th tr ul""".split()


class Trafilatura:
    package = "trafilatura"

    def __init__(self):
        from trafilatura import extract

        self.extract = extract

    def html(self, page):
        return self.extract(page, include_comments=False) or ""


class Resiliparse:
    package = "resiliparse"

    def __init__(self):
        from resiliparse.extract.html2text import extract_plain_text

        self.extract = extract_plain_text

    def html(self, page):
        return self.extract(page, main_content=True, alt_texts=False)


class JusText:
    """With the stop words of all its languages, since nobody says which one a page is in."""

    package = "justext"

    def __init__(self):
        import justext.core
        import justext.paragraph
        import justext.utils

        self.core, self.make, self.path = justext.core, justext.paragraph.Paragraph, justext.core.PathInfo
        lists = map(justext.get_stoplist, justext.utils.get_stoplists())
        self.stop_words = frozenset().union(*lists)

    def html(self, page):
        paragraphs = self.core.justext(page, self.stop_words)
        return "\n".join(p.text for p in paragraphs if not p.is_boilerplate)

    def text(self, lines):
        path = self.path().append("body").append("p")
        paragraphs = {}
        for i, line in enumerate(lines):
            if line.strip():
                paragraphs[i] = self.make(path)
                paragraphs[i].append_text(line)
        rows = list(paragraphs.values())
        self.core.classify_paragraphs(rows, self.stop_words)
        self.core.revise_paragraph_classification(rows)
        return [i for i, p in paragraphs.items() if not p.is_boilerplate]


class ReadabilityLxml:
    """Gives HTML; a line break at each end of a block keeps words apart."""

    package = "readability-lxml"

    def __init__(self):
        import lxml.html
        import readability

        self.parse, self.document = lxml.html.fromstring, readability.Document

    def html(self, page):
        article = self.parse(self.document(page).summary(html_partial=True))
        for element in article.iter(BLOCKS):
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
        return article.text_content()


class BoilerPy3:
    """Its ArticleExtractor, which is boilerpipe's for news."""

    package = "boilerpy3"

    def __init__(self):
        from boilerpy3 import document, extractors

        self.document, self.extractor = document, extractors.ArticleExtractor()

    def html(self, page):
        return self.extractor.get_content(page)

    def text(self, lines):
        blocks = []
        for i, line in enumerate(lines):
            words = len(line.split())
            if words:
                blocks.append(self.document.TextBlock(line, {i}, words, offset_blocks=len(blocks)))
        page = self.document.TextDocument(blocks)
        self.extractor.filter.process(page)
        return [i for b in page.text_blocks if b.is_content for i in b.contained_text_elements]


class Newspaper4k:
    """Its language is the one that the page declares, else English; it fetches nothing."""

    package = "newspaper4k"

    def __init__(self):
        import newspaper

        self.article = newspaper.Article

    def html(self, page):
        article = self.article("http://localhost/", fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return article.text


class Everything:
    """No peer, but what a peer must beat: keeps every line."""

    package = None

    def text(self, lines):
        return range(len(lines))


PEERS = {
    "trafilatura": Trafilatura,
    "resiliparse": Resiliparse,
    "jusText": JusText,
    "readability-lxml": ReadabilityLxml,
    "boilerpy3": BoilerPy3,
    "newspaper4k": Newspaper4k,
    "keep everything": Everything,
}


def run(function, page):
    """Result, what it threw, and seconds of processor time of all its threads."""
    start = time.process_time()
    try:
        return function(page), None, time.process_time() - start
    except Exception as error:  # what a peer throws is a result
        return None, f"{type(error).__name__}: {error}", time.process_time() - start


def main(name, kind, rounds, folder, out):
    logging.disable(logging.CRITICAL)
    peer = PEERS[name]()
    pages = [p.read_bytes().decode() for p in sorted(pathlib.Path(folder).iterdir())]
    if kind == "text":
        pages = [lines_of(page) for page in pages]
    results = [{"seconds": []} for _ in pages]
    for _ in range(int(rounds)):
        for page, result in zip(pages, results):
            found, error, seconds = run(getattr(peer, kind), page)
            result["seconds"].append(seconds)
            if error:
                result["error"] = error[:200]
            elif kind == "html":
                result["text"] = found
            else:
                found = set(found)
                result["kept"] = [i in found for i in range(len(page))]
    with open(out, "w") as file:
        print(json.dumps({"version": metadata.version(peer.package) if peer.package else ""}), file=file)
        for result in results:
            print(json.dumps(result), file=file)


if __name__ == "__main__":
    main(*sys.argv[1:])
