// One unit at a time is current: lit in the article, among the cards and in the reports. The files of
// this folder are one script in one function; the page is complete without it.
const root = document.documentElement;
const byId = id => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const items = all('.item');
const status = byId('status');
const sheet = byId('sheet');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const narrow = matchMedia('(max-width: 799px)');
let current = null;
root.classList.add('js');

const numberOf = item => item.id.slice(1);
const placesOf = number => all(`[data-q~="${number}"]`);
let isSettled = false;
const motion = () => (isSettled && !still.matches ? 'smooth' : 'instant');

// Scrolls a place into its pane, out of whatever it is folded into.
function reveal(element) {
  if (!element) return;
  for (let fold = element.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    fold.open = true;
  }
  let place = element;
  while (place.matches('.anchor')) place = place.nextElementSibling ?? element.parentElement;
  const pane = place.closest('.pane');
  const box = place.getBoundingClientRect();
  if (!pane || getComputedStyle(pane).overflowY !== 'auto') {
    const block = box.height > innerHeight / 2 ? 'start' : 'center';
    place.scrollIntoView({ block, behavior: motion() });
    return;
  }
  const frame = pane.getBoundingClientRect();
  const gap = Math.max((frame.height - box.height) / 2.6, 64);
  pane.scrollTo({ top: pane.scrollTop + box.top - frame.top - gap, behavior: motion() });
}

function clear() {
  all('.on, .lit').forEach(element => element.classList.remove('on', 'lit'));
  all('[aria-current]').forEach(element => element.removeAttribute('aria-current'));
  closeSheet();
  const last = current;
  current = null;
  if (last) last.hidden = !isAskedFor(last);
}

// Makes a unit the current one and shows it in the places of these letters: q its card, a the
// article, r the report. A unit that is filtered away is shown for as long as it is current.
function select(number, places) {
  const item = byId('q' + number);
  if (!item?.matches('.item')) return false;
  clear();
  current = item;
  item.hidden = false;
  item.setAttribute('aria-current', 'true');
  item.classList.add('on');
  for (const place of placesOf(number)) {
    place.classList.add('on');
    if (place.matches('a')) place.setAttribute('aria-current', 'true');
  }
  status.textContent = item.dataset.say ?? '';
  for (const place of places) reveal(byId(place + number));
  history.replaceState(null, '', '#q' + number);
  return true;
}

// Moves on among the units that are shown; the focus goes along, so that Tab goes on from there.
function step(by) {
  const shown = items.filter(item => !item.hidden);
  if (!shown.length) return;
  const at = shown.indexOf(current);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1)
    : Math.min(Math.max(at + by, 0), shown.length - 1);
  select(numberOf(shown[next]), narrow.matches ? ['q'] : ['q', 'a', 'r']);
  shown[next].focus({ preventScroll: true });
}

// Lights the words a note is about, on both sides.
function light(note) {
  const words = all(`[data-note~="${note}"]`);
  words.forEach(word => word.classList.add('lit'));
  for (const side of narrow.matches ? ['#article'] : ['#article', '#reports']) {
    reveal(words.find(word => word.closest(side)));
  }
}

// On a narrow screen the card comes up over the article.
let sheetOpener = null;

function openSheet(mark) {
  if (!sheet || !current) return;
  const card = document.createElement('div');
  card.className = current.className;
  card.append(...[...current.childNodes].map(node => node.cloneNode(true)));
  all('[id]', card).forEach(element => element.removeAttribute('id'));
  sheet.querySelector('.sheet-body').replaceChildren(card);
  sheet.hidden = false;
  sheetOpener = mark.matches('a') ? mark : placesOf(numberOf(current)).find(place => place.matches('a'));
  byId('close').focus({ preventScroll: true });
  const covered = mark.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top + 24;
  if (covered > 0) scrollBy({ top: covered, behavior: motion() });
}

function closeSheet() {
  if (!sheet || sheet.hidden) return;
  const hadFocus = sheet.contains(document.activeElement);
  sheet.hidden = true;
  if (hadFocus) sheetOpener?.focus({ preventScroll: true });
}
