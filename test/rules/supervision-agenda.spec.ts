import type { AgendaFacts, PersonFact } from '../../backend/supervision-sessions/agenda-facts.js';
import { agendaOf } from '../../backend/supervision-sessions/agenda.rules.js';

const TODAY = '2026-03-10';

const aCoach = (more: Partial<AgendaFacts['coaches'][number]> = {}): AgendaFacts['coaches'][number] => ({
  coachId: 'rosa',
  sinceOn: '2026-02-24',
  certifications: [{ id: 'c', kind: 'CPRS', firstOn: '2025-01-01', lastOn: '2027-01-01' }],
  trainingThroughOn: null,
  ...more,
});

const aPerson = (
  more: Partial<PersonFact> = {},
  standing: Partial<PersonFact['standing']> = {},
): PersonFact => ({
  coachId: 'rosa',
  participantId: 'theo',
  standing: {
    ...{
      is: 'on track',
      since: TODAY,
      dueOn: '2026-03-12',
      cadence: { kind: 'agreed', days: 7 },
      agreedDays: 7,
    },
    ...{ enrolledOn: '2026-01-10', lastReachedOn: '2026-03-05', attemptDayCount: 0, lastCheckInOn: null },
    ...{ pausedThroughOn: null, pauseReason: null, outOfTouchBy: null, ...standing },
  } as PersonFact['standing'],
  countedFrom: null,
  goals: [],
  ...more,
});

const facts = (more: Partial<AgendaFacts> = {}): AgendaFacts => ({
  coaches: [aCoach()],
  ...{
    decided: [],
    people: [],
    keptPromises: [],
    riskNotes: [],
    windows: [],
    brokenPromises: [],
    loads: [],
    afterHours: [],
  },
  ...more,
});
const said = (more: Partial<AgendaFacts>): string[] =>
  agendaOf(facts(more), TODAY).map(({ section, sentence }) => `${section}: ${sentence}`);

const theo = { coachId: 'rosa', participantId: 'theo' };

test('everything there is to talk about stands in one order: what was decided, then wins first', () => {
  const goal = { finishedOn: null, isProposed: false };
  expect(
    said({
      coaches: [
        aCoach({ certifications: [{ id: 'c', kind: 'CPRS', firstOn: '2025-01-01', lastOn: '2026-05-09' }] }),
      ],
      people: [
        aPerson({
          countedFrom: '2026-02-05',
          goals: [
            { ...goal, sentence: 'A library card', finishedOn: '2026-03-01', movedOn: '2026-03-01' },
            { ...goal, sentence: 'A place of my own', movedOn: '2026-02-08' },
          ],
        }),
        aPerson(
          { participantId: 'mina' },
          { is: 'overdue', lastReachedOn: '2026-02-28', attemptDayCount: 2 },
        ),
        aPerson({ participantId: 'lou' }, { is: 'out of touch', lastReachedOn: null }),
      ],
      decided: [
        {
          ...{ coachId: 'rosa', participantId: null, decisionId: 'd', becomes: 'session' },
          ...{ words: 'Read the protocol', heldOn: '2026-02-24', dueOn: '2026-03-02' },
        },
        {
          ...{ ...theo, decisionId: 'e', becomes: 'today' },
          ...{ words: 'Ask about the night shift', heldOn: '2026-02-24', dueOn: '2026-03-12' },
        },
      ],
      keptPromises: [{ ...theo, count: 2, words: 'Bring the bus plan' }],
      riskNotes: [
        { ...theo, riskNoteId: 'r', level: 'urgent', raisedOn: '2026-03-09', answeredBy: 'Sam' },
        { ...theo, riskNoteId: 'q', level: 'watch', raisedOn: '2025-12-30', answeredBy: null },
      ],
      windows: [{ ...theo, event: 'release', beganOn: '2026-03-01' }],
      brokenPromises: [{ ...theo, words: 'Call the landlord', dueOn: '2026-03-09' }],
      loads: [{ coachId: 'rosa', weight: 4.5, capacity: 15, headCount: 3 }],
      afterHours: [{ coachId: 'rosa', count: 1 }],
    }),
  ).toEqual([
    'decided last time: Decided on February 24, by March 2: “Read the protocol”',
    'decided last time: Decided on February 24, on Today from March 12: “Ask about the night shift”',
    'wins: 30 days in recovery on March 7',
    'wins: Goal reached on March 1: “A library card”',
    'wins: 2 promises kept, the last of them: “Bring the bus plan”',
    'risk notes: Urgent risk note of March 9, answered by Sam and still open',
    'risk notes: Watch note of December 30, 2025, nobody has answered yet',
    'windows: Day 9 after a release; the window is open until May 30',
    'out of touch: Out of touch: not reached since enrolling on January 10; agreed on every 7',
    'out of touch: Overdue: last reached 10 days ago, tried on 2 days since; agreed on every 7',
    'stalled goals: No movement since February 8: “A place of my own”',
    'promises broken: Promised for March 9 and still open: “Call the landlord”',
    'certification: CPRS ends on May 9, in 60 days',
    'load: Load 4.5 of 15, with 3 participants',
    'after hours: 1 contact in quiet hours since February 24',
  ]);
});

