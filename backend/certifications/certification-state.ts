import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type {
  CertificationLines,
  CertificationView,
  CoachCertification,
  LoggingRightView,
  PressingCertifications,
} from './certification.view.js';
import { endsSoonestFirst, isPressing, loggingRight } from './certifications.rules.js';
import {
  type CertificationRow,
  certificationInReach,
  certificationsOf,
  certificationView,
  openRenewalsOf,
  renewalView,
} from './certifications.queries.js';
import {
  educationHours,
  educationHoursOf,
  educationNeeds,
  educationOf,
  educationView,
} from './education.queries.js';
import { heldCounts, supervisionMinutes } from './hours.queries.js';
import { removedOf } from './removed.queries.js';
import { allWhoCoach, type WhoseCertification, whoseCertification } from './whose-certification.js';

/** All that is known of one coach's right to log. @throws Problem 404 out of reach. */
export async function certificationOf(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
): Promise<CoachCertification> {
  const whose = await whoseCertification(tx, actor, coachId);
  const id = whose.coach.accountId;
  const [rows, removed, renewals, education, needs, held] = await Promise.all([
    certificationsOf(tx, actor, [id]),
    removedOf(tx, actor, id),
    openRenewalsOf(tx, actor, [id]),
    educationOf(tx, actor, id),
    educationNeeds(tx, actor),
    heldCounts(tx),
  ]);
  const inForce = rows.find((row) => row.first_on <= actor.today && actor.today <= row.last_on);
  return {
    coach: whose.coach,
    supervisor: whose.supervisor,
    today: actor.today,
    right: rightView(whose, rows, actor.today),
    certifications: rows.map((row) =>
      certificationView(row, actor.today, educationHours(education, needs, row)),
    ),
    removed,
    renewals: renewals.map(renewalView),
    education: education.map(educationView),
    supervision: inForce ? await supervisionMinutes(tx, id, inForce.first_on, inForce.last_on) : null,
    heldCount: held.get(id) ?? 0,
    mayKeep: actor.role !== 'coach' && id !== actor.accountId,
  };
}

/** Everybody within reach who coaches, what ends soonest first. */
export async function certificationLines(tx: EntityManager, actor: Actor): Promise<CertificationLines> {
  const everybody = await allWhoCoach(tx, actor);
  const ids = everybody.map(({ coach }) => coach.accountId);
  const [rows, renewals, education, needs, held] = await Promise.all([
    certificationsOf(tx, actor, ids),
    openRenewalsOf(tx, actor, ids),
    educationHoursOf(tx, actor, ids),
    educationNeeds(tx, actor),
    heldCounts(tx),
  ]);
  const items = everybody.map((whose) => {
    const { accountId } = whose.coach;
    const own = rows.filter((row) => row.coach_id === accountId);
    const entries = education.filter((each) => each.coach_id === accountId);
    const inForce = own.find((row) => row.first_on <= actor.today && actor.today <= row.last_on);
    const hours = inForce && educationHours(entries, needs, inForce);
    return {
      coach: whose.coach,
      supervisor: whose.supervisor,
      right: rightView(whose, own, actor.today),
      waitingRenewalCount: renewals.filter((each) => each.coach_id === accountId && each.state === 'waiting')
        .length,
      waitingEducationCount: entries.filter(({ state }) => state === 'waiting').length,
      hoursDone: hours?.done ?? null,
      hoursNeeded: hours?.needed ?? null,
      heldCount: held.get(accountId) ?? 0,
    };
  });
  items.sort(
    (one, other) =>
      endsSoonestFirst(one.right, other.right) || one.coach.name.localeCompare(other.coach.name),
  );
  return { today: actor.today, items };
}

/** Who soon may not log, or may not now, or waits for an answer; nothing of what they have. */
export async function pressingCertifications(
  tx: EntityManager,
  actor: Actor,
): Promise<PressingCertifications> {
  const everybody = await allWhoCoach(tx, actor);
  const ids = everybody.map(({ coach }) => coach.accountId);
  const [rows, renewals] = await Promise.all([
    certificationsOf(tx, actor, ids),
    openRenewalsOf(tx, actor, ids),
  ]);
  const items = everybody
    .map((whose) => {
      const isTheirs = ({ coach_id: coachId }: { coach_id: string }): boolean =>
        coachId === whose.coach.accountId;
      return {
        coach: whose.coach,
        right: rightView(whose, rows.filter(isTheirs), actor.today),
        waitingRenewalCount: renewals.filter((each) => isTheirs(each) && each.state === 'waiting').length,
      };
    })
    .filter(({ right, waitingRenewalCount }) => right.isPressing || waitingRenewalCount > 0)
    .sort((one, other) => endsSoonestFirst(one.right, other.right));
  return { today: actor.today, items };
}

/** One certification as it now is. */
export async function certificationNow(
  tx: EntityManager,
  actor: Actor,
  certificationId: string,
): Promise<CertificationView> {
  const row = await certificationInReach(tx, actor, certificationId);
  const [education, needs] = await Promise.all([
    educationHoursOf(tx, actor, [row.coach_id]),
    educationNeeds(tx, actor),
  ]);
  return certificationView(row, actor.today, educationHours(education, needs, row));
}

function rightView(whose: WhoseCertification, rows: CertificationRow[], today: string): LoggingRightView {
  const spans = rows.map((row) => ({ firstOn: row.first_on, lastOn: row.last_on }));
  const right = loggingRight(spans, whose.training.throughOn, today);
  return {
    ...right,
    isPressing: isPressing(right),
    then: whose.then,
    trainingSupervisor: whose.training.supervisor,
    trainingThroughOn: whose.training.throughOn,
  };
}
