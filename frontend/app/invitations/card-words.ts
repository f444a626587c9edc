import type { Language } from '../../api/contract';

/**
 * What stands on a card, in the language of whoever gets it: the page around it is in the coach's. Nothing of it says
 * what the service is about.
 */
export const CARD_WORDS: Record<
  Language,
  { camera: string; or: string; type: string; until: (day: string, time: string) => string; scan: string }
> = {
  en: {
    camera: 'Point your phone’s camera here',
    or: 'or open',
    type: 'and type',
    until: (day, time) => `Works once, until ${day}, ${time}`,
    scan: 'QR code of the link',
  },
  es: {
    camera: 'Apunta aquí la cámara de tu teléfono',
    or: 'o abre',
    type: 'y escribe',
    until: (day, time) => `Sirve una vez, hasta el ${day}, ${time}`,
    scan: 'Código QR del enlace',
  },
};
