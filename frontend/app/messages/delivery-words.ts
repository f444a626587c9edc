import type { DeliveryView, Language } from '../../api/contract';
import { timeOf } from '../look/time-words';

const WAY: Record<DeliveryView['way'], string> = { 'e-mail': 'by e-mail', push: 'push' };

const WHY: Record<string, string> = {
  'not set up': 'e-mail is not set up here',
  'no answer': 'the other side does not answer',
  refused: 'it was refused',
  'address refused': 'the address is not known there',
  'device gone': 'the device takes no more',
};

/** "by e-mail 9:03 PM", "push not delivered, next try 9:06 PM (the other side does not answer)". */
export function deliveryWords(delivery: DeliveryView, timeZone: string, language: Language): string {
  const way = WAY[delivery.way];
  const why = WHY[delivery.problem] ? ` (${WHY[delivery.problem]})` : '';
  const at = (instant: string | null): string => (instant ? timeOf(instant, timeZone, language) : '');
  switch (delivery.state) {
    case 'delivered':
      return `${way} ${at(delivery.settledAt)}`;
    case 'not needed':
      return `${way} no longer needed`;
    case 'given up':
      return `${way} not delivered, given up${why}`;
    case 'waiting':
      return delivery.problem
        ? `${way} not delivered, next try ${at(delivery.nextTryAt)}${why}`
        : `${way} on its way`;
  }
}
