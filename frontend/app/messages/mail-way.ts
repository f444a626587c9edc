import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OwnMail, OwnWays } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { TextField } from '../people/text-field';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { deliveryWords } from './delivery-words';
import { OwnWaysApi } from './own-ways-api';

/** One's e-mail address: typed, shown as not confirmed until its code has come back, changed, forgotten. */
@Component({
  selector: 'app-mail-way',
  imports: [Icon, MatButton, TextField],
  templateUrl: './mail-way.html',
  styles: `
    [role='alert'] {
      color: var(--mat-sys-error);
    }
    p:empty {
      display: none;
    }
  `,
})
export class MailWay {
  readonly mail = input.required<OwnMail>();
  readonly changed = output<OwnWays>();

  private readonly api = inject(OwnWaysApi);
  private readonly session = inject(Session);
  protected readonly address = signal('');
  protected readonly code = signal('');
  protected readonly isChanging = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  /** What went wrong, when it is not about a field. */
  protected wrongElse(): string {
    const problem = this.problem();
    return problem && !problem.fields?.length ? problem.detail : '';
  }

  protected codeWords(): string {
    const { code } = this.mail();
    const zone = this.session.me()?.organization.timeZone ?? 'UTC';
    return code ? `The code: ${deliveryWords(code, zone, 'en')}.` : '';
  }

  protected choose(event: Event): Promise<void> {
    event.preventDefault();
    return this.step(() => this.api.chooseMail(this.address().trim()));
  }

  protected confirm(event: Event): Promise<void> {
    event.preventDefault();
    return this.step(() => this.api.confirmMail(this.code()));
  }

  protected again(): Promise<void> {
    return this.step(() => this.api.chooseMail(this.mail().address!));
  }

  protected forget(): Promise<void> {
    return this.step(() => this.api.forgetMail());
  }

  private async step(take: () => Promise<OwnWays>): Promise<void> {
    this.problem.set(null);
    try {
      this.changed.emit(await take());
      this.isChanging.set(false);
      this.address.set('');
      this.code.set('');
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }
}
