/** How pages look: one style for light and dark, narrow and wide, without any file or font from elsewhere. Contrasts are at least 4.5 to 1. */

export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f4f5f8; --card: #ffffff; --line: #dfe3ea; --text: #171b24; --soft: #545d6e; --link: #0b57c4;
  --good: #0f6b3c; --good-ground: #e2f5ea; --middle: #7a5200; --middle-ground: #fdf1d6;
  --bad: #a81f2b; --bad-ground: #fdeaea; --chip: #eef1f6;
  --c1: #2f6fed; --c2: #12a594; --c3: #8e5bd8; --c4: #e07b1f; --c5: #d6488b; --c6: #5a9e1f; --c7: #c9a20c; --c8: #64748b;
  --free: #c6ccd8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1218; --card: #181c25; --line: #2b313d; --text: #e9ecf2; --soft: #a3adbd; --link: #86b4ff;
    --good: #6fdc9f; --good-ground: #12301f; --middle: #f4c76b; --middle-ground: #33280f;
    --bad: #ff9a9f; --bad-ground: #3a171b; --chip: #242a36;
    --c1: #5b8ff5; --c2: #2cc3b0; --c3: #a983ea; --c4: #f0964a; --c5: #ea70a8; --c6: #82c341; --c7: #e3c03a; --c8: #94a3b8;
    --free: #3a4150;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
main, header, footer { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 48px; padding-bottom: 8px; }
footer { padding-top: 8px; padding-bottom: 48px; color: var(--soft); font-size: 14px; }
h1 { font-size: clamp(28px, 5vw, 40px); line-height: 1.15; letter-spacing: -0.02em; margin: 4px 0 8px; }
h2 { font-size: 20px; letter-spacing: -0.01em; margin: 0 0 16px; }
h3 { font-size: 16px; margin: 0 0 4px; }
p { margin: 0 0 8px; }
a { color: var(--link); text-underline-offset: 2px; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 4px; }
code { font: 13px/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace; }
ul, ol, dl { margin: 0; padding: 0; list-style: none; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 24px; margin: 20px 0; }
svg { display: block; width: 100%; }
.over { color: var(--soft); font-size: 13px; font-weight: 600; letter-spacing: 0.08em; text-transform: uppercase; margin: 0; }
.soft { color: var(--soft); }
.small { font-size: 14px; }
.verdict { display: flex; gap: 18px; align-items: flex-start; border-width: 0; }
.verdict.good { background: var(--good-ground); } .verdict.good h2, .verdict.good .mark { color: var(--good); }
.verdict.middle { background: var(--middle-ground); } .verdict.middle h2, .verdict.middle .mark { color: var(--middle); }
.verdict.bad { background: var(--bad-ground); } .verdict.bad h2, .verdict.bad .mark { color: var(--bad); }
.verdict h2 { margin: 0 0 4px; font-size: 22px; }
.mark { flex: none; width: 44px; height: 44px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 10px; }
section:not(.verdict) .chips li { display: inline-flex; gap: 8px; align-items: center; background: var(--chip); }
.chips li { background: var(--card); border-radius: 999px; padding: 2px 12px; font-size: 14px; }
.stats { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; margin: 20px 0; }
.stats div { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 16px 18px; }
.stats dt { color: var(--soft); font-size: 14px; }
.stats dd { margin: 2px 0 0; font-size: 22px; font-weight: 650; letter-spacing: -0.01em; }
.stats dd span { display: block; font-size: 14px; font-weight: 400; letter-spacing: 0; color: var(--soft); }
.scale { height: 56px; border-radius: 8px; margin-bottom: 16px; }
.key { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 12px 24px; }
.key li { display: grid; grid-template-columns: 14px 1fr; gap: 2px 10px; align-items: center; align-content: start; }
.key li > :nth-child(n + 3) { grid-column: 2; }
.dot { width: 14px; height: 14px; border-radius: 4px; }
.rows > li { padding: 14px 0; border-top: 1px solid var(--line); }
.rows > li:first-child { border-top: 0; padding-top: 0; }
.rows > li:last-child { padding-bottom: 0; }
.update { display: grid; grid-template-columns: 120px 1fr auto; gap: 2px 16px; align-items: baseline; }
.update .what { grid-column: 2; }
.badge { display: inline-block; border-radius: 999px; padding: 0 10px; font-size: 13px; font-weight: 600; line-height: 22px; background: var(--chip); color: var(--text); }
.badge.good { background: var(--good-ground); color: var(--good); }
.badge.middle { background: var(--middle-ground); color: var(--middle); }
.badge.bad { background: var(--bad-ground); color: var(--bad); }
.gone .what:not(.more) { text-decoration: line-through; color: var(--soft); }
.times li { display: grid; grid-template-columns: 170px 1fr 110px; gap: 4px 16px; align-items: center; padding: 5px 0; }
.times svg { height: 14px; border-radius: 4px; }
.times .small { display: block; }
.times .took { text-align: right; font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: minmax(120px, 200px) 1fr; gap: 6px 20px; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.group { margin-top: 24px; }
h2 + .group { margin-top: 0; }
.remedy { border-left: 3px solid var(--line); padding-left: 12px; margin: 8px 0 0; }
summary { cursor: pointer; font-weight: 600; }
details[open] summary { margin-bottom: 12px; }
.f1 { fill: var(--c1); } .f2 { fill: var(--c2); } .f3 { fill: var(--c3); } .f4 { fill: var(--c4); } .f5 { fill: var(--c5); }
.f6 { fill: var(--c6); } .f7 { fill: var(--c7); } .f8 { fill: var(--c8); } .f0 { fill: var(--free); } .fbad { fill: var(--bad); }
@media (max-width: 640px) {
  main, header, footer { padding-left: 14px; padding-right: 14px; }
  header { padding-top: 28px; }
  section { padding: 18px 16px; }
  .stats { grid-template-columns: 1fr 1fr; gap: 10px; }
  .stats div { padding: 12px 14px; }
  .stats dd { font-size: 18px; }
  .verdict { gap: 12px; }
  .update { grid-template-columns: 1fr auto; }
  .update .what, .update .more { grid-column: 1 / -1; }
  .update .badge { grid-column: 2; grid-row: 1; }
  .times .took { grid-column: 2; grid-row: 1; }
  .times li { grid-template-columns: 1fr auto; }
  .times svg { grid-column: 1 / -1; grid-row: 2; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 10px; }
}
@media print { section, .stats div { break-inside: avoid; } body { background: none; } }
`;
