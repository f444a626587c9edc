/**
 * Shows what a push brings, and opens the pages at a tap. Nothing else: it keeps no page and answers no request, so what
 * is loaded always comes from the server.
 */
const OPENS = '/risk-notes';

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('push', (event) => {
  const { title, body, tag } = event.data.json();
  event.waitUntil(
    // the same message, brought twice, takes the place of the first
    self.registration.showNotification(title, { body, tag, icon: '/icon.svg', requireInteraction: true }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open());
});

/** A page that is open may hold words somebody types, so it is asked to go there and asks them; it is not sent. */
async function open() {
  const [page] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!page) return self.clients.openWindow(OPENS);
  page.postMessage({ opens: OPENS });
  return page.focus();
}
