// The card of a school: why it is on lists, what would end it, figures, years, similar schools, partner, risks, questions.

const CARD = document.getElementById('card');
const DYNAMICS = DATA.tables.dynamics;

function openCard(school) {
  const parts = [cardHead(school), cardLabels(school), cardNumbers(school), cardYears(school), cardExams(school), cardSimilar(school), cardPartner(school), cardRisks(school),
    cardSupport(school), cardQuestions(school)];
  CARD.replaceChildren(...parts.flat().filter(Boolean));
  DRAWN.delete('card-years');
  if (!CARD.open) CARD.showModal();
  CARD.scrollTop = 0;
  history.replaceState(null, '', '#school-' + encodeURIComponent(SCHOOLS.school_id[school]));
  const years = document.getElementById('card-years');
  if (years) yearsFigure(years, school);
}
function cardHead(school) {
  return [
    element('div', {class: 'tools'},
      element('button', {type: 'button', class: 'quiet', onclick: () => window.print()}, WORDS.print),
      element('button', {type: 'button', class: 'quiet', onclick: () => CARD.close()}, WORDS.close)),
    element('h2', {id: 'card-name', tabindex: '-1', autofocus: true}, nameOf(school)),
    element('p', {class: 'place'}, [SCHOOLS.school_id[school], cell(SCHOOLS, 'municipality', school), settlement(school)].filter(Boolean).join(' · ')),
    cell(SCHOOLS, 'help_rank', school) === null ? null : element('p', {}, element('b', {}, say('card-help', say('of', count(SCHOOLS.help_rank[school]), count(SCHOOLS.help_rank.filter((rank_) => rank_ !== null).length))))),
  ];
}
function cardLabels(school) {
  const rows = evidenceOf(school);
  const borne = rows.filter((row) => cell(IDENTIFICATION, 'formal', row) === true);
  const near = rows.filter((row) => cell(IDENTIFICATION, 'formal', row) !== true);
  return [
    element('h3', {}, WORDS['card-labels']),
    borne.length === 0 ? element('p', {}, WORDS['card-no-labels']) : borne.map((row) => cardLabel(row, true)),
    near.length === 0 ? null : [element('h3', {}, WORDS['card-near']), near.map((row) => cardLabel(row, false))],
  ].flat(3);
}
function cardLabel(row, borne) {
  const facts = [];
  if (borne && cell(IDENTIFICATION, 'flag', row) !== true) facts.push(WORDS['card-withheld']);
  if (borne && cell(IDENTIFICATION, 'strength', row)) facts.push(WORDS['strength.' + IDENTIFICATION.strength[row]]);
  if (cell(IDENTIFICATION, 'probability', row) !== null) facts.push(WORDS['list-probability'].toLowerCase() + ' ' + share(IDENTIFICATION.probability[row]));
  if (cell(IDENTIFICATION, 'robustness', row) !== null) facts.push(say('card-robust', share(IDENTIFICATION.robustness[row])));
  if (cell(IDENTIFICATION, 'borderline', row) === true) facts.push(WORDS['card-borderline']);
  const exit = cell(IDENTIFICATION, 'to_exit', row);
  return element('div', {class: borne ? 'label' : 'label near'},
    element('p', {}, element('b', {}, WORDS['label.' + IDENTIFICATION.label[row]]), facts.length ? ' – ' + facts.join(', ') : ''),
    element('p', {}, cell(IDENTIFICATION, 'reasons', row)),
    borne && exit ? element('p', {}, element('b', {}, WORDS['card-exit'] + ': '), exit) : null);
}
/** A small table: heads and rows of cells, numbers to the right; the column of texts is named. */
function plainTable(caption, heads, rows, texts) {
  const side = (at) => (at === 0 || at === texts ? null : 'figure');
  if (rows.length === 0) return null;
  return element('div', {class: 'scroll'}, element('table', {}, element('caption', {}, caption),
    heads.length ? element('thead', {}, element('tr', {}, heads.map((head, at) => element('th', {scope: 'col', class: side(at)}, head)))) : null,
    element('tbody', {}, rows.map((row) => element('tr', {}, row.map((value, at) => element(at === 0 ? 'th' : 'td', at === 0 ? {scope: 'row'} : {class: side(at)}, value)))))));
}
function cardNumbers(school) {
  const years = cell(SCHOOLS, 'first_year', school) === null ? '' : ', ' + yearsText(SCHOOLS.first_year[school], SCHOOLS.last_year[school]);
  const at = (column) => cell(SCHOOLS, column, school);
  const rows = [
    [WORDS.result + years, result(at('result'))],
    [WORDS.pooled, result(at('result_eb'))],
    [WORDS.adjusted, [result(at('adjusted_result'), true), element('small', {}, interval(at('adjusted_low'), at('adjusted_high'), RESULT_DIGITS))]],
    [WORDS['card-similar-difference'], [result(at('similar_difference'), true), element('small', {}, interval(at('similar_low'), at('similar_high'), RESULT_DIGITS))]],
    [WORDS.index, number(at('context_index'), 2)],
    [WORDS.rank, rankText(school)],
    [WORDS.participants, count(at('participants'))],
    [WORDS.group, groupMark(at('cluster'))],
  ];
  return [plainTable(WORDS['card-numbers'], [], rows)];
}
function yearsText(first, last) { return first === last ? say('card-one-year', first) : say('card-years', first, last); }
function cardYears(school) {
  const rows = rowsOf('dynamics', school).filter((row) => cell(DYNAMICS, 'result', row) !== null);
  if (rows.length < 2) return [];
  return [
    element('figure', {id: 'card-years'}),
    ...cardGrowth(school),
    plainTable(WORDS['card-dynamics'], [WORDS['card-year'], WORDS.result, WORDS.participants, WORDS['card-lists']], rows.map((row) => [
      String(DYNAMICS.year[row]), result(DYNAMICS.result[row]), count(cell(DYNAMICS, 'participants', row)),
      (cell(DYNAMICS, 'labels', row) || '').split(' ').filter(Boolean).map((code) => WORDS['label.' + code]).join('; ') || WORDS.none]), 3),
  ];
}
function cardGrowth(school) {
  const growth = DATA.tables.growth;
  return rowsOf('growth', school).map((row) => element('p', {}, told(growth.method[row] === 'rank-change' ? 'card.growth-rank' : 'card.growth',
    growth.year[row], growth.share_positive[row], growth.share_positive_low[row], growth.share_positive_high[row], growth.counted[row], growth.results[row])));
}
function yearsFigure(place, school) {
  const rows = rowsOf('dynamics', school).filter((row) => cell(DYNAMICS, 'result_eb', row) !== null);
  if (rows.length < 2) { place.remove(); return; }
  figure(place, {
    title: WORDS['card-dynamics'], subtitle: WORDS['map-pooled'] + '. ' + WORDS['interval-pooled'], height: 190,
    option: () => ({
      grid: {left: 50, right: 30, top: 14, bottom: 26},
      xAxis: {type: 'category', data: rows.map((row) => String(DYNAMICS.year[row])), axisLine: {lineStyle: {color: colour('rule')}}, axisTick: {show: false}, axisLabel: {color: colour('muted')}},
      yAxis: axis('', room(rows.flatMap((row) => [-2, 2].map((errors) => DYNAMICS.result_eb[row] + errors * cell(DYNAMICS, 'result_eb_se', row))), 3)),
      series: [
        {type: 'custom', silent: true, renderItem: span(true), itemStyle: {color: colour('g3'), opacity: 0.6},
          data: rows.map((row, at) => [at, DYNAMICS.result_eb[row] - 2 * cell(DYNAMICS, 'result_eb_se', row), DYNAMICS.result_eb[row] + 2 * cell(DYNAMICS, 'result_eb_se', row)])},
        {type: 'line', symbolSize: 7, data: rows.map((row) => DYNAMICS.result_eb[row]), lineStyle: {color: colour('g3'), width: 1.6}, itemStyle: {color: colour('g3')},
          label: {show: true, position: 'right', formatter: (params) => result(params.value), ...label('ink', 12)}},
      ],
      tooltip: null,
    }),
  });
  draw('card-years');
}
function cardExams(school) {
  return [plainTable(WORDS['card-exams'], [WORDS['card-exam'], WORDS.participants, WORDS['card-below'], WORDS['card-mean']], rowsOf('results', school).map((row) => [
    EXAMS.exam[RESULTS.exam[row]], count(cell(RESULTS, 'participants', row)),
    cell(RESULTS, 'below_minimum', row) === null ? WORDS.none : count(RESULTS.below_minimum[row]) + ' (' + share(cell(RESULTS, 'share_below', row)) + ')', number(cell(RESULTS, 'mean', row), 1)]))];
}
function cardSimilar(school) {
  const similar = DATA.tables.similar_schools;
  return [plainTable(WORDS['card-similar'], [WORDS.school, WORDS['card-distance'], WORDS['card-difference']], rowsOf('similar_schools', school).map((row) => [
    schoolButton(similar.neighbour_id[row]), number(similar.distance[row], 2), result(cell(similar, 'result_difference', row), true)])),
    cell(SCHOOLS, 'similar_low', school) === null ? null
      : element('p', {}, told('card.similar-difference', SCHOOLS.similar_difference[school], SCHOOLS.similar_low[school], SCHOOLS.similar_high[school]))];
}
function cardPartner(school) {
  const pairs = rowsOf('partners', school).map((row) => [
    element('h3', {}, WORDS['pair-partner']), element('p', {}, schoolButton(cell(PARTNERS, 'partner_id', row))), element('p', {}, cell(PARTNERS, 'reasons', row))]).flat();
  const places = rowsOf('networks', school).map((row) => element('p', {}, NETWORKS.centre_id[row] === school
    ? WORDS['network-own'] : [WORDS['network-centre'] + ': ', schoolButton(cell(NETWORKS, 'centre_id', row))]));
  if (places.length === 0) return pairs;
  return [...pairs, element('h3', {}, WORDS['network-of']), ...places, pairs.length === 0 ? null : element('p', {}, element('small', {}, WORDS['partner-and-network']))];
}
function listed(key, texts) { return texts.length === 0 ? [] : [element('h3', {}, WORDS[key]), element('ul', {}, texts.map((text) => element('li', {}, text)))]; }
function cardRisks(school) {
  const risks = DATA.tables.risks;
  const rows = rowsOf('risks', school).sort((a, b) => risks.foremost[a] - risks.foremost[b]);
  return listed('card-risks', rows.map((row) => risks.condition_text[row] + ' – ' + risks.level_text[row]));
}
function cardSupport(school) {
  const support = DATA.tables.support;
  return listed('card-support', rowsOf('support', school).map((row) => support.programme[row] + (cell(support, 'first_year', row) === null ? '' : ', ' + say('card-since', support.first_year[row]))));
}
function cardQuestions(school) { return listed('card-questions', rowsOf('quality', school).map((row) => DATA.tables.quality.question[row])); }

let onPaper = false;
/** A dialog above the page prints one page only, so the card becomes a part of the page for as long as it is printed. */
function cardOnPaper(print) {
  if (!CARD.open) return;
  onPaper = true;
  CARD.close();
  if (print) CARD.show();
  else CARD.showModal();
}
function startCard() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-school]');
    if (button) openCard(Number(button.dataset.school));
    else if (event.target === CARD) CARD.close();
  });
  CARD.addEventListener('close', () => {
    if (onPaper) { // closed to be shown otherwise
      onPaper = false;
      return;
    }
    DRAWN.delete('card-years');
    history.replaceState(null, '', location.pathname + location.search);
  });
  const asked = /^#school-(.+)$/.exec(location.hash);
  const school = asked ? SCHOOLS.school_id.indexOf(decodeURIComponent(asked[1])) : -1;
  if (school >= 0) openCard(school);
}
