import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CoachCertification, Renewal } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { exactDay } from '../look/time-words';
import { TextField } from '../people/text-field';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { lengthWords } from '../supervision-sessions/session-words';
import { CertificateForm } from './certificate-form';
import { hourWords, rightWords, thenWords } from './certification-words';
import { CertificationsApi } from './certifications-api';
import { EducationPart } from './education-part';

/** One coach's certifications: their own page, and the page of whoever keeps them. */
@Component({
  imports: [CertificateForm, EducationPart, Icon, MatButton, ProblemPanel, RouterLink, Skeleton, TextField],
  templateUrl: './coach-certification.html',
  styles: `
    .back {
      margin-inline-start: -16px;
    }
    li.card {
      gap: 8px;
    }
    .tag {
      margin-inline-start: 8px;
    }
    app-icon {
      vertical-align: -4px;
    }
  `,
})
export class CoachCertificationPage {
  readonly coachId = input<string>();

  private readonly session = inject(Session);
  private readonly api = inject(CertificationsApi);
  private readonly notices = inject(Notices);
  protected readonly isOwn = computed(() => !this.coachId());
  protected readonly id = computed(() => this.coachId() ?? this.session.me()?.accountId ?? '');
  protected readonly page = httpResource<CoachCertification>(() =>
    this.id() ? `/api/coaches/${this.id()}/certification` : undefined,
  );
  protected readonly isEntering = signal(false);
  /** Which renewal is being sent back. */
  protected readonly backing = signal('');
  protected readonly words = signal('');
  protected readonly backWrong = signal<string | null>(null);
  protected readonly rightWords = rightWords;
  protected readonly thenWords = thenWords;
  protected readonly hourWords = hourWords;
  protected readonly lengthWords = lengthWords;
  protected readonly dayOf = (day: string): string => exactDay(day, 'en');

  /** Two years up to today: what most boards ask for. */
  protected readonly boardAddress = computed(() => {
    const to = this.session.today();
    const from = `${Number(to.slice(0, 4)) - 2}${to.slice(4).replace('02-29', '02-28')}`;
    return `/api/coaches/${this.id()}/board.csv?from=${from}&to=${to}`;
  });

  protected entered(): void {
    this.isEntering.set(false);
    this.page.reload();
  }

  protected async answer(renewal: Renewal, step: 'confirm' | 'take-back'): Promise<void> {
    try {
      await this.api.answerRenewal(renewal, step);
      void this.notices.say(step === 'confirm' ? 'Confirmed: it counts from now on.' : 'Taken back.');
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
    this.page.reload();
  }

  protected async sendBack(event: Event, renewal: Renewal): Promise<void> {
    event.preventDefault();
    this.backWrong.set(null);
    try {
      await this.api.answerRenewal(renewal, 'send-back', this.words());
      this.backing.set('');
      this.words.set('');
      this.page.reload();
    } catch (failure) {
      const { detail, fields } = problemOf(failure);
      this.backWrong.set(fields?.[0]?.detail ?? detail);
    }
  }
}
