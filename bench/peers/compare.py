"""compare.py [--rounds N] [--sample N] [--only NAME,...] [FOLDER...]: runs thanbai and its peers on
pages with gold and prints accuracy and speed side by side, as Markdown. run.sh installs the peers and
calls this; README.md tells what is compared, and how."""

import argparse
import collections
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

import score
from pages import lines_of, read_pages, sampled

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HOME = pathlib.Path(os.environ.get("PEERS_HOME", ROOT / "build/peers"))
TIMEOUT = 3600  # seconds for all rounds of a peer on all pages

US = "thanbai"
IN_PYTHON = [str(HOME / "venv/bin/python"), str(HERE / "python_peers.py")]
# What reads which kind of page, and the command; KIND ROUNDS FOLDER OUT are appended.
PEERS = {
    US: ("html text", [str(ROOT / "build/bench/bench/peers/thanbai_pages")]),
    "trafilatura": ("html", [*IN_PYTHON, "trafilatura"]),
    "Readability": ("html", ["node", str(HERE / "readability.cjs")]),
    "readability-lxml": ("html", [*IN_PYTHON, "readability-lxml"]),
    "resiliparse": ("html", [*IN_PYTHON, "resiliparse"]),
    "newspaper4k": ("html", [*IN_PYTHON, "newspaper4k"]),
    "boilerpy3": ("html text", [*IN_PYTHON, "boilerpy3"]),
    "jusText": ("html text", [*IN_PYTHON, "jusText"]),
    "keep everything": ("text", [*IN_PYTHON, "keep everything"]),
}


def why_missing(name, stderr):
    for reason in (HOME / "missing" / name, HOME / "missing/venv"):
        if reason.exists():
            return "not installed: " + reason.read_text().strip()
    return "failed: " + (stderr.strip().splitlines() or ["no message"])[-1]


def run_peer(name, kind, rounds, folder):
    """The version and a result for each page, or the reason why there are none."""
    with tempfile.NamedTemporaryFile() as out:
        command = [*PEERS[name][1], kind, str(rounds), folder, out.name]
        environment = dict(os.environ, NODE_PATH=str(HOME / "node_modules"))
        try:
            done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE, text=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            return None, f"took more than {TIMEOUT} s"
        except OSError as error:
            return None, why_missing(name, str(error))
        if done.returncode != 0:
            return None, why_missing(name, done.stderr)
        lines = [json.loads(line) for line in open(out.name, encoding="utf-8")]
        return lines[0]["version"], lines[1:]


def score_page(kind, page, result):
    if kind == "html":
        return score.score_shingles(result.get("text", ""), page.gold)
    lines = lines_of(page.bytes.decode())
    return score.score_lines(result.get("kept", [False] * len(lines)), lines, page.gold)


def seconds_of(results):
    return min(map(sum, zip(*(r["seconds"] for r in results))))  # of the best round


def print_table(title, kind, pages, runs, missing):
    """`runs`: by name the version, and for each page the result and its score."""
    size = sum(len(p.bytes) for p in pages)
    print(f"\n## {title}: {len(pages)} {'HTML' if kind == 'html' else kind} pages, {size / 1e6:.3g} MB\n")
    print("| | version | F1 | P | R | bad | threw | MB/s | pages/s | we are |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    ours = seconds_of([r for r, _ in runs[US][1]]) if US in runs else None
    notes = [f"- {name}: {reason}" for name, reason in missing.items()]
    for name, (version, results) in runs.items():
        found = score.summary(kind, [s for _, s in results])
        accuracy = "{2:.3f} | {0:.3f} | {1:.3f} | {3}".format(*found) if found else "- | - | - | -"
        errors = [" ".join(r["error"].split())[:100] for r, _ in results if "error" in r]
        seconds = seconds_of([r for r, _ in results])
        ratio = f"{seconds / ours:.3g}×" if ours and name != US else ""
        print(f"| {name} | {version} | {accuracy} | {len(errors)} "
              f"| {size / 1e6 / seconds:.1f} | {len(pages) / seconds:.0f} | {ratio} |")
        for error, count in collections.Counter(errors).most_common(2):
            notes.append(f"- {name} threw on {count}: {error}")
    print("\n".join(["", *notes]) if notes else "", flush=True)


def compare(kind, pages, names, rounds):
    runs, missing = {}, {}
    with tempfile.TemporaryDirectory(dir=HOME) as folder:
        for i, page in enumerate(pages):
            pathlib.Path(folder, f"{i:06}.{kind}").write_bytes(page.bytes)
        for name in names:
            if kind not in PEERS[name][0].split():
                missing[name] = "not applicable: reads HTML only"
                continue
            print(f"{name}: {len(pages)} {kind} pages, {rounds} rounds", file=sys.stderr)
            version, results = run_peer(name, kind, rounds, folder)
            if version is None:
                missing[name] = results
                continue
            scores = [score_page(kind, p, r) for p, r in zip(pages, results, strict=True)]
            runs[name] = (version, list(zip(results, scores)))
    folders = sorted({p.folder for p in pages})
    for folder in folders + (["all together"] if len(folders) > 1 else []):
        rows = [i for i, p in enumerate(pages) if folder in (p.folder, "all together")]
        part = {name: (v, [results[i] for i in rows]) for name, (v, results) in runs.items()}
        title = "/".join(pathlib.Path(folder).parts[-2:])
        print_table(title, kind, [pages[i] for i in rows], part, missing)


def output_of(*command):
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def print_head(rounds, without):
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    commit = output_of("git", "describe", "--always", "--dirty", "--abbrev=12")
    print(f"""# {US} and its peers

- date: {datetime.date.today()}; commit of {US}: {commit}
- machine: {cpu[1] if cpu else platform.machine()}, {os.cpu_count()} cores, {platform.system()}
- Python {platform.python_version()}, Node.js {output_of("node", "--version") or "missing"}
- load when it began: {"%.2f, %.2f, %.2f" % os.getloadavg()}
- time: processor time of all threads of the peer's process, the best of {rounds} rounds; "we are 2×": twice as fast
- pages without gold, left out: {without}""")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="the best is taken (3)")
    parser.add_argument("--sample", type=int, help="at most so many pages of each folder")
    parser.add_argument("--only", help="these peers, by name, ',' between; always with us")
    parser.add_argument("folders", nargs="*", default=[str(ROOT / "tests/data/samples")])
    arguments = parser.parse_args()
    only = (arguments.only or ",".join(PEERS)).split(",")
    if unknown := set(only) - set(PEERS):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}; there are: {', '.join(PEERS)}")
    names = [name for name in PEERS if name == US or name in only]
    read = [read_pages(folder) for folder in arguments.folders]
    print_head(arguments.rounds, sum(without for _, without in read))
    for kind in ("html", "text"):
        pages = sampled([page for found, _ in read for page in found[kind]], arguments.sample)
        if pages:
            compare(kind, pages, names, arguments.rounds)


if __name__ == "__main__":
    main()
