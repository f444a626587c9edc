import type { Day, Named, StreamItem } from '../../api/contract';

/** What one coach recorded on one day, the newest first. */
export interface StreamGroup {
  key: string;
  day: Day;
  coach: Named;
  items: StreamItem[];
}

/** By the day it was recorded and by coach: the newest day first, in it the coach who recorded last. */
export function groupsOf(items: readonly StreamItem[]): StreamGroup[] {
  const groups = new Map<string, StreamGroup>();
  for (const item of items) {
    const { coach } = item.contact;
    const key = `${item.recordedOn} ${coach.accountId}`;
    const group = groups.get(key) ?? { key, day: item.recordedOn, coach, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
}
