// Puts the theme of last time on the page before anything is drawn. A classic script, since a module would come after.
try {
  const theme = localStorage.getItem('tocsin.theme')
  if (theme !== null) document.documentElement.dataset.theme = theme
} catch {
  // Storage may be forbidden: then the computer's theme stands until the engine answers.
}
