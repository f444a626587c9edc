import { Component, computed, input } from '@angular/core';
import type { CarriedLoad, CoachLoad } from '../../api/contract';
import { loadWords, partsWords } from './load-words';

/** With why it is more or less than the heads, where that may be known. */
type Carried = CarriedLoad & Partial<Pick<CoachLoad, 'parts'>>;

/**
 * What a coach carries against what they are meant to: a bar up to a line, and the same in words. With `after` it
 * grows by what a choice would add; beyond the line it is drawn in another colour.
 */
@Component({
  selector: 'app-load-bar',
  template: `
    <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect class="whole" y="2" height="6" [attr.width]="across(load().capacity)" />
      @if (after(); as then) {
        <rect class="then" y="2" height="6" [attr.width]="across(within(then.weight))" />
        <rect class="beyond then" y="2" height="6" [attr.x]="line()" [attr.width]="beyond(then.weight)" />
      }
      <rect class="now" y="2" height="6" [attr.width]="across(within(load().weight))" />
      <rect class="beyond" y="2" height="6" [attr.x]="line()" [attr.width]="beyond(load().weight)" />
      <rect class="line" width="0.8" height="10" [attr.x]="line() - 0.8" />
    </svg>
    <p>
      @if (after(); as then) {
        <span class="quiet">{{ now() }}. </span>
        <b>With this choice {{ then.weight }} of {{ then.capacity }}</b>
        @if (isOver()) {
          <span> – beyond what they are meant to carry</span>
        }
      } @else {
        <b>{{ now() }}</b>
        @if (isOver()) {
          <span> – beyond what they are meant to carry</span>
        }
      }
    </p>
    @if (parts()) {
      <p class="quiet small">{{ parts() }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      align-content: start;
    }
    svg {
      width: 100%;
      height: 20px;
      margin-top: 4px;
    }
    .whole {
      fill: var(--mat-sys-surface-container-highest);
    }
    .then {
      fill: color-mix(in srgb, var(--mat-sys-primary) 45%, var(--mat-sys-surface-container-highest));
    }
    .now {
      fill: var(--mat-sys-primary);
    }
    .beyond {
      fill: var(--mat-sys-tertiary);
    }
    .beyond.then {
      fill: color-mix(in srgb, var(--mat-sys-tertiary) 55%, var(--mat-sys-surface-container-highest));
    }
    .line {
      fill: var(--mat-sys-on-surface);
    }
  `,
})
export class LoadBar {
  readonly load = input.required<Carried>();
  /** What it would be after a choice; left out, only what is now. */
  readonly after = input<CarriedLoad>();

  private readonly most = computed(() =>
    Math.max(this.load().capacity, this.load().weight, this.after()?.weight ?? 0, 1),
  );
  protected readonly isOver = computed(() => {
    const { weight, capacity } = this.after() ?? this.load();
    return weight > capacity;
  });
  protected readonly now = computed(() => loadWords(this.load()));
  protected readonly parts = computed(() => partsWords({ parts: this.load().parts ?? [] }));

  protected readonly line = computed(() => this.across(this.load().capacity));

  protected within(weight: number): number {
    return Math.min(weight, this.load().capacity);
  }

  protected beyond(weight: number): number {
    return this.across(Math.max(0, weight - this.load().capacity));
  }

  /** Percent of the picture. */
  protected across(weight: number): number {
    return (weight / this.most()) * 100;
  }
}
