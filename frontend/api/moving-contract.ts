/** What the API says of files on their way in; apart from the rest, as its pages are loaded apart. */
import type { Matching, Move, MoveColumn } from './generated/models';

export type { Matching, Move, MoveColumn, MoveLine, MoveMakes, MoveRow, SaidOfRow } from './generated/models';

export type MoveKind = Move['kind'];
export type MoveState = Move['state'];
export type DayOrder = Matching['dayOrder'];
/** What a column can be. */
export type Field = NonNullable<MoveColumn['field']>;
