import { type Leaving, whyNotLeave } from '../../backend/people/leaving.rules.js';

const sam: Leaving = {
  name: 'Sam',
  isDisabling: true,
  roles: ['supervisor'],
  leaves: ['supervisor'],
  isOnly: [],
  team: [],
  isOnCall: false,
  waitingNoteCount: 0,
  caseloadCount: 0,
  covers: { coach: [], supervisor: [] },
  hasSomebodyToTakeOver: false,
  hasSaidWhoCovers: false,
};

test('who leaves nothing behind may go', () => {
  expect(whyNotLeave(sam)).toBeUndefined();
  expect(whyNotLeave({ ...sam, isDisabling: false, roles: ['supervisor', 'coach'] })).toBeUndefined();
});

test.each<[string, Partial<Leaving>, string]>([
  [
    'the only supervisor stays, whoever would take over',
    { isOnly: ['supervisor'], hasSomebodyToTakeOver: true },
    'supervisor-is-the-last',
  ],
  [
    'the only administrator stays',
    { roles: ['administrator'], leaves: ['administrator'], isOnly: ['administrator'] },
    'administrator-is-the-last',
  ],
  ['the last role is not taken', { isDisabling: false }, 'role-is-the-last'],
  ['a team is not left', { team: ['Rosa'] }, 'somebody-must-take-over'],
  ['the call is not left', { isOnCall: true }, 'somebody-must-take-over'],
  ['a risk note is not left', { waitingNoteCount: 1 }, 'somebody-must-take-over'],
  [
    'whom a supervisor covers for is not left',
    { covers: { coach: [], supervisor: ['Inez'] } },
    'somebody-must-take-over',
  ],
  [
    'nor whom a coach covers for, without a word about it',
    {
      roles: ['coach'],
      leaves: ['coach'],
      covers: { coach: ['Rosa'], supervisor: [] },
      hasSomebodyToTakeOver: true,
    },
    'somebody-must-cover',
  ],
  [
    'a coach whose role is taken does not leave people behind',
    { isDisabling: false, roles: ['coach', 'supervisor'], leaves: ['coach'], caseloadCount: 2 },
    'caseload-would-be-left',
  ],
])('%s', (_, more, code) => {
  expect(whyNotLeave({ ...sam, ...more })?.code).toBe(code);
});

test.each<[string, Partial<Leaving>]>([
  [
    'with somebody to take over, team, call and notes go along',
    { team: ['Rosa'], isOnCall: true, waitingNoteCount: 2, hasSomebodyToTakeOver: true },
  ],
  [
    'a disabled coach keeps their people until they are assigned anew',
    { roles: ['coach'], leaves: ['coach'], caseloadCount: 9 },
  ],
  [
    'once it is said who covers instead, or that nobody does',
    {
      roles: ['coach'],
      leaves: ['coach'],
      covers: { coach: ['Rosa'], supervisor: [] },
      hasSaidWhoCovers: true,
    },
  ],
  [
    'what is covered in a role that stays',
    {
      isDisabling: false,
      roles: ['supervisor', 'coach'],
      leaves: ['coach'],
      covers: { coach: [], supervisor: ['Inez'] },
    },
  ],
  [
    'the only supervisor may stop coaching',
    {
      isDisabling: false,
      roles: ['supervisor', 'coach'],
      leaves: ['coach'],
      isOnly: ['supervisor'],
      team: ['Rosa'],
    },
  ],
])('%s', (_, more) => {
  expect(whyNotLeave({ ...sam, ...more })).toBeUndefined();
});

test('what would be left is named in words, long teams by their first', () => {
  const team = ['Ann', 'Bea', 'Cyd', 'Dot', 'Eve', 'Flo'];
  expect(whyNotLeave({ ...sam, team, isOnCall: true, waitingNoteCount: 2 })?.detail).toBe(
    'Ann, Bea, Cyd, Dot and 2 more report to Sam. Sam is on call for risk notes. 2 risk notes wait for Sam alone. ' +
      'Say who takes over from Sam.',
  );
  expect(whyNotLeave({ ...sam, team: ['Rosa'] })?.detail).toBe(
    'Rosa reports to Sam. Say who takes over from Sam.',
  );
});
