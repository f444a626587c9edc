import { certificationFor, ENDS_SOON_DAYS } from '../coaches/certification.rules.js';
import { isStill } from '../goals/goal.rules.js';
import { milestoneBetween, type MilestoneDay } from '../recovery-days/milestones.rules.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import { isMoreInNeed } from '../standing/standing.view.js';
import { dayInWindow, lastOn } from '../windows/windows.rules.js';
import type { AgendaFacts, CertificationsOfCoach, PersonFact } from './agenda-facts.js';
import { MOST_DECISION_WORDS } from './supervision-session.dto.js';
import { counted, dayInWords, milestoneInWords, quoted } from './agenda-words.js';

/** What a session talks about: what became of the last one, then domain.md 7's order, wins first. */
export const SECTIONS = [
  'decided last time',
  'wins',
  'risk notes',
  'windows',
  'out of touch',
  'stalled goals',
  'promises broken',
  'certification',
  'load',
  'after hours',
] as const;
export type Section = (typeof SECTIONS)[number];

/** One thing to talk about. */
export interface AgendaLineFact {
  section: Section;
  coachId: string;
  /** Whom it is about; null: the coach. */
  participantId: string | null;
  /** What it opens beside the person: a risk note, or what was decided. */
  subjectId: string | null;
  /** Without a name, which whoever reads it may or may not be shown. */
  sentence: string;
  level: 'urgent' | 'concern' | 'watch' | null;
}

/** The whole agenda: by section, in a section coach by coach as they are given, in each what presses most first. */
export function agendaOf(facts: AgendaFacts, today: string): AgendaLineFact[] {
  const lines = facts.coaches.flatMap((coach) => {
    const people = facts.people.filter((person) => person.coachId === coach.coachId);
    return [
      ...facts.decided.filter(isOf(coach)).map((one): AgendaLineFact => ({
        ...line('decided last time', coach, one.participantId),
        subjectId: one.decisionId,
        sentence: `Decided on ${dayInWords(one.heldOn, today)}, ${one.becomes === 'today' ? 'on Today from' : 'by'} ${dayInWords(one.dueOn, today)}: ${quoted(one.words, MOST_DECISION_WORDS)}`,
      })),
      ...people.flatMap((person) => winsOf(person, coach.sinceOn, today)),
      ...facts.keptPromises.filter(isOf(coach)).map((kept): AgendaLineFact => ({
        ...line('wins', coach, kept.participantId),
        sentence: `${counted(kept.count, 'promise')} kept, the last of them: ${quoted(kept.words)}`,
      })),
      ...facts.riskNotes.filter(isOf(coach)).map((note): AgendaLineFact => ({
        ...line('risk notes', coach, note.participantId),
        subjectId: note.riskNoteId,
        level: note.level,
        sentence: `${LEVEL_WORDS[note.level]} of ${dayInWords(note.raisedOn, today)}, ${
          note.answeredBy ? `answered by ${note.answeredBy} and still open` : 'nobody has answered yet'
        }`,
      })),
      ...facts.windows.filter(isOf(coach)).map((window): AgendaLineFact => ({
        ...line('windows', coach, window.participantId),
        sentence: `Day ${dayInWindow(window.beganOn, today)} after ${EVENT_WORDS[window.event] ?? window.event}; the window is open until ${dayInWords(lastOn(window.beganOn), today)}`,
      })),
      ...driftingOf(people).map((person): AgendaLineFact => ({
        ...line('out of touch', coach, person.participantId),
        sentence: standingInWords(person, today),
      })),
      ...people.flatMap((person) => stalledGoalsOf(person, today)),
      ...facts.brokenPromises.filter(isOf(coach)).map((broken): AgendaLineFact => ({
        ...line('promises broken', coach, broken.participantId),
        sentence: `Promised for ${dayInWords(broken.dueOn, today)} and still open: ${quoted(broken.words)}`,
      })),
      ...certificationLines(coach, today),
      ...facts.loads.filter(isOf(coach)).map((load): AgendaLineFact => ({
        ...line('load', coach, null),
        sentence: `Load ${load.weight} of ${load.capacity}, with ${load.headCount === 0 ? 'nobody' : counted(load.headCount, 'participant')}`,
      })),
      ...facts.afterHours.filter(isOf(coach)).map((after): AgendaLineFact => ({
        ...line('after hours', coach, null),
        sentence: `${counted(after.count, 'contact')} in quiet hours since ${dayInWords(coach.sinceOn, today)}`,
      })),
    ];
  });
  const order = facts.coaches.map(({ coachId }) => coachId);
  return lines.sort(
    (one, other) =>
      SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section) ||
      order.indexOf(one.coachId) - order.indexOf(other.coachId),
  );
}

