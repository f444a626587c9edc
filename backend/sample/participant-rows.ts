import { EVENT_AFTER, type WindowEvent } from '../windows/windows.rules.js';
import { Chance } from './chance.js';
import {
  type Life,
  type Making,
  type StaffMember,
  type Stay,
  staffMember,
  whoNoted,
} from './sample-making.js';
import type { SampleParticipant } from './story.js';
import { addSupporters } from './supporter-rows.js';
import { addWaysToReach } from './ways-to-reach-rows.js';
import { addWindowChecks } from './window-check-rows.js';

/** Makes the record of a participant: who they are, how to reach them, their stays, and who walks with them. */
export function addParticipant(making: Making, person: SampleParticipant, organization: string): Life {
  const { rows, days } = making;
  const chance = new Chance(`${organization}/${person.preferredName}`);
  const firstAgo = person.story.earlierStay?.enrolledAgo ?? person.story.enrolledAgo;
  const enrolledAt = days.at(days.ago(firstAgo), chance.whole(9 * 60, 16 * 60)).instant;
  const participantId = chance.id(enrolledAt);
  const own = person.signInName ? addAccount(making, person, chance, enrolledAt) : null;
  const accountId = person.colleague ? staffMember(making, person.colleague).id : own;
  rows.add('participants', {
    id: participantId,
    account_id: accountId,
    preferred_name: person.preferredName,
    legal_name: person.legalName,
    pronouns: person.pronouns,
    language: person.language ?? 'en',
    created_at: enrolledAt,
    version: 1,
  });
  const life: Life = {
    ...making,
    person,
    chance,
    participantId,
    accountId,
    stays: addStays(making, person, participantId, chance, organization),
    goals: [],
    mayLeaveMessage: false,
    coachOn: (ago) => coachOn(making, person, ago),
  };
  life.mayLeaveMessage = addWaysToReach(life);
  addSupporters(life);
  addAssignments(life, firstAgo);
  addTimesAway(life);
  return life;
}

function addAccount({ rows, days }: Making, person: SampleParticipant, chance: Chance, at: Date): string {
  const id = chance.id(at);
  rows.add('accounts', {
    id,
    role: 'participant',
    sign_in_name: person.signInName,
    name: person.preferredName,
    language: person.language ?? 'en',
    activated_at: person.account === 'invited' ? null : days.after(at, 45),
    disabled_at:
      person.account === 'disabled'
        ? days.at(days.ago(person.story.closed?.ago ?? 0), 17 * 60).instant
        : null,
    created_at: at,
    version: 1,
  });
  return id;
}

function addStays(
  { rows, days, programs }: Making,
  { story, themes }: SampleParticipant,
  participantId: string,
  chance: Chance,
  organization: string,
): Stay[] {
  const { earlierStay, closed } = story;
  const told = [
    ...(earlierStay ? [{ ...earlierStay, untilAgo: earlierStay.closedAgo, cadence: 7 }] : []),
    {
      enrolledAgo: story.enrolledAgo,
      untilAgo: closed?.ago ?? -Infinity,
      reason: closed?.reason ?? null,
      cadence: story.cadence ?? 7,
    },
  ];
  // those with a court date come through the second program, the others mostly through the first
  const program = programs[themes.includes('court') ? programs.length - 1 : 0]!;
  return told.map(({ enrolledAgo, untilAgo, reason, cadence }) => {
    const enrolledOn = days.ago(enrolledAgo);
    const enrollmentId = chance.id(days.at(enrolledOn, 9 * 60).instant);
    // another cadence than the usual one was agreed after a while, for a participant long enough with us
    const isAgreedLater = cadence !== 7 && organization === 'harbor' && enrolledAgo > 90;
    rows.add('enrollments', {
      id: enrollmentId,
      participant_id: participantId,
      program_id: program.id,
      enrolled_on: enrolledOn,
      closed_on: Number.isFinite(untilAgo) ? days.ago(untilAgo) : null,
      closing_reason: reason,
      agreed_cadence_days: cadence,
      agreed_cadence_on: isAgreedLater ? days.ago(enrolledAgo - 60) : enrolledOn,
      version: 1,
    });
    return { enrollmentId, program, fromAgo: enrolledAgo, untilAgo };
  });
}

