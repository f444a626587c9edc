import type { WhatIsReady } from '../../api/contract';
import { readySteps } from './ready-steps';

const NOTHING: WhatIsReady = {
  isBeginning: true,
  supervisorCount: 0,
  coachCount: 0,
  coachesWithoutSupervisorCount: 0,
  participantCount: 0,
  withoutCoachCount: 0,
  notOpenedCount: 0,
  isSomebodyOnCall: false,
};
const open = (ready: Partial<WhatIsReady>): string[] =>
  readySteps({ ...NOTHING, ...ready }).flatMap(({ isDone, name }) => (isDone ? [] : [name]));
const wordsOf = (name: string, ready: Partial<WhatIsReady>): string | undefined =>
  readySteps({ ...NOTHING, ...ready }).find((step) => step.name === name)?.words;

test('an organization with nobody needs people, and is not told of what nobody could lack yet', () => {
  expect(open({})).toEqual(['Supervisors', 'Coaches', 'The people they walk with']);
});

test('once they are here it is said what is between them', () => {
  const ready = { supervisorCount: 1, coachCount: 2, participantCount: 3, notOpenedCount: 2 };
  expect(open({ ...ready, withoutCoachCount: 1, coachesWithoutSupervisorCount: 1 })).toEqual([
    'A coach for everybody',
    'A supervisor for every coach',
    'Somebody on call',
    'Accounts opened',
  ]);
  expect(wordsOf('A coach for everybody', { ...ready, withoutCoachCount: 1 })).toBe('1 of 3 still has none.');
  expect(wordsOf('A coach for everybody', { ...ready, withoutCoachCount: 2 })).toBe(
    '2 of 3 still have none.',
  );
});

test('nothing is open where everybody is here, belongs to somebody and has been in', () => {
  expect(open({ supervisorCount: 1, coachCount: 2, participantCount: 3, isSomebodyOnCall: true })).toEqual(
    [],
  );
});
