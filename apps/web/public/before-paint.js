// Runs before the first paint so that neither the theme nor the language flashes; a file of its own because the policy refuses inline scripts.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = read('afferent-theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  var language = read('afferent-language') || (navigator.language || '').slice(0, 2);
  root.lang = language === 'ru' ? 'ru' : 'en';
})();
