import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import type { DocumentView } from './certification.view.js';
import { documentKind, type DocumentRefusal, MOST_BYTES } from './document-kind.rules.js';
import { documentToSend, keepDocument } from './documents.queries.js';
import { whoseCertification } from './whose-certification.js';

const REFUSALS: Record<DocumentRefusal, string> = {
  'document-empty': 'This file is empty. Choose the scan or the photo of the certificate.',
  'document-is-a-web-page':
    'This is a web page, whatever it is called. Print it to a PDF, or take a picture of it, and send that.',
  'document-is-an-svg':
    'This is an SVG drawing, which can carry scripts. Save it as PNG or PDF and send that.',
  'document-is-a-script':
    'This is a script, not a document. Choose the scan or the photo of the certificate.',
  'document-is-a-program':
    'This is a program, not a document. Choose the scan or the photo of the certificate.',
  'document-kind-unknown': 'Only PDF, PNG and JPEG are kept. Save it as one of these and send it again.',
};

/** Documents of certifications, renewals and continuing education: kept as they were sent, handed out to keep, not to run. */
@Injectable()
export class DocumentsService {
  constructor(private readonly door: Door) {}

  /**
   * Reach first, so that nobody who may not send one has us read it; then the bytes, with no transaction waiting for
   * somebody's upload; then it is kept.
   *
   * @param bytes at most as many as a document holds
   */
  async send(
    caller: Caller,
    coachId: string,
    documentId: string,
    fileName: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<DocumentView> {
    if (!isId(documentId) || documentId[14] !== '7') throw notFound('document');
    await this.door.asActor({ ...caller, isActivity: false }, (tx, actor) =>
      whoseCertification(tx, actor, coachId),
    );
    const parts: Uint8Array[] = [];
    for await (const part of bytes) parts.push(part);
    const content = Buffer.concat(parts);
    const kind = documentKind(content);
    if ('refused' in kind) throw new Problem(422, kind.refused, REFUSALS[kind.refused]);
    return this.door.asActor(caller, async (tx, actor) => {
      const { coach } = await whoseCertification(tx, actor, coachId);
      return keepDocument(tx, actor, coach.accountId, { documentId, fileName, ...kind, content });
    });
  }

  download(caller: Caller, documentId: string): Promise<Awaited<ReturnType<typeof documentToSend>>> {
    return this.door.asActor(caller, async (tx, actor) => {
      const document = await documentToSend(tx, actor, documentId);
      actor.record({ action: 'document.downloaded', subjectId: documentId });
      return document;
    });
  }
}

/** Said while it comes, at the first byte too many. */
export const tooLarge = (): Problem =>
  new Problem(
    413,
    'document-too-large',
    `A document holds at most ${MOST_BYTES / 1024 / 1024} MB. Scan it with fewer dots, or send a photo of it.`,
  );
