import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Day, Pause, WindowCheck, WindowView } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { RecordChanges } from '../participants/record-changes';

interface Tick {
  isDone: boolean;
  doneOn?: Day;
  expiresOn?: Day;
}

/** Times away, and the windows that open when they end or when something happens. */
@Service()
export class WindowsApi {
  private readonly http = inject(HttpClient);
  private readonly changes = inject(RecordChanges);

  open(
    participantId: string,
    window: { windowId: string; event: string; beganOn?: Day },
  ): Promise<WindowView> {
    return this.changes.after(
      this.http.post<WindowView>(`/api/participants/${participantId}/windows`, window),
    );
  }

  tick(windowId: string, { check, version }: WindowCheck, tick: Tick): Promise<WindowView> {
    const body = { check, ...tick };
    return this.changes.after(
      this.http.put<WindowView>(`/api/windows/${windowId}/checks`, body, onVersion(version)),
    );
  }

  close({ windowId, version }: WindowView, reason: string): Promise<WindowView> {
    return this.act(windowId, 'close', version, { reason });
  }

  reopen({ windowId, version }: WindowView): Promise<WindowView> {
    return this.act(windowId, 'reopen', version, {});
  }

  undo({ windowId, version }: WindowView): Promise<unknown> {
    return this.act(windowId, 'undo', version, {});
  }

  begin(
    participantId: string,
    pause: { pauseId: string; reason: string; fromOn?: Day; throughOn: Day },
  ): Promise<Pause> {
    return this.changes.after(this.http.post<Pause>(`/api/participants/${participantId}/pauses`, pause));
  }

  changeEnd(pauseId: string, version: number, throughOn: Day): Promise<Pause> {
    return this.changes.after(
      this.http.put<Pause>(`/api/pauses/${pauseId}`, { throughOn }, onVersion(version)),
    );
  }

  /** They came out, or want to hear from us again, on this day; without one, today. */
  end(pauseId: string, version: number, outOn?: Day): Promise<Pause> {
    const body = outOn ? { outOn } : {};
    return this.changes.after(this.http.post<Pause>(`/api/pauses/${pauseId}/end`, body, onVersion(version)));
  }

  undoPause({ pauseId, version }: Pause): Promise<unknown> {
    return this.changes.after(this.http.post(`/api/pauses/${pauseId}/undo`, {}, onVersion(version)));
  }

  private act(windowId: string, step: string, version: number, body: object): Promise<WindowView> {
    return this.changes.after(
      this.http.post<WindowView>(`/api/windows/${windowId}/${step}`, body, onVersion(version)),
    );
  }
}
