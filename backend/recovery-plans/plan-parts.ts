/** The parts of a recovery plan in the order in which they are read. All but `people` are short lines. */
export const LINE_PARTS = ['signs', 'triggers', 'helps', 'places', 'reasons'] as const;
export type LinePart = (typeof LINE_PARTS)[number];
export const PLAN_PARTS = ['signs', 'triggers', 'helps', 'places', 'people', 'reasons'] as const;
export type PlanPartName = (typeof PLAN_PARTS)[number];

export const MOST_LINES = 50;
export const MOST_PEOPLE = 20;
