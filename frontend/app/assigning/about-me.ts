import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { AboutCoach } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { ManyChoices } from '../look/many-choices';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';

/** What a coach says of themself, so that who is looking for somebody like them is found. Optional, every line of it. */
@Component({
  selector: 'app-about-me',
  imports: [ManyChoices, MatButton, SuggestsWords],
  template: `
    @if (page.hasValue()) {
      <section class="card stack" aria-labelledby="about-me-title">
        <div>
          <h2 id="about-me-title">About me</h2>
          <p class="quiet">
            For whoever chooses a coach for somebody: supervisors and administrators see it. Say what you
            like, or nothing.
          </p>
        </div>
        @if (said(); as about) {
          <form class="stack" (submit)="save($event)" novalidate>
            <app-many-choices
              legend="I speak"
              [choices]="languages"
              [value]="about.speaks"
              (valueChange)="set({ speaks: $any($event) })"
            />
            <div class="field">
              <label for="also-speaks">Other languages</label>
              <input
                id="also-speaks"
                maxlength="200"
                autocomplete="off"
                [value]="about.alsoSpeaks"
                (input)="set({ alsoSpeaks: $any($event.target).value })"
              />
            </div>
            <app-many-choices
              legend="I am, or know from my own life"
              [choices]="about.choices"
              [value]="about.experiences"
              (valueChange)="set({ experiences: $any($event) })"
            />
            <div class="field">
              <label for="about-words">In my own words</label>
              <textarea
                id="about-words"
                appSuggestsWords
                maxlength="500"
                rows="2"
                [value]="about.ownWords"
                (input)="set({ ownWords: $any($event.target).value })"
              ></textarea>
            </div>
            <p class="wrong" role="alert">{{ wrong() }}</p>
            <div class="row">
              <button matButton="filled" type="submit" [disabled]="isSaving() || !isTyped()">
                Save about me
              </button>
            </div>
          </form>
        }
      </section>
    }
  `,
  styles: `
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class AboutMe {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  protected readonly page = httpResource<AboutCoach>(() => '/api/me/about');
  protected readonly languages = [
    { value: 'en', words: 'English' },
    { value: 'es', words: 'Spanish' },
  ];
  protected readonly said = linkedSignal<AboutCoach | null>(() =>
    this.page.hasValue() ? (this.kept.of<AboutCoach>('about-me') ?? this.page.value()) : null,
  );
  protected readonly isTyped = computed(
    () => JSON.stringify(this.said()) !== JSON.stringify(this.page.value()),
  );
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');

  protected set(change: Partial<AboutCoach>): void {
    this.said.update((before) => ({ ...before!, ...change }));
    this.kept.keep('about-me', this.said());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.wrong.set('');
    const { speaks, alsoSpeaks, experiences, ownWords, version } = this.said()!;
    try {
      const sent = { speaks, alsoSpeaks, experiences, ownWords };
      const saved = await firstValueFrom(
        this.http.put<AboutCoach>('/api/me/about', sent, onVersion(version)),
      );
      this.kept.keep('about-me', null);
      this.page.set(saved);
      void this.notices.say('Saved. It shows where a coach is chosen.');
    } catch (failure) {
      this.show(failure);
    } finally {
      this.isSaving.set(false);
    }
  }

  /** What was said on another device meanwhile is told; what is typed stays, and saving again has it stand. */
  private show(failure: unknown): void {
    const problem = problemOf(failure);
    const current = problem.status === 412 ? (problem.current as AboutCoach) : null;
    if (current) this.set({ version: current.version });
    this.wrong.set(
      current
        ? `You said something else on another device: “${current.ownWords || 'no words'}”. Save again to have this one.`
        : problem.detail,
    );
  }
}
