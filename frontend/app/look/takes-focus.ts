import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';

/** The field somebody asked for takes the focus as it appears, so that the keyboard never gets lost. */
@Directive({ selector: '[appTakesFocus]' })
export class TakesFocus {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => element.focus());
  }
}
