import type { StreamItem } from '../../api/contract';

const idOf = (item: StreamItem): string => item.contact.contactId;

/** Each contact once, as it was named last, in the order of the stream: recorded last stands first. */
export function inOrder(items: readonly StreamItem[]): StreamItem[] {
  const place = ({ contact }: StreamItem): string => `${contact.recordedAt} ${contact.contactId}`;
  return [...new Map(items.map((item) => [idOf(item), item])).values()].sort((one, other) =>
    place(one) < place(other) ? 1 : -1,
  );
}

/**
 * The stream asked anew while somebody reads it: what they have before them stays where it is, as it now is, also
 * where it is done with. What came in between or above waits until they ask for it; what is older than all they have
 * stands below and moves nothing.
 */
export function freshened(
  fresh: readonly StreamItem[],
  shown: readonly StreamItem[],
): { shown: StreamItem[]; waiting: StreamItem[] } {
  const [shownIds, last] = [new Set(shown.map(idOf)), shown.at(-1)];
  const others = fresh.filter((item) => !shownIds.has(idOf(item)));
  const isOlder = (item: StreamItem): boolean => last !== undefined && inOrder([item, last])[0] === last;
  return {
    shown: inOrder([
      ...shown,
      ...fresh.filter((item) => shownIds.has(idOf(item))),
      ...others.filter(isOlder),
    ]),
    waiting: others.filter((item) => !isOlder(item)),
  };
}
