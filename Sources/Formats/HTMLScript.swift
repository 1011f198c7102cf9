/// The script of the HTML page. The page is complete without it; it links the highlights of both
/// sides, moves by keyboard, and on a narrow screen shows a quotation in a sheet over the article.
let htmlScript = """
  (() => {
    'use strict';
    const root = document.documentElement;
    const items = [...document.querySelectorAll('.item')];
    const status = document.getElementById('status');
    const sheet = document.getElementById('sheet');
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    const narrow = matchMedia('(max-width: 799px)');
    let current = null;
    root.classList.add('js');

    const numberOf = item => item.id.slice(1);
    const motion = () => (still.matches ? 'auto' : 'smooth');

    function reveal(element) {
      if (!element) return;
      const place = element.nextElementSibling?.matches('mark') ? element.nextElementSibling : element;
      const pane = place.closest('.pane');
      const box = place.getBoundingClientRect();
      if (!pane || getComputedStyle(pane).overflowY !== 'auto') {
        place.scrollIntoView({ block: box.height > innerHeight / 2 ? 'start' : 'center', behavior: motion() });
        return;
      }
      const frame = pane.getBoundingClientRect();
      const gap = Math.max((frame.height - box.height) / 2.6, 64);
      pane.scrollTo({ top: pane.scrollTop + box.top - frame.top - gap, behavior: motion() });
    }

    function clear() {
      document.querySelectorAll('.on').forEach(element => element.classList.remove('on'));
      document.querySelectorAll('[aria-current]').forEach(element => element.removeAttribute('aria-current'));
      if (sheet) sheet.hidden = true;
      current = null;
    }

    function select(number, places) {
      const item = items.find(candidate => numberOf(candidate) === number);
      if (!item) return;
      clear();
      current = item;
      item.setAttribute('aria-current', 'true');
      item.classList.add('on');
      document.querySelectorAll(`[data-q~="${number}"]`).forEach(element => element.classList.add('on'));
      status.textContent = item.dataset.say || '';
      places.forEach(place => reveal(document.getElementById(place + number)));
      history.replaceState(null, '', '#q' + number);
    }

    function openSheet(mark) {
      if (!sheet || !current) return;
      const copy = document.createElement('div');
      copy.className = current.className;
      copy.innerHTML = current.innerHTML;
      copy.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
      sheet.querySelector('.sheet-body').replaceChildren(copy);
      sheet.hidden = false;
      const covered = mark.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top + 24;
      if (covered > 0) scrollBy({ top: covered, behavior: motion() });
    }

    function step(by) {
      const shown = items.filter(item => item.offsetParent !== null);
      if (!shown.length) return;
      const at = current ? shown.indexOf(current) : -1;
      const next = at < 0 ? (by > 0 ? 0 : shown.length - 1)
        : Math.min(Math.max(at + by, 0), shown.length - 1);
      select(numberOf(shown[next]), narrow.matches ? ['q'] : ['q', 'a', 'r']);
    }

    function numberUnder(target) {
      const numbers = target.dataset.q.split(' ');
      const at = current ? numbers.indexOf(numberOf(current)) : -1;
      return numbers[(at + 1) % numbers.length];
    }

    document.addEventListener('click', event => {
      const link = event.target.closest('a[href^="#"]');
      const mark = event.target.closest('mark[data-q], a.n');
      const item = event.target.closest('.item');
      if (event.target.closest('summary, button')) return;
      if (mark) {
        event.preventDefault();
        select(numberUnder(mark), narrow.matches ? [] : ['a', 'q', 'r']);
        if (narrow.matches) openSheet(mark);
      } else if (link && /^#[qar]\\d+/.test(link.hash)) {
        const [, place, number] = /^#([qar])(\\d+)/.exec(link.hash);
        const exact = link.hash.slice(1) !== place + number;
        event.preventDefault();
        select(number, exact ? [] : narrow.matches ? [place] : ['a', 'q', 'r']);
        if (exact) reveal(document.getElementById(link.hash.slice(1)));
      } else if (item && item.id && !getSelection().toString()) {
        select(numberOf(item), narrow.matches ? [] : ['a', 'r']);
      }
    });

    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const busy = event.target.closest('a, button, summary');
      if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else if (event.key === 'Escape') clear();
      else if (event.key === 'Enter' && !busy && current) {
        const place = document.getElementById('r' + numberOf(current)) || current;
        reveal(place);
        const badge = place.closest('.pane')?.querySelector(`a.n[data-q="${numberOf(current)}"]`);
        if (badge) badge.focus({ preventScroll: true });
      } else return;
      event.preventDefault();
    });

    const act = (id, action) => document.getElementById(id)?.addEventListener('click', action);
    act('previous', () => step(-1));
    act('next', () => step(1));
    act('close', clear);
    act('check', event => {
      const pressed = root.classList.toggle('to-check');
      event.currentTarget.setAttribute('aria-pressed', String(pressed));
    });

    const start = /^#[qar](\\d+)/.exec(location.hash);
    if (start) select(start[1], narrow.matches ? [location.hash[1]] : ['q', 'a', 'r']);
  })();
  """
