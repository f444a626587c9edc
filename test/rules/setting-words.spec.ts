import { changeInWords, type SettingValue } from '../../backend/organization/setting-words.rules.js';

const change = (subject: string, setting: string, before: SettingValue, after: SettingValue, key = '') =>
  changeInWords({ subject, setting, key, before, after });

test.each([
  [change('load_settings', 'capacity', 15, 12), 'changed the capacity of a coach from 15 to 12'],
  [
    change('load_settings', 'head_count_ceiling', null, 20),
    'changed the most participants a coach may have from nothing to 20',
  ],
  [change('organizations', 'neutral_name', '', 'Harbor'), 'changed the neutral name from nothing to Harbor'],
  [change('organizations', 'crisis_protocol', 'Old', 'New'), 'changed what to do in a crisis'],
  [
    change('opening_hours', 'opens', '09:00:00', '08:30:00', '1'),
    'changed the opening time on Monday from 09:00 to 08:30',
  ],
  [
    change('opening_hours', 'closes', null, '12:00:00', '6'),
    'changed the closing time on Saturday from nothing to 12:00',
  ],
  [change('holidays', 'name', null, 'New Year', '2027-01-01'), 'made 2027-01-01 a holiday: New Year'],
  [change('holidays', 'name', 'New Year', null, '2027-01-01'), 'took New Year (2027-01-01) off the holidays'],
  [change('programs', 'name', null, 'After prison', 'After prison'), 'added the program After prison'],
  [
    change('programs', 'name', 'Prison', 'After prison', 'After prison'),
    'renamed the program Prison to After prison',
  ],
  [change('programs', 'closed_on', null, '2026-03-10', 'Old grant'), 'closed the program Old grant'],
  [change('programs', 'closed_on', '2026-03-10', null, 'Old grant'), 'opened the program Old grant again'],
  [change('coaches', 'capacity', null, 10, 'Rosa'), 'changed the capacity of Rosa from nothing to 10'],
  [
    change('wellbeing_settings', 'quiet_from', '18:00:00', '19:00:00'),
    'changed when quiet hours begin from 18:00 to 19:00',
  ],
  [
    change('organizations', 'uncertified_logging', 'refuse', 'hold'),
    'changed what becomes of a contact without a certification from refused to held for the supervisor',
  ],
  [
    change('education_needs', 'hours', 20, 24, 'cprs'),
    'changed the hours of education that CPRS needs from 20 to 24',
  ],
  [
    change('wellbeing_settings', 'quiet_days', [6, 7], []),
    'changed the quiet days from Saturday, Sunday to none',
  ],
])('%s', (words, expected) => expect(words).toBe(expected));