test.each<[string, PersonFact]>([
  ['a milestone from before the last session', aPerson({ countedFrom: '2026-01-24' })],
  [
    'a goal reached before it',
    aPerson({
      goals: [{ sentence: 'x', finishedOn: '2026-02-23', isProposed: false, movedOn: '2026-02-23' }],
    }),
  ],
  [
    'a goal that moved 29 days ago',
    aPerson({ goals: [{ sentence: 'x', finishedOn: null, isProposed: false, movedOn: '2026-02-09' }] }),
  ],
  [
    'a goal that waits for the other side’s word',
    aPerson({ goals: [{ sentence: 'x', finishedOn: null, isProposed: true, movedOn: '2026-01-01' }] }),
  ],
  ['somebody who is due today', aPerson({}, { is: 'due', dueOn: TODAY })],
  ['somebody away', aPerson({}, { is: 'paused' })],
])('nothing is said of %s', (_, person) => {
  expect(said({ people: [person] })).toEqual([]);
});

test.each<[string, Partial<AgendaFacts['coaches'][number]>, string[]]>([
  [
    'ends in 61 days',
    { certifications: [{ id: 'c', kind: 'CPRS', firstOn: '2025-01-01', lastOn: '2026-05-10' }] },
    [],
  ],
  [
    'ends today',
    { certifications: [{ id: 'c', kind: 'CPRS', firstOn: '2025-01-01', lastOn: TODAY }] },
    ['certification: CPRS ends on March 10, in 0 days'],
  ],
  [
    'ended yesterday',
    { certifications: [{ id: 'c', kind: 'CPRS', firstOn: '2025-01-01', lastOn: '2026-03-09' }] },
    ['certification: No certification is in force'],
  ],
  [
    'is still to come, in training',
    { certifications: [], trainingThroughOn: '2026-04-01' },
    ['certification: In supervised training through April 1'],
  ],
])('a certification that %s', (_, coach, lines) => {
  expect(said({ coaches: [aCoach(coach)] })).toEqual(lines);
});

test('in a group a section goes coach by coach, and every line says whose it is', () => {
  const coaches = [aCoach({ coachId: 'dev' }), aCoach()];
  const note = { riskNoteId: 'r', level: 'watch', raisedOn: TODAY, answeredBy: null } as const;
  const lines = agendaOf(
    facts({
      coaches,
      riskNotes: [
        { ...theo, ...note },
        { coachId: 'dev', participantId: 'mina', ...note },
      ],
      loads: [
        { coachId: 'rosa', weight: 1, capacity: 15, headCount: 1 },
        { coachId: 'dev', weight: 1, capacity: 15, headCount: 1 },
      ],
    }),
    TODAY,
  );
  expect(lines.map(({ section, coachId }) => `${section} ${coachId}`)).toEqual([
    'risk notes dev',
    'risk notes rosa',
    'load dev',
    'load rosa',
  ]);
});

test('what somebody wrote at length is told by its beginning', () => {
  const [line] = said({ brokenPromises: [{ ...theo, words: '🌻'.repeat(300), dueOn: TODAY }] });
  expect(line).toContain(`“${'🌻'.repeat(200)}…”`);
});
