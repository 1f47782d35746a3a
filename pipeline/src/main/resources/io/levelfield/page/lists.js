// Lists with their evidence, each made when it is opened.

function startLists() {
  for (const details of document.querySelectorAll('details.list')) {
    details.addEventListener('toggle', () => {
      if (!details.open || details.children.length > 1) return;
      const rows = [];
      for (let row = 0; row < IDENTIFICATION.rows; row++) {
        if (IDENTIFICATION.label[row] === details.dataset.label && cell(IDENTIFICATION, 'flag', row) === true) rows.push(row);
      }
      const place = element('div');
      details.append(place);
      const text = (column) => (row) => cell(IDENTIFICATION, column, row) || WORDS.none;
      const columns = [
        {head: WORDS.school, value: (row) => nameOf(IDENTIFICATION.school_id[row]), show: (row) => schoolButton(IDENTIFICATION.school_id[row])},
        {head: WORDS['list-probability'], figures: true, value: (row) => cell(IDENTIFICATION, 'probability', row), show: (row) => share(cell(IDENTIFICATION, 'probability', row))},
        {head: WORDS['list-strength'], value: text('strength'), show: (row) => strength(row)},
        {head: WORDS['list-reasons'], wide: true, value: text('reasons'), show: text('reasons')},
      ];
      if (rows.some((row) => cell(IDENTIFICATION, 'to_exit', row))) columns.push({head: WORDS['list-exit'], wide: true, value: text('to_exit'), show: text('to_exit')});
      pagedTable(place, WORDS['label.' + details.dataset.label], columns, rows, {column: 1, descending: true});
    });
  }
}
function strength(row) {
  const code = cell(IDENTIFICATION, 'strength', row);
  return [code ? WORDS['strength.' + code] : WORDS.none, cell(IDENTIFICATION, 'borderline', row) === true ? ', ' + WORDS['card-borderline'] : ''].join('');
}
