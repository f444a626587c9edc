import type { FastifyRequest } from 'fastify';

/** The place a passkey belongs to, as WebAuthn names it. */
export interface RelyingParty {
  /** The host, without its port. */
  rpId: string;
  /** Scheme, host and port. */
  origin: string;
}

/**
 * The place this request was sent to. Scheme and host are the proxy's word where TRUST_PROXY names that proxy, as the
 * session's cookie has it, else those of the connection. Nobody gains by sending another host: what a device signs
 * holds the page's own origin, written by its browser, and a passkey works only at the host it was made at (`rp_id`).
 */
export function relyingParty(request: FastifyRequest): RelyingParty {
  return { rpId: request.hostname, origin: `${request.protocol}://${request.host}` };
}
