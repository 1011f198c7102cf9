// What the tests ask of a page; each function returns a list of what is wrong, or plain values.
globalThis.probes = (() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  // Any color as [red, green, blue, opacity], opacity from 0 to 1.
  function rgba(color) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, opacity] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, opacity / 255];
  }

  const over = (top, bottom) =>
    [0, 1, 2].map(i => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);

  // WCAG 2.2, relative luminance and contrast ratio.
  function luminance([red, green, blue]) {
    const linear = [red, green, blue].map(value => value / 255)
      .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  function ratio(first, second) {
    const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function ground(element) {
    const layers = [];
    for (let box = element; box; box = box.parentElement) {
      const color = rgba(getComputedStyle(box).backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  }

  const isShown = element => element.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true })
    && !element.closest('.hidden');

  function textElements() {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && !parent.closest('script, style, option')) found.add(parent);
    }
    return [...found];
  }

  return {
    // Texts below 4.5 : 1 on their ground.
    faint() {
      const found = [];
      for (const element of textElements().filter(isShown)) {
        const own = getComputedStyle(element);
        const below = ground(element);
        const contrast = ratio(over(rgba(own.color), below), below);
        if (contrast < 4.5) {
          found.push(`${element.tagName}.${element.className} ${contrast.toFixed(2)} “${element.textContent.slice(0, 30)}”`);
        }
      }
      for (const field of all('input').filter(isShown)) {
        const below = ground(field);
        const contrast = ratio(over(rgba(getComputedStyle(field, '::placeholder').color), below), below);
        if (contrast < 4.5) found.push(`placeholder ${contrast.toFixed(2)}`);
      }
      const mark = getComputedStyle(document.body, '::highlight(found)');
      const contrast = ratio(rgba(mark.color), rgba(mark.backgroundColor));
      if (rgba(mark.backgroundColor)[3] === 1 && contrast < 4.5) found.push(`search hit ${contrast.toFixed(2)}`);
      return found;
    },

    // Texts that are on the page and not to be seen; what only screen readers get is left out.
    unseen(selector = 'main, header, footer') {
      return textElements()
        .filter(element => element.closest(selector) && !element.closest('.hidden, nav, .tools, .filters, .nothing-shown, dialog, #sheet'))
        .filter(element => {
          const box = element.getBoundingClientRect();
          return !element.checkVisibility() || box.width === 0 || box.height === 0;
        })
        .map(element => `${element.tagName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`);
    },

    // Boxes that cut off or scroll what they hold.
    cut() {
      return all('body, main, main *')
        .filter(element => isShown(element) && !element.closest('svg')
          && getComputedStyle(element).overflow !== 'visible'
          && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1))
        .map(element => `${element.tagName}#${element.id}.${element.className}`);
    },

    // What sticks out of the window on the right.
    wide() {
      const edge = document.documentElement.clientWidth + 0.5;
      const found = all('body *')
        .filter(element => isShown(element) && element.getBoundingClientRect().right > edge)
        .map(element => `${element.tagName}.${element.className} ${element.getBoundingClientRect().right}`);
      if (document.documentElement.scrollWidth > edge) found.push(`page ${document.documentElement.scrollWidth}`);
      return found;
    },

    shown: () => all('.item').filter(item => item.checkVisibility()).map(item => item.id),
    current: () => all('.item[aria-current=true]').map(item => item.id),
    pressed: () => all('[data-filter][aria-pressed=true]').map(chip => chip.dataset.filter),
    count: filter => Number(document.querySelector(`[data-filter=${filter}] .count`).textContent),
    focused: () => document.activeElement.id || document.activeElement.className,

    // Whether a unit's first highlight in a pane lies inside the pane's box.
    isInView(pane, number) {
      const frame = document.getElementById(pane).getBoundingClientRect();
      const mark = document.querySelector(`#${pane} mark[data-q~="${number}"]`).getBoundingClientRect();
      return mark.bottom > frame.top && mark.top < frame.bottom;
    },
  };
})();
0;
