// The map of schools: conditions to the right, result upwards, one colour and shape per group.

const FEW = 60; // schools that can be named in a picture
const HEIGHTS = {
  adjusted: {value: 'adjusted_result', low: (s) => cell(SCHOOLS, 'adjusted_low', s), high: (s) => cell(SCHOOLS, 'adjusted_high', s)},
  pooled: {
    value: 'result_eb',
    low: (s) => pooledEnd(s, -2),
    high: (s) => pooledEnd(s, 2),
  },
};
function pooledEnd(school, errors) {
  const value = cell(SCHOOLS, 'result_eb', school);
  const error = cell(SCHOOLS, 'result_eb_se', school);
  return value === null || error === null ? null : value + errors * error;
}
const MAP = {height: 'adjusted', intervals: false, sought: ''};

function mapPlaces() {
  const column = SCHOOLS[HEIGHTS[MAP.height].value] || [];
  const x = SCHOOLS.context_index || [];
  const places = [];
  for (let school = 0; school < COUNT; school++) {
    if (x[school] !== null && x[school] !== undefined && column[school] !== null && column[school] !== undefined) places.push(school);
  }
  return places;
}
function mapTip(school) {
  const height = HEIGHTS[MAP.height];
  const value = cell(SCHOOLS, height.value, school);
  const low = height.low(school);
  const ends = interval(low, height.high(school), RESULT_DIGITS);
  return lines(nameOf(school), cell(SCHOOLS, 'municipality', school), groupName(cell(SCHOOLS, 'cluster', school)),
    WORDS[MAP.height === 'adjusted' ? 'adjusted' : 'result'] + ': ' + result(value, MAP.height === 'adjusted') + (ends ? ' (' + ends + ')' : ''),
    WORDS.index + ': ' + number(cell(SCHOOLS, 'context_index', school), 2));
}
const MAP_GRID = {left: 64, right: 24, top: 18, bottom: 52};
const NAMED_IN_NEED = 10; // as many as the list at the top names
const NAMED_FOUND = 25;
function mapOption(width, height_) {
  const places = mapPlaces();
  const height = HEIGHTS[MAP.height];
  const y = SCHOOLS[height.value];
  const x = SCHOOLS.context_index;
  const found = MAP.sought ? new Set(places.filter((school) => matches(school, MAP.sought))) : null;
  const size = places.length <= FEW ? 10 : places.length <= 1000 ? 6 : 4;
  const ink = found ? 0.18 : places.length <= 1000 ? 0.9 : 0.55;
  const numbers = [...GROUPS.keys(), null];
  const series = [];
  if (MAP.intervals) {
    series.push({
      type: 'custom', silent: true, renderItem: span(true), encode: {x: 0, y: [1, 2]}, z: 1, itemStyle: {color: colour('muted'), opacity: places.length <= 1000 ? 0.6 : 0.15},
      data: places.filter((school) => height.low(school) !== null && (!found || found.has(school))).map((school) => [x[school], height.low(school), height.high(school)]),
    });
  }
  for (const number_ of numbers) {
    const members = places.filter((school) => cell(SCHOOLS, 'cluster', school) === number_);
    if (members.length === 0) continue;
    series.push({
      type: 'scatter', symbol: number_ === null ? 'emptyCircle' : SHAPES[(STYLES.get(number_) || 8) - 1], symbolSize: size, z: 2,
      itemStyle: {color: number_ === null ? colour('muted') : groupColour(number_), opacity: ink},
      data: members.map((school) => [x[school], y[school], school]),
    });
  }
  if (MAP.height === 'adjusted') series[0].markLine = {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: colour('ink'), width: 1, type: 'solid'}, data: [{yAxis: 0}]};
  const inNeed = inOrderOfNeed(places);
  const ringed = found ? [...found].slice(0, NAMED_FOUND) : inNeed.slice(0, NAMED_IN_NEED);
  series.push({
    type: 'scatter', symbol: 'circle', symbolSize: size + 4, z: 4, silent: true, itemStyle: {opacity: 1, color: 'transparent', borderColor: colour('ink'), borderWidth: found || places.length > FEW ? 1.6 : 0},
    data: ringed.map((school) => [x[school], y[school], school]),
  });
  const ranges = {x: room(places.map((school) => x[school])), y: room(places.map((school) => y[school]))};
  const frame = {left: MAP_GRID.left, top: MAP_GRID.top, width: width - MAP_GRID.left - MAP_GRID.right, height: height_ - MAP_GRID.top - MAP_GRID.bottom};
  const pixel = (school) => ({
    x: frame.left + frame.width * (x[school] - ranges.x.min) / (ranges.x.max - ranges.x.min),
    y: frame.top + frame.height * (ranges.y.max - y[school]) / (ranges.y.max - ranges.y.min),
  });
  const few = places.length <= FEW;
  const taken = (few ? places : ringed).map((school) => ({...around(pixel(school), size), owner: school}));
  const schools = found ? ringed : few ? inNeed : ringed;
  const others = few && !found ? places.filter((school) => !inNeed.includes(school)) : [];
  const name = (school) => schoolLabel(school, pixel(school), size);
  const groups = groupNames(places, pixel, few, frame);
  const placed = placeNames([...schools.map(name), ...groups, ...others.map(name)], taken, {...frame, left: frame.left + 2, width: frame.width + MAP_GRID.right - 6});
  return {
    grid: MAP_GRID,
    xAxis: axis(WORDS['map-x'], ranges.x),
    yAxis: axis('', ranges.y),
    series,
    graphic: [...nameGraphics(placed), ...(MAP.height === 'adjusted' ? [hint('better', {top: 2}), hint('worse', {bottom: 54})] : [])],
    tooltip: {formatter: (params) => (params.value && params.value.length > 2 && params.seriesType === 'scatter' ? mapTip(params.value[2]) : null)},
  };
}
function hint(key, where) {
  return {type: 'text', left: 70, ...where, silent: true, style: {text: (key === 'better' ? '↑ ' : '↓ ') + WORDS[key], fill: colour('muted'), font: '12px ' + FONT}};
}
function inOrderOfNeed(places) {
  return places.filter((school) => cell(SCHOOLS, 'help_rank', school) !== null).sort((a, b) => SCHOOLS.help_rank[a] - SCHOOLS.help_rank[b]);
}
function around(point, size) { return {left: point.x - size / 2, top: point.y - size / 2, width: size, height: size}; }
function schoolLabel(school, point, size) {
  return {text: shortName(school), font: '12px ' + FONT, lineHeight: 14, fill: colour('ink'), point, owner: school, places: (text) => placesRound(point.x, point.y, size / 2, text)};
}
/** The name of each group by its schools, in place of a legend: above them, below or beside, or in their middle where they are many. */
function groupNames(places, pixel, few, frame) {
  return [...GROUPS.keys()].map((number_) => {
    const members = places.filter((school) => cell(SCHOOLS, 'cluster', school) === number_).map(pixel);
    if (members.length === 0) return null;
    const middle = (axis_) => members.reduce((sum, point) => sum + point[axis_], 0) / members.length;
    const end = (axis_, of) => members.reduce((most, point) => of(most, point[axis_]), members[0][axis_]);
    const steps = [0, -20, 20, -40, 40, -60, 60, -90, 90];
    const places_ = ({width, height}) => {
      const left = Math.max(frame.left + 4, Math.min(middle('x') - width / 2, frame.left + frame.width - width));
      const above = {left, top: end('y', Math.min) - height - 10, width, height};
      const below = {...above, top: end('y', Math.max) + 10};
      const beside = [end('x', Math.max) + 12, end('x', Math.min) - 12 - width].map((at) => ({...above, left: at, top: middle('y') - height / 2}));
      const within = {...above, top: middle('y') - height / 2};
      const first = few ? [above, below, ...beside] : [within];
      const near = steps.flatMap((step) => first.flatMap((place) => [{...place, left: place.left + step}, {...place, top: place.top + step}]));
      return [...near, ...everywhere(within, frame)];
    };
    return {text: wrapped(groupName(number_)), font: 'bold 14px ' + FONT, lineHeight: 17, fill: groupColour(number_), places: places_, must: true};
  }).filter(Boolean);
}
/** Places all over the frame, those nearest to a wanted one first. */
function everywhere(wanted, frame) {
  const places = [];
  for (let top = frame.top; top + wanted.height <= frame.top + frame.height; top += 8) {
    for (let left = frame.left + 4; left + wanted.width <= frame.left + frame.width; left += 16) places.push({...wanted, left, top});
  }
  const off = (place) => Math.hypot(place.left - wanted.left, place.top - wanted.top);
  return places.sort((a, b) => off(a) - off(b));
}
function wrapped(text) { return text.replace(/(.{14,}?) /g, '$1\n'); }

