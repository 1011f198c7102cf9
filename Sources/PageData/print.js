// Browsers that print folded details folded get them opened for the time of printing.
addEventListener('beforeprint', () => {
  for (const fold of all('details:not([open])')) {
    fold.open = true;
    fold.dataset.folded = '';
  }
});
addEventListener('afterprint', () => {
  for (const fold of all('details[data-folded]')) {
    fold.open = false;
    delete fold.dataset.folded;
  }
});
