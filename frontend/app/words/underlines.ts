import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import type { KinderWord } from './kinder-words';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** What makes the same text break at the same places. */
const SAME_AS_FIELD = [
  'direction',
  'font',
  'letterSpacing',
  'lineHeight',
  'padding',
  'tabSize',
  'textAlign',
  'textIndent',
  'textTransform',
  'unicodeBidi',
  'wordBreak',
  'wordSpacing',
] as const;

/**
 * The same text again, unseen, exactly over a field, with lines under some of its words: a text field itself can't have
 * any. It takes no touch and no focus, so that typing, selecting, undoing and every keyboard stay the field's own.
 */
@Component({
  selector: 'app-underlines',
  host: { 'aria-hidden': 'true' },
  template: `<div #mirror>
    <div class="text" [class.line]="isOneLine()">
      @for (piece of pieces(); track $index) {
        <span [class.kinder]="piece.isKinder">{{ piece.words }}</span>
      }
    </div>
  </div>`,
  styles: `
    :host {
      display: contents;
    }
    :host > div {
      position: absolute;
      z-index: 1;
      overflow: hidden;
      pointer-events: none;
      color: transparent;
      forced-color-adjust: none;
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: break-word;
    }
    .line {
      white-space: pre;
    }
    .kinder {
      text-decoration: underline dotted 3px light-dark(#a0641a, #f0b878);
      text-underline-offset: 0.22em;
      text-decoration-skip-ink: none;
    }
    @media (forced-colors: active) {
      .kinder {
        text-decoration-color: Highlight;
      }
    }
  `,
})
export class Underlines {
  readonly field = input.required<Field>();
  readonly text = input.required<string>();
  readonly words = input.required<KinderWord[]>();

  private readonly mirror = viewChild.required<ElementRef<HTMLElement>>('mirror');
  protected readonly isOneLine = computed(() => this.field() instanceof HTMLInputElement);
  protected readonly pieces = computed(() => {
    const text = this.text();
    const pieces: { words: string; isKinder: boolean }[] = [];
    let at = 0;
    for (const { start, end } of this.words()) {
      pieces.push({ words: text.slice(at, start), isKinder: false });
      pieces.push({ words: text.slice(start, end), isKinder: true });
      at = end;
    }
    // a last line that is empty takes its height all the same
    pieces.push({ words: text.slice(at) + '\u200b', isKinder: false });
    return pieces;
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const field = this.field();
      const place = new ResizeObserver(() => this.place());
      place.observe(field);
      if (field.parentElement) place.observe(field.parentElement);
      const follow = () => this.follow();
      field.addEventListener('scroll', follow, { passive: true });
      destroyed.onDestroy(() => {
        place.disconnect();
        field.removeEventListener('scroll', follow);
      });
    });
  }

  /** Exactly over the inside of the field, scroll bar left out; fractions of a pixel count where lines break. */
  private place(): void {
    const field = this.field();
    const { style } = this.mirror().nativeElement;
    const now = getComputedStyle(field);
    for (const name of SAME_AS_FIELD) style[name] = now[name];
    const sides = parseFloat(now.borderLeftWidth) + parseFloat(now.borderRightWidth);
    const scrollBar = Math.round(field.offsetWidth - sides - field.clientWidth);
    style.insetInlineStart = 'auto';
    style.left = `${field.offsetLeft + field.clientLeft}px`;
    style.top = `${field.offsetTop + field.clientTop}px`;
    style.width = `${parseFloat(now.width) - sides - scrollBar}px`;
    // a field that has just become narrower is followed a moment later: until then nothing stands out of the page
    style.maxWidth = `calc(100% - ${style.left})`;
    style.height = `${field.clientHeight}px`;
    // one line stands in the middle of its field
    if (this.isOneLine())
      style.lineHeight = `${field.clientHeight - parseFloat(now.paddingTop) - parseFloat(now.paddingBottom)}px`;
    this.follow();
  }

  private follow(): void {
    const { scrollLeft, scrollTop } = this.field();
    const text = this.mirror().nativeElement.firstElementChild as HTMLElement;
    text.style.transform = scrollTop || scrollLeft ? `translate(${-scrollLeft}px, ${-scrollTop}px)` : '';
  }
}
