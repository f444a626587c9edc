/** What a backup holds: a whole embedded cluster, or a dump of the one database in a PostgreSQL of one's own. */
export const BACKUP_KINDS = ['cluster', 'dump'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

const OURS = /^alongside-\d{8}T\d{6}Z\.(cluster|dump)\.tar\.zst\.age$/;
const OURS_UNFINISHED = /^alongside-\d{8}T\d{6}Z\.(cluster|dump)\.tar\.zst\.age\.part$/;

/** Says when, in UTC, and how to open it; nothing of whose it is: names of files travel further than their content. */
export function backupName(kind: BackupKind, at: Date): string {
  const seconds = at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  return `alongside-${seconds}.${kind}.tar.zst.age`;
}

/**
 * Those to delete so that the newest `keep` stay. Files with any other name are nobody's to delete, and each kind is
 * counted by itself: a move to another database does not push the last backups of the one before out.
 */
export function tooManyBackups(names: string[], keep: number): string[] {
  return BACKUP_KINDS.flatMap((kind) =>
    names
      .filter((name) => OURS.exec(name)?.[1] === kind)
      .sort()
      .reverse()
      .slice(keep),
  );
}

/** What a backup that was killed has left behind. */
export function unfinishedBackups(names: string[]): string[] {
  return names.filter((name) => OURS_UNFINISHED.test(name));
}
