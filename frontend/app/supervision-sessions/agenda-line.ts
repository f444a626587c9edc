import { Component, computed, inject, input, linkedSignal, type OnInit, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AgendaLine as Line, SupervisionSession } from '../../api/contract';
import { Icon } from '../look/icon';
import { LevelTag } from '../risk-notes/level-tag';
import { KeptForTab } from '../session/kept-for-tab';
import { Session } from '../session/session';
import { AddForm, addendumName } from './add-form';
import { AddedWords } from './added-words';
import { DecideForm, decisionName } from './decide-form';
import { DecisionLine } from './decision-line';
import { WordsField, wordsName } from './words-field';

/** One thing to talk about, what was said beside it and what was decided. */
@Component({
  selector: 'app-agenda-line',
  imports: [
    ...[AddForm, AddedWords, DecideForm, DecisionLine, Icon, LevelTag, MatButton, RouterLink, WordsField],
  ],
  template: `
    @let one = line();
    @if (one.hasMovedOn) {
      <p class="quiet">Somebody who has moved on</p>
    } @else {
      <p>
        @if (isGroup()) {
          <span class="tag">{{ one.coach.name }}</span>
        }
        @if (one.participantId) {
          <a class="name" [routerLink]="['/participants', one.participantId]">{{ one.participantName }}</a>
        } @else if (!isGroup()) {
          <b class="name">{{ one.coach.name }}</b>
        }
        @if (one.level === 'urgent') {
          <app-level-tag [level]="one.level" />
        }
        <span>{{ one.sentence }}</span>
        @if (one.riskNoteId) {
          <a class="note not-printed" [routerLink]="['/risk-notes', one.riskNoteId]"
            >The note<span class="only-heard"> about {{ one.participantName }}</span></a
          >
        }
      </p>
      @if (earlier(); as decision) {
        <app-decision-line
          [session]="session()"
          [decision]="decision"
          [isCarried]="true"
          (changed)="changed.emit($event)"
        />
      }
      @if (isWriting()) {
        <app-words-field
          [label]="'What was said about ' + (one.participantName ?? one.coach.name)"
          [isLabelHidden]="true"
          [sessionId]="session().sessionId"
          [lineId]="one.lineId"
          [saved]="one"
          [isNew]="isOpened()"
          [isSigned]="session().state !== 'open'"
          (changed)="changed.emit($event)"
        />
      } @else if (one.words) {
        <p class="said">{{ one.words }}</p>
      }
      @for (decision of decisions(); track decision.decisionId) {
        <app-decision-line [session]="session()" [decision]="decision" (changed)="changed.emit($event)" />
      }
      @if (isDeciding()) {
        <app-decide-form
          [session]="session()"
          [line]="one"
          (decided)="isDeciding.set(false); changed.emit($event)"
          (cancelled)="isDeciding.set(false)"
        />
      } @else if (session().mayWrite && one.lineId) {
        <div class="row not-printed">
          @if (!isWriting()) {
            <button matButton type="button" (click)="isOpened.set(true)">
              <app-icon name="pen" />Note<span class="only-heard"> beside {{ about() }}</span>
            </button>
          }
          <button matButton type="button" (click)="isDeciding.set(true)">
            <app-icon name="check" />Decide<span class="only-heard"> about {{ about() }}</span>
          </button>
        </div>
      }
      @for (added of addenda(); track added.addendumId) {
        <app-added-words class="added" [addendum]="added" />
      }
      @if (isAdding()) {
        <app-add-form
          [session]="session()"
          [lineId]="one.lineId"
          [label]="'What is missing about ' + about() + '?'"
          (added)="isAdding.set(false); changed.emit($event)"
        >
          <button matButton type="button" (click)="isAdding.set(false)">Close</button>
        </app-add-form>
      } @else if (session().mayAdd && one.lineId) {
        <div class="row not-printed">
          <button matButton type="button" (click)="isAdding.set(true)">
            <app-icon name="plus" />Add<span class="only-heard">
              beside {{ about() }}: {{ one.sentence }}</span
            >
          </button>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      padding-block: 14px;
      border-top: 1px solid var(--mat-sys-outline-variant);
      break-inside: avoid;
    }
    .name {
      margin-inline-end: 6px;
      font: 600 1.125rem/1.4 var(--brand);
      color: var(--mat-sys-on-surface);
      text-decoration-color: var(--mat-sys-outline);
    }
    a {
      display: inline-block;
      padding-block: 12px;
      margin-block: -12px;
    }
    .note {
      margin-inline-start: 8px;
    }
    .tag,
    app-level-tag {
      margin-inline-end: 8px;
    }
    .row {
      gap: 0;
      margin-inline-start: -12px;
    }
    .said,
    .added {
      padding-inline-start: 14px;
      border-inline-start: 3px solid var(--mat-sys-primary);
      white-space: pre-line;
    }
    .added {
      border-color: var(--mat-sys-tertiary);
    }
  `,
})
export class AgendaLine implements OnInit {
  readonly session = input.required<SupervisionSession>();
  readonly line = input.required<Line>();
  readonly changed = output<SupervisionSession>();

  protected readonly isOpened = signal(false);
  protected readonly isDeciding = signal(false);
  protected readonly isGroup = computed(() => this.session().kind === 'group');
  protected readonly about = computed(() => this.line().participantName ?? this.line().coach.name);
  protected readonly isAdding = signal(false);
  private readonly me = inject(Session);
  /** A field that was there stays when somebody signs: what is typed in it is not taken away. */
  protected readonly isWriting = linkedSignal<boolean, boolean>({
    source: () => this.isOpened() || (this.session().mayWrite && this.line().words !== ''),
    computation: (is, before) => is || (before?.value ?? false),
  });
  protected readonly earlier = computed(() => {
    const { decisionId } = this.line();
    return this.session().earlierDecisions.find((each) => each.decisionId === decisionId);
  });
  protected readonly addenda = computed(() =>
    this.session().addenda.filter(({ lineId }) => lineId !== null && lineId === this.line().lineId),
  );
  protected readonly decisions = computed(() =>
    this.session().decisions.filter(({ lineId }) => lineId !== null && lineId === this.line().lineId),
  );

  /** What this tab still holds and the server has not is shown again, wherever it was typed. */
  ngOnInit(): void {
    const { lineId } = this.line();
    if (lineId === null) return;
    const { sessionId } = this.session();
    const kept = new KeptForTab(() => this.me.me()?.accountId ?? '');
    if (kept.of(wordsName(sessionId, lineId)) !== null) this.isWriting.set(true);
    this.isDeciding.set(kept.of(decisionName(lineId)) !== null);
    this.isAdding.set(kept.of(addendumName(sessionId, lineId)) !== null);
  }
}
