"use strict";
// The 3-D view.  Positions, colours and values stay as packed as they came; shaders make colours of them.
// It draws only when something has changed; while the view moves, only as many points as are drawn quickly.

const SLOW_MS = 45, FAST_MS = 25; // from one picture to the next
const REST_MS = 250; // after the last movement all points are drawn
const SWING_MS = 130; // in which a third of a swing is left
const LEAST_SHARE = 0.05;

function makeViewer(canvas, scene, palette, changed) {
  const three = libraries;
  three.ColorManagement.enabled = false; // colours go to the screen as they are
  const renderer = new three.WebGLRenderer({ canvas, alpha: true, antialias: false });
  renderer.outputColorSpace = three.LinearSRGBColorSpace;
  const world = new three.Scene();
  const radius = Math.hypot(...scene.teacher.span) / 2;
  const camera = new three.PerspectiveCamera(45, 1, radius / 100, radius * 20);
  camera.up.set(...scene.up);

  const paletteTexture = new three.DataTexture(palette, 256, 1, three.RGBAFormat);
  paletteTexture.needsUpdate = true;
  const shared = {
    palette: { value: paletteTexture },
    colourBy: { value: 0 },
    backs: { value: false },
    limit: { value: 1 },
    size: { value: 1 },
    pixels: { value: 1 },
  };

  function cloud(packed, hasValues) {
    const n = packed.count, bytes = decode(packed.bytes);
    const geometry = new three.BufferGeometry();
    const add = (name, array, size) => geometry.setAttribute(name, new three.BufferAttribute(array, size, true));
    add("position", new Uint16Array(bytes.buffer, 0, 3 * n), 3);
    add("rgb", new Uint8Array(bytes.buffer, 6 * n, 3 * n), 3);
    add("towards", new Int8Array(bytes.buffer, 9 * n, 3 * n), 3);
    if (hasValues) add("said", decode(packed.values), 2);
    const points = new three.Points(geometry, new three.ShaderMaterial({
      glslVersion: three.GLSL3,
      uniforms: { ...shared },
      defines: hasValues ? { HAS_VALUES: "" } : {},
      vertexShader: POINT_VERTEX,
      fragmentShader: POINT_FRAGMENT,
    }));
    points.position.set(...packed.low);
    points.scale.set(...packed.span);
    points.frustumCulled = false;
    points.updateMatrixWorld();
    return points;
  }

  function cameras(segments, variable) {
    const positions = new Float32Array(decode(segments).buffer);
    const geometry = new three.LineSegmentsGeometry();
    if (positions.length) geometry.setPositions(positions);
    const material = new three.LineMaterial({ linewidth: 1.4 });
    const lines = new three.LineSegments2(geometry, material);
    lines.frustumCulled = false;
    lines.recolour = () => material.color.setStyle(resolvedColour(canvas, variable));
    return lines;
  }

  const layers = {
    student: cloud(scene.student, true),
    teacher: cloud(scene.teacher, false),
    estimated: cameras(scene.cameras.estimated, "--estimated"),
    true: cameras(scene.cameras.true, "--true"),
    training: cameras(scene.cameras.training, "--training"),
  };
  for (const layer of Object.values(layers)) world.add(layer);

  // Eye-dome lighting (Boucheny 2009): a pixel is darker beside nearer ones, which shows shape without normals.
  const target = new three.WebGLRenderTarget(1, 1);
  target.depthTexture = new three.DepthTexture(1, 1);
  const dome = new three.ShaderMaterial({
    glslVersion: three.GLSL3,
    uniforms: {
      colour: { value: target.texture },
      depth: { value: target.depthTexture },
      near: { value: camera.near },
      far: { value: camera.far },
      reach: { value: 1 },
    },
    vertexShader: DOME_VERTEX,
    fragmentShader: DOME_FRAGMENT,
    depthTest: false,
    depthWrite: false,
    transparent: true,
    premultipliedAlpha: true,
  });
  const screen = new three.Scene();
  const quad = new three.Mesh(new three.PlaneGeometry(2, 2), dome);
  quad.frustumCulled = false;
  screen.add(quad);
  const flat = new three.OrthographicCamera(-1, 1, 1, -1, 0, 1);

  const controls = new three.OrbitControls(camera, canvas);
  controls.enableDamping = true;
  controls.maxDistance = radius * 10;
  controls.zoomToCursor = true;

  let waiting = false, moving = false, share = 1, drawn = 0, rest = 0;
  function redraw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  }
  function move() {
    if (!moving) drawn = performance.now();
    moving = true;
    clearTimeout(rest);
    rest = setTimeout(() => { moving = false; redraw(); }, REST_MS);
    redraw();
  }
  function chooseShare(elapsed) {
    if (moving) {
      const change = elapsed > SLOW_MS ? 0.75 : elapsed < FAST_MS ? 1.1 : 1;
      share = Math.min(1, Math.max(LEAST_SHARE, share * change));
    }
    for (const { geometry } of [layers.student, layers.teacher])
      geometry.setDrawRange(0, Math.ceil((moving ? share : 1) * geometry.attributes.position.count));
  }
  function draw() {
    waiting = false;
    const elapsed = performance.now() - drawn;
    drawn += elapsed;
    chooseShare(elapsed);
    controls.dampingFactor = 1 - Math.exp(-elapsed / SWING_MS); // slow machines swing no longer than quick ones
    controls.update(); // while the view still swings this asks for the next picture
    const size = renderer.getDrawingBufferSize(new three.Vector2());
    shared.pixels.value = size.y / (2 * Math.tan((camera.fov * Math.PI) / 360));
    renderer.setRenderTarget(target);
    renderer.render(world, camera);
    renderer.setRenderTarget(null);
    renderer.render(screen, flat);
    changed();
  }
  controls.addEventListener("change", move);

  function fit() {
    const { clientWidth, clientHeight } = canvas.parentElement;
    const ratio = Math.min(window.devicePixelRatio, 2);
    renderer.setPixelRatio(ratio);
    renderer.setSize(clientWidth, clientHeight, false);
    target.setSize(Math.round(clientWidth * ratio), Math.round(clientHeight * ratio));
    dome.uniforms.reach.value = 1.4 * ratio;
    camera.aspect = clientWidth / clientHeight;
    camera.updateProjectionMatrix();
    redraw();
  }

  // What should be in view from outside: some of the teacher's points, and where the true cameras are.
  function places() {
    const points = layers.teacher.geometry.attributes.position, ends = new Float32Array(decode(scene.cameras.true).buffer);
    const found = [];
    for (let i = 0; i < points.count; i += 29)
      found.push(new three.Vector3().fromBufferAttribute(points, i).applyMatrix4(layers.teacher.matrixWorld));
    for (let i = 0; i < ends.length; i += 6) found.push(new three.Vector3().fromArray(ends, i));
    return found;
  }

  // From so many degrees above, at the distance from which all of that just fills the view.
  function fitTo(degrees) {
    const height = Math.sin((degrees * Math.PI) / 180), up = camera.up.clone().normalize();
    const back = new three.Vector3(...scene.ahead).multiplyScalar(-Math.sqrt(1 - height * height)).addScaledVector(up, height);
    const right = up.clone().cross(back).normalize(), above = back.clone().cross(right);
    const axes = [right, above, back], least = [Infinity, Infinity, Infinity], most = [-Infinity, -Infinity, -Infinity];
    const seen = places().map((point) => axes.map((axis) => axis.dot(point)));
    for (const along of seen)
      along.forEach((value, k) => { least[k] = Math.min(least[k], value); most[k] = Math.max(most[k], value); });
    const middle = least.map((value, k) => (value + most[k]) / 2);
    const tangent = Math.tan((camera.fov * Math.PI) / 360), reach = [tangent * camera.aspect, tangent];
    const needed = seen.map(([x, y, z]) => z - middle[2] + Math.max(Math.abs(x - middle[0]) / reach[0], Math.abs(y - middle[1]) / reach[1]));
    controls.target.set(0, 0, 0);
    axes.forEach((axis, k) => controls.target.addScaledVector(axis, middle[k]));
    camera.position.copy(controls.target).addScaledVector(back, 1.04 * needed.reduce((a, b) => Math.max(a, b)));
  }

  function look(from) {
    if (from === "inside") {
      const T = scene.inside, column = (i) => new three.Vector3(T[0][i], T[1][i], T[2][i]);
      camera.position.copy(column(3));
      controls.target.copy(column(3)).addScaledVector(column(2), radius / 2);
    } else {
      fitTo(from === "top" ? 89 : 35);
    }
    controls.update();
    redraw();
  }

  function recolour() {
    for (const layer of Object.values(layers)) layer.recolour?.();
    redraw();
  }

  new ResizeObserver(fit).observe(canvas.parentElement);
  fit();
  look("outside");
  recolour();
  return {
    look,
    recolour,
    show(name, visible) { layers[name].visible = visible; redraw(); },
    set(name, value) { shared[name].value = value; redraw(); },
  };
}

