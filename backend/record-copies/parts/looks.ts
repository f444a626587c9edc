import { looksOf } from '../../looks/looks.queries.js';
import type { Look, LookingRole } from '../../looks/look.dto.js';
import { part } from '../part.js';
import type { Speaker } from '../speaker.js';

/** All the days there are. */
const EVERY_DAY = 1_000_000;

const ROLE: Record<LookingRole, (say: Speaker) => string> = {
  coach: (say) => say('coach', 'coach'),
  supervisor: (say) => say('supervisor', 'supervisión'),
  administrator: (say) => say('administrator', 'administración'),
  participant: (say) => say('this app, because you asked', 'esta app, porque lo pediste'),
};

export const looksPart = part<{ on: string; looks: Look[] }>({
  name: 'looks',
  tables: ['looks'],
  gather: (tx, actor, participantId) => looksOf(tx, actor, participantId, 'infinity', EVERY_DAY),
  title: (say) => say('Who looked', 'Quién miró'),
  entry: ({ on, looks }, say) => ({
    heading: say.day(on),
    lines: looks.map((look) => {
      const did = [
        look.openedAt && say('opened your record', 'abrió tu expediente'),
        look.listedAt && say('saw your name in a list', 'vio tu nombre en una lista'),
        look.copiedAt && say('made your copy', 'preparó tu copia'),
      ].filter(Boolean);
      const who = [look.name, ROLE[look.role](say)].filter(Boolean).join(', ');
      return `${who}: ${did.join('; ')}`;
    }),
  }),
});