function winsOf(person: PersonFact, sinceOn: string, today: string): AgendaLineFact[] {
  const wins: AgendaLineFact[] = [];
  const milestone = person.countedFrom && latestMilestone(person.countedFrom, sinceOn, today);
  if (milestone)
    wins.push({
      ...line('wins', person, person.participantId),
      sentence: `${milestoneInWords(milestone)} in recovery on ${dayInWords(milestone.on, today)}`,
    });
  for (const goal of person.goals)
    if (goal.finishedOn && goal.finishedOn >= sinceOn)
      wins.push({
        ...line('wins', person, person.participantId),
        sentence: `Goal reached on ${dayInWords(goal.finishedOn, today)}: ${quoted(goal.sentence)}`,
      });
  return wins;
}

/** Of several in one rhythm the last one says it all. */
function latestMilestone(countedFrom: string, fromOn: string, throughOn: string): MilestoneDay | null {
  let latest: MilestoneDay | null = null;
  for (let from = fromOn; ;) {
    const next = milestoneBetween(countedFrom, from, throughOn);
    if (!next) return latest;
    latest = next;
    from = dayOf(dayNumber(next.on) + 1);
  }
}

function driftingOf(people: PersonFact[]): PersonFact[] {
  return people
    .filter(({ standing }) => standing.is === 'out of touch' || standing.is === 'overdue')
    .sort((one, other) => (isMoreInNeed(one.standing, other.standing) ? -1 : 1));
}

function standingInWords({ standing }: PersonFact, today: string): string {
  const is = standing.is === 'out of touch' ? 'Out of touch' : 'Overdue';
  const { lastReachedOn, agreedDays, attemptDayCount } = standing;
  const last = lastReachedOn
    ? `last reached ${counted(dayNumber(today) - dayNumber(lastReachedOn), 'day')} ago`
    : `not reached since enrolling on ${dayInWords(standing.enrolledOn, today)}`;
  const tried = attemptDayCount > 0 ? `, tried on ${counted(attemptDayCount, 'day')} since` : '';
  return `${is}: ${last}${tried}; agreed on every ${agreedDays}`;
}

function stalledGoalsOf(person: PersonFact, today: string): AgendaLineFact[] {
  return person.goals
    .filter(({ finishedOn, isProposed, movedOn }) => !finishedOn && !isProposed && isStill(movedOn, today))
    .map((goal) => ({
      ...line('stalled goals', person, person.participantId),
      sentence: `No movement since ${dayInWords(goal.movedOn, today)}: ${quoted(goal.sentence)}`,
    }));
}

/** Nothing is said of a certification that goes on for long; that there is none is. */
function certificationLines(coach: CertificationsOfCoach, today: string): AgendaLineFact[] {
  const say = (sentence: string): AgendaLineFact[] => [{ ...line('certification', coach, null), sentence }];
  const now = certificationFor(coach.certifications, today);
  if (now) {
    const days = dayNumber(now.lastOn) - dayNumber(today);
    return days > ENDS_SOON_DAYS
      ? []
      : say(`${now.kind} ends on ${dayInWords(now.lastOn, today)}, in ${counted(days, 'day')}`);
  }
  if (coach.trainingThroughOn && coach.trainingThroughOn >= today)
    return say(`In supervised training through ${dayInWords(coach.trainingThroughOn, today)}`);
  return say('No certification is in force');
}

function line(
  section: Section,
  { coachId }: { coachId: string },
  participantId: string | null,
): Omit<AgendaLineFact, 'sentence'> {
  return { section, coachId, participantId, subjectId: null, level: null };
}

const isOf =
  (coach: { coachId: string }) =>
  (fact: { coachId: string }): boolean =>
    fact.coachId === coach.coachId;

const LEVEL_WORDS = {
  urgent: 'Urgent risk note',
  concern: 'Risk note of concern',
  watch: 'Watch note',
} as const;

const EVENT_WORDS: Partial<Record<string, string>> = {
  release: 'a release',
  discharge: 'a discharge',
  'detox discharge': 'a detox discharge',
  'residential discharge': 'a residential discharge',
  'hospital discharge': 'a hospital discharge',
  overdose: 'an overdose',
  'emergency visit': 'an emergency visit',
  'medication stopped': 'stopping medication',
};
