/** One passkey of one's own: told apart by the days it was made and used last. */
export class OwnPasskey {
  passkeyId!: string;
  /** Calendar days in the organization's zone. */
  addedOn!: string;
  usedOn!: string | null;
}

/** What opens one's own account. */
export class GettingIn {
  signInName!: string;
  hasPassphrase!: boolean;
  passkeys!: OwnPasskey[];
}
