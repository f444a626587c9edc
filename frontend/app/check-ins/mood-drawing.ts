import { Component, computed, input } from '@angular/core';
import type { Mood } from './mood-words';

const SUN = 'M24 31a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z';

/** Our own weather, strokes on a 48 by 48 grid; `soft` is filled lightly. */
const DRAWINGS: Record<Mood, { soft: string; strokes: string }> = {
  struggling: {
    soft: 'M14 29a8 8 0 0 1 0-16 11 11 0 0 1 21-1 8.500 8.500 0 0 1 0 17Z',
    strokes:
      'M14 29a8 8 0 0 1 0-16 11 11 0 0 1 21-1 8.500 8.500 0 0 1 0 17ZM16 35l-2 6M25 35l-2 6M34 35l-2 6',
  },
  'getting by': {
    soft: 'M14 36a8 8 0 0 1 0-16 11 11 0 0 1 21-1 8.500 8.500 0 0 1 0 17Z',
    strokes: 'M14 36a8 8 0 0 1 0-16 11 11 0 0 1 21-1 8.500 8.500 0 0 1 0 17Z',
  },
  steady: {
    soft: 'M31 19a7.500 7.500 0 1 0-13-6M16 39a7 7 0 0 1 0-14 9.500 9.500 0 0 1 18-1 7.500 7.500 0 0 1 0 15Z',
    strokes:
      'M16 39a7 7 0 0 1 0-14 9.500 9.500 0 0 1 18-1 7.500 7.500 0 0 1 0 15ZM19 16.500a7 7 0 0 1 13.500 2.200M25.5 6V3.500M15.800 10 14 8.200M35.200 10 37 8.200M38.500 18.500H41',
  },
  strong: {
    soft: SUN,
    strokes: `${SUN}M24 11V6.500M24 41.500V37M11 24H6.500M41.500 24H37M14.800 14.800l-3.200-3.200M36.400 36.400l-3.200-3.200M33.200 14.800l3.200-3.200M11.600 36.400l3.200-3.200`,
  },
};

/** A mood as weather, beside the word that says it. */
@Component({
  selector: 'app-mood-drawing',
  host: { 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 48 48">
    <path class="soft" [attr.d]="drawing().soft" />
    <path class="strokes" [attr.d]="drawing().strokes" />
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      inline-size: 2.25em;
      block-size: 2.25em;
      flex: none;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
    }
    .soft {
      fill: currentColor;
      opacity: 0.14;
    }
    .strokes {
      fill: none;
      stroke: currentColor;
      stroke-width: 2.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class MoodDrawing {
  readonly mood = input.required<Mood>();
  protected readonly drawing = computed(() => DRAWINGS[this.mood()]);
}
