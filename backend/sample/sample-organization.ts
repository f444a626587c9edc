import { addAssessments } from './assessment-rows.js';
import { addAssigning } from './assigning-rows.js';
import { addCertifying } from './certifying-rows.js';
import { addHeldContact } from './held-contact-rows.js';
import { addCheckIns } from './check-in-rows.js';
import { Chance } from './chance.js';
import { addContacts } from './contact-rows.js';
import { addCovers } from './cover-rows.js';
import { addDeaths } from './death-rows.js';
import { addDrafts } from './draft-rows.js';
import { addFeedback } from './feedback-rows.js';
import { addGoals } from './goal-rows.js';
import { addGoalStories } from './goal-story-rows.js';
import { addHandovers } from './handover-rows.js';
import type { SampleStaff } from './harbor-staff.js';
import { addInvitations } from './invitation-rows.js';
import { addMessages } from './message-rows.js';
import { addParticipant } from './participant-rows.js';
import { addRecoveryPlan } from './plan-rows.js';
import { addLooks } from './look-rows.js';
import { addOwnWords } from './own-words-rows.js';
import { addPlannedContacts } from './planned-contact-rows.js';
import { addOwnDays } from './own-days-rows.js';
import { addPromises } from './promise-rows.js';
import { addRecoveryDays } from './recovery-day-rows.js';
import { addRiskNotes } from './risk-note-rows.js';
import { SampleDays } from './sample-days.js';
import type { Life } from './sample-making.js';
import { SampleRows } from './sample-rows.js';
import { addAnsweringSettings } from './answering-rows.js';
import { addSupervisorsWhoCoach } from './supervisor-who-coaches-rows.js';
import { addStandIns } from './stand-in-rows.js';
import { addSettingChanges } from './setting-rows.js';
import { addStaff } from './staff-rows.js';
import { addSupervision } from './supervision-rows.js';
import { addWellbeing } from './wellbeing-rows.js';
import { addMorning } from './today-rows.js';
import type { SampleParticipant } from './story.js';

export interface SampleOrganization {
  shortName: string;
  name: string;
  neutralName: string;
  timeZone: string;
  phone: string;
  crisisProtocol: string;
  /** The supervisor on call, by sign-in name. */
  onCall: string;
  programs: readonly string[];
  staff: readonly SampleStaff[];
  participants: readonly SampleParticipant[];
}

export interface MadeOrganization {
  organizationId: string;
  rows: SampleRows;
}

/**
 * All rows of a sample organization but the passwords and the standings, which follow from the rows. Pure: the same
 * organization on the same `now` has the same rows.
 */
export function sampleRows(organization: SampleOrganization, now: Date): MadeOrganization {
  const { shortName, timeZone } = organization;
  const chance = new Chance(shortName);
  const days = new SampleDays(timeZone, now);
  const foundedAt = days.at(days.ago(1_110), 9 * 60).instant;
  const organizationId = chance.id(foundedAt);
  const rows = new SampleRows(organizationId);
  rows.add('organizations', {
    id: organizationId,
    short_name: shortName,
    name: organization.name,
    neutral_name: organization.neutralName,
    time_zone: timeZone,
    phone: organization.phone,
    crisis_protocol: organization.crisisProtocol,
    uncertified_logging: 'refuse',
    is_sample: true,
    created_at: foundedAt,
  });
  const programs = organization.programs.map((name) => ({ id: chance.id(foundedAt), name }));
  for (const { id, name } of programs) rows.add('programs', { id, name, created_at: foundedAt });
  const staff = addStaff(rows, days, chance, organization.staff);
  addAnsweringSettings(rows, days, staff, organization.onCall);

  const lives = organization.participants.map((person) =>
    addParticipant({ rows, days, programs, staff }, person, shortName),
  );
  for (const life of lives) addWhatHappened(life);
  addGoalStories(lives);
  addInvitations(lives);
  if (shortName === 'harbor') {
    addCovers({ rows, days, staff });
    addCertifying({ rows, days, staff });
    addDrafts(lives);
    addStandIns(lives);
    addHeldContact(lives);
    addHandovers(lives);
    addAssigning(lives);
    addMorning(lives);
    addFeedback({ rows, days, staff });
    addRecoveryDays(lives);
    addOwnDays(lives);
    addOwnWords(lives);
    addLooks(lives);
    addSupervisorsWhoCoach(lives);
    addSupervision(lives);
    addWellbeing(rows, days, staff);
    addDeaths(lives);
    addSettingChanges(rows, days, staff, organization.crisisProtocol);
  }
  addMessages(rows, days, staff, shortName);
  return { organizationId, rows };
}

function addWhatHappened(life: Life): void {
  addGoals(life);
  addCheckIns(life);
  addContacts(life);
  addRiskNotes(life);
  addPlannedContacts(life);
  addPromises(life);
  addRecoveryPlan(life);
  addAssessments(life);
}
