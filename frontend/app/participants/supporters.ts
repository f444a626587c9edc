import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Supporter } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { RecordChanges } from './record-changes';
import { SafeReachApi } from './safe-reach-api';
import { SupporterEarlier } from './supporter-earlier';
import { SupporterForm } from './supporter-form';

/** Who else is in their life, and with whom we may talk, about what and until when. */
@Component({
  selector: 'app-supporters',
  imports: [Icon, MatButton, SupporterEarlier, SupporterForm, When],
  templateUrl: './supporters.html',
  styleUrl: './ways-to-reach.scss',
})
export class Supporters {
  readonly participantId = input.required<string>();
  readonly name = input.required<string>();
  readonly supporters = input.required<Supporter[]>();

  private readonly api = inject(SafeReachApi);
  private readonly notices = inject(Notices);
  private readonly changes = inject(RecordChanges);
  /** The one being changed, or 'new'. */
  protected readonly editing = signal<string | null>(null);
  protected readonly reading = signal<string | null>(null);

  protected saved(): void {
    this.editing.set(null);
    void this.notices.say('Saved.');
  }

  /** Gone at once, and one touch brings them back. */
  protected async letGo(supporter: Supporter): Promise<void> {
    try {
      const gone = await this.api.letSupporterGo(supporter, true);
      const undo = { label: 'Undo', undo: () => void this.bringBack(gone) };
      void this.notices.say(`${supporter.name} is no longer listed.`, undo);
    } catch (failure) {
      this.say(failure);
    }
  }

  private async bringBack(supporter: Supporter): Promise<void> {
    await this.api.letSupporterGo(supporter, false).catch((failure) => this.say(failure));
  }

  private say(failure: unknown): void {
    void this.notices.say(problemOf(failure).detail);
    this.changes.lookAgain();
  }
}
