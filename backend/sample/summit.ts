import type { SampleStaff } from './harbor-staff.js';
import type { SampleOrganization } from './sample-organization.js';
import { resolvedAtOnce, returnedToUse } from './risk-stories.js';
import { dueToday, inTouch, justEnrolled, longQuiet, overdueBy, participant } from './story.js';

const certified = (number: string) => [
  { kind: 'NCPRSS', issuer: 'NAADAC', number, firstAgo: 500, lastAgo: -400 },
];

const staff: readonly SampleStaff[] = [
  { signInName: 'olive', name: 'Olive Brannigan', role: 'administrator', sinceAgo: 520 },
  { signInName: 'grant', name: 'Grant Sutherland', role: 'supervisor', sinceAgo: 515 },
  {
    signInName: 'lupe',
    name: 'Guadalupe Serrano',
    role: 'coach',
    sinceAgo: 490,
    supervisor: 'grant',
    certifications: certified('N-4410'),
  },
  {
    signInName: 'hoyt',
    name: 'Hoyt Barlow',
    role: 'coach',
    sinceAgo: 480,
    supervisor: 'grant',
    certifications: certified('N-5127'),
  },
];

/** Small, in another time zone, and none of Harbor's business. */
export const summit: SampleOrganization = {
  shortName: 'summit',
  name: 'Summit Recovery Network',
  neutralName: 'Summit',
  timeZone: 'America/Denver',
  phone: '(555) 555-0190',
  crisisProtocol:
    'Stay with the person. Call or text 988 together. Then call Grant: (555) 555-0191, day or night.',
  onCall: 'grant',
  programs: ['Mountain Peer Support'],
  staff,
  participants: [
    participant('Cal', 'Calvin Thorne', 'he/him', 'lupe', ['work', 'outdoors'], inTouch(310, 2), {
      signInName: 'cal',
    }),
    participant(
      'Ilse',
      'Ilse Baumgartner',
      'she/her',
      'lupe',
      ['family', 'sleep'],
      dueToday(120, { riskNotes: [resolvedAtOnce(40)] }),
    ),
    participant(
      'Tuck',
      'Tucker Raines',
      'he/him',
      'lupe',
      ['court', 'money'],
      overdueBy(2, 205, { attemptsAgo: [1] }),
    ),
    participant(
      'Zuri',
      'Zuri Kamau',
      'she/her',
      'hoyt',
      ['school', 'health'],
      inTouch(77, 2, { riskNotes: [returnedToUse] }),
    ),
    participant('Pete', 'Pyotr Antonov', 'he/him', 'hoyt', ['housing', 'grief'], longQuiet(400)),
    participant('Marlo', 'Marlo Jensen', 'they/them', 'hoyt', ['meetings', 'work'], justEnrolled(2)),
  ],
};
