import { Controller, Get, Param, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By, type Caller, For } from '../access/caller.js';
import { BYTES, bytesOf, TakesBytes } from '../http/raw-bytes.js';
import { DocumentAsked } from './certification.dto.js';
import { DocumentView } from './certification.view.js';
import { MEDIA_TYPES, MOST_BYTES } from './document-kind.rules.js';
import { DocumentsService, tooLarge } from './documents.service.js';

@Controller('api')
@For('coach', 'supervisor', 'administrator')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Put('coaches/:id/documents/:documentId')
  @TakesBytes()
  @ApiConsumes(BYTES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  send(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Query() { fileName }: DocumentAsked,
    @Req() request: FastifyRequest,
  ): Promise<DocumentView> {
    return this.documents.send(caller, id, documentId, fileName, bytesOf(request, MOST_BYTES, tooLarge));
  }

  /** To keep, never to run: with the type that its bytes are, whatever it was called. */
  @Get('documents/:id')
  @ApiProduces(...MEDIA_TYPES)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @By() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, mediaType, content } = await this.documents.download(caller, id);
    void reply.headers({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(content, {
      type: mediaType,
      length: content.length,
      disposition: `attachment; filename="document${ENDINGS[mediaType]}"; filename*=UTF-8''${nameInHeader(fileName)}`,
    });
  }
}

const ENDINGS = { 'application/pdf': '.pdf', 'image/png': '.png', 'image/jpeg': '.jpg' } as const;

/** RFC 8187: everything but letters and digits is written in hexadecimal, so a name ends no header. */
function nameInHeader(fileName: string): string {
  return encodeURIComponent(fileName).replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
