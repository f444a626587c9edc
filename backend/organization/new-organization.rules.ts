import { isTelling } from '../messages/words.rules.js';
import { isSignInName, SIGN_IN_NAME_WORDS } from '../access/sign-in-name.js';

/** What a first organization is made from. */
export interface NewOrganization {
  /** In the address of its sign-in page. */
  shortName: string;
  name: string;
  /** IANA name; its calendar days are this zone's. */
  timeZone: string;
  /** The number that answers when no coach does. */
  phone: string;
  /** The first program. */
  program: string;
  administrator: string;
  signInName: string;
}

const MOST = 200;

/** For each answer what is wrong with it, in words; an answer that is right has no entry. */
export function problemsOf(
  answers: Partial<NewOrganization>,
): Partial<Record<keyof NewOrganization, string>> {
  const problems: Partial<Record<keyof NewOrganization, string>> = {};
  for (const key of ['name', 'phone', 'program', 'administrator'] as const) {
    const words = answers[key]?.trim() ?? '';
    if (words === '') problems[key] = 'A few words are needed here.';
    else if ([...words].length > MOST || words.includes('\0'))
      problems[key] = `At most ${MOST} characters fit here.`;
  }
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(answers.shortName ?? ''))
    problems.shortName = '2 to 40 small letters, digits and hyphens, as in harbor or harbor-east.';
  else if (isTelling(answers.shortName!))
    problems.shortName =
      'This says what you do, in every address. Choose one that could be anything, as in harbor.';
  if (!timeZoneOf(answers.timeZone))
    problems.timeZone = 'The name of a time zone, as in America/New_York or Europe/Madrid.';
  if (!isSignInName(answers.signInName)) problems.signInName = SIGN_IN_NAME_WORDS;
  return problems;
}

/** The zone as its database writes it, or undefined when there is none of this name. An offset is no zone. */
export function timeZoneOf(name: string | undefined): string | undefined {
  if (!name || !/^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
