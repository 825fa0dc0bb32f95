"""The articles of a corpus, with Spark: each task runs thanbai over its part, records in, records out.

    spark-submit extract.py --from jsonl 'hdfs:///news/*.jsonl.gz' hdfs:///articles
    spark-submit extract.py --from wet /mnt/crawl/wet /mnt/crawl/articles -- --pack vn.pack

JSON Lines are cut into parts by Spark and piped through thanbai by the executors themselves: no
Python between. WET and WARC files cannot be cut, so each is a task. A thanbai that fails, or dies
with its worker, fails its task; Spark runs that again, and only whole parts get into the output.

thanbai must be on every worker (--program says where), or shipped with spark-submit --files.
"""

import argparse
import subprocess
import sys
import urllib.parse

from pyspark.sql import SparkSession

BUFFER_BYTES = 1 << 16  # between an executor and its thanbai
CODECS = {"gzip": "org.apache.hadoop.io.compress.GzipCodec",
          "zstd": "org.apache.hadoop.io.compress.ZStandardCodec"}


def extract_lines(context, command, source, parts):
    """JSON Lines -> an RDD, the JVM's, of what thanbai says of each line."""
    arguments = context._jvm.java.util.ArrayList()
    for argument in command:
        arguments.append(argument)
    nothing = context._jvm.java.util.HashMap()
    # The encoding must be said: Java's default is ASCII where the locale is "C". A nonzero exit
    # status of the command fails the task.
    return context._jsc.textFile(source, parts).pipe(
        arguments, nothing, False, BUFFER_BYTES, "UTF-8")


def files_of(context, source):
    """The data files a path, a folder or a pattern names on any file system Hadoop knows, sorted."""
    jvm = context._jvm
    path = jvm.org.apache.hadoop.fs.Path(source)
    system = path.getFileSystem(context._jsc.hadoopConfiguration())
    found = system.globStatus(path) or []
    if len(found) == 1 and found[0].isDirectory():
        found = system.listStatus(found[0].getPath())
    names = sorted(status.getPath().toString() for status in found if status.isFile())
    return [name for name in names if name.rsplit("/", 1)[1][0] not in "._"]


def extract_file(command, name):
    """What thanbai says of each record of one file, a line each."""
    url = urllib.parse.urlparse(name)
    local = url.scheme in ("", "file")
    fetch = None if local else subprocess.Popen(["hadoop", "fs", "-cat", name],
                                                stdout=subprocess.PIPE)
    command = command + ([urllib.parse.unquote(url.path)] if local else ["-"])
    with subprocess.Popen(command, stdin=fetch and fetch.stdout, stdout=subprocess.PIPE) as ran:
        for line in ran.stdout:
            yield line.decode().rstrip("\n")
    if ran.returncode != 0 or (fetch and fetch.wait() != 0):
        raise RuntimeError("%s of %s ended with %d" % (command[0], name, ran.returncode))


def extract_files(context, command, source):
    """WET or WARC files -> an RDD, the JVM's, of what thanbai says of each record."""
    names = files_of(context, source)
    if not names:
        sys.exit("no files in " + source)
    records = context.parallelize(names, len(names)).flatMap(
        lambda name: extract_file(command, name))
    return records._to_java_object_rdd()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--from", dest="form", choices=("jsonl", "wet", "warc"), default="jsonl")
    parser.add_argument("--program", default="thanbai", help="where thanbai is on the workers")
    parser.add_argument("--parts", type=int, default=2, help="of JSON Lines, at least so many tasks")
    parser.add_argument("--compress", choices=sorted(CODECS))
    parser.add_argument("source", help="a file, folder or pattern")
    parser.add_argument("output", help="a folder that is not there yet")
    parser.add_argument("flags", nargs="*", help="after --, other flags of thanbai extract")
    options = parser.parse_args()

    context = SparkSession.builder.appName("thanbai").getOrCreate().sparkContext
    command = [options.program, "extract", "--from", options.form, "--threads", "1", "--quiet"]
    command += options.flags
    if options.form == "jsonl":
        records = extract_lines(context, command, options.source, options.parts)
    else:
        records = extract_files(context, command, options.source)
    if options.compress:
        codec = context._jvm.java.lang.Class.forName(CODECS[options.compress])
        records.saveAsTextFile(options.output, codec)
    else:
        records.saveAsTextFile(options.output)
    context.stop()


if __name__ == "__main__":
    main()
