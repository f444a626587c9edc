/** What the API says of files that are prepared; apart from the rest, as its pages are loaded apart. */
import type { AskForExport } from './generated/models';

export type { Export as PreparedFile, Exports as PreparedFiles } from './generated/models';

/** What is asked for, without the id it gets. */
export type Wanted = Omit<AskForExport, 'exportId'>;
