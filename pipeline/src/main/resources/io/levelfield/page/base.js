'use strict';
// What the other parts of this program share: the run's tables, words, numbers, and how elements are made.
// Names of schools and all other texts of the inputs get into the page as text only, never as markup.

const DATA = JSON.parse(document.getElementById('data').textContent);
const WORDS = DATA.words;
const RUSSIAN = DATA.language === 'ru';

for (const table of Object.values(DATA.tables)) {
  for (const [name, column] of Object.entries(table)) {
    if (column && column.texts) table[name] = column.at.map((place) => (place === null ? null : column.texts[place]));
  }
}
const SCHOOLS = DATA.tables.schools;
const COUNT = SCHOOLS.rows;

/** A cell; null where the table lacks the column or the figure is unknown. */
function cell(table, column, row) {
  const cells = table[column];
  return cells === undefined || cells[row] === undefined ? null : cells[row];
}

const rowsBySchool = new Map();
/** Rows of a table that are of this school. */
function rowsOf(name, school) {
  if (!rowsBySchool.has(name)) {
    const rows = new Map();
    (DATA.tables[name].school_id || []).forEach((place, row) => {
      if (place === null) return;
      if (!rows.has(place)) rows.set(place, []);
      rows.get(place).push(row);
    });
    rowsBySchool.set(name, rows);
  }
  return rowsBySchool.get(name).get(school) || [];
}

/** A text with its facts in place of {0}, {1} … */
function say(key, ...facts) {
  return WORDS[key].replace(/\{(\d)\}/g, (whole, place) => facts[place]);
}

const formats = new Map();
function number(value, digits, signed) {
  if (value === null || value === undefined || Number.isNaN(value)) return WORDS.none;
  const key = digits + (signed ? '+' : '');
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(DATA.language, {
      minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: signed ? 'exceptZero' : 'auto', useGrouping: true,
    }));
  }
  return formats.get(key).format(value);
}
/** A text whose pattern says how its numbers are written, with its facts: those that the console's card says too. */
function told(key, ...facts) {
  return WORDS[key].replace(/\{(\d)(?:,number,([^}]*))?\}/g, (whole, place, form) => {
    const fact = facts[place];
    if (form === undefined) return fact;
    if (form.includes('%')) return share(fact);
    const decimals = /\.(0+)/.exec(form);
    return number(fact, decimals ? decimals[1].length : 0, form.startsWith('+'));
  });
}
function count(value) { return number(value, 0, false); }

/** A share in whole per cent; a small one is not nothing, as in the other texts. */
function share(value) {
  if (value === null) return WORDS.none;
  return value > 0 && value < 0.005 ? WORDS.below_one_percent : say('percent', count(100 * value));
}

// Points of an examination need no decimals, standard deviations two.
const WIDE = (SCHOOLS.result || []).some((value) => value !== null && Math.abs(value) > 20);
const RESULT_DIGITS = WIDE ? 0 : 2;
function result(value, signed) { return number(value, RESULT_DIGITS, signed); }
function interval(low, high, digits) {
  return low === null || high === null ? '' : say('range', number(low, digits), number(high, digits)).replace('–', RUSSIAN || low < 0 ? ' … ' : '–');
}

function nameOf(school) { return SCHOOLS.name && SCHOOLS.name[school] ? SCHOOLS.name[school] : SCHOOLS.school_id[school]; }
/** What stands within the quotation marks of a name: there is no room for «МБОУ» at a point. */
function shortName(school) {
  const quoted = /[«"“](.+)[»"”]/.exec(nameOf(school));
  const name = quoted ? quoted[1] : nameOf(school);
  return name.length > 34 ? name.slice(0, 33) + '…' : name;
}
function matches(school, sought) {
  return nameOf(school).toLowerCase().includes(sought) || SCHOOLS.school_id[school].toLowerCase().includes(sought);
}
function settlement(school) {
  const code = cell(SCHOOLS, 'settlement', school);
  return code === 'rural' || code === 'urban' ? WORDS[code] : code;
}

const GROUPS = new Map(DATA.groups.map((group) => [group.number, group]));
// The three groups of the programme have colours and shapes of their own; others follow in turn.
const FIXED = {'low-result': 1, 'unfavourable-condition': 2, 'high-result': 3};
const SHAPES = ['circle', 'triangle', 'diamond', 'rect', 'roundRect', 'pin', 'arrow', 'circle'];
const MARKS = ['●', '▲', '◆', '■', '■', '▼', '▲', '●'];
const STYLES = new Map();
{
  const free = [4, 5, 6, 7, 8, 1, 2, 3];
  const taken = new Set(DATA.groups.map((group) => FIXED[group.code]).filter(Boolean));
  DATA.groups.forEach((group) => {
    const place = FIXED[group.code] || free.find((candidate) => !taken.has(candidate)) || 8;
    taken.add(place);
    STYLES.set(group.number, place);
  });
}
function groupName(number_) { return GROUPS.has(number_) ? GROUPS.get(number_).name : WORDS['no-group']; }

/** An element with attributes and children; texts become text nodes. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === 'onclick') made.addEventListener('click', value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== '') made.append(child);
  return made;
}
/** A button with a school's name that opens its card. */
function schoolButton(school) {
  return school === null ? document.createTextNode(WORDS.none)
    : element('button', {type: 'button', class: 'school', 'data-school': school}, nameOf(school));
}
/** The mark of a group in its colour and shape, with its name. */
function groupMark(number_) {
  if (number_ === null) return document.createTextNode(WORDS.none);
  const mark = element('span', {class: 'mark', 'aria-hidden': 'true'}, MARKS[(STYLES.get(number_) || 8) - 1]);
  mark.style.setProperty('--group', 'var(--g' + (STYLES.get(number_) || 8) + ')');
  return element('span', {}, mark, ' ' + groupName(number_));
}
