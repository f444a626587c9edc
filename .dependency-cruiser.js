/**
 * The architecture of the server: folders of backend/ in ranks, the lowest first. A folder imports strictly lower
 * ranks; folders of one rank never know each other. When the lower needs news from the higher, the higher calls down
 * with plain values.
 */
export const ranks = [
  ['clock'],
  ['database', 'http'],
  ['audit', 'backup'],
  ['access'],
  ['jobs', 'live'],
  ['messages'],
  ['organization', 'health'],
  ['coaches'],
  ['cover'],
  ['participants'],
  ['certifications', 'standing', 'wellbeing'],
  ['enrollment', 'goals', 'invitations', 'promises', 'recovery-days', 'recovery-plans', 'risk', 'windows'],
  ['assessments', 'calls', 'check-ins'],
  ['contacts'],
  ['engagement', 'handover', 'home', 'looks', 'merging', 'moving-in', 'notes', 'people', 'stays', 'today'],
  ['feedback', 'held-contacts', 'reports', 'supervision', 'supervision-sessions'],
  ['exports', 'record-copies'],
  ['sample'],
];

const onlyLowerRanks = ranks.flatMap((rank, index) =>
  rank.map((folder) => {
    const closed = [...rank, ...ranks.slice(index + 1).flat()].filter((other) => other !== folder);
    return {
      name: `${folder}-imports-only-lower-ranks`,
      severity: 'error',
      from: { path: `^backend/${folder}/` },
      // a file right in backend/ puts the folders together, so it stands above them all
      to: { path: `^backend/(${[...closed.map((other) => `${other}/`), '[^/]+$'].join('|')})` },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...onlyLowerRanks,
    {
      name: 'no-rings-of-imports',
      severity: 'error',
      from: { path: '^(backend|frontend|build)/' },
      to: { circular: true },
    },
    {
      name: 'migrations-are-frozen',
      comment:
        'A migration that has landed must do the same for ever, so it imports nothing that may change.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(backend|frontend|test|migrations)/' },
    },
    {
      name: 'server-and-pages-meet-in-the-api-document',
      severity: 'error',
      from: { path: '^frontend/' },
      to: { path: '^(backend|migrations)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(backend|migrations|build)/' },
      to: { path: '^(test|frontend|build)/', pathNot: '^build/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'frontend/api/generated' },
    // an import of a type is knowledge too
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.backend.json' },
  },
};
