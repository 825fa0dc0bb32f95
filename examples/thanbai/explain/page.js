const lines = [...document.querySelectorAll(".line")];
const boxes = [...document.querySelectorAll("[data-label]")];
const texts = lines.map((line) => bare(line.querySelector(".text").textContent));

// One line is in the tab order; arrows move on from it.
let current = null;
function choose(line) {
  if (current) current.tabIndex = -1;
  current = line;
  current.tabIndex = 0;
}

function update() {
  const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.label));
  const words = bare(search.value.trim());
  let count = 0;
  lines.forEach((line, i) => {
    const label = line.querySelector(".label").textContent;
    line.hidden = !shown.has(label) || !texts[i].includes(words);
    if (!line.hidden) count += 1;
  });
  found.textContent = count === lines.length ? "" : count + " of " + lines.length + " lines";
  if (!current || current.hidden) choose(lines.find((line) => !line.hidden) || lines[0]);
}

function mark(numbers) {
  for (const old of document.querySelectorAll(".marked")) old.classList.remove("marked");
  for (const element of numbers) if (element) element.classList.add("marked");
}

for (const box of boxes) box.addEventListener("change", update);
search.addEventListener("input", update);
document.getElementById("all").addEventListener("click", () => {
  for (const box of boxes) box.checked = true;
  search.value = "";
  update();
});
document.getElementById("kept").addEventListener("click", () => {
  const kept = ["title", "lead", "body", "heading", "quote"];
  for (const box of boxes) box.checked = kept.includes(box.dataset.label);
  update();
});

// Lines and paragraphs point at each other.
const paragraphs = [...document.querySelectorAll("[data-line]")];
const paragraph_of = (line) =>
  paragraphs.filter((p) => Number(p.dataset.line) <= Number(line.id.slice(1))).pop();
for (const p of paragraphs) {
  p.addEventListener("click", () => {
    const line = document.getElementById("l" + p.dataset.line);
    line.hidden = false;
    choose(line);
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "center" });
    mark([p, line]);
  });
}

const list = document.querySelector(".lines");
list.addEventListener("focusin", (event) => {
  const line = event.target.closest(".line");
  if (!line) return;
  choose(line);
  mark([line, line.classList.contains("kept") ? paragraph_of(line) : null]);
});
list.addEventListener("click", (event) => {
  const line = event.target.closest(".line");
  if (line && line.classList.contains("kept")) paragraph_of(line)?.scrollIntoView({ block: "center" });
});
list.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  if (event.key === "Escape") return document.activeElement.blur();
  if (!step || !current) return;
  event.preventDefault();
  for (let i = lines.indexOf(current) + step; lines[i]; i += step) {
    if (!lines[i].hidden) return lines[i].focus();
  }
});

if (lines.length) {
  for (const line of lines) line.tabIndex = -1;
  update();
}
