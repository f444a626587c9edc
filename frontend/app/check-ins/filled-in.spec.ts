import { helpComesFirst, isUntouched, NOTHING_YET, saidIn } from './filled-in';
import { whoReadsWords } from './who-reads';

describe('what is sent of a check-in', () => {
  it('is nothing for what was skipped, so that a zero is always somebody’s own', () => {
    expect(saidIn({ ...NOTHING_YET, mood: 'steady' })).toEqual({
      mood: 'steady',
      cravings: null,
      sleep: null,
      connection: null,
      hasSafePlace: null,
      wantsCall: false,
      words: '',
    });
    expect(
      saidIn({ ...NOTHING_YET, mood: 'strong', cravings: 0, safePlace: 'no', words: ' Hi ' }),
    ).toMatchObject({
      cravings: 0,
      hasSafePlace: false,
      words: 'Hi',
    });
  });

  it('is worth keeping as soon as anything is filled in', () => {
    expect(isUntouched({ ...NOTHING_YET })).toBe(true);
    expect(isUntouched({ ...NOTHING_YET, cravings: 0 })).toBe(false);
    expect(isUntouched({ ...NOTHING_YET, words: 'I' })).toBe(false);
  });
});

describe('help comes first', () => {
  const fine = { mood: 'steady', cravings: null, hasSafePlace: null } as const;
  it.each([
    [{ mood: 'struggling' }, true],
    [{ cravings: 8 }, true],
    [{ hasSafePlace: false }, true],
    [{ cravings: 7 }, false],
    [{ cravings: 0, hasSafePlace: true }, false],
    [{}, false],
  ] as const)('for %j: %j', (said, wanted) => {
    expect(helpComesFirst({ ...fine, ...said })).toBe(wanted);
  });
});

describe('who reads it', () => {
  const said = { today: '2026-03-10', timeZone: 'America/New_York', language: 'en' } as const;
  const words = (readBy: object, wantsCall = false): string =>
    whoReadsWords(
      {
        checkIn: { wantsCall } as never,
        mayTakeBackUntil: '',
        readBy: { coachName: 'Rosa', isOpen: true, opensAt: '2026-03-11T13:00:00Z', ...readBy },
      },
      said,
    );

  it('promises nothing: now, or when the doors open, or nobody yet', () => {
    expect(words({})).toBe('Rosa can read this now. It may take a while until they do.');
    expect(words({ isOpen: false })).toMatch(
      /^We are closed now\. Rosa can read this when we open: tomorrow, 9:00.AM\.$/,
    );
    expect(words({ coachName: null })).toBe('You have no coach at the moment. It is kept for when you do.');
    expect(words({ coachName: null }, true)).toMatch(/please call us/);
    expect(words({}, true)).toBe('Rosa sees now that you would like a call.');
  });
});
