import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The API, described for programs; the front end's types are generated from it. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Alongside')
    .setDescription(
      'The caseload manager for peer recovery coaches. Sign in first: every route but those under sign-in and ' +
        'invitations wants the session cookie. Refusals are problem details (RFC 9457) with a stable code.',
    )
    .setVersion('1')
    .addCookieAuth('session')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${method}${controller.replace('Controller', '')}`,
  });
}

export function addApiDocument(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), { jsonDocumentUrl: 'api/docs-json' });
}
