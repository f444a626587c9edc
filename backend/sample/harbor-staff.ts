/** Someone who works for a sample organization. Days are counted back from today; a negative one is to come. */
export interface SampleStaff {
  signInName: string;
  name: string;
  role: 'coach' | 'supervisor' | 'administrator';
  sinceAgo: number;
  /** A supervisor who coaches as well: whose team, and for whom they stand beside the coach now. */
  alsoCoaches?: { supervisor: string; besides: string };
  /** Coaches: whose team. */
  supervisor?: string;
  certifications?: readonly {
    kind: string;
    issuer: string;
    number: string;
    firstAgo: number;
    lastAgo: number;
  }[];
  /** In supervised training: with whom, through which day. */
  training?: { supervisor: string; throughAgo: number };
  /** Who had their participants before they came. */
  tookOverFrom?: string;
}

const STATE_BOARD = 'State Certification Board';

export const harborStaff: readonly SampleStaff[] = [
  { signInName: 'ada', name: 'Ada Okafor', role: 'administrator', sinceAgo: 1_100 },
  { signInName: 'sam', name: 'Sam Whitfield', role: 'supervisor', sinceAgo: 1_090 },
  {
    signInName: 'inez',
    name: 'Inez Calloway',
    role: 'supervisor',
    sinceAgo: 960,
    alsoCoaches: { supervisor: 'sam', besides: 'Delphine' },
  },
  {
    signInName: 'rosa',
    name: 'Rosa Delgado',
    role: 'coach',
    sinceAgo: 900,
    supervisor: 'sam',
    certifications: [
      { kind: 'CPRS', issuer: STATE_BOARD, number: 'PR-20417', firstAgo: 1_420, lastAgo: 690 },
      { kind: 'CPRS', issuer: STATE_BOARD, number: 'PR-20417-2', firstAgo: 689, lastAgo: -41 },
    ],
  },
  {
    signInName: 'dev',
    name: 'Dev Patel',
    role: 'coach',
    sinceAgo: 870,
    supervisor: 'sam',
    certifications: [
      { kind: 'IC&RC PR', issuer: STATE_BOARD, number: 'PR-31160', firstAgo: 880, lastAgo: -215 },
    ],
  },
  {
    signInName: 'june',
    name: 'June Akerele',
    role: 'coach',
    sinceAgo: 64,
    supervisor: 'sam',
    training: { supervisor: 'sam', throughAgo: -116 },
    tookOverFrom: 'dev',
  },
  {
    signInName: 'keisha',
    name: 'Keisha Bright',
    role: 'coach',
    sinceAgo: 840,
    supervisor: 'inez',
    certifications: [
      { kind: 'CCAR', issuer: 'Recovery Coach Academy', number: 'RCP-7782', firstAgo: 860, lastAgo: -330 },
    ],
  },
  {
    signInName: 'tomas',
    name: 'Tomás Ferreira',
    role: 'coach',
    sinceAgo: 780,
    supervisor: 'inez',
    // lapsed nine days ago: until it is renewed the others help out
    certifications: [{ kind: 'CPRS', issuer: STATE_BOARD, number: 'PR-28034', firstAgo: 790, lastAgo: 9 }],
  },
];
