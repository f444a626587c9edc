import type { Milestone } from '../recovery-days/milestones.rules.js';

/** So much of what somebody wrote tells which one is meant; ours. */
const QUOTED_CHARACTERS = 200;

/** “March 8”, with the year when it is another one. */
export function dayInWords(day: string, today: string): string {
  const options: Intl.DateTimeFormatOptions = {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  };
  return new Intl.DateTimeFormat('en-US', options).format(new Date(`${day}T00:00:00Z`));
}

/** “1 day”, “3 days”. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function milestoneInWords({ count, unit }: Milestone): string {
  return counted(count, unit.slice(0, -1));
}

export function quoted(words: string, most = QUOTED_CHARACTERS): string {
  const characters = [...words.replace(/\s+/g, ' ').trim()];
  const said = characters.slice(0, most).join('');
  return `“${said}${characters.length > most ? '…' : ''}”`;
}
