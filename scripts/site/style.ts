/** Light and dark, narrow and wide. Contrasts are those of WCAG 2.2 AA; axe looks every night. */

export const SITE_STYLE = `
:root { color-scheme: light dark; --text: #171b24; --soft: #4f586b; --ground: #ffffff; --box: #f3f5f9; --line: #d5dae4; --link: #0b57b4; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8ebf2; --soft: #a9b2c5; --ground: #12151c; --box: #1c212c; --line: #343c4d; --link: #8ab8ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.6 system-ui, "Segoe UI", sans-serif; }
a { color: var(--link); }
header { display: flex; gap: 1.5rem; align-items: baseline; padding: .8rem 1.2rem; border-bottom: 1px solid var(--line); }
.home { font-weight: 700; font-size: 1.1rem; color: var(--text); text-decoration: none; }
main { padding: 1rem 1.2rem 3rem; min-width: 0; overflow-wrap: anywhere; }
nav { padding: 1rem 1.2rem 3rem; border-top: 1px solid var(--line); font-size: .95rem; }
nav .group { margin: 1rem 0 .2rem; color: var(--soft); font-weight: 600; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { padding: .15rem 0; }
nav a { text-decoration: none; }
nav a:hover, nav a[aria-current] { text-decoration: underline; }
nav a[aria-current] { color: var(--text); font-weight: 600; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.8em 0 .5em; }
h1 { margin-top: .6em; font-size: 1.8rem; }
h2 { font-size: 1.35rem; padding-top: .6em; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
code { font: .9em/1.5 ui-monospace, "Cascadia Mono", monospace; background: var(--box); border-radius: 4px; padding: .1em .3em; }
pre { background: var(--box); border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem; overflow-x: auto; overflow-wrap: normal; }
pre code { background: none; padding: 0; }
.wide { overflow-x: auto; margin: 1em 0; }
table { border-collapse: collapse; min-width: 100%; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: normal; }
th { background: var(--box); }
blockquote { margin: 1em 0; padding: .1em 1em; border-left: 4px solid var(--line); color: var(--soft); }
.source { margin-top: 3rem; font-size: .9rem; }
@media (min-width: 62rem) {
  .columns { display: grid; grid-template-columns: 18rem minmax(0, 60rem); gap: 1rem; max-width: 82rem; margin: 0 auto; }
  nav { grid-row: 1; grid-column: 1; border-top: 0; border-right: 1px solid var(--line); }
  main { grid-row: 1; grid-column: 2; }
  .skip { display: none; }
}
`;
