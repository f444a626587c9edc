import type { Theme, ThemeName } from './theme.js';
import { court, family, grief, meetings, outdoors } from './themes-of-community.js';
import { cravings, health, medication, sleep } from './themes-of-health.js';
import { housing, papers } from './themes-of-home.js';
import { money, school, work } from './themes-of-purpose.js';

export const themes: Record<ThemeName, Theme> = {
  work,
  school,
  housing,
  papers,
  money,
  health,
  medication,
  cravings,
  sleep,
  family,
  meetings,
  court,
  grief,
  outdoors,
};
