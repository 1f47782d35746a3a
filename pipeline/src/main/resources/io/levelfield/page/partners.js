// Who helps whom: schools that need help on the left, their partners on the right.

const PARTNERS = DATA.tables.partners;
const NETWORKS = DATA.tables.networks;

function startPartners() {
  const place = document.getElementById('partners-figure');
  const pairs = [];
  for (let row = 0; row < PARTNERS.rows; row++) if (cell(PARTNERS, 'partner_id', row) !== null) pairs.push(row);
  const table = (at, rows) => pagedTable(at, WORDS['partners-title'], [
    {head: WORDS.school, value: (row) => nameOf(PARTNERS.school_id[row]), show: (row) => schoolButton(PARTNERS.school_id[row])},
    {head: WORDS['pair-partner'], value: (row) => (cell(PARTNERS, 'partner_id', row) === null ? null : nameOf(PARTNERS.partner_id[row])), show: (row) => schoolButton(cell(PARTNERS, 'partner_id', row))},
    {head: WORDS['pair-reasons'], wide: true, value: (row) => cell(PARTNERS, 'reasons', row), show: (row) => cell(PARTNERS, 'reasons', row)},
    {head: WORDS['pair-cost'], figures: true, value: (row) => cell(PARTNERS, 'cost', row), show: (row) => number(cell(PARTNERS, 'cost', row), 3)},
    {head: WORDS['second-best'], value: (row) => null, show: (row) => schoolButton(cell(PARTNERS, 'second_best_id', row))},
  ], rows);
  if (pairs.length === 0) {
    place.replaceChildren(element('p', {}, WORDS['no-partners']));
  } else if (pairs.length > FEW) {
    table(place, pairs);
  } else {
    const donors = [...new Set(pairs.map((row) => PARTNERS.partner_id[row]))];
    pairs.sort((a, b) => donors.indexOf(PARTNERS.partner_id[a]) - donors.indexOf(PARTNERS.partner_id[b]));
    figure(place, {
      title: WORDS['partners-title'], height: 50 + 26 * pairs.length, option: (width) => partnersOption(pairs, donors, width),
      open: (params) => (params.data && params.data.school !== undefined ? params.data.school : null), table: (at) => table(at, pairs),
    });
  }
  networks();
}
function partnersOption(pairs, donors, width) {
  const middle = (donor) => {
    const at = pairs.map((row, y) => (PARTNERS.partner_id[row] === donor ? y : null)).filter((y) => y !== null);
    return at.reduce((sum, y) => sum + y, 0) / at.length;
  };
  const side = (school, x, y, position, group) => ({
    value: [x, y], school, itemStyle: {color: groupColour(cell(SCHOOLS, 'cluster', school))}, symbol: SHAPES[(STYLES.get(group) || 8) - 1],
    label: {show: true, position, formatter: () => shortName(school), ...label('ink', 12.5)},
  });
  const schools = [
    ...pairs.map((row, y) => side(PARTNERS.school_id[row], 0, y, 'left', cell(SCHOOLS, 'cluster', PARTNERS.school_id[row]))),
    ...donors.map((donor) => side(donor, 1, middle(donor), 'right', cell(SCHOOLS, 'cluster', donor))),
  ];
  const blank = {type: 'value', show: false};
  const font = '12.5px ' + FONT;
  const wide = (names) => Math.min(0.42 * width, 24 + Math.max(...names.map((school) => textSize(shortName(school), font, 16).width)));
  const left = wide(pairs.map((row) => PARTNERS.school_id[row]));
  const right = wide(donors);
  return {
    grid: {left, right, top: 30, bottom: 12},
    xAxis: {...blank, min: 0, max: 1}, yAxis: {...blank, inverse: true, min: -0.5, max: pairs.length - 0.5},
    graphic: [['left', 0], ['right', 1]].map(([name]) => ({
      type: 'text', top: 4, silent: true, ...(name === 'left' ? {right: width - left + 8} : {left: width - right + 8}), style: {text: WORDS['partners-' + name], fill: colour('muted'), font},
    })),
    series: [
      {
        type: 'custom', silent: true, data: pairs.map((row, y) => [y, middle(PARTNERS.partner_id[row])]),
        renderItem: (params, api) => {
          const a = api.coord([0, api.value(0)]);
          const b = api.coord([1, api.value(1)]);
          const bend = (b[0] - a[0]) / 2;
          return {type: 'bezierCurve', shape: {x1: a[0] + 8, y1: a[1], x2: b[0] - 8, y2: b[1], cpx1: a[0] + bend, cpy1: a[1], cpx2: b[0] - bend, cpy2: b[1]}, style: {stroke: colour('muted'), lineWidth: 1.2, fill: null}};
        },
      },
      {type: 'scatter', symbolSize: 10, data: schools},
    ],
    tooltip: {formatter: (params) => (params.data && params.data.school !== undefined ? lines(nameOf(params.data.school), groupName(cell(SCHOOLS, 'cluster', params.data.school))) : null)},
  };
}
function networks() {
  const place = document.getElementById('networks');
  const centres = new Map();
  for (let row = 0; row < NETWORKS.rows; row++) {
    const centre = cell(NETWORKS, 'centre_id', row);
    if (!centres.has(centre)) centres.set(centre, []);
    if (NETWORKS.school_id[row] !== centre) centres.get(centre).push(NETWORKS.school_id[row]);
  }
  if (centres.size === 0) return;
  place.replaceChildren(element('h3', {}, WORDS.networks), element('p', {}, WORDS['partner-and-network']), element('ul', {}, [...centres].map(([centre, members]) => element('li', {},
    say('network', shortName(centre)) + ': ', members.map((school, at) => [at > 0 ? ', ' : '', schoolButton(school)])))));
}
