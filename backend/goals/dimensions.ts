/** SAMHSA's four dimensions of recovery (Working Definition of Recovery, 2012), as goals and contacts name them. */
export const DIMENSIONS = ['Health', 'Home', 'Purpose', 'Community'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
