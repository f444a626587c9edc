import type { SettingChange } from '../../api/contract';
import type { IconName } from '../look/icons';

export type Area = SettingChange['area'];

/** Where an area of the settings is set, and what it is called. */
export interface SettingPlace {
  area: Area;
  name: string;
  /** What is set there, in a few words. */
  about: string;
  path: string;
  icon: IconName;
}

/** Everything an administrator sets, each with the page it is set on. */
export const SETTING_PLACES: readonly SettingPlace[] = [
  {
    area: 'organization',
    name: 'Your organization',
    about: 'Name, neutral name, time zone, pauses',
    path: '/settings',
    icon: 'home',
  },
  { area: 'programs', name: 'Programs', about: 'Add, rename, close', path: '/settings', icon: 'together' },
  {
    area: 'answering',
    name: 'Answering',
    about: 'Who answers risk notes and by when, opening hours, holidays, your number, what to do in a crisis',
    path: '/answering',
    icon: 'clock',
  },
  {
    area: 'load',
    name: 'What a coach carries',
    about: 'Weights, capacity and the most participants',
    path: '/settings/load',
    icon: 'people',
  },
  {
    area: 'certification',
    name: 'Certifications',
    about: 'Hours of education, and what becomes of a contact without a certification',
    path: '/certifications',
    icon: 'check',
  },
  {
    area: 'reading',
    name: 'Contacts supervisors read',
    about: 'How many of a hundred',
    path: '/settings/reading',
    icon: 'eye',
  },
  {
    area: 'questions',
    name: 'When BARC-10 is asked',
    about: 'First after the enrollment, then every so many days',
    path: '/settings/questions',
    icon: 'calendar',
  },
  {
    area: 'rest',
    name: 'Rest, and somebody to call',
    about: 'Quiet hours, and a line for staff themselves',
    path: '/settings/rest',
    icon: 'heart',
  },
];

export function placeOf(area: Area): SettingPlace {
  return SETTING_PLACES.find((place) => place.area === area)!;
}
