"""Runs extract.py on a Spark cluster of several worker processes: the records must be those of one
thanbai process, also when a worker is killed in the middle.

Usage: test.py THANBAI. Ends with 77, which CTest shows as skipped, without pyspark or Java.
"""

import glob
import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid

SKIPPED = 77
RECORDS = 6000
FILES = 6
HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "..", "tests", "data", "samples", "*.txt")


def pages():
    texts = [open(name, encoding="utf-8").read() for name in sorted(glob.glob(SAMPLES))]
    assert texts
    for number in range(RECORDS):
        yield number, texts[number % len(texts)]


def write_json_lines(folder):
    os.makedirs(folder)
    files = [open(os.path.join(folder, "%d.jsonl" % i), "w", encoding="utf-8") for i in range(FILES)]
    for number, text in pages():
        record = {"id": "r%d" % number, "large": 10 ** 25 + number, "text": text}
        if number % 500 == 7:
            del record["text"]  # a record that fails must be there too
        files[number % FILES].write(json.dumps(record, ensure_ascii=number % 2 == 0) + "\n")
    for file in files:
        file.close()


def write_wet(folder):
    os.makedirs(folder)
    files = [open(os.path.join(folder, "%d.warc.wet.gz" % i), "wb") for i in range(FILES)]
    for number, text in pages():
        if number >= RECORDS // 10:
            break
        block = text.encode()
        header = ("WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:%d>\r\n"
                  "WARC-Target-URI: http://vidu.example/%d\r\nContent-Length: %d\r\n\r\n"
                  % (number, number, len(block)))
        files[number % FILES].write(gzip.compress(header.encode() + block + b"\r\n\r\n"))
    for file in files:
        file.close()


def records_of(lines):
    """Sorted by id. A line number counts in what one process was given, so it may differ."""
    records = []
    for line in lines:
        record = json.loads(line)
        record.get("error", {}).pop("line", None)
        records.append((record["id"], json.dumps(record)))
    return sorted(records)


def by_one_process(thanbai, form, folder):
    ran = subprocess.run([thanbai, "extract", "--from", form, "--quiet", folder],
                         stdout=subprocess.PIPE, check=True)
    return records_of(ran.stdout.decode().splitlines())


def executors(mark):
    """Process ids of the executors that carry our mark, as executors are started by workers."""
    found = []
    for path in glob.glob("/proc/[0-9]*/cmdline"):
        try:
            command = open(path, "rb").read()
        except OSError:
            continue
        if mark.encode() in command and b"CoarseGrainedExecutorBackend" in command:
            found.append(int(path.split("/")[2]))
    return found


def kill_a_worker(mark, output, spark):
    """Kills one executor once tasks write, and says whether it did so before the end."""
    running = os.path.join(output, "_temporary", "0", "_temporary", "*", "part-*")
    while spark.poll() is None:
        if glob.glob(running):
            victim = executors(mark)[0]
            os.kill(victim, signal.SIGKILL)
            return not os.path.exists(os.path.join(output, "_SUCCESS"))
        time.sleep(0.02)
    return False


def by_spark(thanbai, form, folder, output, kill):
    import pyspark
    home = os.path.dirname(pyspark.__file__)
    mark = "thanbai.test." + uuid.uuid4().hex
    environment = dict(os.environ, SPARK_HOME=home, SPARK_LOCAL_IP="127.0.0.1",
                       PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_HOSTNAME="localhost")
    with open(output + ".log", "w+") as log:
        spark = subprocess.Popen(
            [os.path.join(home, "bin", "spark-submit"), "--master", "local-cluster[2,1,1024]",
             "--conf", "spark.executor.memory=512m", "--conf", "spark.ui.enabled=false",
             "--conf", "spark.executor.extraJavaOptions=-D" + mark,
             os.path.join(HERE, "extract.py"), "--from", form, "--program", thanbai,
             "--parts", "12", folder, output],
            env=environment, stdout=log, stderr=log, cwd=os.path.dirname(output))
        killed = kill and kill_a_worker(mark, output, spark)
        status = spark.wait()
        log.seek(0)
        text = log.read()
    if status != 0:
        sys.exit("spark-submit ended with %d\n%s" % (status, text[-6000:]))
    if kill:
        assert killed, "the job was over before a worker could be killed"
        assert "Lost executor" in text, text[-6000:]
    assert os.path.exists(os.path.join(output, "_SUCCESS"))
    lines = []
    for part in sorted(glob.glob(os.path.join(output, "part-*"))):
        lines += open(part, encoding="utf-8").read().split("\n")[:-1]
    return records_of(lines)


def main(thanbai):
    try:
        import pyspark  # noqa: F401
    except ImportError:
        print("skipped: pyspark is not installed (examples/spark/test.sh installs it)")
        return SKIPPED
    if shutil.which("java") is None:
        print("skipped: java is not installed")
        return SKIPPED
    thanbai = os.path.abspath(thanbai)
    with tempfile.TemporaryDirectory() as root:
        for form, write, kill in (("jsonl", write_json_lines, True), ("wet", write_wet, False)):
            folder = os.path.join(root, form)
            write(folder)
            expected = by_one_process(thanbai, form, folder)
            got = by_spark(thanbai, form, folder, os.path.join(root, form + "-out"), kill)
            assert len(expected) >= RECORDS // 10, len(expected)
            assert len(got) == len(expected), (len(got), len(expected))
            for one, other in zip(got, expected):
                assert one == other, (one, other)
            print("%s: %d records, the same from two workers%s" %
                  (form, len(got), ", of which one was killed" if kill else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