/** Who it was on a day: the coach told, the one before a move, or the one whom a newer coach took over from. */
function coachOn(making: Making, { coach, story }: SampleParticipant, ago: number): StaffMember {
  const { movedFrom } = story;
  const told = movedFrom && (ago >= movedFrom.ago || coach === null) ? movedFrom.coach : coach;
  const member = staffMember(making, told ?? 'coach of those without one');
  return member.tookOverFrom && ago > member.sinceAgo ? staffMember(making, member.tookOverFrom) : member;
}

function addAssignments(life: Life, firstAgo: number): void {
  const { rows, days, chance, person, participantId } = life;
  const { coach, story } = person;
  const assign = (
    member: StaffMember,
    kind: 'primary' | 'second',
    fromAgo: number,
    untilAgo: number | null,
  ) => {
    const madeAt = days.at(days.ago(fromAgo), 10 * 60).instant;
    rows.add('assignments', {
      id: chance.id(madeAt),
      participant_id: participantId,
      coach_id: member.id,
      kind,
      from_on: days.ago(fromAgo),
      until_on: untilAgo === null ? null : days.ago(untilAgo),
      made_by: member.supervisor ? staffMember(life, member.supervisor).id : null,
      made_at: madeAt,
    });
  };
  const now = coach === null ? null : staffMember(life, coach);
  const changedAgo =
    story.movedFrom?.ago ?? (now?.tookOverFrom && now.sinceAgo < firstAgo ? now.sinceAgo : null);
  if (changedAgo !== null) assign(life.coachOn(changedAgo + 1), 'primary', firstAgo, changedAgo);
  if (now) assign(now, 'primary', changedAgo ?? firstAgo, null);
  if (story.secondCoach) assign(staffMember(life, story.secondCoach), 'second', Math.min(firstAgo, 40), null);
}

/** Times away and windows; a stream of chance of their own, so that more of them leave the rest as it was. */
function addTimesAway(life: Life): void {
  const { rows, days, chance, person, participantId } = life;
  const more = new Chance(`away/${participantId}`);
  const addWindow = (event: WindowEvent, ago: number, window: WindowRow) => {
    const madeAt = days.at(days.ago(window.madeAgo), 605).instant;
    rows.add('vulnerability_windows', {
      id: window.id,
      participant_id: participantId,
      event,
      began_on: days.ago(ago),
      closed_on: window.closedAgo === undefined ? null : days.ago(window.closedAgo),
      pause_id: window.pauseId ?? null,
      opened_by: whoNoted(life, window.madeAgo),
      opened_at: madeAt,
      version: 1,
    });
    addWindowChecks(life, window.id, ago);
  };
  for (const { reason, fromAgo, throughAgo } of person.story.pauses ?? []) {
    const at = days.at(days.ago(fromAgo), 600).instant;
    const id = chance.id(at);
    rows.add('pauses', {
      id,
      participant_id: participantId,
      reason,
      from_on: days.ago(fromAgo),
      through_on: days.ago(throughAgo),
      made_by: whoNoted(life, fromAgo),
      made_at: at,
      version: 1,
    });
    if (reason !== 'wish')
      addWindow(EVENT_AFTER[reason], throughAgo - 1, { id: more.id(at), madeAgo: fromAgo, pauseId: id });
  }
  for (const { event, ago, closedAgo } of person.story.windows ?? []) {
    // those of longer ago came later to the sample
    const id = (ago > 30 ? more : chance).id(days.at(days.ago(ago), 600).instant);
    addWindow(event, ago, { id, madeAgo: ago, closedAgo });
  }
}

interface WindowRow {
  id: string;
  madeAgo: number;
  closedAgo?: number;
  pauseId?: string;
}
