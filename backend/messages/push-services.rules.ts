/** The push services of the browsers: Chrome and what is built on it, Firefox, Edge on Windows, Safari. */
const OF_BROWSERS = [
  /^https:\/\/fcm\.googleapis\.com\//,
  /^https:\/\/[a-z0-9.-]+\.push\.services\.mozilla\.com\//,
  /^https:\/\/[a-z0-9.-]+\.notify\.windows\.com\//,
  /^https:\/\/[a-z0-9.-]+\.push\.apple\.com\//,
];

/**
 * Whether an endpoint that a browser hands over belongs to a push service. The server sends there by itself, so an
 * address of anything else (a machine inside the network) must not be taken.
 *
 * @param more origins of further services
 */
export function isPushService(endpoint: string, more: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { href, origin, username, port } = new URL(endpoint);
  if (more.includes(origin)) return true;
  return username === '' && port === '' && OF_BROWSERS.some((service) => service.test(href));
}
