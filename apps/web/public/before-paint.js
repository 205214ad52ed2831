// Runs before everything else, as a file of its own because the content security policy refuses inline scripts:
// the theme and the language must not flash, zod must not compile schemas with eval, which the policy refuses too, and
// the UI kit writes its style sheets as text into the page: the one way in which text becomes content, closed to tags.
(function () {
  globalThis.__zod_globalConfig = { jitless: true };
  if (globalThis.trustedTypes) trustedTypes.createPolicy('default', { createHTML: function (text) { return text.includes('<') ? null : text; } });
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
