import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CoachChoice, Person, Role } from '../../api/contract';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { AccountHistoryList } from './account-history-list';
import { PeopleApi } from './people-api';
import { ROLE_LABEL } from './role-words';
import { TakeOver } from './take-over';
import { AsksToWhom, type ToWhom } from './to-whom';

const STAFF_ROLES: Role[] = ['coach', 'supervisor', 'administrator'];

/** The roles of an account, whom a coach reports to, and who changed what. */
@Component({
  selector: 'app-person-roles',
  imports: [AccountHistoryList, MatButton, TakeOver],
  templateUrl: './person-roles.html',
  styleUrl: './person-roles.scss',
})
export class PersonRoles {
  readonly person = input.required<Person>();
  readonly supervisors = input.required<Person[]>();
  readonly coaches = input.required<CoachChoice[]>();
  readonly changed = output();

  private readonly api = inject(PeopleApi);
  private readonly notices = inject(Notices);
  protected readonly label = ROLE_LABEL;
  protected readonly wrong = signal('');
  protected readonly leaving = new AsksToWhom();
  /** Taken as soon as it is said to whom what goes. */
  protected readonly taken = signal<Role | null>(null);
  protected readonly mayGive = computed(() =>
    STAFF_ROLES.filter((role) => !this.person().roles.includes(role)),
  );
  protected readonly mayReportTo = computed(() =>
    this.supervisors().filter((one) => one.accountId !== this.person().accountId),
  );

  protected async give(role: Role): Promise<void> {
    const { name } = this.person();
    await this.doing(async () => {
      const given = await this.api.giveRole(this.person(), role);
      this.said(`${name} is ${article(role)} too.`, () => this.api.takeRole(given, role));
    });
  }

  protected async take(role: Role, toWhom?: ToWhom): Promise<void> {
    const { name, supervisor } = this.person();
    if (!toWhom) this.leaving.done();
    this.taken.set(role);
    await this.doing(async () => {
      const taken = await this.api.takeRole(this.person(), role, this.leaving.with(toWhom));
      const supervisorId = role === 'coach' ? supervisor?.accountId : undefined;
      this.leaving.done();
      this.said(`${name} is no ${ROLE_LABEL[role].toLowerCase()} any more.`, () =>
        this.api.giveRole(taken, role, supervisorId),
      );
    });
  }

  protected async reportTo(supervisorId: string): Promise<void> {
    const { name, supervisor } = this.person();
    const to = this.mayReportTo().find(({ accountId }) => accountId === supervisorId);
    await this.doing(async () => {
      const moved = await this.api.reportTo(this.person(), supervisorId || null);
      this.said(`${name} reports to ${to?.name ?? 'nobody'} now.`, () =>
        this.api.reportTo(moved, supervisor?.accountId ?? null),
      );
    });
  }

  protected stay(): void {
    this.leaving.done();
    this.wrong.set('');
  }

  private said(words: string, undo: () => Promise<unknown>): void {
    this.changed.emit();
    void this.notices.say(words, {
      label: 'Undo',
      undo: () => void this.doing(async () => (await undo(), this.changed.emit())),
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

function article(role: Role): string {
  return `${role === 'administrator' ? 'an' : 'a'} ${ROLE_LABEL[role].toLowerCase()}`;
}
