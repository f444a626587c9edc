import type { PasskeyMade, PasskeyShown, PasskeyToMake, PasskeyToShow } from '../../api/contract';

/** How this device may be reached, as the server knows them. */
const TRANSPORTS: PasskeyMade['transports'] = [
  'ble',
  'cable',
  'hybrid',
  'internal',
  'nfc',
  'smart-card',
  'usb',
];

/** Whether this browser can keep a passkey at all. Over plain http none can, but on this machine itself. */
export function mayKeepPasskeys(): boolean {
  return isSecureContext && 'PublicKeyCredential' in window;
}

/** Asks the device to make a passkey, which asks its owner for a finger, a face or its own code. */
export async function makePasskey(asked: PasskeyToMake): Promise<PasskeyMade> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const made = await startRegistration({
    optionsJSON: {
      challenge: asked.challenge,
      rp: { id: asked.rpId, name: asked.rpName },
      user: { id: asked.userId, name: asked.userName, displayName: asked.displayName },
      // ES256, EdDSA, RS256: what devices have
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      attestation: 'none',
      excludeCredentials: asked.knownCredentialIds.map((id) => ({ type: 'public-key', id })),
      timeout: 120_000,
    },
  });
  return {
    credentialId: made.id,
    clientData: made.response.clientDataJSON,
    attestation: made.response.attestationObject,
    transports: TRANSPORTS.filter((each) => made.response.transports?.some((one) => one === each)),
  };
}

/** Asks the device for one of its passkeys of this place; it knows whose it is. */
export async function showPasskey(asked: PasskeyToShow): Promise<Omit<PasskeyShown, 'organization'>> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { id, response } = await startAuthentication({
    optionsJSON: {
      challenge: asked.challenge,
      rpId: asked.rpId,
      userVerification: 'required',
      timeout: 120_000,
    },
  });
  return {
    credentialId: id,
    clientData: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    ...(response.userHandle ? { userHandle: response.userHandle } : {}),
  };
}

/** Somebody changed their mind, or the device did not know them, or it holds one already: no failure of ours. */
export function isOfDevice(failure: unknown): boolean {
  return (
    failure instanceof Error && ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(failure.name)
  );
}
