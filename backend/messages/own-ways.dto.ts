import { Matches } from 'class-validator';
import { IsNewId, Words } from '../http/fields.js';
import { DeliveryView } from './delivery.view.js';

export class OwnMail {
  /** Whether this installation can send mail at all. */
  isSetUp!: boolean;
  address!: string | null;
  /** Nothing but its code goes to an address that is not confirmed. */
  isConfirmed!: boolean;
  /** What became of the code that was sent last; null without one. */
  code!: DeliveryView | null;
}

export class OwnDevice {
  deviceId!: string;
  /** "Chrome on Android", as the browser said it. */
  name!: string;
  addedAt!: Date;
}

export class OwnTest {
  sentAt!: Date;
  deliveries!: DeliveryView[];
}

/** How one is told when something urgent waits. */
export class OwnWays {
  mail!: OwnMail;
  /** The key that a browser subscribes with (VAPID, base64url). */
  pushKey!: string;
  devices!: OwnDevice[];
  /** The last message one sent oneself, within a day. */
  test!: OwnTest | null;
}

export class ChooseMail {
  @Words(254, 3)
  @Matches(/^[^\s@<>"(),:;\\[\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, {
    message: 'This is not an e-mail address. It looks like name@example.org.',
  })
  address!: string;
}

export class ConfirmMail {
  @Words(20, 1)
  code!: string;
}

export class AddDevice {
  /** Made by the client. */
  @IsNewId()
  deviceId!: string;

  /** Where the browser's push service takes messages for it. */
  @Words(2000, 10)
  endpoint!: string;

  /** The device's public key, base64url of 65 bytes. */
  @Matches(/^[\w-]{86,88}=?$/, { message: 'This is not the key of a device.' })
  publicKey!: string;

  /** The device's secret for us, base64url of 16 bytes. */
  @Matches(/^[\w-]{21,24}={0,2}$/, { message: 'This is not the secret of a device.' })
  auth!: string;

  @Words(100, 1)
  name!: string;
}
