import {
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Certification, CoachCertification } from '../../api/certification-contract';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { lengthWords } from '../supervision-sessions/session-words';
import { CertificateForm } from './certificate-form';
import { hourWords, spanWords } from './certification-words';
import { CertificationsApi } from './certifications-api';
import { EndCertification } from './end-certification';
import { WordsForm } from './words-form';

/** One certification: its days, its hours, its document, and what whoever keeps it may do with it. */
@Component({
  selector: 'app-certification-card',
  imports: [CertificateForm, EndCertification, MatButton, RouterLink, WordsForm],
  templateUrl: './certification-card.html',
  styleUrl: './certification-card.scss',
})
export class CertificationCard {
  readonly certification = input.required<Certification>();
  readonly others = input.required<readonly Certification[]>();
  readonly coachId = input.required<string>();
  readonly mayKeep = input.required<boolean>();
  /** Within its days; null where it is not in force. */
  readonly supervision = input.required<CoachCertification['supervision']>();
  /** Where its hours stand on one page for the board. */
  readonly boardPath = input.required<string>();
  readonly changed = output<void>();

  private readonly api = inject(CertificationsApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly destroyed = inject(DestroyRef);
  private readonly name = viewChild.required<ElementRef<HTMLElement>>('name');
  /** What is being done with it. */
  protected readonly doing = signal<'' | 'choosing' | 'setting right' | 'ending' | 'removing'>('');
  protected readonly title = computed(() => `${this.certification().kind} ${this.certification().number}`);
  protected readonly spanOf = spanWords;
  protected readonly hourWords = hourWords;
  protected readonly lengthWords = lengthWords;
  /** Its own days, as far as they have gone by. */
  protected readonly boardDays = computed(() => {
    const { firstOn, lastOn } = this.certification();
    const today = this.session.today();
    return { from: firstOn, to: lastOn < today ? lastOn : today };
  });
  protected readonly hasBegun = computed(() => this.certification().firstOn <= this.session.today());
  protected readonly share = computed(() => {
    const { done, needed } = this.certification().education;
    return needed > 0 ? Math.min(1, done / needed) : 1;
  });

  /** The focus stays on this card when a form of it closes. */
  protected close(): void {
    this.doing.set('');
    this.name().nativeElement.focus();
  }

  protected done(): void {
    this.close();
    this.changed.emit();
  }

  protected ended(now: Certification): void {
    this.done();
    // what stands by now may as well be another's; only an ending is offered to be undone
    if (now.ended)
      queueMicrotask(() => {
        const undo = (): void => void this.takeEndingBack(now);
        void this.notices.say('Ended. The days before stay certified.', { label: 'Undo', undo });
      });
  }

  protected async takeEndingBack(ended: Certification): Promise<void> {
    try {
      await this.api.takeEndingBack(ended);
      void this.notices.say('It holds again through the day it was issued for.');
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
    if (!this.destroyed.destroyed) this.done();
  }

  protected remove = async (why: string): Promise<void> => {
    await this.api.remove(this.certification(), why);
    void this.notices.say('Removed. A line with your reason stays below.');
  };
}
