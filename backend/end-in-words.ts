import { CannotBackUp, UnusableBackup } from './backup/unusable-backup.js';
import { UnusableDatabase } from './database/migrate.js';
import { CannotStart } from './cannot-start.js';

/**
 * Runs a command of the terminal and sets how the process ends: 0 done; 1 could not be done, nothing was changed; 2 the
 * backup itself can't be trusted. What a person can act on is said in words; anything else is a defect and shows where.
 */
export async function endInWords(usage: string, command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = error instanceof UnusableBackup ? 2 : 1;
    const { code, message } = error as NodeJS.ErrnoException;
    const isOfArguments = code?.startsWith('ERR_PARSE_ARGS');
    const isInWords = [UnusableBackup, CannotBackUp, UnusableDatabase, CannotStart].some(
      (kind) => error instanceof kind,
    );
    if (isOfArguments) process.stderr.write(`\n${message}\n\n${usage}\n\n`);
    else if (isInWords) process.stderr.write(`\n${message}\n\n`);
    else throw error;
  }
}
