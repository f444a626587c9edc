import type { Language } from '../../access/roles.js';
import type { Outcome, Way } from '../../contacts/contacts.rules.js';
import type { Cell } from './sheet.js';
import { type Typed, refused } from './typed.js';

const WAY_WORDS: Record<Way, string> = {
  phone: 'phone|call|called|phone call|telephone|tel|voice|cell|llamada|voicemail|vm',
  text: 'text|texted|sms|text message|txt|message|messaged|whatsapp|mensaje',
  video: 'video|video call|zoom|teams|facetime|telehealth|virtual|google meet|videollamada',
  'in person':
    'in person|inperson|in-person|face to face|face-to-face|f2f|ftf|visit|visited|home visit|office visit|met|meeting|one on one|1:1|1-1|en persona|visita',
  group: 'group|group session|support group|group meeting|grupo',
  email: 'email|e-mail|mail|emailed|correo',
};

const OUTCOME_WORDS: Record<Outcome, string> = {
  reached:
    'reached|spoke|spoke with|talked|talked to|contacted|connected|answered|completed|complete|successful|success|made contact|contact made|attended|met|yes|y|held|kept|show|showed',
  'no answer':
    'no answer|na|n/a|no response|not reached|unreached|unable to reach|unsuccessful|attempted|attempt|no|n|busy|did not answer|not available|no contact|missed call|no reply|sin respuesta',
  'left message':
    'left message|lm|lvm|left vm|left voicemail|voicemail|vm|left a message|left msg|message left|message|msg|dejé mensaje',
  'no-show':
    'no-show|no show|noshow|ns|dns|did not show|missed appointment|absent|did not attend|dna|no asistió',
  'wrong number':
    'wrong number|wrong no|wrong #|wn|disconnected|not in service|number not in service|bad number|out of service|invalid number|número equivocado',
};

const YES = new Set('yes|y|true|t|1|x|✓|✔|ok|okay|safe|sí|si|s'.split('|'));
const NO = new Set("no|n|false|f|0|not safe|never|do not|don’t|don't".split('|'));

const LANGUAGE_WORDS: Record<Language, string> = {
  en: 'en|eng|english|inglés|ingles|en-us',
  es: 'es|spa|esp|sp|spanish|español|espanol|castellano|es-mx|es-us',
};

/** How a contact was made, in the words of other systems. */
export function wayTyped(cell: Cell): Typed<Way> {
  return chosen(
    cell,
    WAY_WORDS,
    'way-not-understood',
    'This is not a way we know. Write phone, text, video, in person, group or email.',
  );
}

/** Whether somebody was reached. */
export function outcomeTyped(cell: Cell): Typed<Outcome> {
  return chosen(
    cell,
    OUTCOME_WORDS,
    'outcome-not-understood',
    'This does not say how it went. Write reached, no answer, left message, no-show or wrong number.',
  );
}

export function languageTyped(cell: Cell): Typed<Language> {
  return chosen(
    cell,
    LANGUAGE_WORDS,
    'language-not-known',
    'Pages are there in English and Spanish. Write one of the two, or leave the cell empty.',
  );
}

export function yesNoTyped(cell: Cell): Typed<boolean> {
  const text = plain(cell.text);
  if (YES.has(text)) return { value: true };
  return NO.has(text) ? { value: false } : refused('yes-no-not-understood', 'Write yes or no here.');
}

function chosen<T extends string>(
  cell: Cell,
  words: Record<T, string>,
  code: string,
  otherwise: string,
): Typed<T> {
  const text = plain(cell.text);
  const found = (Object.keys(words) as T[]).find((each) => words[each].split('|').includes(text));
  return found ? { value: found } : refused(code, otherwise);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '')
    .trim();
}
