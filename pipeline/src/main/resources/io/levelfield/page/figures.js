// How pictures are made: in the colours of the page, when they come into view, anew for another theme and for print.

const DRAWN = new Map();
// Canvas cannot ask the page for its colours itself.
function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim(); }
function groupColour(number_) { return colour('g' + (STYLES.get(number_) || 8)); }
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/**
 * A picture in its figure.
 *   picture: {title, subtitle, height, option(width, height) for ECharts, in pixels of the picture, open(params) the school of a mark, table(place) its figures as a table}
 */
function figure(place, picture) {
  const chart = element('div', {class: 'chart', role: 'img', 'aria-label': picture.title});
  chart.style.height = picture.height + 'px';
  const details = element('details', {}, element('summary', {}, WORDS.table));
  if (picture.table) {
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) {
        const table = element('div');
        details.append(table);
        picture.table(table);
      }
    });
  }
  place.replaceChildren(
    element('figcaption', {}, picture.title, element('span', {}, picture.subtitle || '')), chart, picture.table ? details : '');
  DRAWN.set(place.id, {chart, picture, instance: null});
  WATCH.observe(chart);
  chart.dataset.figure = place.id;
}
function draw(id) {
  const drawn = DRAWN.get(id);
  if (!drawn) return;
  if (!drawn.instance) {
    drawn.instance = echarts.init(drawn.chart, null, {renderer: 'canvas'});
    drawn.instance.on('click', (params) => {
      const school = drawn.picture.open ? drawn.picture.open(params) : null;
      if (school !== null && school !== undefined) openCard(school);
    });
  }
  drawn.instance.resize({width: WIDTH.paper || 'auto'});
  drawn.instance.setOption(base(drawn.picture.option(drawn.instance.getWidth(), drawn.instance.getHeight())), true);
}
const WIDTH = {paper: null}; // pixels between the margins of paper while the page is printed
/** Draws what was drawn before once more, and what was not yet if all is wanted. */
function redraw(all) {
  for (const [id, drawn] of DRAWN) if (all || drawn.instance) draw(id);
}
const WATCH = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      WATCH.unobserve(entry.target);
      draw(entry.target.dataset.figure);
    }
  }
}, {rootMargin: '300px'});

function base(option) {
  const tooltip = {
    trigger: 'item', confine: true, transitionDuration: 0, backgroundColor: colour('paper'), borderColor: colour('muted'), borderWidth: 1, padding: [6, 9],
    textStyle: {color: colour('ink'), fontSize: 13, fontFamily: FONT}, extraCssText: 'box-shadow:none;border-radius:2px;max-width:22rem;white-space:normal',
  };
  const whole = (series) => ({progressive: 0, ...series}); // else a picture appears piece by piece
  return {animation: false, textStyle: {fontFamily: FONT, color: colour('ink')}, ...option, series: option.series.map(whole), tooltip: option.tooltip === null ? undefined : {...tooltip, ...option.tooltip}};
}
/** Lines of a tooltip as elements: names of schools must not become markup. */
function lines(title, ...rest) {
  return element('div', {}, element('b', {}, title), rest.filter(Boolean).map((line) => element('div', {}, line)));
}
function axis(name, more) {
  return {
    type: 'value', name, nameLocation: 'middle', nameGap: 30, nameTextStyle: {color: colour('muted'), fontSize: 12.5}, scale: true,
    axisLine: {show: false}, axisTick: {show: false}, splitLine: {lineStyle: {color: colour('rule'), width: 0.6}},
    axisLabel: {color: colour('muted'), fontSize: 12, formatter: (value) => number(value, axisDigits(value))}, ...more,
  };
}
function axisDigits(value) { return Math.abs(value) < 20 && !Number.isInteger(value) ? (Number.isInteger(value * 10) ? 1 : 2) : 0; }
/** Ends and steps of an axis that leave room for names round the points. */
function room(values, steps = 6) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) { low = Math.min(low, value); high = Math.max(high, value); }
  const wide = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(wide / steps));
  const step = power * [1, 2, 5, 10].find((nice) => wide / steps <= nice * power);
  const end = (value) => Number(value.toPrecision(12)); // 0.6 and not 0.6000000000000001
  return {min: end(Math.floor((low - 0.04 * wide) / step) * step), max: end(Math.ceil((high + 0.08 * wide) / step) * step), interval: step};
}
/** Space round a text, so that it can be read over points. */
function label(name, size, weight) {
  return {color: colour(name), fontSize: size || 12, fontWeight: weight || 'normal', fontFamily: FONT, textBorderColor: colour('paper'), textBorderWidth: 3};
}
/** A straight mark between two values, for ECharts' series `custom`. */
function span(vertical) {
  return (params, api) => {
    const a = api.coord(vertical ? [api.value(0), api.value(1)] : [api.value(1), api.value(0)]);
    const b = api.coord(vertical ? [api.value(0), api.value(2)] : [api.value(2), api.value(0)]);
    return {type: 'line', shape: {x1: a[0], y1: a[1], x2: b[0], y2: b[1]}, style: {stroke: api.visual('color'), lineWidth: 1.4, opacity: api.style().opacity}};
  };
}
