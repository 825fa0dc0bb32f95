const body = document.querySelector("tbody");
const rows = [...body.rows];
const boxes = [...document.querySelectorAll("[data-verdict][type=checkbox]")];
const texts = new Map(rows.map((row) => [row, bare(row.cells[0].textContent + " " + row.cells[5].textContent)]));

function update() {
  const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.verdict));
  const words = bare(search.value.trim());
  let count = 0;
  for (const row of rows) {
    row.hidden = !shown.has(row.dataset.verdict) || !texts.get(row).includes(words);
    if (!row.hidden) count += 1;
  }
  found.textContent = count === rows.length ? "" : count + " of " + rows.length + " pages";
}
for (const box of boxes) box.addEventListener("change", update);
search.addEventListener("input", update);

// A click sorts by a column, another turns it round.
[...document.querySelectorAll("thead th")].forEach((head, column) => {
  head.querySelector("button")?.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of document.querySelectorAll("thead th")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const compare = new Intl.Collator(undefined, { numeric: true }).compare;
    const key = (row) => row.cells[column].textContent;
    rows.sort((a, b) => (down ? -1 : 1) * compare(key(a), key(b)));
    body.append(...rows);
  });
});
