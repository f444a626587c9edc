import fastifyCookie from '@fastify/cookie';
import { ConsoleLogger, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { addApiDocument } from './api-document.js';
import { AppModule } from './app.module.js';
import type { Clock } from './clock/clock.js';
import { dataSourceFor, refusePrivilegedLogin } from './database/data-source.js';
import { refuseDeepJson } from './http/deep-json.js';
import type { LiveTimes } from './live/live-times.js';
import { answerUnreadableAddress } from './http/problem.filter.js';
import { type LogLevel, logRequests } from './http/request-log.js';
import { letBytesWait } from './http/raw-bytes.js';
import { sendSmallerAnswers } from './http/smaller-answers.js';
import { servePages } from './http/pages.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { Jobs } from './jobs/jobs.js';
import type { MessageSettings } from './messages/message-settings.js';

export interface ServerOptions {
  /** The runtime login's URL, of a database that is already migrated. */
  databaseUrl: string;
  port: number;
  host: string;
  clock?: Clock;
  /** Folder of the built pages; none serves the API alone. */
  pages?: string;
  /** Addresses of proxies to believe about the caller's address and scheme. */
  trustProxy?: string;
  logLevel?: LogLevel;
  poolSize?: number;
  /** Whether the jobs run by themselves; else only by `jobs.run(name)`, and nothing of theirs is even loaded. */
  runsJobs?: boolean;
  /** How often streams of live events are looked after. */
  liveTimes?: Partial<LiveTimes>;
  /** How messages leave; by default not at all. */
  messages?: MessageSettings;
}

export interface RunningServer {
  url: string;
  app: INestApplication;
  source: DataSource;
  jobs: Jobs;
  close(): Promise<void>;
}

/** More than the longest form with every field full; a larger body is refused with 413. */
const BODY_LIMIT_BYTES = 512 * 1024;

/** Starts one server process. Keeps no state of its own: any number can stand behind a load balancer. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const source = dataSourceFor(options.databaseUrl, [], options.poolSize);
  await source.initialize();
  try {
    await refusePrivilegedLogin(source);
    const app = await makeApp(source, options);
    await app.listen(options.port, options.host);
    const jobs = app.get(Jobs);
    jobs.over(options.databaseUrl);
    if (options.runsJobs) await jobs.start();
    const { port } = app.getHttpServer().address() as { port: number };
    return {
      url: `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}`,
      app,
      source,
      jobs,
      close: async () => {
        await jobs.stop();
        await app.close();
        await source.destroy();
      },
    };
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

async function makeApp(source: DataSource, options: ServerOptions): Promise<NestFastifyApplication> {
  const logLevel = options.logLevel ?? 'info';
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    // A stream of live events would otherwise hold the door open for ever.
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    frameworkErrors: answerUnreadableAddress as never,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  addSecurityHeaders(server);
  logRequests(server, logLevel);
  refuseDeepJson(server);
  letBytesWait(server);
  sendSmallerAnswers(server);
  await server.register(fastifyCookie);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over(source, options.clock, options.liveTimes, options.messages),
    adapter,
    {
      logger: new ConsoleLogger({
        json: true,
        logLevels: logLevel === 'silent' ? ['fatal'] : ['warn', 'error', 'fatal'],
      }),
    },
  );
  addApiDocument(app);
  await servePages(server, options.pages ?? join(import.meta.dirname, '../frontend/browser'));
  return app;
}
