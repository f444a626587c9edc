import type { Way } from '../../contacts/contacts.rules.js';
import type { Speaker } from '../speaker.js';

const WORDS: Record<Way, readonly [english: string, spanish: string]> = {
  phone: ['by phone', 'por teléfono'],
  text: ['by text', 'por mensaje'],
  video: ['by video', 'por video'],
  'in person': ['in person', 'en persona'],
  group: ['in the group', 'en el grupo'],
  email: ['by email', 'por correo'],
};

export function wayWords(way: Way, say: Speaker): string {
  return say(...WORDS[way]);
}
