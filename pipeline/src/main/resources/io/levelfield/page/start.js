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
  let resized = null;
  addEventListener('resize', () => {
    clearTimeout(resized);
    resized = setTimeout(() => redraw(false), 150);
  });
  // Paper is white, and everything is on it, seen or not. A card stands there by itself: what lies above a page is cut on paper.
  let screen = null;
  const PAPER = 680; // pixels between the margins of A4
  addEventListener('beforeprint', () => {
    screen = root.dataset.theme || '';
    root.dataset.theme = 'light';
    WIDTH.paper = PAPER;
    cardOnPaper(true);
    redraw(true);
  });
  addEventListener('afterprint', () => {
    if (screen === '') delete root.dataset.theme; else root.dataset.theme = screen;
    WIDTH.paper = null;
    cardOnPaper(false);
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
