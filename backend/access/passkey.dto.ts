import { IsArray, IsIn, ArrayMaxSize, IsOptional } from 'class-validator';
import { Words } from '../http/fields.js';

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** What a device answers when it has made a passkey; bytes as base64url. */
export class PasskeyMade {
  @Words(2000, 1)
  credentialId!: string;

  @Words(5000, 1)
  clientData!: string;

  @Words(50_000, 1)
  attestation!: string;

  /** How the device is reached; names we do not know are left out by the page. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(TRANSPORTS, { each: true })
  transports!: (typeof TRANSPORTS)[number][];
}

/** What a device answers when its owner shows a passkey; bytes as base64url. */
export class PasskeyShown {
  /** The organization's short name, as in the address of its sign-in page. */
  @Words(40, 1)
  organization!: string;

  @Words(2000, 1)
  credentialId!: string;

  @Words(5000, 1)
  clientData!: string;

  @Words(5000, 1)
  authenticatorData!: string;

  @Words(5000, 1)
  signature!: string;

  /** The account, as the device kept it. */
  @IsOptional()
  @Words(200)
  userHandle?: string;
}

/** What a device needs to make a passkey. */
export class PasskeyToMake {
  /** Answered once, within 5 minutes. */
  challenge!: string;
  rpId!: string;
  /** What the device shows as the place; tells nothing. */
  rpName!: string;
  /** base64url. */
  userId!: string;
  userName!: string;
  displayName!: string;
  /** Those the account has: a device that holds one makes no second. */
  knownCredentialIds!: string[];
}

/** What a device needs to show a passkey. */
export class PasskeyToShow {
  /** Answered once, within 5 minutes. */
  challenge!: string;
  rpId!: string;
}
