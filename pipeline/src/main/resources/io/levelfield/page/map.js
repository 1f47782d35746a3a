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
function mapOption() {
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
  series.push(...groupLabels(places, x, y));
  if (MAP.height === 'adjusted') series[0].markLine = {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: colour('ink'), width: 1, type: 'solid'}, data: [{yAxis: 0}]};
  const named = found ? [...found].slice(0, 25) : places.length <= FEW ? firstInNeed(places, 8) : [];
  series.push({
    type: 'scatter', symbol: 'circle', symbolSize: found ? size + 4 : 0.1, z: 4, itemStyle: {opacity: 1, color: 'transparent', borderColor: colour('ink'), borderWidth: 1.6},
    label: {show: true, position: 'right', formatter: (params) => shortName(params.value[2]), ...label('ink', 12)},
    labelLayout: {hideOverlap: true}, data: named.map((school) => [x[school], y[school], school]),
  });
  return {
    grid: {left: 64, right: 24, top: 18, bottom: 52},
    xAxis: axis(WORDS['map-x'], room(places.map((school) => x[school]))),
    yAxis: axis('', room(places.map((school) => y[school]))),
    series,
    graphic: MAP.height === 'adjusted' ? [hint('better', {top: 4}), hint('worse', {bottom: 54})] : [],
    tooltip: {formatter: (params) => (params.value && params.value.length > 2 && params.seriesType === 'scatter' ? mapTip(params.value[2]) : null)},
  };
}
function hint(key, where) {
  return {type: 'text', left: 70, ...where, silent: true, style: {text: (key === 'better' ? '↑ ' : '↓ ') + WORDS[key], fill: colour('muted'), font: '12px ' + FONT}};
}
function firstInNeed(places, most) {
  return places.filter((school) => cell(SCHOOLS, 'help_rank', school) !== null)
    .sort((a, b) => SCHOOLS.help_rank[a] - SCHOOLS.help_rank[b]).slice(0, most);
}
/** The name of each group in the middle of its schools, in place of a legend. */
function groupLabels(places, x, y) {
  return [...GROUPS.keys()].map((number_) => {
    const members = places.filter((school) => cell(SCHOOLS, 'cluster', school) === number_);
    if (members.length === 0) return null;
    const top = members.reduce((most, school) => Math.max(most, y[school]), -Infinity);
    const middle = members.reduce((sum, school) => sum + x[school], 0) / members.length;
    const height = places.length <= FEW ? top : members.reduce((sum, school) => sum + y[school], 0) / members.length;
    return {
      type: 'scatter', silent: true, symbolSize: 0.1, z: 3, itemStyle: {opacity: 1}, data: [[middle, height]],
      label: {show: true, position: places.length <= FEW ? 'top' : 'inside', distance: 10, formatter: () => wrapped(groupName(number_)), ...label('ink', 14, 'bold'), color: groupColour(number_), align: 'center', lineHeight: 17},
    };
  }).filter(Boolean);
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
