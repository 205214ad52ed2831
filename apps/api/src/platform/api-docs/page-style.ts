/** The API page's one style sheet, in the colours of the web application. */
export const pageStyle = `
body { margin: 0; }
:root {
  color-scheme: light dark; font: 15px/1.5 "Inter Variable", Inter, system-ui, sans-serif; color: var(--text); background: var(--bg);
  --bg: light-dark(#f7f6f3, #161614); --surface: light-dark(#fff, #1e1e1b); --line: light-dark(#e4e1da, #32312c); --text: light-dark(#1d1c19, #eceae4);
  --muted: light-dark(#66635b, #a9a59c); --accent: light-dark(#0f5f6b, #6fc3cf); --sunken: light-dark(#f1efea, #191917);
}
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
a { color: var(--accent); text-underline-offset: 2px; } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.5rem; letter-spacing: -.02em; } h2 { font-size: 1.1rem; margin-top: 2.5rem; }
details { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin: .4rem 0; padding: .4rem .8rem; }
summary { cursor: pointer; overflow-wrap: anywhere; } summary b { display: inline-block; min-width: 4rem; color: var(--accent); font-size: .75rem; letter-spacing: .02em; }
summary span { display: block; color: var(--muted); }
code, pre { font-size: .8125rem; } pre { overflow-x: auto; background: var(--sunken); padding: .6rem .8rem; border-radius: 6px; }
h3 { margin: 1rem 0 .3rem; font-size: .8125rem; color: var(--muted); }
[aria-current] { color: inherit; text-decoration: none; } nav { display: flex; flex-wrap: wrap; gap: .3rem 1rem; } table { border-collapse: collapse; } td { padding: .15rem 1rem .15rem 0; vertical-align: top; }
`;
