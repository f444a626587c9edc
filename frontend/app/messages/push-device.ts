import { v7 as uuidv7 } from 'uuid';
import type { AddDevice } from '../../api/contract';

const WORKER = '/push-worker.js';
/** The id under which the server knows this device, to find it in the list. */
const KEPT_AS = 'alongside.push-device';

/** Why this device can't be told, or that it can. */
export type PushAbility = 'possible' | 'not offered' | 'not encrypted' | 'denied';

/** What the browser says before anything is asked of it. */
export function pushAbility(): PushAbility {
  if (!isSecureContext) return 'not encrypted';
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    return 'not offered';
  return Notification.permission === 'denied' ? 'denied' : 'possible';
}

/** The device this browser is known as; null before it ever opted in. */
export function knownDeviceId(): string | null {
  return localStorage.getItem(KEPT_AS);
}

/**
 * Asks the browser, then its push service. Only after a tap: browsers hold anything else against a site.
 *
 * @param key the server's, that the browser binds the subscription to
 * @returns null when the person said no to the browser
 * @throws what the browser threw, when it could not reach its push service
 */
export async function subscribe(key: string): Promise<AddDevice | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const subscription = await pushManager.subscribe(options).catch(async (refusal: unknown) => {
    // subscribed for an older key of the server: that one is of no use any more
    const older = await pushManager.getSubscription();
    if (!older) throw refusal;
    await older.unsubscribe();
    return pushManager.subscribe(options);
  });
  const { endpoint, keys } = subscription.toJSON();
  const deviceId = uuidv7();
  return {
    deviceId,
    endpoint: endpoint!,
    publicKey: keys!['p256dh']!,
    auth: keys!['auth']!,
    name: deviceName(navigator.userAgent),
  };
}

/** Remembers which of the devices this one is. */
export function keepDeviceId(deviceId: string): void {
  localStorage.setItem(KEPT_AS, deviceId);
}

/** Takes this browser's subscription back; the server has forgotten the device already. */
export async function unsubscribe(): Promise<void> {
  localStorage.removeItem(KEPT_AS);
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'Mac'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** "Chrome on Android", so that a person knows their devices apart. */
export function deviceName(userAgent: string): string {
  const find = (list: [RegExp, string][]): string | undefined =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return `${find(BROWSERS) ?? 'A browser'} on ${find(SYSTEMS) ?? 'a device'}`;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** Our content security policy lets a script be named by this policy alone, and it names one. */
function workerAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trusted ??= trustedTypes?.createPolicy('alongside#push-worker', { createScriptURL: () => WORKER });
  return trusted?.createScriptURL(WORKER) ?? WORKER;
}

let trusted: ReturnType<TrustedTypes['createPolicy']> | undefined;