function startMap() {
  const place = document.getElementById('map-figure');
  const choice = document.getElementById('map-height');
  const known = Object.keys(HEIGHTS).filter((key) => SCHOOLS[HEIGHTS[key].value] && SCHOOLS[HEIGHTS[key].value].some((value) => value !== null));
  if (known.length === 0 || !SCHOOLS.context_index || SCHOOLS.context_index.every((value) => value === null)) {
    place.replaceChildren(element('p', {}, WORDS['no-map']));
    document.querySelector('#map .controls').hidden = true;
    return;
  }
  known.forEach((key) => choice.append(element('option', {value: key}, WORDS[key])));
  MAP.height = known[0];
  const show = () => {
    const subtitle = WORDS['map-' + MAP.height] + (MAP.intervals ? '. ' + WORDS['interval-' + MAP.height] : '');
    place.querySelector('figcaption span').textContent = subtitle;
    draw('map-figure');
  };
  figure(place, {
    title: WORDS['map-title'], subtitle: WORDS['map-' + MAP.height], height: 520, option: mapOption,
    open: (params) => (params.seriesType === 'scatter' && params.value.length > 2 ? params.value[2] : null), table: (at) => schoolsTable(at, mapPlaces()),
  });
  const withIntervals = known.filter((key) => mapPlaces().some((school) => HEIGHTS[key].low(school) !== null));
  document.getElementById('map-intervals').disabled = withIntervals.length === 0;
  document.getElementById('map-find').addEventListener('input', (event) => { MAP.sought = event.target.value.trim().toLowerCase(); show(); });
  choice.addEventListener('change', () => { MAP.height = choice.value; show(); });
  document.getElementById('map-intervals').addEventListener('change', (event) => { MAP.intervals = event.target.checked; show(); });
}
