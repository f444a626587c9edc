/** Certifications that end within so many days show to the coach and to the supervisor, and are talked about (domain 6). */
export const ENDS_SOON_DAYS = 60;

/** A credential in force from its first through its last day. */
export interface CertificationSpan {
  id: string;
  firstOn: string;
  lastOn: string;
}

/** A coach in training logs under a named supervisor through a set day (SAMHSA's 2023 national model standards). */
export interface SupervisedTraining {
  trainingSupervisorId: string | null;
  trainingThroughOn: string | null;
}

/** What a contact carries: the certification in force on its day or, failing that, the supervisor of the training. */
export type LoggedUnder =
  | { certificationId: string; trainingSupervisorId: null }
  | { certificationId: null; trainingSupervisorId: string };

/** The certification in force on a day, null when none is; of several the one that lasts longest. */
export function certificationFor<C extends CertificationSpan>(
  certifications: readonly C[],
  day: string,
): C | null {
  return certifications
    .filter(({ firstOn, lastOn }) => firstOn <= day && day <= lastOn)
    .reduce<C | null>((longest, each) => (longest && longest.lastOn >= each.lastOn ? longest : each), null);
}

/** What a coach may log a contact of that day under; null when neither certified nor in supervised training. */
export function loggedUnder(
  certifications: readonly CertificationSpan[],
  { trainingSupervisorId, trainingThroughOn }: SupervisedTraining,
  day: string,
): LoggedUnder | null {
  const certification = certificationFor(certifications, day);
  if (certification) return { certificationId: certification.id, trainingSupervisorId: null };
  const isInTraining =
    trainingSupervisorId !== null && trainingThroughOn !== null && day <= trainingThroughOn;
  return isInTraining ? { certificationId: null, trainingSupervisorId } : null;
}

/** A stretch of days, both ends included. */
export interface Span {
  firstOn: string;
  lastOn: string;
}

/**
 * The last day through which a coach may log without a gap, from a day on: certifications that follow one another, and
 * supervised training. Null when neither is in force on that day.
 */
export function mayLogThrough(
  certifications: readonly Span[],
  trainingThroughOn: string | null,
  day: string,
): string | null {
  const spans =
    trainingThroughOn === null
      ? certifications
      : [...certifications, { firstOn: day, lastOn: trainingThroughOn }];
  let through: string | null = null;
  for (const { firstOn, lastOn } of [...spans].sort((one, other) => (one.firstOn < other.firstOn ? -1 : 1)))
    if (
      firstOn <= (through === null ? day : Temporal.PlainDate.from(through).add({ days: 1 }).toString()) &&
      lastOn >= day &&
      (through === null || lastOn > through)
    )
      through = lastOn;
  return through;
}
