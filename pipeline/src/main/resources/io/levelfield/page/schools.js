// The table of schools with its filters.

const IDENTIFICATION = DATA.tables.identification;

/** Labels that a school is listed with. */
function labelsOf(school) {
  return evidenceOf(school).filter((row) => cell(IDENTIFICATION, 'flag', row) === true).map((row) => IDENTIFICATION.label[row]);
}
/** Rows of a school's labels, listed or not, in the order in which labels are always told. */
function evidenceOf(school) {
  return [...rowsOf('identification', school)].sort((a, b) => DATA.labels.indexOf(IDENTIFICATION.label[a]) - DATA.labels.indexOf(IDENTIFICATION.label[b]));
}
function schoolsTable(place, rows) {
  const figures = (head, column, show, descending) => ({head, figures: true, descending, value: (s) => cell(SCHOOLS, column, s), show: (s) => show(cell(SCHOOLS, column, s), s)});
  return pagedTable(place, WORDS.schools, [
    {head: WORDS.school, value: nameOf, show: (s) => [schoolButton(s), element('small', {}, [SCHOOLS.school_id[s], cell(SCHOOLS, 'municipality', s), settlement(s)].filter(Boolean).join(' · '))]},
    figures(WORDS.help, 'help_rank', (value) => count(value)),
    {head: WORDS.labels, texts: true, value: (s) => labelsOf(s).length, show: (s) => labelsOf(s).map((code) => WORDS['label.' + code]).join('; ') || WORDS.none},
    {head: WORDS.group, value: (s) => cell(SCHOOLS, 'cluster', s), show: (s) => groupMark(cell(SCHOOLS, 'cluster', s))},
    figures(WORDS.result, 'result', (value) => result(value)),
    figures(WORDS.adjusted, 'adjusted_result', (value, s) => [result(value, true), element('small', {}, interval(cell(SCHOOLS, 'adjusted_low', s), cell(SCHOOLS, 'adjusted_high', s), RESULT_DIGITS))]),
    figures(WORDS.index, 'context_index', (value) => number(value, 2)),
    figures(WORDS.rank, 'context_rank', (value, s) => [rank(value), element('small', {}, rankInterval(s))]),
    figures(WORDS.participants, 'participants', (value) => count(value)),
  ], rows, {column: 1, descending: false});
}
function choice(words, values, named) {
  const select = element('select', {}, element('option', {value: ''}, WORDS.any), values.map((value, at) => element('option', {value: at}, named(value))));
  return {label: element('label', {}, words + ' ', select), chosen: () => (select.value === '' ? null : values[Number(select.value)]), select};
}
function startSchools() {
  const all = [...Array(COUNT).keys()];
  const distinct = (column) => [...new Set(all.map((s) => cell(SCHOOLS, column, s)).filter((value) => value !== null))].sort((a, b) => String(a).localeCompare(String(b), DATA.language));
  const find = element('input', {type: 'search', autocomplete: 'off'});
  const need = element('input', {type: 'checkbox'});
  const municipality = choice(WORDS.municipality, distinct('municipality'), (value) => value);
  const group = choice(WORDS.group, [...GROUPS.keys()], groupName);
  const labels = DATA.labels.filter((code) => (IDENTIFICATION.label || []).includes(code));
  const label_ = choice(WORDS.label, labels, (code) => WORDS['label.' + code]);
  const parts = [element('label', {}, WORDS.find + ' ', find)];
  if (municipality.select.options.length > 2) parts.push(municipality.label);
  if (group.select.options.length > 2) parts.push(group.label);
  if (labels.length > 0) parts.push(label_.label);
  parts.push(element('label', {}, need, ' ' + WORDS['need-only']));
  const filters = document.getElementById('schools-filters');
  filters.replaceChildren(...parts);
  const show = schoolsTable(document.getElementById('schools-table'), all);
  const listed = new Map(labels.map((code) => [code, new Set()]));
  for (let row = 0; row < IDENTIFICATION.rows; row++) if (cell(IDENTIFICATION, 'flag', row) === true) listed.get(IDENTIFICATION.label[row]).add(IDENTIFICATION.school_id[row]);
  const filter = () => {
    const sought = find.value.trim().toLowerCase();
    show(all.filter((s) => (sought === '' || matches(s, sought))
      && (municipality.chosen() === null || cell(SCHOOLS, 'municipality', s) === municipality.chosen())
      && (group.chosen() === null || cell(SCHOOLS, 'cluster', s) === group.chosen())
      && (label_.chosen() === null || listed.get(label_.chosen()).has(s))
      && (!need.checked || cell(SCHOOLS, 'help_rank', s) !== null)));
  };
  filters.addEventListener('input', filter);
}
