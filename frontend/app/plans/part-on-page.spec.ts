import { HttpErrorResponse } from '@angular/common/http';
import { jest } from '@jest/globals';
import { type PartChange, type PartNow, PartOnPage, type Unsent } from './part-on-page';

const NOTHING: Unsent<string> = { sending: null, wanted: null };

/** A server that counts what it took, can be out of reach, and can lose an answer on its way back. */
function places(kept: Unsent<string> = NOTHING) {
  const server = {
    now: { items: [], version: 0, change: null } as PartNow<string>,
    ids: [] as string[],
    is: 'there' as 'there' | 'away' | 'losing answers' | 'refusing',
  };
  const device = { kept };
  const part = new PartOnPage<string>({
    isTogether: () => false,
    keptHere: () => device.kept,
    keepHere: (unsent) => (device.kept = unsent),
    currentIn: () => server.now,
    send: (change) => take(change),
  });
  // eslint-disable-next-line @typescript-eslint/require-await -- stands in for a request
  async function take({ changeId, version, items }: PartChange<string>): Promise<PartNow<string>> {
    if (server.is === 'away') throw problem(0);
    if (server.is === 'refusing') throw problem(422);
    if (!server.ids.includes(changeId)) {
      if (version !== server.now.version) throw problem(412);
      server.ids.push(changeId);
      server.now = { items, version: version + 1, change: null };
    }
    if (server.is === 'losing answers') throw problem(0);
    return server.now;
  }
  return { server, device, part };
}

function problem(status: number): Error {
  const error = { code: 'x', title: 'No', detail: 'No.' };
  const cause = new HttpErrorResponse({ status, error: status === 0 ? null : error });
  return new Error('A request failed.', { cause });
}

describe('a part of a plan on an open page', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows a line at once, and keeps it on the device until the server has it', async () => {
    const { part, server, device } = places();
    const written = part.write(['Walk']);
    expect(part.items()).toEqual(['Walk']);
    expect(device.kept.sending?.items).toEqual(['Walk']);
    expect(await written).toBeNull();
    expect([server.now.items, device.kept, part.state()]).toEqual([['Walk'], NOTHING, 'saved']);
  });

  it('says calmly that it is not sent, and tries again until it is', async () => {
    const { part, server } = places();
    server.is = 'away';
    void part.write(['Walk']);
    await jest.advanceTimersByTimeAsync(100);
    expect([part.state(), part.items()]).toEqual(['waiting', ['Walk']]);
    server.is = 'there';
    await jest.advanceTimersByTimeAsync(2_000);
    expect([part.state(), server.now.items]).toEqual(['saved', ['Walk']]);
  });

  it('tries at once when the signal is back', async () => {
    const { part, server } = places();
    server.is = 'away';
    void part.write(['Walk']);
    await jest.advanceTimersByTimeAsync(0);
    server.is = 'there';
    window.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect(server.now.items).toEqual(['Walk']);
  });

  it('makes one change of one whose answer was lost, and sends what was added meanwhile after it', async () => {
    const { part, server } = places();
    server.is = 'losing answers';
    void part.write(['Walk']);
    await jest.advanceTimersByTimeAsync(0);
    void part.write(['Walk', 'Sing']);
    server.is = 'there';
    await jest.advanceTimersByTimeAsync(2_000);
    expect([server.ids.length, server.now.items, part.clash()]).toEqual([2, ['Walk', 'Sing'], null]);
  });

  it('goes on after a reload with what was on its way', async () => {
    const sending = { changeId: 'a', version: 0, items: ['Walk'], isTogether: false };
    const wanted = { changeId: 'b', version: 0, items: ['Walk', 'Sing'], isTogether: false };
    const { part, server, device } = places({ sending, wanted });
    expect(part.items()).toEqual(['Walk', 'Sing']);
    await jest.advanceTimersByTimeAsync(0);
    expect([server.now.items, device.kept]).toEqual([['Walk', 'Sing'], NOTHING]);
  });

  it('asks when somebody else wrote at the same time, with both at hand', async () => {
    const { part, server, device } = places();
    server.now = { items: ['Call Ruth'], version: 1, change: null };
    await part.write(['Walk']);
    expect(part.clash()).toEqual({ theirs: server.now, mine: ['Walk'] });
    expect(device.kept.sending?.items).toEqual(['Walk']);
    part.settle(['Call Ruth', 'Walk']);
    await jest.advanceTimersByTimeAsync(0);
    expect([server.now.items, part.clash()]).toEqual([['Call Ruth', 'Walk'], null]);
  });

  it('gives back in words what the server will not take, and shows what stands', async () => {
    const { part, server, device } = places();
    server.is = 'refusing';
    expect(await part.write(['Walk'])).toMatchObject({ status: 422, detail: 'No.' });
    expect([part.items(), device.kept]).toEqual([[], NOTHING]);
  });

  it('takes news of others, but no answer older than what it knows', () => {
    const { part } = places();
    part.take({ items: ['Call Ruth'], version: 3, change: null });
    part.take({ items: [], version: 2, change: null });
    expect(part.items()).toEqual(['Call Ruth']);
  });
});
