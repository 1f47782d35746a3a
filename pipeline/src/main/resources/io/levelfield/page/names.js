// Where names stand in a picture of points: beside their own point, over no other name and, where points are few, over no point.

const MEASURE = document.createElement('canvas').getContext('2d');
const GAP = 4; // pixels between a point and its name
const LED = 18; // pixels to a name that a line leads to

/** Size of a text of one or more lines in pixels. */
function textSize(text, font, lineHeight) {
  MEASURE.font = font;
  const parts = text.split('\n');
  return {width: Math.ceil(Math.max(...parts.map((part) => MEASURE.measureText(part).width))), height: parts.length * lineHeight};
}
/** Places round a point, the best first; those of the second ring need a line to the point. */
function placesRound(x, y, away, size) {
  const {width, height} = size;
  const ring = (gap, led) => [
    [x + gap, y - height / 2], [x - gap - width, y - height / 2], [x - width / 2, y - gap - height], [x - width / 2, y + gap],
    [x + gap, y - gap - height / 2], [x + gap, y + gap - height / 2], [x - gap - width, y - gap - height / 2], [x - gap - width, y + gap - height / 2],
  ].map(([left, top]) => ({left, top, width, height, led}));
  return [...ring(away + GAP, false), ...ring(away + LED, true)];
}
function overlap(a, b) {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
/**
 * Gives each name, in the order given, the first of its places that is free and within the frame.
 *   names: {text, font, lineHeight, places(size), must: stands at its first place where none is free}
 *   taken: rectangles that names must leave free, with `owner` where one name may touch it
 * The names that found room, with `at`.
 */
function placeNames(names, taken, frame) {
  const placed = [];
  const free = (place, name) => place.left >= frame.left && place.top >= frame.top && place.left + place.width <= frame.left + frame.width
    && place.top + place.height <= frame.top + frame.height
    && !taken.some((other) => (other.owner === undefined || other.owner !== name.owner) && overlap(place, other)) && !placed.some((other) => overlap(place, other.at));
  for (const name of names) {
    const places = name.places(textSize(name.text, name.font, name.lineHeight));
    const at = places.find((place) => free(place, name)) || (name.must ? places[0] : null);
    if (at) placed.push({...name, at});
  }
  return placed;
}
/** Placed names for ECharts: texts with a rim of paper, and lines to points that are farther off. */
function nameGraphics(placed) {
  return placed.flatMap((name) => {
    const {left, top, width, height, led} = name.at;
    const text = {
      type: 'text', silent: true, z: 12, x: left + width / 2, y: top + height / 2,
      style: {text: name.text, font: name.font, lineHeight: name.lineHeight, fill: name.fill, stroke: colour('paper'), lineWidth: 3, align: 'center', verticalAlign: 'middle'},
    };
    if (!led || !name.point) return [text];
    const end = {x: Math.max(left, Math.min(name.point.x, left + width)), y: Math.max(top, Math.min(name.point.y, top + height))};
    return [{type: 'line', silent: true, z: 11, shape: {x1: name.point.x, y1: name.point.y, x2: end.x, y2: end.y}, style: {stroke: colour('muted'), lineWidth: 0.8}}, text];
  });
}
