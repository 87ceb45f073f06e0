// MACHINERY. The table of runs: sorted, filtered, and two of its rows compared.
"use strict";
const details = JSON.parse(document.getElementById("details").textContent);
const body = document.querySelector("tbody"), all = [...body.rows], boxes = [...body.querySelectorAll("input")];

const filter = document.getElementById("filter");
function filtered() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  all.forEach(row => {
    const text = `${row.textContent} ${row.dataset.words}`.toLowerCase();
    row.hidden = !words.every(word => text.includes(word));
  });
  document.getElementById("count").textContent = `${all.filter(row => !row.hidden).length} of ${all.length}.`;
}
filter.addEventListener("input", filtered);
filtered();

document.querySelectorAll("thead button").forEach(button => button.addEventListener("click", () => {
  const head = button.parentElement, column = head.cellIndex;
  const up = head.getAttribute("aria-sort") !== "ascending";
  document.querySelectorAll("thead th").forEach(one => one.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const value = row => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const numbers = head.classList.contains("number");
  all.sort((a, b) => {
    const [x, y] = [value(a), value(b)].map(v => numbers ? (v === "" || isNaN(v) ? null : Number(v)) : v);
    if (x === null || y === null) return (x === null) - (y === null); // what has no figure comes last, either way
    return (x < y ? -1 : x > y ? 1 : 0) * (up ? 1 : -1);
  });
  body.append(...all);
}));

let chosen = [];
boxes.forEach(box => box.addEventListener("change", () => {
  chosen = chosen.filter(one => one !== box);
  if (box.checked) chosen = [...chosen.slice(-1), box];
  boxes.forEach(one => { one.checked = chosen.includes(one); one.closest("tr").classList.toggle("chosen", one.checked); });
  compare();
}));

function compare() {
  const section = document.getElementById("compare");
  section.hidden = chosen.length < 2;
  if (section.hidden) return section.replaceChildren();
  const two = chosen.map(box => details.runs[box.dataset.run]);
  const names = chosen.map((box, i) => `${"AB"[i]}: ${box.closest("tr").querySelector("a").textContent}`);
  const parts = [element("h2", { textContent: "Two compared" }), ...names.map(name => element("p", { textContent: name }))];
  parts.push(...table("Figures", rows(two.map(run => run.figures), digits, false)));
  const configs = two.map(run => Object.fromEntries(run.config.map(i => details.values[i]).map(pair => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)])));
  parts.push(...table("Configuration", rows(configs, String, true)));
  parts.push(element("h3", { textContent: "Code" }));
  const files = [...new Set(two.flatMap(run => Object.keys(run.code)))].filter(file => two[0].code[file] !== two[1].code[file]);
  const known = two.every(run => Object.keys(run.code).length);
  if (!files.length) parts.push(element("p", { className: "quiet", textContent: known ? "the same" : "not recorded" }));
  for (const file of known ? files : []) {
    const lines = two.map(run => (details.texts[run.code[file]] ?? "").split("\n"));
    parts.push(element("p", {}, element("code", { textContent: file })), element("pre", {}, ...difference(...lines)));
  }
  const holder = element("div", { className: "charts" });
  section.replaceChildren(...parts, holder);
  const keys = [...new Set(two.flatMap(run => Object.keys(run.curves)))].filter(key => key !== "step");
  keys.sort((a, b) => b.endsWith("loss") - a.endsWith("loss"));
  for (const key of keys) {
    const series = two.map((run, i) => ({ name: names[i], x: run.curves.step, y: run.curves[key] })).filter(one => one.y);
    const values = series.flatMap(one => one.y).filter(value => value != null), least = Math.min(...values);
    const div = element("div", { className: "chart", role: "group", ariaLabel: `${key} of both` });
    holder.append(div);
    chart(div, { title: key, log: key.endsWith("loss") && least > 0 && Math.max(...values) > 20 * least, series, levels: {} });
  }
  section.scrollIntoView({ block: "nearest" });
}

// [key, A's, B's] of two dictionaries; only what differs, if so asked.
function rows([a, b], said, differing) {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.filter(key => !differing || a[key] !== b[key]).map(key => [key, ...[a, b].map(one => key in one ? said(one[key]) : "–")]);
}

function table(title, found) {
  const cells = (row, kind) => row.map((text, i) => element(kind, { textContent: text, className: i ? "number" : "" }));
  const body = found.map(row => element("tr", {}, ...cells(row, "td")));
  const head = element("tr", {}, ...cells(["", "A", "B"], "th"));
  return [element("h3", { textContent: title }), found.length ? element("div", { className: "wide" }, element("table", {}, head, ...body))
    : element("p", { className: "quiet", textContent: "the same" })];
}

// The lines that one text has and the other has not, with the numbers that they have there.
function difference(a, b) {
  const same = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1)); // the longest common rest
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--)
    same[i][j] = a[i] === b[j] ? same[i + 1][j + 1] + 1 : Math.max(same[i + 1][j], same[i][j + 1]);
  const found = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) { i++; j++; }
    else if (j >= b.length || (i < a.length && same[i + 1][j] >= same[i][j + 1])) found.push(["removed", `A ${i + 1} - ${a[i++]}\n`]);
    else found.push(["added", `B ${j + 1} + ${b[j++]}\n`]);
  }
  return found.map(([kind, line]) => element("span", { className: kind, textContent: line }));
}
