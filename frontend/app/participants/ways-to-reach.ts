import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { WayToReach } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { RecordChanges } from './record-changes';
import { ReachButtons } from './reach-buttons';
import { SafeReachApi } from './safe-reach-api';
import { WayToReachEarlier } from './way-to-reach-earlier';
import { WayToReachForm } from './way-to-reach-form';

/** Numbers and addresses with what is safe. Only what is safe can be touched; the rest says why not. */
@Component({
  selector: 'app-ways-to-reach',
  imports: [Icon, MatButton, ReachButtons, WayToReachEarlier, WayToReachForm, When],
  templateUrl: './ways-to-reach.html',
  styleUrl: './ways-to-reach.scss',
})
export class WaysToReach {
  readonly participantId = input.required<string>();
  readonly ways = input.required<WayToReach[]>();

  private readonly api = inject(SafeReachApi);
  private readonly notices = inject(Notices);
  private readonly changes = inject(RecordChanges);
  /** The one being changed, or 'new'. */
  protected readonly editing = signal<string | null>(null);
  protected readonly reading = signal<string | null>(null);
  protected readonly isAdding = computed(() => this.editing() === 'new');

  protected saved(): void {
    this.editing.set(null);
    void this.notices.say('Saved. Every open page follows it now.');
  }

  /** Gone at once, and one touch brings it back. */
  protected async letGo(way: WayToReach): Promise<void> {
    try {
      const gone = await this.api.letWayGo(way, true);
      void this.notices.say('No longer used.', { label: 'Undo', undo: () => void this.bringBack(gone) });
    } catch (failure) {
      this.say(failure);
    }
  }

  private async bringBack(way: WayToReach): Promise<void> {
    await this.api.letWayGo(way, false).catch((failure) => this.say(failure));
  }

  private say(failure: unknown): void {
    void this.notices.say(problemOf(failure).detail);
    this.changes.lookAgain();
  }
}
