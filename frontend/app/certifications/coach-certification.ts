import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CoachCertification, Renewal } from '../../api/certification-contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { CertificateForm } from './certificate-form';
import { CertificationCard } from './certification-card';
import { rightWords, spanWords, thenWords } from './certification-words';
import { EducationPart } from './education-part';
import { RenewalCard } from './renewal-card';

/** One coach's certifications: their own page, and the page of whoever keeps them. */
@Component({
  imports: [
    CertificateForm,
    CertificationCard,
    EducationPart,
    Icon,
    MatButton,
    ProblemPanel,
    RenewalCard,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './coach-certification.html',
  styles: `
    .back {
      margin-inline-start: -16px;
    }
    app-icon {
      vertical-align: -4px;
    }
  `,
})
export class CoachCertificationPage {
  readonly coachId = input<string>();

  private readonly session = inject(Session);
  private readonly title = viewChild<ElementRef<HTMLElement>>('title');
  protected readonly isOwn = computed(() => !this.coachId());
  protected readonly id = computed(() => this.coachId() ?? this.session.me()?.accountId ?? '');
  protected readonly page = httpResource<CoachCertification>(() =>
    this.id() ? `/api/coaches/${this.id()}/certification` : undefined,
  );
  /** A renewal that came back, while it is sent anew. */
  protected readonly again = signal<Renewal | null>(null);
  /** What was typed before a reload opens with it. */
  protected readonly isEntering = linkedSignal(
    () => this.session.kept.of(`certificate ${this.id()} new`) !== null,
  );
  protected readonly boardPath = computed(() =>
    this.isOwn() ? '/certification/board' : `/coaches/${this.id()}/board`,
  );
  protected readonly rightWords = rightWords;
  protected readonly thenWords = thenWords;
  protected readonly spanOf = spanWords;

  constructor() {
    inject(Live).whenChanged(() => null, askingAgain(this.page));
  }

  protected enter(again: Renewal | null): void {
    this.again.set(again);
    this.isEntering.set(true);
  }

  /** The focus stays at the head of what the form belonged to. */
  protected close(): void {
    this.isEntering.set(false);
    this.title()?.nativeElement.focus({ preventScroll: true });
  }

  protected entered(): void {
    this.close();
    this.page.reload();
  }
}
