import { Component, computed, inject, input } from '@angular/core';
import type { Look } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { timeOf } from '../look/time-words';
import { Session } from '../session/session';

const ROLE_WORDS: Record<Look['role'], string> = {
  coach: $localize`:@@looks.coach:coach`,
  supervisor: $localize`:@@looks.supervisor:supervisor`,
  administrator: $localize`:@@looks.administrator:administrator`,
  participant: '',
};

/** One person in one role on one day: what they did, in plain words, with the first time of day. */
@Component({
  selector: 'app-look-line',
  template: `
    <p>
      @if (look().role === 'participant') {
        <b i18n="@@looks.theApp">This app, because you asked</b>
      } @else {
        <b>{{ look().name }}</b><span class="quiet">, {{ role() }}</span>
      }
    </p>
    @if (opened(); as time) {
      <p class="small" i18n="@@looks.opened">Opened your record, {{ time }}</p>
    }
    @if (listed(); as time) {
      <p class="small quiet" i18n="@@looks.listed">Had your name in a list, {{ time }}</p>
    }
    @if (copied(); as time) {
      <p class="small" i18n="@@looks.copied">Made your copy, {{ time }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block: 10px;
    }
  `,
})
export class LookLine {
  readonly look = input.required<Look>();
  private readonly session = inject(Session);
  protected readonly role = computed(() => ROLE_WORDS[this.look().role]);
  protected readonly opened = computed(() => this.time(this.look().openedAt));
  protected readonly listed = computed(() => this.time(this.look().listedAt));
  protected readonly copied = computed(() => this.time(this.look().copiedAt));

  private time(at: string | null): string {
    return at ? timeOf(at, this.session.timeZone(), pageLanguage()) : '';
  }
}