function decode(base64) {
  const text = atob(base64), bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

// What a CSS variable's colour is in the theme of now, which light-dark() decides.
function resolvedColour(element, variable) {
  const probe = element.parentElement.appendChild(document.createElement("i"));
  probe.style.color = `var(${variable})`;
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

const POINT_VERTEX = `
uniform sampler2D palette;
uniform int colourBy;
uniform bool backs;
uniform float limit, size, pixels;
in vec3 rgb, towards;
#ifdef HAS_VALUES
in vec2 said;
#endif
out vec3 tint;
void main() {
  vec4 place = modelMatrix * vec4(position, 1.0);
  vec4 seen = viewMatrix * place;
  gl_Position = projectionMatrix * seen;
  gl_PointSize = clamp(size * pixels / -seen.z, 1.5, 64.0);
  bool hidden = !backs && dot(towards, cameraPosition - place.xyz) < 0.0;
  tint = rgb;
#ifdef HAS_VALUES
  if (colourBy > 0) tint = texture(palette, vec2((255.0 * (colourBy == 1 ? said.x : said.y) + 0.5) / 256.0, 0.5)).rgb;
  hidden = hidden || said.y * 255.0 / 254.0 >= limit;
#else
  if (colourBy > 0) tint = vec3(0.35 + 0.3 * dot(rgb, vec3(0.3, 0.6, 0.1)));
#endif
  if (hidden) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

const POINT_FRAGMENT = `
in vec3 tint;
out vec4 colour;
void main() {
  vec2 off = gl_PointCoord - 0.5;
  if (dot(off, off) > 0.25) discard;
  colour = vec4(tint, 1.0);
}`;

const DOME_VERTEX = `
out vec2 at;
void main() {
  at = uv;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

const DOME_FRAGMENT = `
uniform sampler2D colour, depth;
uniform float near, far, reach;
in vec2 at;
out vec4 result;
float distance2(vec2 uv) {
  float z = texture(depth, uv).r;
  return z >= 1.0 ? -1.0 : log2(near * far / (far - z * (far - near)));
}
void main() {
  vec4 here = texture(colour, at);
  float own = distance2(at), behind = 0.0;
  vec2 pixel = reach / vec2(textureSize(depth, 0));
  if (own > -1.0) {
    for (int i = 0; i < 8; i++) {
      float angle = 0.7853981634 * float(i);
      float other = distance2(at + pixel * vec2(cos(angle), sin(angle)));
      if (other > -1.0) behind += clamp(own - other, 0.0, 0.25);
    }
  }
  result = vec4(here.rgb * exp(-0.9 * behind), here.a);
}`;
