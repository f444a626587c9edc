import { documentKind } from '../../backend/certifications/document-kind.rules.js';
import { harbor } from '../../backend/sample/harbor.js';
import { sampleRows } from '../../backend/sample/sample-organization.js';
import type { SampleTable } from '../../backend/sample/sample-rows.js';

const { rows } = sampleRows(harbor, new Date('2026-03-11T01:40:00Z'));
const of = (table: SampleTable) => rows.of(table);

test('in the sample one certification ends in 25 days, and its renewal is on the way with a document', () => {
  const ending = of('certifications').filter((each) => each['last_on'] === '2026-04-04');
  expect(ending).toMatchObject([{ number: 'PR-19902' }]);
  expect(of('certification_renewals')).toMatchObject([
    { coach_id: ending[0]!['coach_id'], first_on: '2026-04-05', state: 'waiting' },
  ]);
});

test('education waits, came back and is confirmed, and one contact is held for the supervisor', () => {
  const states = new Set(of('education_entries').map(({ state }) => state));
  expect([...states].sort()).toEqual(['confirmed', 'sent back', 'waiting']);
  expect(of('contacts').filter((contact) => contact['is_held'])).toHaveLength(1);
});

test('the document is one that we would take, and its table says where each part of it lies', () => {
  const content = Buffer.from(String(of('certification_documents')[0]!['content']).slice(2), 'hex');
  expect(documentKind(content)).toEqual({ mediaType: 'application/pdf' });
  const file = content.toString('latin1');
  const places = [...file.matchAll(/^(\d{10}) 00000 n $/gm)];
  expect(places).toHaveLength(5);
  for (const [index, place] of places.entries())
    expect(file.slice(Number(place[1]))).toMatch(new RegExp(`^${index + 1} 0 obj`));
});
