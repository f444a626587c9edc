import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../look/icon';
import { problemOf } from '../problems/problem-words';
import { Session } from './session';

/** Who is signed in, and the ways out. */
@Component({
  imports: [Icon, MatButton],
  template: `
    @let me = session.me();
    <div class="page">
      <header>
        <h1 data-page>{{ me?.name }}</h1>
        <p class="quiet">{{ role() }} · {{ me?.organization?.name }}</p>
      </header>
      @if (me?.organization?.crisisProtocol; as protocol) {
        <section class="card stack">
          <h2>If someone is in crisis</h2>
          <p>{{ protocol }}</p>
        </section>
      }
      <section class="card stack">
        <h2>Signing out</h2>
        <p class="quiet">
          You are signed out after {{ me?.idleMinutes }} minutes away. What you type is kept.
        </p>
        <div class="row">
          <button matButton="filled" type="button" (click)="leave(false)">
            <app-icon name="leave" />Sign out
          </button>
          <button matButton="outlined" type="button" (click)="leave(true)">Sign out on every device</button>
        </div>
        <p role="alert">{{ wrong() }}</p>
      </section>
    </div>
  `,
})
export class You {
  protected readonly session = inject(Session);
  protected readonly wrong = signal('');
  protected readonly role = computed(() => {
    const role = this.session.me()?.role ?? '';
    return role.charAt(0).toUpperCase() + role.slice(1);
  });

  protected async leave(everywhere: boolean): Promise<void> {
    try {
      await this.session.end(everywhere);
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
