/** A setting as it is kept in JSON. */
export type SettingValue = string | number | boolean | readonly number[] | null;

/** One setting that somebody changed, as it is kept: the table, its column, which of several rows, before and after. */
export interface ChangedSetting {
  subject: string;
  setting: string;
  /** A weekday, a day, or the name of a program or coach, where there are several. */
  key: string;
  before: SettingValue;
  after: SettingValue;
}

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const NAMES: Record<string, string> = {
  'organizations.name': 'the name of the organization',
  'organizations.time_zone': 'the time zone',
  'organizations.phone': 'the phone number',
  'organizations.neutral_name': 'the neutral name',
  'organizations.uncertified_logging': 'what becomes of a contact without a certification',
  'organizations.most_quiet_days': 'the most days somebody may be paused',
  'answering_settings.urgent_minutes': 'the minutes in which an urgent risk note is answered',
  'answering_settings.concern_working_days': 'the working days in which a concern is answered',
  'answering_settings.watch_days': 'the days in which a note to watch is answered',
  'answering_settings.on_call_id': 'who is on call',
  'load_settings.each_weight': 'the weight of each participant',
  'load_settings.early_window_weight': 'the weight of a window in its first 30 days',
  'load_settings.late_window_weight': 'the weight of a window after 30 days',
  'load_settings.urgent_note_weight': 'the weight of an open urgent note',
  'load_settings.concern_note_weight': 'the weight of an open concern',
  'load_settings.first_days_weight': 'the weight of somebody’s first 30 days',
  'load_settings.long_cadence_relief': 'the relief for a cadence of 28 days or more',
  'load_settings.light_weight': 'the weight of a second coach or somebody paused',
  'load_settings.least_weight': 'the least weight',
  'load_settings.capacity': 'the capacity of a coach',
  'load_settings.head_count_ceiling': 'the most participants a coach may have',
  'review_settings.sample_percent': 'how many of a hundred contacts are read',
  'assessment_settings.barc_first_days': 'the days until the first BARC-10',
  'assessment_settings.barc_every_days': 'the days between two BARC-10s',
  'wellbeing_settings.quiet_from': 'when quiet hours begin',
  'wellbeing_settings.quiet_until': 'when quiet hours end',
  'wellbeing_settings.quiet_days': 'the quiet days',
  'wellbeing_settings.support_line': 'the support line for staff',
};

/** Told in sentences of their own. */
const BY_ROW = ['programs', 'holidays', 'opening_hours', 'coaches', 'education_needs'];

/** Whether there are words for it; without, a change of it shows the name of its column. */
export function hasWords(subject: string, setting: string): boolean {
  return BY_ROW.includes(subject) || isLongText(subject, setting) || `${subject}.${setting}` in NAMES;
}

/** Many lines of text: that they changed is told in a sentence, and both are there to read. */
export function isLongText(subject: string, setting: string): boolean {
  return subject === 'organizations' && setting === 'crisis_protocol';
}

/** What was changed as the end of a sentence that begins with who did it: `changed the capacity … from 15 to 12`. */
export function changeInWords(change: ChangedSetting): string {
  const { subject, setting, key, before, after } = change;
  if (subject === 'programs') return programInWords(change);
  if (subject === 'holidays')
    return after === null
      ? `took ${String(before)} (${key}) off the holidays`
      : `made ${key} a holiday: ${String(after)}`;
  if (subject === 'opening_hours') {
    const part = setting === 'opens' ? 'opening' : 'closing';
    return changed(`the ${part} time on ${WEEKDAYS[Number(key)] ?? key}`, before, after, clock);
  }
  if (subject === 'coaches')
    return changed(
      `the ${setting === 'capacity' ? 'capacity' : 'most participants'} of ${key}`,
      before,
      after,
    );
  if (isLongText(subject, setting)) return 'changed what to do in a crisis';
  if (subject === 'education_needs')
    return changed(
      setting === 'hours'
        ? `the hours of education that ${key.toUpperCase()} needs`
        : `the months in which ${key.toUpperCase()} needs its hours`,
      before,
      after,
    );
  if (setting === 'uncertified_logging') return changed(NAMES[`${subject}.${setting}`]!, before, after, held);
  const name = NAMES[`${subject}.${setting}`] ?? setting.replaceAll('_', ' ');
  return changed(
    name,
    before,
    after,
    setting === 'quiet_days' ? days : setting.startsWith('quiet_') ? clock : said,
  );
}

function programInWords({ setting, key, before, after }: ChangedSetting): string {
  if (setting === 'closed_on')
    return after === null ? `opened the program ${key} again` : `closed the program ${key}`;
  return before === null
    ? `added the program ${String(after)}`
    : `renamed the program ${String(before)} to ${String(after)}`;
}

function changed(name: string, before: SettingValue, after: SettingValue, say = said): string {
  return `changed ${name} from ${say(before)} to ${say(after)}`;
}

const said = (value: SettingValue): string => (value === null || value === '' ? 'nothing' : String(value));
const clock = (value: SettingValue): string => (value === null ? 'nothing' : String(value).slice(0, 5));
const days = (value: SettingValue): string =>
  (Array.isArray(value) ? value.map((day) => WEEKDAYS[Number(day)]).join(', ') : '') || 'none';
const held = (value: SettingValue): string => (value === 'hold' ? 'held for the supervisor' : 'refused');
