import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { readFile } from 'node:fs/promises';
import { ACCESS } from '../../backend/access/caller.js';
import { startServer, type RunningServer } from '../../backend/main.js';
import { workerDatabase } from '../support/database.js';

interface Route {
  name: string;
  method: RequestMethod;
  path: string;
  access: unknown;
}

interface Operation {
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

/** Made by the build: the compiler's plugin writes into it what the types say. */
const DOCUMENT = 'dist/openapi.json';
const WITH_BODY = ['post', 'put', 'patch'];

let server: RunningServer;
let operations: [string, Operation][];

beforeAll(async () => {
  const { runtime } = await workerDatabase();
  server = await startServer({ databaseUrl: runtime, port: 0, host: '127.0.0.1', logLevel: 'silent' });
  const { paths } = JSON.parse(await readFile(DOCUMENT, 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
});
afterAll(() => server.close());

function routes(): Route[] {
  const modules = [...server.app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map((each) => each.metatype)),
  );
  return [...controllers].flatMap((controller) => {
    const type = controller as unknown as { name: string; prototype: Record<string, object> };
    return Object.getOwnPropertyNames(type.prototype)
      .map((name) => ({ name: `${type.name}.${name}`, handler: type.prototype[name]! }))
      .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map(({ name, handler }) => ({
        name,
        method: Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod,
        path: String(Reflect.getMetadata(PATH_METADATA, handler)),
        access: (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type)) as unknown,
      }));
  });
}

test('every route says whom it is for', () => {
  expect(routes().length).toBeGreaterThan(10);
  expect(routes().filter(({ access }) => access === undefined)).toEqual([]);
});

test('every address takes its method alone', () => {
  expect(routes().filter(({ method }) => method === RequestMethod.ALL)).toEqual([]);
});

test('every route of the API says what it answers', () => {
  expect(operations.length).toBeGreaterThan(10);
  const silent = operations.filter(([, { responses }]) => {
    const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
    return (
      status !== '204' && !Object.values(answer?.content ?? {}).some(({ schema }) => schema !== undefined)
    );
  });
  expect(silent.map(([name]) => name)).toEqual([]);
});

test('every route of the API that takes words says which', () => {
  const silent = operations.filter(
    ([name, { requestBody }]) =>
      WITH_BODY.includes(name.split(' ')[0]!) &&
      requestBody !== undefined &&
      !Object.values(requestBody.content).every(({ schema }) => schema && Object.keys(schema).length > 0),
  );
  expect(silent.map(([name]) => name)).toEqual([]);
});
