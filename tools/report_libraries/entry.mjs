// What the report's page uses of its libraries; the rest is shaken off.
export {
  BufferAttribute,
  BufferGeometry,
  ColorManagement,
  DataTexture,
  DepthTexture,
  GLSL3,
  LinearSRGBColorSpace,
  Mesh,
  OrthographicCamera,
  PerspectiveCamera,
  PlaneGeometry,
  Points,
  RGBAFormat,
  Scene,
  ShaderMaterial,
  Vector2,
  Vector3,
  WebGLRenderTarget,
  WebGLRenderer,
} from "three";
export { OrbitControls } from "three/addons/controls/OrbitControls.js";
export { LineMaterial } from "three/addons/lines/LineMaterial.js";
export { LineSegments2 } from "three/addons/lines/LineSegments2.js";
export { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";
export { areaY, dot, dotY, line, lineY, link, plot, pointer, pointerX, tip } from "@observablehq/plot";
