/** What an organization that has just begun has by now, in counts; never of whom. */
export class GettingReady {
  /** Whether it is young enough to be told: 30 days. Afterwards each of these has its own place. */
  isBeginning!: boolean;
  supervisorCount!: number;
  coachCount!: number;
  /** Coaches whose risk notes nobody of their own would answer. */
  coachesWithoutSupervisorCount!: number;
  /** In a program now. */
  participantCount!: number;
  /** In a program now, and nobody walks with them. */
  withoutCoachCount!: number;
  /** Staff who were invited and have not opened their account. */
  notOpenedCount!: number;
  /** Whether somebody is named for urgent risk notes outside opening hours. */
  isSomebodyOnCall!: boolean;
}
