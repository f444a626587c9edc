import type { Language, ParticipantToAssign } from '../../api/contract';
import { countedDays, exactDay } from '../look/time-words';

type Why = ParticipantToAssign['why'];

/** Those who have nobody, and for each coach those whose coach will be gone. */
export interface Group {
  key: string;
  title: string;
  /** What holds of all of them; empty where each has a day of their own. */
  words: string;
  /** Likely to be renewed in time: the people are there to be opened. */
  mayWait: boolean;
  items: ParticipantToAssign[];
}

/** The list in the order of the server, put together by reason and coach. */
export function groupsOf(items: readonly ParticipantToAssign[], today: string, language: Language): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const isTheirOwn = item.why === 'no coach' || item.why === 'last day';
    const key = isTheirOwn ? item.why : `${item.why}/${item.coach?.accountId}`;
    const mayWait = item.why === 'certification ends' || item.why === 'training ends';
    const group = groups.get(key) ?? { key, ...saidOf(item, today, language), mayWait, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function saidOf(
  { why, coach, onDay }: ParticipantToAssign,
  today: string,
  language: Language,
): Pick<Group, 'title' | 'words'> {
  const name = coach?.name ?? '';
  const ends = onDay ? `${countedDays(onDay, today, language)}, ${exactDay(onDay, language)}` : '';
  const said: Record<Why, [string, string]> = {
    'no coach': ['No coach', 'Nobody walks with them. Who waits longest comes first.'],
    'last day': ['A last day is agreed', 'Nothing ends by itself on it.'],
    'coach disabled': [`${name} can no longer sign in`, 'They need another coach now.'],
    'coach lapsed': [
      `${name} may not log`,
      'No certification is in force and there is no supervised training. Renew it, or choose another coach.',
    ],
    'certification ends': [
      `${name}’s certification ends`,
      `It ends ${ends}. Renewed in time, nobody needs to move.`,
    ],
    'training ends': [
      `${name}’s supervised training ends`,
      `It ends ${ends}. With a certification by then, nobody needs to move.`,
    ],
  };
  const [title, words] = said[why];
  return { title, words };
}
