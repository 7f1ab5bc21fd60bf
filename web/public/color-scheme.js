// Runs before the first paint, so that a dark screen never flashes white. A file and not an inline
// script, because the content security policy allows no inline script.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('evenkeel-color-scheme') ?? 'auto';
  } catch {
    // Storage may be closed to the page; then the system decides.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
