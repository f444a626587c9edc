/** What belongs together among the settings, as an administrator looks for it. */
export const SETTING_AREAS = [
  'organization',
  'programs',
  'answering',
  'load',
  'certification',
  'reading',
  'questions',
  'rest',
] as const;
export type SettingArea = (typeof SETTING_AREAS)[number];

/** Of each area the tables that are all its own, and single columns of others, as `table.column`. */
const HOLDS: Record<SettingArea, readonly string[]> = {
  organization: [
    'organizations.name',
    'organizations.neutral_name',
    'organizations.time_zone',
    'organizations.most_quiet_days',
  ],
  programs: ['programs'],
  answering: [
    'answering_settings',
    'opening_hours',
    'holidays',
    'organizations.phone',
    'organizations.crisis_protocol',
  ],
  load: ['load_settings', 'coaches'],
  certification: ['organizations.uncertified_logging', 'education_needs'],
  reading: ['review_settings'],
  questions: ['assessment_settings'],
  rest: ['wellbeing_settings'],
};

/** The tables, and columns as `table.column`, whose changes belong to an area. */
export function heldBy(area: SettingArea): readonly string[] {
  return HOLDS[area];
}

/** @returns undefined for a setting that nobody has given a place yet */
export function areaOf(subject: string, setting: string): SettingArea | undefined {
  return SETTING_AREAS.find((area) =>
    HOLDS[area].some((held) => held === subject || held === `${subject}.${setting}`),
  );
}
