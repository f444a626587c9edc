import type { Way } from '../../api/contract';
import type { IconName } from './icons';

/** How two people talk, in a participant's words. */
export const WAY_WORDS: Record<Way, string> = {
  phone: $localize`:@@home.way.phone:by phone`,
  text: $localize`:@@home.way.text:by text`,
  video: $localize`:@@home.way.video:by video`,
  'in person': $localize`:@@home.way.inPerson:in person`,
  group: $localize`:@@home.way.group:in the group`,
  email: $localize`:@@home.way.email:by email`,
};

export const WAY_ICON: Record<Way, IconName> = {
  phone: 'phone',
  text: 'text',
  video: 'video',
  'in person': 'together',
  group: 'together',
  email: 'mail',
};
