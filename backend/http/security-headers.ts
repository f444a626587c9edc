import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const COMMON = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** Strict: scripts and styles only of our own, or carrying this response's nonce; no text becomes script by itself. */
function policyWith(nonce: string): string {
  const ours = `'self' 'nonce-${nonce}'`;
  return [
    ...COMMON,
    `script-src ${ours}`,
    `style-src ${ours}`,
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler angular#components alongside#push-worker',
  ].join('; ');
}

/** Of answers, which nobody opens as a page: should somebody, nothing in them runs. Short: one comes with each of them. */
const ANSWER_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Swagger's page writes its own styles and a start script. */
const DOCUMENT_POLICY = [
  ...COMMON,
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
].join('; ');

declare module 'fastify' {
  interface FastifyReply {
    nonce: string;
  }
}

/** On every response, the refusals included. */
export function addSecurityHeaders(server: FastifyInstance): void {
  server.decorateReply('nonce', '');
  server.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(request, reply);
    done();
  });
}

/** Scripts and styles of the built pages: only a page, an answer or a worker has use for more than these. */
const PART_OF_A_PAGE = /^\/[\w-]+-[\w-]{8}\.(js|css)$/;
const OF_A_PART = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** For what is answered before any hook runs. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  // a cheap phone asks for many of them, and each of these lines would come with every one
  if (PART_OF_A_PAGE.test(request.url)) return void reply.headers(OF_A_PART);
  const isPage = !request.url.startsWith('/api/') && !request.url.startsWith('/health/');
  if (isPage) reply.nonce = randomBytes(16).toString('base64');
  void reply.headers({
    'content-security-policy': policyOf(request.url, reply.nonce),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  });
  if (!isPage) void reply.header('cache-control', 'no-store');
}

function policyOf(url: string, nonce: string): string {
  if (url.startsWith('/api/docs')) return DOCUMENT_POLICY;
  return nonce ? policyWith(nonce) : ANSWER_POLICY;
}
