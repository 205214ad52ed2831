// Runs before the first paint so that neither the theme nor the language flashes; a file of its own because the policy refuses inline scripts.
(function () {
  const root = document.documentElement;
  const read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = read('afferent-theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  const language = read('afferent-language') || (navigator.language || '').slice(0, 2);
  root.lang = language === 'ru' ? 'ru' : 'en';
})();
