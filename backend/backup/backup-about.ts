import type { BackupKind } from './backup-names.rules.js';

/** How much there is, for a person to see that it is theirs and how new it is. */
export interface Holdings {
  organizations: number;
  participants: number;
  /** When the newest contact was recorded, ISO in UTC; null before any. */
  newestContactAt: string | null;
}

/** The first member of a backup: what it is, and what it takes to bring it back. */
export interface BackupAbout {
  format: 1;
  kind: BackupKind;
  /** ISO, in UTC. */
  madeAt: string;
  /** Of the server it came from: `18.4`. */
  postgres: string;
  migrationCount: number;
  /** The number a migration's file begins with: `1763700000046`. */
  newestMigration: string;
  holds: Holdings;
}

export const ABOUT = 'alongside-backup.json';

/** Each file's checksum; PostgreSQL writes it for a cluster in this shape, we for a dump. Always the last member. */
export interface BackupManifest {
  Files: { Path?: string; 'Encoded-Path'?: string; Size: number; Checksum: string }[];
}

/** One file or folder of a backup on its way. */
export interface Member {
  name: string;
  size: number;
  isFolder?: boolean;
  content: AsyncIterable<Uint8Array>;
}

export function holding({ organizations, participants, newestContactAt }: Holdings): string {
  const count = (number: number, noun: string): string =>
    `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
  const newest = newestContactAt
    ? `the newest contact recorded ${newestContactAt.slice(0, 16).replace('T', ' ')} UTC`
    : 'no contact yet';
  return `${count(organizations, 'organization')}, ${count(participants, 'participant')}, ${newest}`;
}
