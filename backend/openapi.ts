import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { writeFileSync } from 'node:fs';
import 'reflect-metadata';
import { apiDocument } from './api-document.js';
import { AppModule } from './app.module.js';

// Writes the API document without a database: `node dist/backend/openapi.js dist/openapi.json`.
const app = await NestFactory.create(AppModule.over(undefined), new FastifyAdapter(), {
  preview: true,
  logger: false,
});
writeFileSync(process.argv[2] ?? 'dist/openapi.json', JSON.stringify(apiDocument(app), null, 2));
await app.close();
