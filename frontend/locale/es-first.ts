import home from './es/home.json' with { type: 'json' };
import look from './es/look.json' with { type: 'json' };
import problems from './es/problems.json' with { type: 'json' };
import shell from './es/shell.json' with { type: 'json' };

/** The words of a participant's first page: those of all other pages come with them, see app/home/own-words.ts. */
export const esFirst: Record<string, string> = { ...home, ...look, ...problems, ...shell };
