import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CoachChoice, Person } from '../../api/contract';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { InvitationLink } from './invitation-link';
import { PeopleApi } from './people-api';
import { PersonRoles } from './person-roles';
import { rolesInWords } from './role-words';
import { TakeOver } from './take-over';
import { AsksToWhom, type ToWhom } from './to-whom';

/** One account and what may be done with it. */
@Component({
  selector: 'app-person-card',
  imports: [InvitationLink, MatButton, PersonRoles, RouterLink, TakeOver],
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
    .wrong {
      color: var(--mat-sys-error);
    }
    .wrong:empty {
      display: none;
    }
    .more {
      justify-self: start;
      margin-inline-start: -12px;
    }
    .assign {
      grid-template-columns: max-content minmax(0, 360px);
      align-items: center;
      gap: 12px;
    }
  `,
})
export class PersonCard {
  readonly person = input.required<Person>();
  readonly coaches = input<CoachChoice[]>([]);
  /** Who can take over from a supervisor. */
  readonly supervisors = input<Person[]>([]);
  readonly changed = output();

  private readonly api = inject(PeopleApi);
  private readonly notices = inject(Notices);
  private readonly me = inject(Session).me;
  protected readonly link = signal<string | null>(null);
  /** Why it could not be done, and what to do first. */
  protected readonly wrong = signal('');
  protected readonly leaving = new AsksToWhom();
  protected readonly isOpen = signal(false);
  protected readonly isMe = computed(() => this.person().accountId === this.me()?.accountId);
  protected readonly facts = computed(() => {
    const { roles, signInName, supervisor, caseloadCount } = this.person();
    const isCoach = roles.includes('coach');
    return [
      rolesInWords(roles),
      signInName ? $localize`signs in as ${signInName}:name:` : $localize`no account`,
      supervisor
        ? $localize`reports to ${supervisor.name}:name:`
        : isCoach && $localize`coaches and reports to nobody`,
      caseloadCount !== null && isCoach && $localize`${caseloadCount}:count: on the caseload`,
    ].filter(Boolean);
  });

  protected async invite(): Promise<void> {
    await this.doing(async () =>
      this.link.set((await this.api.invite(this.person().accountId!)).invitationLink),
    );
  }

  protected async disable(person: Person, toWhom?: ToWhom): Promise<void> {
    await this.doing(async () => {
      const disabled = await this.api.setDisabled(person, true, this.leaving.with(toWhom));
      this.leaving.done();
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
    this.wrong.set('');
    try {
      await step();
    } catch (failure) {
      const { detail, status } = problemOf(failure);
      this.wrong.set(detail);
      this.leaving.refused(failure);
      if (status === 412) this.changed.emit();
    }
  }
}
