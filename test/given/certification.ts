import { v7 as newId } from 'uuid';
import type { Answer, Client } from '../support/client.js';
import type { Person } from './staff.js';
import type { Words } from './words.js';

/** The beginnings of files; what follows is nobody's business here. */
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]);

/** What the form sends of a certification: in force since January, for two years, unless a test says more. */
export function certificationWith(more: Words = {}): Words & { certificationId: string } {
  return { certificationId: newId(), ...CERTIFICATE, ...more };
}

export const CERTIFICATE = {
  kind: 'CPRS',
  issuer: 'State Board',
  number: 'A-1',
  firstOn: '2026-01-01',
  lastOn: '2027-12-31',
};

/** Sends a file as the page does: the bytes as they are. */
export function sendDocument(
  by: Client,
  { accountId }: Pick<Person, 'accountId'>,
  content: Uint8Array,
  { documentId = newId(), fileName = 'certificate.pdf', headers = {} } = {},
): Promise<Answer> {
  return by.send(
    'PUT',
    `/api/coaches/${accountId}/documents/${documentId}?fileName=${encodeURIComponent(fileName)}`,
    content,
    { 'content-type': 'application/octet-stream', ...headers },
  );
}

/** @returns the id of a document that was kept */
export async function aDocument(by: Client, coach: Pick<Person, 'accountId'>): Promise<string> {
  const { status, body } = await sendDocument(by, coach, PDF);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.documentId as string;
}

export async function renewalWith(
  by: Client,
  coach: Pick<Person, 'accountId'>,
  more: Words = {},
): Promise<Words & { renewalId: string }> {
  return { renewalId: newId(), ...CERTIFICATE, documentId: await aDocument(by, coach), ...more };
}

export function educationWith(more: Words = {}): Words & { educationId: string } {
  return {
    educationId: newId(),
    doneOn: '2026-02-14',
    title: 'Motivational interviewing',
    provider: 'County Learning Center',
    hours: 6,
    ...more,
  };
}
