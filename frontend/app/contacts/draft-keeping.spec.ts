import { jest } from '@jest/globals';
import { DraftKeeping } from './draft-keeping';

/** A server that can be told to be out of reach, and a device that keeps one draft. */
function places() {
  const server = { isThere: true, has: null as string | null, asked: 0 };
  const device = { has: null as string | null };
  return {
    server,
    device,
    keeping: new DraftKeeping<string>({
      send(words) {
        server.asked += 1;
        if (!server.isThere) return Promise.reject(new Error('no signal'));
        server.has = words;
        return Promise.resolve('2026-03-04T14:02:00Z');
      },
      keepHere: (words) => (device.has = words),
      letGoHere: () => (device.has = null),
    }),
  };
}

describe('keeping what is typed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('holds words on the device at once, and lets go when the server has them', async () => {
    const { keeping, server, device } = places();
    keeping.changed('Theo called');
    expect(device.has).toBe('Theo called');
    expect(keeping.hasUnsent()).toBe(true);
    await jest.advanceTimersByTimeAsync(700);
    expect(server.has).toBe('Theo called');
    expect(device.has).toBeNull();
    expect(keeping.state()).toEqual({ is: 'saved', at: '2026-03-04T14:02:00Z' });
  });

  it('sends once after a pause, not with every key', async () => {
    const { keeping, server } = places();
    for (const words of ['T', 'Th', 'The', 'Theo']) {
      keeping.changed(words);
      await jest.advanceTimersByTimeAsync(200);
    }
    await jest.advanceTimersByTimeAsync(700);
    expect(server.asked).toBe(1);
    expect(server.has).toBe('Theo');
  });

  it('says that it is not saved yet, and tries again until it is', async () => {
    const { keeping, server, device } = places();
    server.isThere = false;
    keeping.changed('offline words');
    await jest.advanceTimersByTimeAsync(700);
    expect(keeping.state().is).toBe('unsent');
    expect(device.has).toBe('offline words');
    server.isThere = true;
    await jest.advanceTimersByTimeAsync(2_100);
    expect(server.has).toBe('offline words');
    expect(keeping.state().is).toBe('saved');
  });

  it('sends at once when the signal is back', async () => {
    const { keeping, server } = places();
    server.isThere = false;
    keeping.changed('offline words');
    await jest.advanceTimersByTimeAsync(700);
    server.isThere = true;
    await keeping.sendNow();
    expect(server.has).toBe('offline words');
    expect(keeping.hasUnsent()).toBe(false);
  });

  it('keeps what was typed while words were on their way', async () => {
    const { keeping, server } = places();
    keeping.changed('first');
    const sent = keeping.sendNow();
    keeping.changed('first and second');
    await sent;
    await jest.advanceTimersByTimeAsync(700);
    expect(server.has).toBe('first and second');
    expect(keeping.hasUnsent()).toBe(false);
  });

  it('sends nothing more once the words have become a contact', async () => {
    const { keeping, server, device } = places();
    keeping.changed('words');
    keeping.end();
    keeping.changed('more words');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(server.asked).toBe(0);
    expect(device.has).toBeNull();
  });
});
