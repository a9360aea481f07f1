"use strict";
// Wires the page: data to viewer and charts, controls to the viewer, and the theme.

{
  const { scene, curves } = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const canvas = document.getElementById("view"), form = document.getElementById("controls");
  const palette = new Uint8Array(256 * 4).fill(255);
  for (let i = 0; i < 256; i++)
    for (let c = 0; c < 3; c++) palette[4 * i + c] = parseInt(scene.palette.substr(6 * i + 2 * c, 2), 16);
  const stops = [0, 32, 64, 96, 128, 160, 192, 224, 254].map((i) => `rgb(${palette.slice(4 * i, 4 * i + 3).join(" ")})`);
  for (const ramp of document.querySelectorAll(".ramp")) ramp.style.background = `linear-gradient(90deg, ${stops})`;

  // The wheel scrolls the page until the view has been clicked.
  canvas.parentElement.addEventListener("wheel", (event) => {
    if (document.activeElement !== canvas) event.stopPropagation();
  }, { capture: true });
  canvas.addEventListener("pointerdown", () => canvas.focus({ preventScroll: true }));

  let viewer = null;
  try {
    viewer = makeViewer(canvas, scene, palette, () => { root.dataset.drawn = 1 + Number(root.dataset.drawn ?? 0); });
  } catch (error) {
    document.getElementById("no-webgl").hidden = false;
    form.hidden = true;
  }
  const checked = (name) => form.querySelector(`[name=${name}]:checked`).value;
  function apply() {
    for (const box of form.querySelectorAll("[name=layer]")) viewer.show(box.value, box.checked);
    viewer.set("colourBy", ["rgb", "error", "uncertainty"].indexOf(checked("colour")));
    viewer.set("backs", !form.elements.backs.checked);
    viewer.set("size", scene.voxel_m * form.elements.size.value);
    viewer.set("limit", Number(form.elements.limit.value));
    const limit = form.elements.limit.value;
    form.querySelector("output").value = limit > 1 ? "any" : `${(100 * scene.end_m * limit).toFixed(1)} cm`;
    document.getElementById("legend").hidden = checked("colour") === "rgb";
  }
  if (viewer) {
    form.addEventListener("input", apply);
    form.addEventListener("click", (event) => { if (event.target.name === "from") viewer.look(event.target.value); });
    apply();
  }

  const dark = matchMedia("(prefers-color-scheme: dark)");
  document.getElementById("theme").addEventListener("click", () => {
    const isDark = root.style.colorScheme ? root.style.colorScheme === "dark" : dark.matches;
    root.style.colorScheme = isDark ? "light" : "dark";
    viewer?.recolour();
  });
  dark.addEventListener("change", () => viewer?.recolour());
  drawCharts(curves);
}
