"""Reads one made-up WARC file with the program's reader, warcio and FastWARC: same records, same bytes.

Usage: warc_peers.py PROGRAM, PROGRAM being the test helper warc_pages. Ends with 77, which CTest
shows as skipped, where neither of the two packages is installed (pip install warcio fastwarc).
"""

import gzip
import io
import json
import random
import subprocess
import sys
import tempfile
import zlib

SKIPPED = 77


def body(random, size):
    words = ("tin", "bài", "ảnh", "xã", "hội", "<p>", "</p>", "một", "hai", "ba")
    return ("<!DOCTYPE html><title>%d</title>" % size
            + " ".join(random.choice(words) for _ in range(size))).encode()


def chunked(data, random):
    out = b""
    while data:
        size = random.randint(1, 500)
        out += b"%x\r\n%s\r\n" % (len(data[:size]), data[:size])
        data = data[size:]
    return out + b"0\r\n\r\n"


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def codings():
    """Name in the header -> how to pack."""
    yield None, lambda data: data
    yield "gzip", gzip.compress
    yield "deflate", zlib.compress
    yield "deflate", raw_deflate
    try:
        import brotli
        yield "br", brotli.compress
    except ImportError:
        pass


def write_with_warcio(file, random):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter
    writer = WARCWriter(file, gzip=True)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
    for number in range(40):
        for name, pack in codings():
            data = pack(body(random, random.randint(0, 3000)))
            headers = [("Content-Type", "text/html; charset=utf-8")]
            if name:
                headers.append(("Content-Encoding", name))
            if random.random() < 0.5:
                headers.append(("Transfer-Encoding", "chunked"))
                data = chunked(data, random)
            url = "http://vidu.example/%d?name=%s&q=\"ă\"" % (number, name)
            writer.write_record(writer.create_warc_record(
                url, "response", payload=io.BytesIO(data),
                http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")))
            writer.write_record(writer.create_warc_record(
                url, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n")))
        writer.write_record(writer.create_warc_record(
            "http://vidu.example/t%d" % number, "conversion", payload=io.BytesIO(body(random, 99)),
            warc_content_type="text/plain"))


def entry(record_id, url, date, data):
    return {"id": record_id, "url": url, "date": date, "state": 0, "size": len(data),
            "crc32": zlib.crc32(data)}


def decoded(record):
    """The body without its codings. warcio's own way to Brotli fails with newer packages of it."""
    http = record.http_headers
    if http is None or http.get_header("Content-Encoding") != "br":
        return record.content_stream().read()
    import brotli
    http.remove_header("Content-Encoding")
    return brotli.decompress(record.content_stream().read())


def with_warcio(path):
    from warcio.archiveiterator import ArchiveIterator
    with open(path, "rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type not in ("response", "conversion"):
                continue
            head = record.rec_headers
            yield entry(head.get_header("WARC-Record-ID"), head.get_header("WARC-Target-URI"),
                        head.get_header("WARC-Date"), decoded(record))


def with_fastwarc(path):
    """Framing only: FastWARC leaves HTTP's codings to its caller."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    wanted = WarcRecordType.response | WarcRecordType.conversion
    for record in ArchiveIterator(open(path, "rb"), record_types=wanted):
        head = record.headers
        yield {"id": head["WARC-Record-ID"], "url": head["WARC-Target-URI"],
               "date": head["WARC-Date"]}


def has(package):
    try:
        __import__(package)
        return True
    except ImportError:
        print("skipped:", package, "is not installed")
        return False


def main(program):
    if not has("warcio"):  # it also writes the file
        return SKIPPED
    with tempfile.NamedTemporaryFile(suffix=".warc.gz") as file:
        write_with_warcio(file, random.Random(1))
        file.flush()
        ran = subprocess.run([program, file.name], stdout=subprocess.PIPE, check=True)
        ours = [json.loads(line) for line in ran.stdout.decode().splitlines()]
        assert len(ours) >= 200, len(ours)
        theirs = list(with_warcio(file.name))
        for ours_one, theirs_one in zip(ours, theirs):
            assert ours_one == theirs_one, (ours_one, theirs_one)
        assert len(ours) == len(theirs), (len(ours), len(theirs))
        print("warcio:", len(ours), "records the same, to the byte")
        if has("fastwarc"):
            framing = [{key: one[key] for key in ("id", "url", "date")} for one in ours]
            assert framing == list(with_fastwarc(file.name))
            print("fastwarc:", len(ours), "records framed the same")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
