import { PlannedContactView } from '../contacts/planned-contact.view.js';
import { DeathView } from '../enrollment/death.dto.js';
import { GoalInMovement } from '../goals/goal.view.js';
import { ParticipantName } from '../participants/participant.dto.js';
import { Supporter } from '../participants/supporter.dto.js';
import { WayToReach } from '../participants/way-to-reach.dto.js';
import { PlanInBrief } from '../recovery-plans/recovery-plan.view.js';
import { RiskNoteView } from '../risk/risk-note.dto.js';
import { StandingView } from '../standing/standing.view.js';
import { PauseView } from '../windows/pause.dto.js';
import { WindowView } from '../windows/window.view.js';

/** A stay in a program. */
export class EnrollmentView {
  enrollmentId!: string;
  programId!: string;
  programName!: string;
  enrolledOn!: string;
  closedOn!: string | null;
  agreedCadenceDays!: number;
  /** Of the enrollment, for agreeing on another cadence. */
  version!: number;
  /** Null once the enrollment is closed. */
  standing!: StandingView | null;
}

/** Everything at the top of a participant's page; what happened comes by pages, from the timeline. */
export class ParticipantPage extends ParticipantName {
  enrollments!: EnrollmentView[];
  waysToReach!: WayToReach[];
  supporters!: Supporter[];
  goals!: GoalInMovement[];
  openRiskNotes!: RiskNoteView[];
  nextContact!: PlannedContactView | null;
  /** Open and coming, the one begun last first. */
  windows!: WindowView[];
  /** Now and to come, and times away that should have ended lately with nobody saying so. */
  pauses!: PauseView[];
  recoveryPlan!: PlanInBrief;
  /** Null but for somebody who has died. */
  death!: DeathView | null;
}
