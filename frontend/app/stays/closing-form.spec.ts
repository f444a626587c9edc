import type { ToClose } from '../../api/contract';
import { closingOf, nothingTyped, type Typed, whatBlocks, whatIsMissing } from './closing-form';

const [KEPT, GONE, HANDED] = ['p1', 'p2', 'p3'];
const promise = (promiseId: string, words: string) => ({ promiseId, words }) as ToClose['promises'][number];
const toClose = (more: Partial<ToClose> = {}): ToClose =>
  ({
    ...{ isLast: true, hasOpenRiskNotes: false, hasOpenPromises: true },
    promises: [promise(KEPT!, 'Bus pass'), promise(GONE!, 'Letter'), promise(HANDED!, 'The clinic')],
    ...more,
  }) as ToClose;
const typed = (more: Partial<Typed> = {}): Typed => ({ ...nothingTyped('2026-03-10'), ...more });
const decided = {
  [KEPT!]: { became: 'kept' as const, reason: '', toId: '' },
  [GONE!]: { became: 'let go' as const, reason: ' He has one ', toId: 'left over' },
  [HANDED!]: { became: 'handed' as const, reason: 'left over', toId: 'dev' },
};

const missing = (now: Typed, to = toClose()) => whatIsMissing(now, to)?.fields?.map(({ path }) => path) ?? [];

it('asks for all that is missing at once, and by name', () => {
  expect(missing(typed({ closedOn: '' }))).toEqual([
    ...['promises.0', 'promises.1', 'promises.2', 'reason', 'closedOn'],
  ]);
  const half = {
    [GONE!]: { became: 'let go' as const, reason: ' ', toId: '' },
    [HANDED!]: { became: 'handed' as const, reason: '', toId: '' },
  };
  expect(missing(typed({ reason: 'left', promises: half }))).toEqual([
    ...['promises.0', 'promises.1.reason', 'promises.2.toId'],
  ]);
  expect(whatIsMissing(typed({ reason: 'left', promises: decided }), toClose())).toBeNull();
});

it('sends of each decision what belongs to it, and no word of an administrator', () => {
  const now = typed({ reason: 'moved', words: ' To Ohio. ', promises: decided });
  const { closingId, ...sent } = closingOf(now, toClose(), true);
  expect(closingId).toBe(now.closingId);
  expect(sent).toEqual({
    ...{ closedOn: '2026-03-10', reason: 'moved', words: 'To Ohio.' },
    promises: [
      { promiseId: KEPT, became: 'kept' },
      { promiseId: GONE, became: 'let go', reason: 'He has one' },
      { promiseId: HANDED, became: 'handed', toId: 'dev' },
    ],
  });
  expect(closingOf(now, toClose({ promises: [] }), false)).toEqual({
    ...{ closingId: now.closingId, closedOn: '2026-03-10', reason: 'moved' },
  });
});

it('lets nothing wait with the last stay, and asks of no promise while another goes on', () => {
  expect(whatBlocks(toClose({ hasOpenRiskNotes: true }), true)).toBe('risk notes');
  expect(whatBlocks(toClose(), false)).toBe('promises');
  expect(whatBlocks(toClose(), true)).toBeNull();
  const another = toClose({ isLast: false, hasOpenRiskNotes: true });
  expect(whatBlocks(another, true)).toBeNull();
  expect(missing(typed({ reason: 'completed' }), another)).toEqual([]);
});
