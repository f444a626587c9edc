/**
 * What participants weigh on a coach; ours, and settings of the organization. Head count misleads: somebody just out
 * of prison asks for more than somebody who calls once a month.
 */
export interface LoadWeights {
  /** Every participant. */
  each: number;
  /** Added in days 0-30 of a vulnerability window, and in days 31-90. */
  earlyWindow: number;
  lateWindow: number;
  /** Added while such a risk note is open; of several the strongest counts, once. */
  urgentNote: number;
  concernNote: number;
  /** Added in the first 30 days of the enrollment. */
  firstDays: number;
  /** Taken off where contact every 28 days or less often is agreed. */
  longCadence: number;
  /** Flat, whatever else holds: as second coach, or while they are paused. */
  light: number;
  /** Nobody weighs less. */
  least: number;
}

/** Of one coach; null where the organization's holds. */
export interface LoadLimits {
  capacity: number | null;
  headCountCeiling: number | null;
}

/** What holds for every coach without limits of their own. Without a ceiling heads are not limited. */
export interface LoadSettings {
  weights: LoadWeights;
  capacity: number;
  headCountCeiling: number | null;
}

/** What holds until an administrator says otherwise: domain 7. A ceiling is a payer's, so nobody begins with one. */
export const DEFAULT_LOAD: LoadSettings = {
  weights: {
    each: 1,
    earlyWindow: 1,
    lateWindow: 0.5,
    urgentNote: 1,
    concernNote: 0.5,
    firstDays: 0.5,
    longCadence: 0.5,
    light: 0.5,
    least: 0.5,
  },
  capacity: 15,
  headCountCeiling: null,
};

/** Last day of the earlier and of the later part of a window, days that are the first, and a long cadence in days. */
export const LOAD_DAYS = { early: 30, late: 90, first: 30, long: 28 } as const;

/** What makes a participant weigh more or less on one coach. */
export interface LoadShape {
  isSecond: boolean;
  isPaused: boolean;
  window: 'early' | 'late' | null;
  note: 'urgent' | 'concern' | null;
  isNew: boolean;
  isLongCadence: boolean;
}

export function weightOf(shape: LoadShape, weights: LoadWeights): number {
  if (shape.isSecond || shape.isPaused) return weights.light;
  const { window, note } = shape;
  const weight =
    weights.each +
    (window === 'early' ? weights.earlyWindow : window === 'late' ? weights.lateWindow : 0) +
    (note === 'urgent' ? weights.urgentNote : note === 'concern' ? weights.concernNote : 0) +
    (shape.isNew ? weights.firstDays : 0) -
    (shape.isLongCadence ? weights.longCadence : 0);
  return Math.max(weights.least, weight);
}

export const LOAD_PARTS = [
  'early window',
  'late window',
  'urgent note',
  'concern note',
  'first days',
  'long cadence',
  'second coach',
  'paused',
] as const;
export type LoadPart = (typeof LOAD_PARTS)[number];

/** What a coach carries: `parts` count the people of whom something holds; somebody may be in two. */
export interface Load {
  weight: number;
  headCount: number;
  capacity: number;
  headCountCeiling: number | null;
  parts: { part: LoadPart; count: number }[];
}

export function loadOf(
  shapes: readonly (LoadShape & { count: number })[],
  own: LoadLimits,
  { weights, capacity, headCountCeiling }: LoadSettings,
): Load {
  const counts = new Map<LoadPart, number>();
  let weight = 0;
  let headCount = 0;
  for (const shape of shapes) {
    weight += shape.count * weightOf(shape, weights);
    headCount += shape.count;
    for (const part of partsOf(shape)) counts.set(part, (counts.get(part) ?? 0) + shape.count);
  }
  return {
    weight: tidy(weight),
    headCount,
    capacity: own.capacity ?? capacity,
    headCountCeiling: own.headCountCeiling ?? headCountCeiling,
    parts: LOAD_PARTS.flatMap((part) => (counts.has(part) ? [{ part, count: counts.get(part)! }] : [])),
  };
}

/** What moved the weight of one person, none twice: who weighs the flat weight weighs it for one reason. */
export function partsOf(shape: LoadShape): LoadPart[] {
  if (shape.isSecond) return ['second coach'];
  if (shape.isPaused) return ['paused'];
  const parts: LoadPart[] = [];
  if (shape.window) parts.push(`${shape.window} window`);
  if (shape.note) parts.push(`${shape.note} note`);
  if (shape.isNew) parts.push('first days');
  if (shape.isLongCadence) parts.push('long cadence');
  return parts;
}

/** A load and one more person, as primary or as second coach. */
export function loadWith(load: Load, shape: LoadShape, weights: LoadWeights): Load {
  return {
    ...load,
    weight: tidy(load.weight + weightOf(shape, weights)),
    headCount: load.headCount + 1,
  };
}

/** A load in sums alone. */
export type Carried = Pick<Load, 'weight' | 'headCount' | 'capacity'>;

/**
 * What somebody would carry with the caseload of whom they cover for. With whom both walk already is counted once: as
 * one is the second coach then, what is counted twice is the flat weight.
 *
 * @param sharedCount with whom both walk
 */
export function loadCovering(own: Load, covered: Load, sharedCount: number, { light }: LoadWeights): Carried {
  return {
    weight: tidy(own.weight + covered.weight - sharedCount * light),
    headCount: own.headCount + covered.headCount - sharedCount,
    capacity: own.capacity,
  };
}

/** `full` can be gone beyond with a reason; at the ceiling nobody else can be given. */
export const ROOMS = ['room', 'full', 'at the ceiling'] as const;
export type Room = (typeof ROOMS)[number];

/** Whether a load is still within what is meant to be carried. */
export function roomIn({ weight, headCount, capacity, headCountCeiling }: Load): Room {
  if (headCountCeiling !== null && headCount > headCountCeiling) return 'at the ceiling';
  return weight > capacity ? 'full' : 'room';
}

/** Weights of a few hundredths add up without the dust of binary fractions. */
function tidy(weight: number): number {
  return Math.round(weight * 100) / 100;
}
