import { inject, Service, signal } from '@angular/core';
import type { Way } from '../../api/contract';
import { Session } from '../session/session';

const KEPT_AS = 'called';

/**
 * Whom the coach has just called or texted from a card. The phone takes the page away for that, and may even close it:
 * when one comes back, the card asks how it went.
 */
@Service()
export class CallsMade {
  private readonly kept = inject(Session).kept;
  readonly by = signal(this.kept.of<Readonly<Record<string, Way>>>(KEPT_AS) ?? {});

  made(participantId: string, way: Way): void {
    this.keep({ ...this.by(), [participantId]: way });
  }

  forget(participantId: string): void {
    const { [participantId]: _, ...others } = this.by();
    this.keep(others);
  }

  private keep(calls: Record<string, Way>): void {
    this.by.set(calls);
    this.kept.keep(KEPT_AS, calls);
  }
}
