import { Component, computed, inject, signal } from '@angular/core';
import type { Role } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { ROLE_WORDS } from '../people/role-words';
import { ActingRole } from './acting-role';
import { startAnewWithOtherTabs } from './role-changed';
import { Session } from './session';

/** What somebody with several roles acts in now, on every page; another is one tap away. */
@Component({
  selector: 'app-role-switch',
  imports: [Icon],
  template: `
    @if (roles().length > 1) {
      <div role="group" aria-label="You act as">
        <span class="quiet" aria-hidden="true">You act as</span>
        @for (role of roles(); track role) {
          @let isActing = role === session.me()?.role;
          <button
            type="button"
            [class.acting]="isActing"
            [attr.aria-pressed]="isActing"
            [disabled]="going() !== null"
            (click)="act(role)"
          >
            @if (isActing) {
              <app-icon name="check" />
            }
            {{ words[role] }}
          </button>
        }
      </div>
    }
  `,
  styleUrl: './role-switch.scss',
})
export class RoleSwitch {
  private readonly acting = inject(ActingRole);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly words = ROLE_WORDS;
  protected readonly roles = computed(() => this.session.me()?.roles ?? []);
  protected readonly going = signal<Role | null>(null);

  constructor() {
    if (this.roles().length > 1) startAnewWithOtherTabs(() => this.session.me()?.accountId);
  }

  protected async act(role: Role): Promise<void> {
    if (role === this.session.me()?.role) return;
    this.going.set(role);
    try {
      await this.acting.change(role);
    } catch (failure) {
      this.going.set(null);
      void this.notices.say(problemOf(failure).detail);
    }
  }
}
