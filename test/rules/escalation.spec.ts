import { type Circle, whomToTell } from '../../backend/risk/escalation.rules.js';
import type { Step } from '../../backend/risk/answering-clock.rules.js';

/** Rosa reports to Sam; Inez is on call; Noor is a supervisor too; Ada and Olu are administrators. */
const HARBOR: Circle = {
  raisedBy: 'rosa',
  ownSupervisorId: 'sam',
  coveringIds: [],
  onCallId: 'inez',
  supervisorIds: ['inez', 'noor', 'sam'],
  administratorIds: ['ada', 'olu'],
};
const ALONE: Circle = { ...HARBOR, onCallId: null, supervisorIds: ['sam'] };

/** `who as what`, and the step that the ladder has come to. */
type Expected = [told: string[], throughStep: Step];

function told(step: Step, circle: Circle, already: string[] = [], isUrgentAtNight = false): Expected {
  const rung = whomToTell(step, circle, new Set(already), isUrgentAtNight);
  return [rung.told.map(({ accountId, as }) => `${accountId}, ${as}`), rung.throughStep];
}

describe('when a note is raised', () => {
  const cases: [name: string, circle: Circle, isUrgentAtNight: boolean, expected: Expected][] = [
    ['their own supervisor hears of it', HARBOR, false, [['sam, own supervisor'], 1]],
    [
      'urgent at night, whoever is on call as well',
      HARBOR,
      true,
      [['sam, own supervisor', 'inez, on call'], 1],
    ],
    [
      'at night with nobody on call, their own',
      { ...HARBOR, onCallId: null },
      true,
      [['sam, own supervisor'], 1],
    ],
    ['who is both is told once', { ...HARBOR, onCallId: 'sam' }, true, [['sam, own supervisor'], 1]],
    [
      'without a supervisor, whoever is on call',
      { ...HARBOR, ownSupervisorId: null },
      false,
      [['inez, on call'], 1],
    ],
    [
      'with nobody on call either, every supervisor',
      { ...HARBOR, ownSupervisorId: null, onCallId: null },
      false,
      [['inez, every supervisor', 'noor, every supervisor', 'sam, every supervisor'], 1],
    ],
    [
      'by their own supervisor, whoever is on call',
      { ...HARBOR, raisedBy: 'sam' },
      false,
      [['inez, on call'], 1],
    ],
    [
      'by their own supervisor, who is on call, the others',
      { ...HARBOR, raisedBy: 'sam', onCallId: 'sam' },
      false,
      [['inez, every supervisor', 'noor, every supervisor'], 1],
    ],
    [
      'by whoever is on call, their own supervisor at night',
      { ...HARBOR, raisedBy: 'inez' },
      true,
      [['sam, own supervisor'], 1],
    ],
    [
      'by the only supervisor there is, the administrators at once',
      { ...ALONE, raisedBy: 'sam' },
      false,
      [['ada, administrator', 'olu, administrator'], 3],
    ],
    [
      'while their own supervisor is away, first whoever covers',
      { ...HARBOR, coveringIds: ['noor'] },
      false,
      [['noor, covers', 'sam, own supervisor'], 1],
    ],
    [
      'while who covers is away too, first whoever covers for them',
      { ...HARBOR, coveringIds: ['olga', 'noor'] },
      true,
      [['olga, covers', 'noor, covers', 'sam, own supervisor', 'inez, on call'], 1],
    ],
    [
      'by whoever covers, whoever is on call: nobody waits for one who is away',
      { ...HARBOR, raisedBy: 'noor', coveringIds: ['noor'] },
      false,
      [['inez, on call'], 1],
    ],
    [
      'where nobody can sign in, nobody',
      { ...ALONE, ownSupervisorId: null, supervisorIds: [], administratorIds: [] },
      false,
      [[], 3],
    ],
  ];
  it.each(cases)('%s', (_name, circle, isUrgentAtNight, expected) => {
    expect(told(1, circle, [], isUrgentAtNight)).toEqual(expected);
  });
});

describe('when its time is over', () => {
  const cases: [name: string, step: Step, circle: Circle, already: string[], expected: Expected][] = [
    ['whoever is on call is told', 2, HARBOR, ['sam'], [['inez, on call'], 2]],
    ['who was told before is not told again', 2, HARBOR, ['sam', 'inez'], [['noor, every supervisor'], 2]],
    [
      'with nobody on call, every supervisor',
      2,
      { ...HARBOR, onCallId: null },
      ['sam'],
      [['inez, every supervisor', 'noor, every supervisor'], 2],
    ],
    [
      'whoever raised it is not told',
      2,
      { ...HARBOR, raisedBy: 'inez' },
      ['sam'],
      [['noor, every supervisor'], 2],
    ],
    [
      'where every supervisor knows, the administrators do not wait for nobody',
      2,
      ALONE,
      ['sam'],
      [['ada, administrator', 'olu, administrator'], 3],
    ],
    [
      'over again, the administrators',
      3,
      HARBOR,
      ['sam', 'inez'],
      [['ada, administrator', 'olu, administrator'], 3],
    ],
    [
      'an administrator who was told is not told again',
      3,
      HARBOR,
      ['sam', 'ada'],
      [['olu, administrator'], 3],
    ],
    ['and then nobody is left', 3, HARBOR, ['sam', 'ada', 'olu'], [[], 3]],
  ];
  it.each(cases)('%s', (_name, step, circle, already, expected) => {
    expect(told(step, circle, already)).toEqual(expected);
  });
});
