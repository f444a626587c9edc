import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { LoadSettings } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { onVersion } from '../contacts/contacts-api';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';

type Weight = keyof LoadSettings['weights'];

const WEIGHTS: { name: Weight; label: string }[] = [
  { name: 'each', label: 'Every participant' },
  { name: 'earlyWindow', label: 'More in days 0-30 of a window' },
  { name: 'lateWindow', label: 'More in days 31-90 of a window' },
  { name: 'urgentNote', label: 'More with an open urgent note' },
  { name: 'concernNote', label: 'More with an open note of concern' },
  { name: 'firstDays', label: 'More in the first 30 days' },
  { name: 'longCadence', label: 'Less where every 28 days or more is agreed' },
  { name: 'light', label: 'As second coach, or while paused' },
  { name: 'least', label: 'Nobody weighs less than' },
];

/** What people weigh on a coach here, how much one is meant to carry, and the most heads. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, ProblemSummary, RouterLink, Skeleton],
  templateUrl: './load-settings-page.html',
  styles: `
    .back {
      margin-left: -16px;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: 16px;
      align-items: end;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class LoadSettingsPage {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  protected readonly names = WEIGHTS;
  protected readonly page = httpResource<LoadSettings>(() => '/api/load-settings');
  protected readonly set = linkedSignal<LoadSettings | null>(() =>
    this.page.hasValue() ? (this.kept.of<LoadSettings>('load-settings') ?? this.page.value()) : null,
  );
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected weigh(name: Weight, typed: string): void {
    this.change({ weights: { ...this.set()!.weights, [name]: numberIn(typed) ?? 0 } });
  }

  protected change(change: Partial<LoadSettings>): void {
    this.set.update((before) => ({ ...before!, ...change }));
    this.kept.keep('load-settings', this.set());
  }

  protected numberIn = numberIn;

  protected wrong(path: string): string | null {
    const found = this.problem()?.fields?.find((field) => field.path === path);
    return found?.detail ?? (path.includes('.') ? null : wrongWith(this.problem(), path));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      await this.put(this.set()!);
    } catch (failure) {
      this.show(failure);
    } finally {
      this.isSaving.set(false);
    }
  }

  private async put({ version, ...asked }: LoadSettings): Promise<void> {
    const before = this.page.value()!;
    const saved = await firstValueFrom(
      this.http.put<LoadSettings>('/api/load-settings', asked, onVersion(version)),
    );
    this.kept.keep('load-settings', null);
    this.page.set(saved);
    const undo = (): void => {
      this.put({ ...before, version: saved.version }).catch((failure) => this.show(failure));
    };
    void this.notices.say('Saved. Every load counts by it from now on.', { label: 'Undo', undo });
  }

  /** What another administrator set is told; what is typed stays, and saving again has it stand. */
  private show(failure: unknown): void {
    const problem = problemOf(failure);
    const current = problem.status === 412 ? (problem.current as LoadSettings) : null;
    if (current) this.change({ version: current.version });
    const detail = current
      ? `Another administrator saved other numbers just now (capacity ${current.capacity}). Yours are still here: save again to have them.`
      : problem.detail;
    this.problem.set({ ...problem, detail });
  }
}

function numberIn(typed: string): number | null {
  return typed.trim() === '' || Number.isNaN(Number(typed)) ? null : Number(typed);
}
