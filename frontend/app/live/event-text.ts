/** One server-sent event; `name` is empty for a plain one. */
export interface StreamEvent {
  id: string;
  name: string;
  data: string;
}

/**
 * Reads server-sent events as they come in, in pieces that may end anywhere. Only what our server writes is
 * understood: lines that end with \n, `id`, `event` and `data` of one line, comments.
 *
 * @returns takes a piece and gives the events that are whole with it
 */
export function eventReader(): (piece: string) => StreamEvent[] {
  let unread = '';
  return (piece) => {
    const blocks = (unread + piece).split('\n\n');
    unread = blocks.pop() ?? '';
    return blocks.map(eventOf).filter((event) => event.data !== '');
  };
}

function eventOf(block: string): StreamEvent {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
    }),
  );
  return { id: fields.get('id') ?? '', name: fields.get('event') ?? '', data: fields.get('data') ?? '' };
}
