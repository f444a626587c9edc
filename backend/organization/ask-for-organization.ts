import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type NewOrganization, problemsOf } from './new-organization.rules.js';

/** What to ask, in this order, by the flag that answers it. */
const QUESTIONS: [flag: string, key: keyof NewOrganization, question: string][] = [
  ['name', 'name', 'Name of the organization'],
  ['short-name', 'shortName', 'Short name, for the address of its sign-in page'],
  ['time-zone', 'timeZone', 'Time zone, as in America/New_York'],
  ['phone', 'phone', 'Phone number that answers when no coach does'],
  ['program', 'program', 'First program'],
  ['administrator', 'administrator', 'Name of the administrator'],
  ['sign-in-name', 'signInName', 'Name the administrator signs in with'],
];

/** Answers that can't be used, in words for the person at the terminal. */
export class UnusableAnswers extends Error {}

/**
 * Reads the answers from flags and asks for the others where somebody is there to answer.
 *
 * @throws UnusableAnswers naming every flag that is missing or wrong
 */
export async function askForOrganization(
  args: string[],
  terminal: NodeJS.ReadStream,
): Promise<NewOrganization> {
  const answers = flagsIn(args);
  if (terminal.isTTY) await ask(answers, terminal);
  const problems = problemsOf(answers);
  const wrong = QUESTIONS.filter(([, key]) => problems[key]);
  if (wrong.length > 0)
    throw new UnusableAnswers(
      wrong
        .map(
          ([flag, key]) => `--${flag}  ${answers[key] === undefined ? 'is missing. ' : ''}${problems[key]}`,
        )
        .join('\n'),
    );
  return answers as NewOrganization;
}

function flagsIn(args: string[]): Partial<NewOrganization> {
  const options = Object.fromEntries(QUESTIONS.map(([flag]) => [flag, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args, options });
    return Object.fromEntries(
      QUESTIONS.flatMap(([flag, key]) => (typeof values[flag] === 'string' ? [[key, values[flag]]] : [])),
    );
  } catch (error) {
    throw new UnusableAnswers(
      `${(error as Error).message}\nThe flags are ${QUESTIONS.map(([flag]) => `--${flag}`).join(', ')}.`,
    );
  }
}

async function ask(answers: Partial<NewOrganization>, terminal: NodeJS.ReadStream): Promise<void> {
  const lines = createInterface({ input: terminal, output: process.stdout });
  for (const [, key, question] of QUESTIONS)
    while (problemsOf(answers)[key]) {
      if (answers[key] !== undefined) process.stdout.write(`${problemsOf(answers)[key]}\n`);
      answers[key] = (await lines.question(`${question}: `)).trim();
    }
  lines.close();
}
