/** What became of one message by one way. */
export class DeliveryView {
  way!: 'e-mail' | 'push';
  /** `delivered`: the mail server or the push service of the device has taken it. */
  state!: 'waiting' | 'delivered' | 'given up' | 'not needed';
  /** When it was settled; null while it waits. */
  settledAt!: Date | null;
  /** When it is tried next; null once it is settled. */
  nextTryAt!: Date | null;
  /** Why the last try failed, in a few words; empty when none did. */
  problem!: string;
}

/** Whom a message told, and what became of it. With no delivery at all they had no way to be reached. */
export class MessageView {
  messageId!: string;
  subjectId!: string;
  kind!: string;
  step!: string;
  accountId!: string;
  /** Who was told. */
  name!: string;
  toldAt!: Date;
  deliveries!: DeliveryView[];
}
