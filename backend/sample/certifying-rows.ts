import { createHash } from 'node:crypto';
import { certificatePdf } from './certificate-pdf.js';
import { Chance } from './chance.js';
import { type Making, staffMember } from './sample-making.js';

type Certifying = Pick<Making, 'rows' | 'days' | 'staff'>;

interface Course {
  coach: string;
  doneAgo: number;
  title: string;
  provider: string;
  hours: number;
  /** Whose word it has, or who asks what; without it it waits. */
  settled?: { by: string; words?: string };
}

const COLLEGE = 'County Learning Center';
const NETWORK = 'Peer Network';

const COURSES: readonly Course[] = [
  {
    coach: 'rosa',
    doneAgo: 640,
    title: 'Ethics and boundaries',
    provider: NETWORK,
    hours: 3,
    settled: { by: 'sam' },
  },
  {
    coach: 'rosa',
    doneAgo: 512,
    title: 'Motivational interviewing',
    provider: COLLEGE,
    hours: 6,
    settled: { by: 'sam' },
  },
  {
    coach: 'rosa',
    doneAgo: 298,
    title: 'Naloxone: teaching others',
    provider: 'Health Department',
    hours: 2,
    settled: { by: 'sam' },
  },
  {
    coach: 'rosa',
    doneAgo: 121,
    title: 'Trauma and the body',
    provider: COLLEGE,
    hours: 4.5,
    settled: { by: 'ada' },
  },
  { coach: 'rosa', doneAgo: 12, title: 'Housing rights in plain words', provider: 'Legal Aid', hours: 3 },
  {
    coach: 'dev',
    doneAgo: 402,
    title: 'Suicide prevention: asking and staying',
    provider: NETWORK,
    hours: 8,
    settled: { by: 'sam' },
  },
  {
    coach: 'dev',
    doneAgo: 210,
    title: 'Working with families',
    provider: COLLEGE,
    hours: 12,
    settled: { by: 'sam' },
  },
  {
    coach: 'dev',
    doneAgo: 47,
    title: 'Ethics and boundaries',
    provider: NETWORK,
    hours: 6,
    settled: { by: 'sam' },
  },
  {
    coach: 'keisha',
    doneAgo: 334,
    title: 'Group facilitation',
    provider: 'Recovery Coach Academy',
    hours: 10,
    settled: { by: 'inez' },
  },
  {
    coach: 'keisha',
    doneAgo: 19,
    title: 'Self-care for helpers',
    provider: NETWORK,
    hours: 2,
    settled: { by: 'inez', words: 'Which of the two evenings was it? The paper says the 3rd.' },
  },
];

/** Courses that coaches took, how much one kind needs, and the renewal with its document that Inez has sent for her coaching. */
export function addCertifying({ rows, days, staff }: Certifying): void {
  const chance = new Chance('certifying of harbor');
  const idOf = (signInName: string): string => staffMember({ staff }, signInName).id;
  rows.add('education_needs', { kind: 'cprs', hours: 20, months: 24, version: 1 });
  for (const { coach, doneAgo, title, provider, hours, settled } of COURSES) {
    const sentAt = days.at(days.ago(Math.max(0, doneAgo - 1)), 19 * 60).instant;
    const id = chance.id(sentAt);
    rows.add('education_entries', {
      id,
      coach_id: idOf(coach),
      done_on: days.ago(doneAgo),
      title,
      provider,
      hours,
      document_id: null,
      sent_at: sentAt,
      state: !settled ? 'waiting' : settled.words ? 'sent back' : 'confirmed',
      settled_by: settled ? idOf(settled.by) : null,
      settled_at: settled ? days.after(sentAt, 16 * 60) : null,
      words: settled?.words ?? '',
      version: settled ? 2 : 1,
      request_hash: hashOf(id),
    });
  }
  addRenewal({ rows, days, staff }, chance);
}

function addRenewal({ rows, days, staff }: Certifying, chance: Chance): void {
  const inez = staffMember({ staff }, 'inez');
  const sentAt = days.at(days.ago(2), 18 * 60).instant;
  const [firstOn, lastOn] = [days.ago(-26), days.ago(-755)];
  const content = certificatePdf([
    'State Certification Board',
    'Certified Peer Recovery Coach',
    inez.name,
    'PR-19902-2',
    `${firstOn} through ${lastOn}`,
  ]);
  const documentId = chance.id(sentAt);
  rows.add('certification_documents', {
    id: documentId,
    coach_id: inez.id,
    file_name: 'Certificate PR-19902-2.pdf',
    media_type: 'application/pdf',
    byte_count: content.length,
    sha256: `\\x${createHash('sha256').update(content).digest('hex')}`,
    content: `\\x${content.toString('hex')}`,
    sent_by: inez.id,
    sent_at: sentAt,
  });
  const id = chance.id(sentAt);
  rows.add('certification_renewals', {
    id,
    coach_id: inez.id,
    kind: 'CPRS',
    issuer: 'State Certification Board',
    number: 'PR-19902-2',
    first_on: firstOn,
    last_on: lastOn,
    document_id: documentId,
    sent_at: sentAt,
    state: 'waiting',
    words: '',
    version: 1,
    request_hash: hashOf(id),
  });
}

function hashOf(id: string): string {
  return `\\x${createHash('sha256').update(id).digest('hex')}`;
}
