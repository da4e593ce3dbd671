import {githubHtml} from '../demo/github-html.ts'

/** Where GitHub shows Markdown of the action, and what is written above it there. */
const FRAMES = {
  summary: 'listing summary',
  comment: '<b>github-actions</b> <small>bot</small> commented now',
} as const

export type Frame = keyof typeof FRAMES

/** A page that shows Markdown much as GitHub does: its sizes and colours, none of its parts. */
export function githubPage(markdown: string, frame: Frame): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <style>${STYLES}</style>
  </head>
  <body>
    <article>
      <div class="head">${FRAMES[frame]}</div>
      <div class="body">${githubHtml(markdown)}</div>
    </article>
  </body>
</html>`
}

const STYLES = `
:root {
  --text: #1f2328; --muted: #59636e; --page: #fff; --head: #f6f8fa; --line: #d1d9e0; --soft: #d1d9e0b3;
  --link: #0969da; --code: #818b981f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #f0f6fc; --muted: #9198a1; --page: #0d1117; --head: #151b23; --line: #3d444d; --soft: #3d444db3;
    --link: #4493f8; --code: #656c7633;
  }
}
body {
  margin: 0; padding: 16px; background: var(--page); color: var(--text);
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, 'Segoe UI', Inter, 'Noto Sans', Helvetica, Arial, sans-serif;
  overflow-wrap: break-word;
}
article { max-width: 1012px; margin: 0 auto; border: 1px solid var(--line); border-radius: 6px; }
.head {
  padding: 8px 16px; background: var(--head); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0;
  color: var(--muted);
}
.head b { color: var(--text); }
.head small { padding: 0 7px; border: 1px solid var(--line); border-radius: 2em; font-size: 12px; }
.body { padding: 16px; }
.body > :first-child { margin-top: 0; }
.body > :last-child { margin-bottom: 0; }
p, blockquote, ul, ol, dl, table, pre, details { margin: 0 0 16px; }
h1, h2, h3, h4, h5, h6 { margin: 24px 0 16px; font-weight: 600; line-height: 1.25; }
h1 { padding-bottom: .3em; border-bottom: 1px solid var(--soft); font-size: 2em; }
h2 { padding-bottom: .3em; border-bottom: 1px solid var(--soft); font-size: 1.5em; }
h3 { font-size: 1.25em; }
h4 { font-size: 1em; }
ul, ol { padding-left: 2em; }
li + li { margin-top: .25em; }
a { color: var(--link); text-underline-offset: .2rem; }
blockquote { padding: 0 1em; color: var(--muted); border-left: .25em solid var(--line); }
hr { height: .25em; margin: 24px 0; background: var(--line); border: 0; }
summary { cursor: pointer; }
summary h1, summary h2, summary h3, summary h4, summary h5, summary h6 { display: inline-block; margin: 0; }
table {
  display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse;
  font-variant: tabular-nums;
}
th { font-weight: 600; }
th, td { padding: 6px 13px; border: 1px solid var(--line); }
td > :last-child { margin-bottom: 0; }
tr { border-top: 1px solid var(--soft); }
tr:nth-child(2n) { background: var(--head); }
img { max-width: 100%; box-sizing: content-box; }
img[align='right'] { padding-left: 20px; }
img[align='left'] { padding-right: 20px; }
code, kbd, samp, tt { font: 85% ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
code, tt { padding: .2em .4em; background: var(--code); border-radius: 6px; white-space: break-spaces; }
pre { padding: 16px; overflow: auto; font-size: 85%; line-height: 1.45; background: var(--head); border-radius: 6px; }
pre code { padding: 0; background: none; font-size: 100%; white-space: pre; }
kbd { padding: 4px 5px; border: 1px solid var(--soft); border-radius: 6px; background: var(--head); font-size: 11px; }
del { text-decoration: line-through; }
`
