/** How messages leave this installation; read from the environment by `startMessageSettings`. */
export interface MessageSettings {
  /** Without it, mail is not set up: what would go by mail waits, and the pages say so. */
  mail?: { url: string; from: string };
  /** Where people sign in, `https://…`; a message without it carries no address. */
  publicUrl?: string;
  /** What push services know this installation by; else made on first use and kept in the database. */
  pushKeys?: { publicKey: string; privateKey: string };
  /** Origins of push services beside those of the browsers; only to them does the server ever send. */
  pushServices?: string[];
}

export const MESSAGE_SETTINGS = Symbol('message settings');
