// Clicks, keys and buttons.
const help = byId('help');
const act = (id, action) => byId(id)?.addEventListener('click', action);
const address = /^#([qar])(\d+)(-\w+)?$/;

// Where highlights overlap, each further click takes the next of them.
function numberUnder(place) {
  const numbers = place.dataset.q.split(' ');
  const at = current ? numbers.indexOf(numberOf(current)) : -1;
  return numbers[(at + 1) % numbers.length];
}

function follow(link) {
  const [, place, number, part] = address.exec(link.hash);
  if (!select(number, part ? [] : narrow.matches ? [place] : ['a', 'q', 'r'])) return;
  if (link.dataset.words) light(link.dataset.words);
  else if (part) reveal(byId(link.hash.slice(1)));
}

document.addEventListener('click', event => {
  const place = event.target.closest('mark[data-q], a.n');
  const link = event.target.closest('a[href^="#"]');
  const item = event.target.closest('.item');
  if (event.target.closest('summary, button, input, select')) return;
  if (place) {
    event.preventDefault();
    select(numberUnder(place), narrow.matches ? [] : ['a', 'q', 'r']);
    if (narrow.matches) openSheet(place);
  } else if (link && address.test(link.hash)) {
    event.preventDefault();
    follow(link);
  } else if (item?.id && !getSelection().toString()) {
    select(numberOf(item), narrow.matches ? [] : ['a', 'r']);
  }
});

// Hovering over one place of a unit shows the others.
let hovered = '';
document.addEventListener('pointerover', event => {
  const place = event.target.closest?.('mark[data-q], a.n, .card');
  const number = place ? place.dataset.q?.split(' ')[0] ?? numberOf(place) : '';
  if (number === hovered) return;
  all('.near').forEach(element => element.classList.remove('near'));
  hovered = number;
  if (!number) return;
  placesOf(number).forEach(element => element.classList.add('near'));
  byId('q' + number)?.classList.add('near');
});

// From the current unit to its passage, and into the tab order there.
function goToPassage() {
  const place = byId('r' + numberOf(current)) ?? byId('a' + numberOf(current)) ?? current;
  reveal(place);
  const badges = placesOf(numberOf(current)).filter(badge => badge.matches('a'));
  const follows = badge => place.compareDocumentPosition(badge) & Node.DOCUMENT_POSITION_FOLLOWING;
  badges.find(follows)?.focus({ preventScroll: true });
}

function startSearch() {
  openFilters(true);
  search.focus();
  search.select();
}

function openFilters(yes) {
  byId('filters').classList.toggle('open', yes);
  byId('fold').setAttribute('aria-expanded', String(yes));
}

function escape() {
  if (document.activeElement !== search) return clear();
  search.value = '';
  announce(filter());
  search.blur();
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const writes = event.target.closest('input, select');
  if (event.key === 'Escape') escape();
  else if (writes) return;
  else if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === '/' && search) startSearch();
  else if (event.key === '?') help.showModal();
  else if (event.key === 'Enter' && current && !event.target.closest('a, button, summary')) goToPassage();
  else return;
  event.preventDefault();
});

act('previous', () => step(-1));
act('next', () => step(1));
act('close', clear);
act('help-open', () => help.showModal());
act('help-close', () => help.close());
act('fold', () => openFilters(byId('fold').getAttribute('aria-expanded') !== 'true'));

filter();
const start = address.exec(location.hash);
if (start) select(start[2], narrow.matches ? [start[1]] : ['q', 'a', 'r']);
isSettled = true;
