// Draws the countries of world-atlas (Natural Earth, 1:50m) on an Equal Earth map 2,000 units wide
// and prints one line each: ISO code, `path` or `dot`, and the SVG path or the place of the dot.
// Points lie on whole units, so neighbours keep their common border. `scripts/make-map` runs it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

const WIDTH = 2000;
const LEAST_AREA = 6; // Square units; islands below it would be specks.
const DETAIL = 5e-6; // Steradians: a corner that spans less is left out, of both its countries.
const CENTRE = 11; // Degrees east: Chukotka stays in one piece.
const NOT_DRAWN = new Set(["AQ"]);
const UNNUMBERED = { Kosovo: "XK" }; // No ISO number; the code that sources use.

const atlas = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const isoCodes = JSON.parse(readFileSync("/usr/share/iso-codes/json/iso_3166-1.json", "utf8"));
const alpha2 = new Map(isoCodes["3166-1"].map((row) => [row.numeric, row.alpha_2]));

// Collects the rings that d3 draws, in whole units, without points that add nothing.
class Rings {
  rings = [];
  points = [];
  moveTo(x, y) {
    this.finish();
    this.lineTo(x, y);
  }
  lineTo(x, y) {
    const point = [Math.round(x), Math.round(y)];
    const [before, last] = this.points.slice(-2);
    if (this.points.length > 0 && same(this.points.at(-1), point)) return;
    if (last && goesStraight(before, last, point)) this.points.pop();
    this.points.push(point);
  }
  closePath() {}
  finish() {
    const ring = this.points;
    this.points = [];
    if (ring.length > 1 && same(ring[0], ring.at(-1))) ring.pop();
    if (ring.length > 2 && area(ring) >= LEAST_AREA) this.rings.push(ring);
  }
}

const same = (a, b) => a[0] === b[0] && a[1] === b[1];

function goesStraight(a, b, c) {
  const [dx, dy, ex, ey] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return dx * ey === dy * ex && dx * ex + dy * ey > 0;
}

function area(ring) {
  let twice = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    twice += x * nextY - y * nextX;
  });
  return Math.abs(twice) / 2;
}

// `m10 20 3-4-1 2z`: the first pair is a place, the others are steps.
function pathOf(ring) {
  const pairs = ring.map(([x, y], i) => (i === 0 ? [x, y] : [x - ring[i - 1][0], y - ring[i - 1][1]]));
  const text = pairs.flat().join(" ").replaceAll(" -", "-");
  return `M${text.replace(/^(-?\d+[ ]?-?\d+) ?/, "$1l")}z`;
}

const borders = presimplify(JSON.parse(readFileSync(atlas, "utf8")), sphericalTriangleArea);
const topology = simplify(borders, DETAIL);
const countries = feature(topology, topology.objects.countries);
const codeOf = (country) => alpha2.get(country.id) ?? UNNUMBERED[country.properties.name] ?? "-";
countries.features = countries.features.filter((country) => !NOT_DRAWN.has(codeOf(country)));
const projection = geoEqualEarth().rotate([-CENTRE, 0]).fitWidth(WIDTH, countries);

const paths = new Map();
const dots = new Map();
for (const country of countries.features) {
  const code = codeOf(country);
  const rings = new Rings();
  geoPath(projection, rings)(country);
  rings.finish();
  if (rings.rings.length > 0) {
    paths.set(code, (paths.get(code) ?? "") + rings.rings.map(pathOf).join(""));
  } else if (code !== "-") {
    dots.set(code, projection(geoCentroid(country)).map(Math.round).join(" "));
  }
}
for (const code of [...paths.keys()].sort()) console.log(`${code}\tpath\t${paths.get(code)}`);
for (const code of [...dots.keys()].sort()) {
  if (!paths.has(code)) console.log(`${code}\tdot\t${dots.get(code)}`);
}
