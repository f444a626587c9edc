import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';

/** What appears because of a tap is seen without scrolling. The focus stays where it is: one may go on ticking. */
@Directive({ selector: '[appComesIntoView]' })
export class ComesIntoView {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // absent where pages are tested without a browser
    afterNextRender(() => element.scrollIntoView?.({ block: 'center', behavior: 'smooth' }));
  }
}
