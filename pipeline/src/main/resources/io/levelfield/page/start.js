// Puts the page to work: its pictures and tables, its theme, and what printing needs.

{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  document.getElementById('theme').addEventListener('click', () => {
    const now = root.dataset.theme || (dark.matches ? 'dark' : 'light');
    root.dataset.theme = now === 'dark' ? 'light' : 'dark';
    redraw(false);
  });
  dark.addEventListener('change', () => redraw(false));
  addEventListener('resize', () => { for (const {instance} of DRAWN.values()) if (instance) instance.resize(); });
  // Paper is white, and everything is on it, seen or not.
  let screen = null;
  const PAPER = 660; // pixels between the margins of A4
  addEventListener('beforeprint', () => {
    screen = root.dataset.theme || '';
    root.dataset.theme = 'light';
    redraw(true);
    for (const {instance} of DRAWN.values()) instance.resize({width: PAPER});
  });
  addEventListener('afterprint', () => {
    if (screen === '') delete root.dataset.theme; else root.dataset.theme = screen;
    for (const {instance} of DRAWN.values()) instance.resize({width: 'auto'});
    redraw(false);
  });
  for (const group of document.querySelectorAll('[data-group]')) {
    group.style.setProperty('--group', 'var(--g' + (STYLES.get(Number(group.dataset.group)) || 8) + ')');
  }
  startMap();
  startSchools();
  startRanks();
  startFunnel();
  startPartners();
  startLists();
  startCard();
}
