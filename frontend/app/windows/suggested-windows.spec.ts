import { suggestedWindows } from './suggested-windows';

const note = (signals: string[], overdoseOn: string | null = null) => ({
  riskNoteId: signals.join(),
  signals: signals as never,
  overdoseOn,
});

test('a note that tells of an overdose suggests its window, on its day', () => {
  expect(suggestedWindows([note(['cravings', 'overdose'], '2026-03-08')], [])).toMatchObject([
    { signal: 'overdose', events: ['overdose', 'emergency visit'], on: '2026-03-08' },
  ]);
});

test('one signal suggests once, however many notes tell of it', () => {
  const notes = [note(['release or discharge']), note(['release or discharge', 'stopped medication'])];
  expect(suggestedWindows(notes, []).map(({ signal }) => signal)).toEqual([
    'release or discharge',
    'stopped medication',
  ]);
});

test('nothing is suggested where the window is open, or the note tells of nothing that opens one', () => {
  const open = { event: 'hospital discharge' as const, state: 'open' as const };
  expect(suggestedWindows([note(['release or discharge'])], [open])).toEqual([]);
  expect(suggestedWindows([note(['cravings', 'housing lost'])], [])).toEqual([]);
  // one that is only expected is about another day
  const coming = { event: 'release' as const, state: 'coming' as const };
  expect(suggestedWindows([note(['release or discharge'])], [coming])).toHaveLength(1);
});
