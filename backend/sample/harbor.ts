import { inezsTeam } from './harbor-inezs-team.js';
import { samsTeam } from './harbor-sams-team.js';
import { harborStaff } from './harbor-staff.js';
import { thoseWhoLeft } from './harbor-those-who-left.js';
import type { SampleOrganization } from './sample-organization.js';

export const harbor: SampleOrganization = {
  shortName: 'harbor',
  name: 'Harbor Recovery Community',
  neutralName: 'Harbor',
  timeZone: 'America/New_York',
  phone: '(555) 555-0100',
  crisisProtocol:
    'Stay with the person, in the room or on the line. Call or text 988 together. ' +
    'Then call the supervisor on call: (555) 555-0111, at any hour. Nobody waits alone.',
  onCall: 'inez',
  programs: ['Community Recovery Coaching', 'Coming Home (reentry)'],
  staff: harborStaff,
  participants: [...samsTeam, ...inezsTeam, ...thoseWhoLeft],
};
