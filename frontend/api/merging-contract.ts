/** What the API says of records that may be one person's; apart from the rest, as its pages are loaded apart. */
export type {
  DuplicatePair,
  DuplicatePairs,
  DuplicatesOfRecord,
  KnownRecord,
  Merged,
  MergeKnown,
  MergeRecords,
  MergeSide,
  MergeSides,
  MergesKnown,
  MergeUndone,
  PossibleDuplicate,
  PossibleDuplicates,
  ToldApartPair,
} from './generated/models';
