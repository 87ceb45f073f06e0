// MACHINERY. Curves that can be read: uPlot draws them from the numbers that the page holds. A value under the pointer,
// a stretch that is dragged over, a logarithmic scale, single curves left out.
"use strict";
const charts = [];
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]; // as in figures/sheet.py
const HEIGHT = 210; // pixels, without the legend
const FEW = 8; // curves that a legend names; of more, the one under the pointer is
const colour = (i, of) => of <= COLOURS.length ? COLOURS[i] : `hsl(${Math.round(i * 137.5) % 360} 65% 50%)`;
const css = name => getComputedStyle(document.body).getPropertyValue(name);
const short = value => value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5); // too long otherwise
const digits = value => value == null ? "–" : short(value) ? Number(value.toPrecision(3)).toExponential()
  : value.toLocaleString("en", { maximumSignificantDigits: 4 });
// Of a logarithmic axis the powers of ten; all where it spans less than two.
function decades(plot, splits) {
  const powers = splits.map(value => value > 0 && Math.abs(Math.log10(value) % 1) < 1e-9 ? value : null);
  return powers.filter(value => value !== null).length < 2 ? splits : powers;
}

function element(kind, properties = {}, ...children) {
  const made = Object.assign(document.createElement(kind), properties);
  made.append(...children);
  return made;
}

// Draws a panel as figures/curves.py makes it into an element, and again whenever the element's width changes.
function chart(holder, panel) {
  const curves = panel.series;
  const columns = uPlot.join(curves.map(one => [one.x, one.y]));
  const across = Object.entries(panel.levels || {});
  across.forEach(([, level]) => columns.push(columns[0].map(() => level)));
  const positive = columns.slice(1).flat().every(value => value == null || value > 0);
  const own = { log: panel.log && positive, hidden: new Set(), plot: null, panel };
  const said = element("output", { className: "quiet" });
  const scale = element("button", { type: "button", onclick: () => { own.log = !own.log; draw(); } });
  const whole = element("button", { type: "button", textContent: "reset zoom", onclick: () => draw() });
  const drawn = element("div");
  holder.replaceChildren(
    element("div", { className: "tools" }, element("b", { textContent: panel.title }), said, positive ? scale : "", whole), drawn);

  function draw() {
    own.plot?.destroy();
    scale.textContent = own.log ? "linear" : "logarithmic";
    const few = own.log ? { filter: decades } : {};
    const axis = { stroke: () => css("--quiet"), grid: { stroke: () => css("--line"), width: 1 }, ticks: { stroke: () => css("--line"), width: 1 } };
    const names = [...curves.map(one => one.name), ...across.map(([name]) => name)];
    own.plot = new uPlot({
      width: holder.clientWidth, height: HEIGHT,
      scales: { x: { time: false }, y: { distr: own.log ? 3 : 1 } },
      axes: [{ ...axis, size: 30, values: (_, ticks) => ticks.map(tick => tick.toLocaleString("en")) },
        { ...axis, ...few, grid: { ...axis.grid, ...few }, ticks: { ...axis.ticks, ...few }, size: 56, values: (_, ticks) => ticks.map(tick => tick == null ? "" : digits(tick)) }],
      series: [{ label: "step", value: (_, value) => value == null ? "" : value.toLocaleString("en") }, ...names.map((name, i) => ({
        label: name, width: name === "training" ? 3 : 1.5, // on few samples validation lies over it: both are seen
        spanGaps: true, show: !own.hidden.has(name), value: (_, value) => value == null ? "" : digits(value),
        stroke: i < curves.length ? colour(i, curves.length) : () => css("--quiet"),
        dash: [undefined, [8, 4], [2, 4]][Math.min(2, Math.max(0, i + 1 - curves.length))],
        points: { show: i < curves.length ? curves[i].x.length < 3 : columns[0].length < 2 },
      }))],
      cursor: { drag: { x: true, y: true, uni: 20 }, focus: { prox: 24 } },
      focus: { alpha: 0.25 },
      legend: { show: names.length <= FEW, markers: {
        width: 2, stroke: (plot, i) => i > curves.length ? css("--quiet") : colour(i - 1, curves.length),
        fill: (plot, i) => i > curves.length ? "transparent" : colour(i - 1, curves.length),
        dash: (plot, i) => ["solid", "dashed", "dotted"][Math.min(2, Math.max(0, i - curves.length))],
      } },
      hooks: {
        setSeries: [(plot, i, change) => {
          if (i && change.show != null) own.hidden[change.show ? "delete" : "add"](names[i - 1]);
        }],
        setCursor: [plot => {
          const at = plot.cursor.idx, i = plot.series.findIndex((one, k) => k && one._focus);
          said.textContent = names.length > FEW && at != null && i > 0 ? `${names[i - 1]}: ${digits(columns[i][at])}` : "";
        }],
      },
    }, columns, drawn);
  }
  own.show = (name, shown) => {
    own.hidden[shown ? "delete" : "add"](name);
    const i = curves.findIndex(one => one.name === name);
    if (own.plot && i >= 0) own.plot.setSeries(i + 1, { show: shown });
  };
  function fit() {
    const width = holder.clientWidth; // none inside what is folded: it is drawn when it gets one
    if (width && !own.plot) draw();
    else if (width && own.plot.width !== width) own.plot.setSize({ width, height: HEIGHT });
  }
  fit();
  new ResizeObserver(() => requestAnimationFrame(fit)).observe(holder);
  own.redraw = () => own.plot?.redraw(false);
  charts.push(own);
  return own;
}

for (const holder of document.querySelectorAll("[data-panel]")) chart(holder, JSON.parse(holder.dataset.panel));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach(one => one.redraw()));
// A table's boxes choose among the curves that are named as they are.
document.querySelectorAll("input[data-curve]").forEach((box, i, all) => {
  box.style.accentColor = colour(i, all.length);
  box.addEventListener("change", () => charts.forEach(one => one.show(box.dataset.curve, box.checked)));
});
