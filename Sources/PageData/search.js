// Searching by words, whatever their case and accents; what is found is painted on the whole page.
const folded = text =>
  text.replace(/[^\x00-\x7f]/g, character => character.normalize('NFD')[0]).toLowerCase();
const wordsByItem = new WeakMap();
const tooMany = 2000;

function wordsOf(item) {
  if (!wordsByItem.has(item)) {
    const parts = all('h3, .credit, blockquote, p, .origin, .message', item);
    const words = parts.map(part => part.textContent.trim()).join('\n');
    wordsByItem.set(item, folded(words.replace(/[^\S\n]+/g, ' ')));
  }
  return wordsByItem.get(item);
}

function paint(words) {
  if (!globalThis.Highlight) return;
  CSS.highlights.delete('found');
  if (!words) return;
  const ranges = [];
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && ranges.length < tooMany) {
    const text = folded(texts.currentNode.data);
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const range = new StaticRange({
        startContainer: texts.currentNode, startOffset: at,
        endContainer: texts.currentNode, endOffset: at + words.length,
      });
      ranges.push(range);
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges));
}

let pause = 0;
search?.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => announce(filter()), 120);
});
