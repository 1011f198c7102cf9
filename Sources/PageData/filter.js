// Which units are shown: those of any kind that is pressed, narrowed by outlet and search. Ordinary
// sentences come in only when they are asked for.
const chips = all('[data-filter]');
const everything = chips.find(chip => chip.dataset.filter === 'all');
const search = byId('search');
const outlet = byId('outlet');
const isPressed = chip => chip.getAttribute('aria-pressed') === 'true';
const press = (chip, yes) => chip.setAttribute('aria-pressed', String(yes));
const kindsOf = item => (item.dataset.kinds ?? '').split(' ');
let asked = { kinds: [], sentences: false, outlet: '', words: '' };

function isAskedFor(item, { kinds, sentences, outlet, words } = asked) {
  const own = kindsOf(item);
  return (sentences || !own.includes('sentence'))
    && (!kinds.length || kinds.some(kind => own.includes(kind)))
    && (!outlet || (item.dataset.outlet ?? '').split(' ').includes(outlet))
    && (!words || wordsOf(item).includes(words));
}

function isNarrowed() {
  return asked.kinds.length > 0 || asked.outlet !== '' || asked.words !== '';
}

// The number on a chip is what it would show by itself.
function count(chip) {
  const kind = chip.dataset.filter;
  const alone = {
    kinds: kind === 'all' || kind === 'sentence' ? [] : [kind],
    sentences: asked.sentences || kind === 'sentence', outlet: '', words: '',
  };
  const counted = items.filter(item => isAskedFor(item, alone)
    && (kind !== 'sentence' || kindsOf(item).includes(kind)));
  chip.querySelector('.count').textContent = counted.length;
}

function filter() {
  const pressed = chips.filter(isPressed).map(chip => chip.dataset.filter);
  asked = {
    kinds: pressed.filter(kind => kind !== 'all' && kind !== 'sentence'),
    sentences: pressed.includes('sentence'),
    outlet: outlet?.value ?? '',
    words: folded((search?.value ?? '').trim().replace(/\s+/g, ' ')),
  };
  const shown = new Set();
  for (const item of items) {
    const yes = isAskedFor(item);
    item.hidden = !yes;
    if (yes) shown.add(numberOf(item));
  }
  if (current?.hidden) clear();
  root.classList.toggle('with-sentences', asked.sentences);
  const dims = isNarrowed();
  for (const place of all('mark[data-q], a.n')) {
    const numbers = place.dataset.q.split(' ');
    place.classList.toggle('off', dims && !numbers.some(number => shown.has(number)));
  }
  chips.forEach(count);
  const nothing = byId('nothing-shown');
  if (nothing) nothing.hidden = shown.size > 0;
  paint(asked.words);
  return shown.size;
}

function announce(size) {
  const { one, many } = byId('filters').dataset;
  status.textContent = `${size} ${size === 1 ? one : many} shown`;
  if (narrow.matches) byId('quotations')?.scrollIntoView({ behavior: motion() });
}

// What is pressed adds to what is shown; "All" takes everything back but the sentences.
function toggle(chip) {
  if (chip === everything) {
    for (const other of chips) if (other.dataset.filter !== 'sentence') press(other, other === chip);
  } else {
    press(chip, !isPressed(chip));
    const kinds = chips.filter(other => !['all', 'sentence'].includes(other.dataset.filter));
    press(everything, !kinds.some(isPressed));
  }
  announce(filter());
}

function showAll() {
  if (search) search.value = '';
  if (outlet) outlet.value = '';
  toggle(everything);
}

chips.forEach(chip => chip.addEventListener('click', () => toggle(chip)));
outlet?.addEventListener('change', () => announce(filter()));
byId('show-all')?.addEventListener('click', () => {
  showAll();
  everything.focus();
});
