import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CoachChoice, Person } from '../../api/contract';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { InvitationLink } from './invitation-link';
import { PeopleApi } from './people-api';
import { ROLE_LABEL } from './role-words';

/** One account and what may be done with it. */
@Component({
  selector: 'app-person-card',
  imports: [InvitationLink, MatButton],
  templateUrl: './person-card.html',
  styles: `
    .card {
      padding: 16px 20px;
      gap: 8px;
    }
    .head {
      justify-content: space-between;
    }
    .off h2 {
      color: var(--mat-sys-on-surface-variant);
    }
    .assign {
      grid-template-columns: auto minmax(0, 280px);
      align-items: center;
      gap: 12px;
    }
  `,
})
export class PersonCard {
  readonly person = input.required<Person>();
  readonly coaches = input<CoachChoice[]>([]);
  readonly changed = output();

  private readonly api = inject(PeopleApi);
  private readonly notices = inject(Notices);
  private readonly me = inject(Session).me;
  protected readonly link = signal<string | null>(null);
  protected readonly isMe = computed(() => this.person().accountId === this.me()?.accountId);
  protected readonly facts = computed(() => {
    const { role, signInName, supervisor, caseloadCount } = this.person();
    return [
      ROLE_LABEL[role],
      signInName ? $localize`signs in as ${signInName}:name:` : $localize`no account`,
      supervisor && $localize`reports to ${supervisor.name}:name:`,
      caseloadCount !== null && role === 'coach' && $localize`${caseloadCount}:count: on the caseload`,
    ].filter(Boolean);
  });

  protected async invite(): Promise<void> {
    await this.doing(async () =>
      this.link.set((await this.api.invite(this.person().accountId!)).invitationLink),
    );
  }

  protected async disable(person: Person): Promise<void> {
    await this.doing(async () => {
      const disabled = await this.api.setDisabled(person, true);
      this.changed.emit();
      void this.notices.say(`${person.name} is signed out everywhere and can't sign in.`, {
        label: 'Undo',
        undo: () => void this.enable(disabled),
      });
    });
  }

  protected async enable(person: Person): Promise<void> {
    await this.doing(async () => {
      await this.api.setDisabled(person, false);
      this.changed.emit();
      void this.notices.say(`${person.name} can sign in again.`);
    });
  }

  protected async assign(coachId: string): Promise<void> {
    const { participantId, name, coach } = this.person();
    await this.doing(async () => {
      await this.api.assign(participantId!, coachId || null);
      this.changed.emit();
      void this.notices.say(`${name} has ${coachId ? 'a new coach' : 'no coach now'}.`, {
        label: 'Undo',
        undo: () => void this.assign(coach?.accountId ?? ''),
      });
    });
  }

  private async doing(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
      if (problemOf(failure).status === 412) this.changed.emit();
    }
  }
}
