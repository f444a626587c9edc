import { Service, signal } from '@angular/core';
import type { Way } from '../../api/contract';

const KEPT_AS = 'alongside.called';

/**
 * Whom the coach has just called or texted from a card. The phone takes the page away for that, and may even close it:
 * when one comes back, the card asks how it went.
 */
@Service()
export class CallsMade {
  readonly by = signal<Readonly<Record<string, Way>>>(read());

  made(participantId: string, way: Way): void {
    this.keep({ ...this.by(), [participantId]: way });
  }

  forget(participantId: string): void {
    const { [participantId]: _, ...others } = this.by();
    this.keep(others);
  }

  private keep(calls: Record<string, Way>): void {
    this.by.set(calls);
    sessionStorage.setItem(KEPT_AS, JSON.stringify(calls));
  }
}

function read(): Record<string, Way> {
  return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '{}') as Record<string, Way>;
}
