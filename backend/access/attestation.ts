/**
 * Whether what a device says of itself comes without certificates, which we never ask for ("none"). To look at a
 * certificate is to ask the host it names whether it still holds: whoever is at the door could have this server call
 * any address.
 *
 * @param attestation the attestation object, base64url
 */
export async function isAttestationWithoutCertificates(attestation: string): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  try {
    const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestation, 'base64url')));
    const format = decoded.get('fmt');
    return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined);
  } catch {
    return false;
  }
}
