import { httpResource } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import type { RiskNotesWaiting } from '../../api/contract';
import { Live } from '../live/live';
import { ticking } from '../look/ticking';
import { Session } from '../session/session';

/** Whether urgent notes wait for this supervisor, as of the last news; the same for every page. */
@Service()
export class WaitingNotesWatch {
  private readonly session = inject(Session);
  private readonly asked = httpResource<RiskNotesWaiting>(() =>
    this.session.isSupervisor() ? '/api/risk-notes/waiting' : undefined,
  );
  /** The last answer stays while the next is on its way, and when there is no signal. */
  readonly waiting = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  readonly count = computed(() => this.waiting()?.urgentCount ?? 0);
  readonly now = ticking();

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.asked.reload(),
    );
  }
}
