import type { LoadSettings } from '../../api/contract';
import { numberTyped } from '../look/number-field';

export type Weight = keyof LoadSettings['weights'];

/** What somebody weighs, in the order in which it adds up. */
export const WEIGHTS: { name: Weight; label: string }[] = [
  { name: 'each', label: 'Every participant' },
  { name: 'earlyWindow', label: 'More in days 0-30 of a window' },
  { name: 'lateWindow', label: 'More in days 31-90 of a window' },
  { name: 'urgentNote', label: 'More with an open urgent note' },
  { name: 'concernNote', label: 'More with an open note of concern' },
  { name: 'firstDays', label: 'More in the first 30 days' },
  { name: 'longCadence', label: 'Less where every 28 days or more is agreed' },
  { name: 'light', label: 'As second coach, or while paused' },
  { name: 'least', label: 'Nobody weighs less than' },
];

/** The numbers as they are typed. */
export interface LoadTyped {
  capacity: string;
  headCountCeiling: string;
  weights: Record<Weight, string>;
}

export function typedLoad({ capacity, headCountCeiling, weights }: LoadSettings): LoadTyped {
  return {
    capacity: String(capacity),
    headCountCeiling: headCountCeiling === null ? '' : String(headCountCeiling),
    weights: Object.fromEntries(
      WEIGHTS.map(({ name }) => [name, String(weights[name])]),
    ) as LoadTyped['weights'],
  };
}

/** As it is sent. What is no number goes as it was typed: the server says what is wrong with it. */
export function loadOf({ capacity, headCountCeiling, weights }: LoadTyped): object {
  return {
    capacity: numberTyped(capacity),
    headCountCeiling: numberTyped(headCountCeiling),
    weights: Object.fromEntries(WEIGHTS.map(({ name }) => [name, numberTyped(weights[name])])),
  };
}

/** A line for each number in which these two differ, as the first has it. */
export function differing(one: LoadTyped, other: LoadTyped): string[] {
  const ceiling = one.headCountCeiling || 'none';
  return [
    ...(one.capacity === other.capacity ? [] : [`Capacity of a coach: ${one.capacity}`]),
    ...(one.headCountCeiling === other.headCountCeiling ? [] : [`The most participants: ${ceiling}`]),
    ...WEIGHTS.filter(({ name }) => one.weights[name] !== other.weights[name]).map(
      ({ name, label }) => `${label}: ${one.weights[name]}`,
    ),
  ];
}
