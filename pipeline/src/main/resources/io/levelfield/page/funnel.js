// Funnel plots: each school's share below the minimum, or mean, by its participants, with limits of 2 and 3 standard errors
// round the figure of all participants (Spiegelhalter 2005).

const RESULTS = DATA.tables.results;
const EXAMS = DATA.tables.exams;
const LIMITS = [2, 3];
const BEYOND = 0.0027; // of a normal distribution lies beyond three standard errors

function funnels() {
  const found = [];
  for (let exam = 0; exam < EXAMS.rows; exam++) {
    const rows = [];
    for (let row = 0; row < RESULTS.rows; row++) {
      if (RESULTS.exam[row] === exam && cell(RESULTS, 'participants', row) > 0) rows.push(row);
    }
    for (const kind of ['share_below', 'mean']) {
      const known = rows.filter((row) => cell(RESULTS, kind, row) !== null);
      if (known.length > 1) found.push({exam, kind, rows: known});
    }
  }
  return found;
}
/** Mean over all participants, and the standard error of a school with so many; null where the spread is unknown. */
function funnelLimits(funnel) {
  const weight = (row) => RESULTS.participants[row];
  const all = funnel.rows.reduce((sum, row) => sum + weight(row), 0);
  const mean = funnel.rows.reduce((sum, row) => sum + weight(row) * RESULTS[funnel.kind][row], 0) / all;
  const variance = funnel.kind === 'share_below' ? mean * (1 - mean) : cell(EXAMS, 'variance_within', funnel.exam);
  return {mean, error: variance === null ? null : (participants) => Math.sqrt(variance / participants)};
}
function startFunnel() {
  const place = document.getElementById('funnel-figure');
  const choice = document.getElementById('funnel-exam');
  const all = funnels();
  if (all.length === 0) {
    place.replaceChildren(element('p', {}, WORDS['no-funnel']));
    choice.parentElement.hidden = true;
    return;
  }
  const named = (funnel) => EXAMS.exam[funnel.exam] + ' – ' + WORDS[funnel.kind === 'share_below' ? 'funnel-share' : 'funnel-mean'].toLowerCase();
  all.forEach((funnel, at) => choice.append(element('option', {value: at}, named(funnel))));
  const show = () => {
    const funnel = all[Number(choice.value)];
    const limits = funnelLimits(funnel);
    const value = (row) => RESULTS[funnel.kind][row];
    const told = (figure_) => (funnel.kind === 'share_below' ? share(figure_) : number(figure_, 1));
    const outside = limits.error ? funnel.rows.filter((row) => Math.abs(value(row) - limits.mean) > 3 * limits.error(RESULTS.participants[row])) : [];
    figure(place, {
      title: named(funnel), height: 440,
      subtitle: limits.error ? say('funnel-outside', count(outside.length), count(funnel.rows.length), number(BEYOND * funnel.rows.length, 1)) : WORDS['funnel-no-limits'],
      option: () => funnelOption(funnel, limits, outside, told),
      open: (params) => (params.data && params.data.school !== undefined ? params.data.school : null),
      table: (at) => pagedTable(at, named(funnel), [
        {head: WORDS.school, value: (row) => nameOf(RESULTS.school_id[row]), show: (row) => schoolButton(RESULTS.school_id[row])},
        {head: WORDS.participants, figures: true, value: (row) => RESULTS.participants[row], show: (row) => count(RESULTS.participants[row])},
        {head: named(funnel), figures: true, value, show: (row) => told(value(row))},
      ], funnel.rows),
    });
    draw('funnel-figure');
  };
  choice.addEventListener('change', show);
  show();
}
function funnelOption(funnel, limits, outside, told) {
  const most = Math.max(...funnel.rows.map((row) => RESULTS.participants[row]));
  const beyond = new Set(outside);
  const mark = (row) => ({value: [RESULTS.participants[row], RESULTS[funnel.kind][row]], school: RESULTS.school_id[row]});
  const points = (rows, name, more) => ({
    type: 'scatter', symbolSize: funnel.rows.length <= 1000 ? 8 : 4, itemStyle: {color: colour(name), opacity: funnel.rows.length <= 1000 ? 0.85 : 0.4}, data: rows.map(mark), ...more,
  });
  const series = [
    points(funnel.rows.filter((row) => !beyond.has(row)), 'muted', {z: 2}),
    points(outside, 'accent', {
      z: 3, labelLayout: {hideOverlap: true},
      label: {show: outside.length <= 40, position: 'right', formatter: (params) => shortName(params.data.school), ...label('ink', 12)},
    }),
    curve(() => limits.mean, most, 'ink', 'solid', say('funnel-all', told(limits.mean)), funnel),
  ];
  if (limits.error) {
    for (const errors of LIMITS) {
      for (const side of [-1, 1]) {
        series.push(curve((n) => limits.mean + side * errors * limits.error(n), most, 'muted', errors === 2 ? 'dashed' : 'solid',
          side > 0 ? say('funnel-limit', errors) : '', funnel));
      }
    }
  }
  return {
    grid: {left: 64, right: 110, top: 16, bottom: 50},
    xAxis: axis(WORDS['funnel-x'], {min: 0, scale: false, splitLine: {show: false}}),
    yAxis: axis('', funnel.kind === 'share_below' ? {min: 0, max: heightOf(funnel), axisLabel: {color: colour('muted'), formatter: told}} : room(funnel.rows.map((row) => RESULTS.mean[row]))),
    series,
    tooltip: {formatter: (params) => (params.data && params.data.school !== undefined
      ? lines(nameOf(params.data.school), WORDS.participants + ': ' + count(params.value[0]), told(params.value[1])) : null)},
  };
}
/** Shares are seldom near one: the axis ends above the highest. */
function heightOf(funnel) { return Math.min(1, Math.ceil(10 * Math.max(...funnel.rows.map((row) => RESULTS.share_below[row])) + 0.5) / 10); }
function curve(height, most, name, type, told, funnel) {
  const values = funnel.rows.map((row) => RESULTS[funnel.kind][row]);
  const low = funnel.kind === 'share_below' ? 0 : Math.min(...values);
  const high = funnel.kind === 'share_below' ? heightOf(funnel) : Math.max(...values);
  const data = [];
  for (let step = 1; step <= 120; step++) {
    const n = most * (step / 120) ** 2; // curves bend most where participants are few
    const y = height(n);
    data.push([n, y >= low && y <= high ? y : null]);
  }
  return {
    type: 'line', silent: true, symbol: 'none', data, lineStyle: {color: colour(name), width: 1, type}, z: 1,
    endLabel: {show: told !== '', formatter: () => told, ...label('muted', 12)},
  };
}
