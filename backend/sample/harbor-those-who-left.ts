import { type ClosingReason, inTouch, participant, type SampleParticipant } from './story.js';
import type { ThemeName } from './theme.js';

/** Somebody whose stay is over: when it began and ended, who walked with them, why it ended, when they last met. */
const gone = (
  [preferredName, legalName, pronouns]: [string, string, string],
  coach: string,
  themes: readonly ThemeName[],
  [enrolledAgo, closedAgo]: [number, number],
  reason: ClosingReason,
  reachedBefore: number,
): SampleParticipant =>
  participant(
    ...([preferredName, legalName, pronouns, null, themes] as const),
    inTouch(enrolledAgo, closedAgo + reachedBefore, {
      cadence: 10,
      closed: { ago: closedAgo, reason },
      plannedIn: undefined,
      movedFrom: { coach, ago: closedAgo },
    }),
  );

/**
 * Stays of the last two years that are over, as they end in any program: some done, some gone on elsewhere, some gone,
 * some out of sight. Without them nobody would ever have left, and a curve of retention never fall.
 */
export const thoseWhoLeft: readonly SampleParticipant[] = [
  gone(['Alva', 'Alva Brandt', 'she/her'], 'rosa', ['housing', 'work'], [702, 430], 'completed', 3),
  gone(['Brick', 'Thomas Brickhouse', 'he/him'], 'dev', ['court', 'cravings'], [690, 672], 'lost', 14),
  gone(['Cleo', 'Cleopatra Vance', 'she/her'], 'keisha', ['family', 'sleep'], [655, 604], 'left', 4),
  gone(['Dov', 'Dov Lieberman', 'he/him'], 'rosa', ['school', 'money'], [641, 388], 'completed', 2),
  gone(['Edda', 'Edda Sorensen', 'she/her'], 'tomas', ['grief', 'meetings'], [620, 512], 'lost', 25),
  gone(['Flip', 'Philip Oduya', 'he/him'], 'dev', ['work', 'outdoors'], [588, 561], 'left', 6),
  gone(
    ['Ginny', 'Virginia Alcott', 'she/her'],
    'keisha',
    ['medication', 'health'],
    [563, 251],
    'completed',
    1,
  ),
  gone(['Haru', 'Haruto Endo', 'he/him'], 'rosa', ['papers', 'work'], [540, 482], 'moved', 5),
  gone(['Iggy', 'Ignatius Boyle', 'he/they'], 'tomas', ['cravings', 'court'], [521, 408], 'lost', 31),
  gone(['Jazz', 'Jasmine Coles', 'she/her'], 'dev', ['family', 'school'], [497, 262], 'completed', 4),
  gone(['Kester', 'Christopher Lund', 'he/him'], 'keisha', ['housing', 'money'], [470, 459], 'left', 3),
  gone(['Lark', 'Lark Hensley', 'they/them'], 'rosa', ['sleep', 'outdoors'], [452, 300], 'left', 9),
  gone(['Moss', 'Terrence Moss', 'he/him'], 'dev', ['court', 'housing'], [433, 395], 'lost', 12),
  gone(['Nettie', 'Annette Gallagher', 'she/her'], 'tomas', ['health', 'grief'], [410, 92], 'completed', 2),
  gone(['Orrin', 'Orrin Tate', 'he/him'], 'keisha', ['work', 'meetings'], [388, 247], 'moved', 6),
  gone(['Posy', 'Rosamund Keller', 'she/her'], 'rosa', ['family', 'money'], [365, 344], 'lost', 15),
  gone(['Quinby', 'Quinby Reyes', 'they/them'], 'dev', ['school', 'sleep'], [341, 118], 'completed', 3),
  gone(['Rusty', 'Russell Dunmore', 'he/him'], 'tomas', ['outdoors', 'cravings'], [322, 236], 'left', 7),
  gone(['Sable', 'Isabel Crane', 'she/they'], 'keisha', ['papers', 'housing'], [298, 221], 'lost', 22),
  gone(['Tuck', 'Edwin Tucker', 'he/him'], 'rosa', ['court', 'work'], [275, 263], 'lost', 10),
  gone(['Uma', 'Uma Raghavan', 'she/her'], 'dev', ['medication', 'family'], [240, 61], 'completed', 1),
  gone(['Vee', 'Violet Amsel', 'she/her'], 'keisha', ['money', 'grief'], [206, 141], 'left', 5),
  gone(['Wick', 'Warwick Pell', 'he/him'], 'tomas', ['housing', 'meetings'], [171, 98], 'moved', 4),
  gone(['Yael', 'Yael Brenner', 'she/her'], 'rosa', ['work', 'school'], [140, 78], 'lost', 19),
];
