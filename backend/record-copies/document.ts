import type { Entry, Part, PartRow } from './part.js';
import type { Speaker } from './speaker.js';

export interface Gathered {
  part: Part;
  rows: PartRow[];
}

/** Of the data: what programs can rely on. Raised when a part changes its shape. */
const SHAPE = { format: 'record', version: 1 } as const;

const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 42rem; font: 1.0625rem/1.6 system-ui, sans-serif;
    overflow-wrap: anywhere; }
  h1 { font-size: 2.25rem; line-height: 1.15; margin: 0 0 .5rem; }
  h2 { margin: 3rem 0 1rem; padding-bottom: .375rem; border-bottom: 2px solid; font-size: 1.5rem; }
  h3 { margin: 0; font-size: 1.0625rem; }
  article { margin: 0 0 1.5rem; break-inside: avoid; }
  p { margin: .25rem 0; white-space: pre-wrap; }
  b { font-weight: 600; }
  nav ul { padding-left: 1.25rem; }
  .quiet { opacity: .8; }
  @media print { body { max-width: none; padding: 0; font-size: 11pt; } nav { display: none; }
    h2 { break-after: avoid; } a { color: inherit; text-decoration: none; } }`;

/**
 * The readable document: one file that loads nothing and runs nothing, whoever opens it wherever. Every word in it is
 * text, whatever was typed.
 */
export function documentOf(
  gathered: Gathered[],
  about: { madeAt: Date; organization: string },
  say: Speaker,
): string {
  const filled = gathered.filter(({ rows }) => rows.length > 0);
  const title = say('Your record', 'Tu expediente');
  return `<!doctype html>
<html lang="${say.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${text(title)}</h1>
<p class="quiet">${text(about.organization)} · ${text(say.moment(about.madeAt))}</p>
<p>${text(
    say(
      'Everything here that is yours: what you wrote, what was shared with you, and who looked. Keep it somewhere safe.',
      'Todo lo que aquí es tuyo: lo que escribiste, lo que se compartió contigo y quién miró. Guárdalo en un lugar seguro.',
    ),
  )}</p>
<nav><ul>
${filled.map(({ part }) => `<li><a href="#${part.name}">${text(part.title(say))}</a></li>`).join('\n')}
</ul></nav>
${filled.map((each) => section(each, say)).join('\n')}
</body>
</html>
`;
}

/** The same for programs. */
export function dataOf(gathered: Gathered[], about: { madeAt: Date; organization: string }): string {
  return JSON.stringify(
    { ...SHAPE, ...about, parts: Object.fromEntries(gathered.map(({ part, rows }) => [part.name, rows])) },
    null,
    1,
  );
}

function section({ part, rows }: Gathered, say: Speaker): string {
  return `<section aria-labelledby="${part.name}">
<h2 id="${part.name}">${text(part.title(say))}</h2>
${rows.map((row) => article(part.entry(row, say))).join('\n')}
</section>`;
}

function article({ heading, lines }: Entry): string {
  const said = lines.flatMap((line) => {
    if (typeof line === 'string') return line ? [`<p>${text(line)}</p>`] : [];
    const [name, says] = line;
    return says ? [`<p><b>${text(name)}:</b> ${text(says)}</p>`] : [];
  });
  return `<article>\n<h3>${text(heading)}</h3>\n${said.join('\n')}\n</article>`;
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function text(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => NAMED[sign]!);
}
