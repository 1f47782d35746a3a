// Rank intervals of the index: a row per school where they can be named, else schools side by side in the order of their rank.

function startRanks() {
  const place = document.getElementById('ranks-figure');
  const ranked = [];
  for (let school = 0; school < COUNT; school++) {
    if (cell(SCHOOLS, 'context_rank', school) !== null && cell(SCHOOLS, 'context_rank_low', school) !== null) ranked.push(school);
  }
  if (ranked.length === 0) {
    place.replaceChildren(element('p', {}, WORDS['no-ranks']));
    return;
  }
  ranked.sort((a, b) => SCHOOLS.context_rank[a] - SCHOOLS.context_rank[b] || a - b);
  const few = ranked.length <= FEW;
  const tip = (params) => {
    const school = ranked[params.value[0]];
    return lines(nameOf(school), WORDS.rank + ': ' + rankText(school));
  };
  figure(place, {
    title: WORDS['ranks-title'], subtitle: few ? WORDS['ranks-x'] : '', height: few ? 60 + 19 * ranked.length : 420,
    open: (params) => ranked[params.value[0]],
    option: () => {
      const values = ranked.map((school, at) => ({
        value: [at, SCHOOLS.context_rank_low[school], SCHOOLS.context_rank_high[school], SCHOOLS.context_rank[school]],
        itemStyle: {color: groupColour(cell(SCHOOLS, 'cluster', school))},
      }));
      const ranks = axis(few ? '' : WORDS['ranks-x'], {min: 1, scale: false, nameGap: 44, position: few ? 'top' : undefined, inverse: !few});
      const schools = few
        ? {type: 'category', inverse: true, data: ranked.map(shortName), axisLine: {show: false}, axisTick: {show: false}, axisLabel: {color: colour('ink'), fontSize: 12, interval: 0}}
        : axis(WORDS['ranks-order'], {min: 0, max: ranked.length, scale: false, axisLabel: {show: false}, splitLine: {show: false}, nameGap: 12});
      const at = (value) => (few ? [value[3], value[0]] : [value[0], value[3]]);
      return {
        grid: few ? {left: 200, right: 20, top: 26, bottom: 8} : {left: 64, right: 20, top: 10, bottom: 34},
        xAxis: few ? ranks : schools, yAxis: few ? schools : ranks,
        series: [
          {type: 'custom', renderItem: span(!few), encode: few ? {x: [1, 2], y: 0} : {x: 0, y: [1, 2]}, data: values, itemStyle: {opacity: few ? 0.85 : 0.25}},
          {
            type: 'scatter', symbolSize: few ? 7 : 2, z: 3,
            data: values.map((mark) => ({value: at(mark.value), school: mark.value[0], itemStyle: mark.itemStyle})),
            tooltip: {formatter: (params) => tip({value: [params.data.school]})},
          },
        ],
        tooltip: {formatter: tip},
      };
    },
    table: (at) => pagedTable(at, WORDS['ranks-title'], [
      {head: WORDS.school, value: nameOf, show: schoolButton},
      {head: WORDS.rank, figures: true, value: (s) => SCHOOLS.context_rank[s], show: rankText},
      {head: WORDS.index, figures: true, value: (s) => cell(SCHOOLS, 'context_index', s), show: (s) => number(cell(SCHOOLS, 'context_index', s), 2)},
    ], ranked),
  });
}
function rank(value) { return number(value, value === null || Number.isInteger(value) ? 0 : 1); }
function rankInterval(school) {
  const low = cell(SCHOOLS, 'context_rank_low', school);
  return low === null ? '' : say('range', rank(Math.round(low)), rank(Math.round(SCHOOLS.context_rank_high[school])));
}
function rankText(school) {
  const ends = rankInterval(school);
  return rank(cell(SCHOOLS, 'context_rank', school)) + (ends ? ' (' + ends + ')' : '');
}
