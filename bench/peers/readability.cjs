// readability.cjs KIND ROUNDS FOLDER OUT: runs Mozilla's Readability over linkedom's DOM as compare.py
// asks of every peer (README.md tells the form).
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { Readability } = require("@mozilla/readability");
const { parseHTML } = require("linkedom");

const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL").split(" "),
);

// The text of an element, with a line break at each end of a block, which keeps words apart.
function textOf(node) {
  if (node.nodeType === 3) return node.data;
  let text = "";
  for (let child = node.firstChild; child; child = child.nextSibling) text += textOf(child);
  return BLOCKS.has(node.nodeName) ? `\n${text}\n` : text;
}

function extract(page) {
  const article = new Readability(parseHTML(page).document, { serializer: textOf }).parse();
  return article ? article.content : "";
}

function run(page, result) {
  const start = process.cpuUsage();
  try {
    result.text = extract(page);
  } catch (error) {
    result.error = String(error).slice(0, 200);
  }
  const { user, system } = process.cpuUsage(start);
  result.seconds.push((user + system) / 1e6);
}

function versionOf(name) {
  const main = require.resolve(name);
  const root = main.slice(0, main.lastIndexOf(path.join("node_modules", name)));
  return JSON.parse(fs.readFileSync(path.join(root, "node_modules", name, "package.json"))).version;
}

const [, rounds, folder, out] = process.argv.slice(2);
const pages = fs.readdirSync(folder).sort().map((name) => fs.readFileSync(path.join(folder, name), "utf8"));
const results = pages.map(() => ({ seconds: [] }));
for (let round = 0; round < Number(rounds); ++round) pages.forEach((page, i) => run(page, results[i]));
const version = `${versionOf("@mozilla/readability")}, linkedom ${versionOf("linkedom")}`;
fs.writeFileSync(out, [{ version }, ...results].map((line) => JSON.stringify(line) + "\n").join(""));
