"use strict";
// The charts, with Observable Plot.  Colours are CSS variables, so that they follow the theme by themselves.

function drawCharts(curves) {
  const plot = libraries;
  const all = {
    loss: (width) => ({
      x: { label: "epoch →" },
      y: { label: "↑ loss", grid: true },
      marks: [
        plot.lineY(curves.loss, { x: (_, i) => i + 1, y: (d) => d, stroke: "var(--accent)", strokeWidth: 2 }),
        curves.loss.length > 30 ? null : plot.dotY(curves.loss, { x: (_, i) => i + 1, y: (d) => d, fill: "var(--accent)" }),
        plot.tip(curves.loss, plot.pointerX({ x: (_, i) => i + 1, y: (d) => d, title: (d, i) => `epoch ${i + 1}: ${d.toFixed(3)}` })),
      ],
    }),
    cumulative: (width) => ({
      x: { label: "distance to the truth, cm →" },
      y: { label: "↑ share of points, %", grid: true, domain: [0, 100] },
      marks: [
        plot.areaY(curves.cumulative, { x: "cm", y: "percent", fill: "var(--accent)", fillOpacity: 0.12 }),
        plot.lineY(curves.cumulative, { x: "cm", y: "percent", stroke: "var(--accent)", strokeWidth: 2 }),
        plot.tip(curves.cumulative, plot.pointerX({ x: "cm", y: "percent", title: (d) => `${d.percent.toFixed(1)} % within ${d.cm.toFixed(1)} cm` })),
      ],
    }),
    calibration: (width) => {
      const values = curves.calibration.flatMap((d) => [d.predicted, d.actual]).filter((v) => v > 0);
      const domain = [Math.min(...values) / 1.15, Math.max(...values) * 1.15];
      return {
        x: { label: "predicted error, cm →", type: "log", domain, ticks: width > 420 ? 6 : 4, tickFormat: "~g" },
        y: { label: "↑ actual error, cm", type: "log", domain, grid: true, ticks: 6, tickFormat: "~g" },
        marks: [
          plot.line([domain, domain].map((_, i) => [domain[i], domain[i]]), { stroke: "var(--muted)", strokeDasharray: "5 4" }),
          plot.line(curves.calibration, { x: "predicted", y: "actual", stroke: "var(--accent)", strokeWidth: 2 }),
          plot.dot(curves.calibration, { x: "predicted", y: "actual", fill: "var(--accent)" }),
          plot.tip(curves.calibration, plot.pointer({ x: "predicted", y: "actual", title: (d) => `predicted ${d.predicted.toFixed(1)} cm\nactual ${d.actual.toFixed(1)} cm` })),
        ],
      };
    },
    trajectory: (width) => {
      const frames = curves.trajectory.frames, found = frames.filter((d) => "ex" in d);
      return {
        aspectRatio: 1,
        height: undefined,
        x: { label: "x, m →", grid: true },
        y: { label: "↑ y, m", grid: true },
        marks: [
          plot.dot(curves.trajectory.training, { fill: "var(--training)", r: 1.2, fillOpacity: 0.6 }),
          plot.line(frames, { x: "x", y: "y", z: "run", stroke: "var(--true)", strokeWidth: 1.8 }),
          plot.link(found, { x1: "x", y1: "y", x2: "ex", y2: "ey", stroke: "var(--estimated)", strokeOpacity: 0.7 }),
          plot.dot(found, { x: "ex", y: "ey", fill: "var(--estimated)", r: 2 }),
          plot.tip(frames, plot.pointer({ x: "x", y: "y", title: (d) => `${d.name}\n${"ex" in d ? `${(100 * Math.hypot(d.x - d.ex, d.y - d.ey)).toFixed(1)} cm off, seen from above` : "lost"}` })),
        ],
      };
    },
  };
  for (const [id, options] of Object.entries(all)) {
    const box = document.getElementById(id);
    let drawn = 0;
    new ResizeObserver(() => {
      const width = Math.round(box.clientWidth);
      if (!width || width === drawn) return;
      drawn = width;
      const style = { background: "transparent", fontFamily: "inherit", fontSize: "12px" };
      box.replaceChildren(plot.plot({ width, height: 280, marginLeft: 46, marginBottom: 38, style, ...options(width) }));
    }).observe(box);
  }
}
