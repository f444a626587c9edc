import { jest } from '@jest/globals';
import { Taps } from './taps';
import { type Tap, unsentTapsOf } from './unsent';

const NO_SIGNAL = new Error('no signal');
const REFUSED = new Error('refused');

function tap(id: string): Tap {
  return {
    id,
    kind: 'contact',
    participantId: `of ${id}`,
    preferredName: 'Theo',
    words: 'Reached',
    path: '/api/contacts',
    body: {},
  };
}

describe('what is done with one tap', () => {
  let answers: (Error | 'done')[];
  let sent: [string, boolean][];
  let told: string[];

  function taps(): Taps {
    return new Taps('rosa', {
      send: (each, isAgain) => {
        sent.push([each.id, isAgain]);
        const answer = answers.shift() ?? 'done';
        return answer === 'done' ? Promise.resolve({}) : Promise.reject(answer);
      },
      isRefusal: (failure) => failure === REFUSED,
      done: ({ id }) => void told.push(`${id} done`),
      refused: ({ id }) => void told.push(`${id} refused`),
    });
  }

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    [answers, sent, told] = [[], [], []];
  });
  afterEach(() => jest.useRealTimers());

  it('is sent at once and leaves nothing on the device', async () => {
    taps().add(tap('a'));
    await jest.advanceTimersByTimeAsync(0);
    expect([sent, told, unsentTapsOf('rosa')]).toEqual([[['a', false]], ['a done'], []]);
  });

  it('stays on the device without signal, and is sent again until it is there, in its order', async () => {
    answers = [NO_SIGNAL, NO_SIGNAL];
    const mine = taps();
    mine.add(tap('a'));
    mine.add(tap('b'));
    await jest.advanceTimersByTimeAsync(0);
    expect(mine.isStuck()).toBe(true);
    expect(unsentTapsOf('rosa').map(({ id }) => id)).toEqual(['a', 'b']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['a done', 'b done']);
    expect(sent.at(-1)).toEqual(['b', expect.any(Boolean)]);
    expect([mine.isStuck(), mine.waiting(), unsentTapsOf('rosa')]).toEqual([false, [], []]);
  });

  it('survives the page: what was left is sent by the next one, as something that may be there already', async () => {
    answers = [NO_SIGNAL];
    const closed = taps();
    closed.add(tap('a'));
    await jest.advanceTimersByTimeAsync(0);
    sent = [];
    const next = taps();
    await next.sendNow();
    expect([sent, told]).toEqual([[['a', true]], ['a done']]);
  });

  it('is nobody else’s', async () => {
    answers = [NO_SIGNAL];
    taps().add(tap('a'));
    await jest.advanceTimersByTimeAsync(0);
    expect(unsentTapsOf('dev')).toEqual([]);
  });

  it('that is refused is told, and holds up nothing behind it', async () => {
    answers = [REFUSED];
    const mine = taps();
    mine.add(tap('a'));
    mine.add(tap('b'));
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['a refused', 'b done']);
  });

  it('can be dropped while it waits', async () => {
    answers = [NO_SIGNAL];
    const mine = taps();
    mine.add(tap('a'));
    await jest.advanceTimersByTimeAsync(0);
    expect(mine.drop('a')).toBe(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect([sent.length, unsentTapsOf('rosa')]).toEqual([1, []]);
  });
});
